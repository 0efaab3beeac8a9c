"""The controlled lists: which values a field may take, and how each reads in Vietnamese and English.

Where the ministry's draft guide of 13/9/2026 (Mẫu 03, DM_GIATRI) prints a list, its Vietnamese labels are kept verbatim.
A value outside its list does not stop the workbench: it is set aside as a misfit and found by rule STRUCT-03.
"""

from __future__ import annotations

from typing import Literal

from archmodel.text.words import Words

Confidence = Literal["seed", "primary", "secondary", "inferred"]
NameStatus = Literal["verbatim", "as_in_source", "back_translated", "brand", "address", "family", "unread"]
RecordType = Literal["own", "reference"]
ModelState = Literal["current", "target", "both"]
State = Literal[
    "planned", "in_build", "trial", "in_use", "upgrading", "merging", "replacing", "suspended", "ended", "other"
]
Usage = Literal["not_used", "connecting", "in_use", "partly_used", "suspended", "no_longer_used"]
Scope = Literal[
    "national", "sector", "interprovincial", "ministry", "province", "body", "unit", "district", "commune", "user_group"
]
Sharing = Literal["group_a", "group_b", "ministry", "province", "internal", "private", "not_applicable"]
Disposition = Literal["keep", "connect", "upgrade", "merge", "replace_or_end", "new", "undecided"]
FlowState = Literal["in_use", "not_connected", "upgrading", "planned", "trial", "ended", "other"]
Mapping = Literal["as_is", "specialises", "extends", "reference", "equivalent", "unmapped", "other"]
Tier = Literal["central", "city", "district", "commune", "outside"]
PersonalData = Literal["none", "basic", "sensitive"]
WorkState = Literal[
    "not_started", "running", "late", "adjusted", "done_unverified", "done_verified", "paused", "stopped"
]
MigrationState = Literal["planned", "running", "done", "verified"]

LABELS: dict[str, dict[str, Words]] = {
    "confidence": {
        "seed": Words("Kế hoạch khởi đầu", "Founding plan"),
        "primary": Words("Nguồn gốc", "Primary source"),
        "secondary": Words("Nguồn thứ cấp", "Secondary source"),
        "inferred": Words("Suy luận", "Inferred"),
    },
    "name_status": {
        "verbatim": Words("Tên nguyên văn", "Name read verbatim"),
        "as_in_source": Words("Tên theo nguồn dẫn", "Name as in the source"),
        "back_translated": Words("Tên dịch ngược từ tiếng nước ngoài", "Name translated back"),
        "brand": Words("Tên thương hiệu", "Brand name"),
        "address": Words("Gọi theo địa chỉ", "Named by its address"),
        "family": Words("Tên chung cho một nhóm", "Name of a family"),
        "unread": Words("Chưa đọc được tên nguyên văn", "Official name not read"),
    },
    "record": {
        "own": Words("Bản ghi gốc", "Own record"),
        "reference": Words("Bản ghi tham chiếu", "Reference record"),
    },
    "model_state": {
        "current": Words("Hiện trạng", "Current"),
        "target": Words("Mục tiêu", "Target"),
        "both": Words("Đồng thời", "Both"),
    },
    "state": {
        "planned": Words("Dự kiến", "Planned"),
        "in_build": Words("Đang xây dựng", "In build"),
        "trial": Words("Thử nghiệm", "Trial"),
        "in_use": Words("Đang vận hành", "In use"),
        "upgrading": Words("Nâng cấp", "Upgrading"),
        "merging": Words("Hợp nhất", "Merging"),
        "replacing": Words("Thay thế", "Replacing"),
        "suspended": Words("Tạm dừng", "Suspended"),
        "ended": Words("Kết thúc sử dụng", "Ended"),
        "other": Words("Khác", "Other"),
    },
    "usage": {
        "not_used": Words("Chưa khai thác", "Not used"),
        "connecting": Words("Đang kết nối", "Connecting"),
        "in_use": Words("Đang khai thác", "In use"),
        "partly_used": Words("Khai thác một phần", "Partly used"),
        "suspended": Words("Tạm dừng", "Suspended"),
        "no_longer_used": Words("Không còn sử dụng", "No longer used"),
    },
    "scope": {
        "national": Words("Quốc gia", "National"),
        "sector": Words("Ngành, lĩnh vực", "Sector"),
        "interprovincial": Words("Liên tỉnh", "Several provinces"),
        "ministry": Words("Cấp bộ", "Ministry"),
        "province": Words("Cấp tỉnh", "Province"),
        "body": Words("Cơ quan/tổ chức", "Body"),
        "unit": Words("Đơn vị", "Unit"),
        "district": Words("Cấp huyện (trước 01/7/2025)", "District (before 1 July 2025)"),
        "commune": Words("Cấp xã", "Commune"),
        "user_group": Words("Nhóm người dùng", "User group"),
    },
    "sharing": {
        "group_a": Words("Nhóm A", "Group A"),
        "group_b": Words("Nhóm B", "Group B"),
        "ministry": Words("Cấp bộ", "Ministry"),
        "province": Words("Cấp tỉnh", "Province"),
        "internal": Words("Nội bộ", "Internal"),
        "private": Words("Dùng riêng/đặc thù", "Private"),
        "not_applicable": Words("Không áp dụng", "Not applicable"),
    },
    "disposition": {
        "keep": Words("Tiếp tục sử dụng", "Keep"),
        "connect": Words("Chuẩn hóa/kết nối/tích hợp", "Standardise, connect, integrate"),
        "upgrade": Words("Nâng cấp/mở rộng", "Upgrade or extend"),
        "merge": Words("Hợp nhất/tổ chức lại", "Merge or reorganise"),
        "replace_or_end": Words("Thay thế/kết thúc", "Replace or end"),
        "new": Words("Bổ sung mới", "New"),
        "undecided": Words("Chưa quyết định", "Undecided"),
    },
    "flow_state": {
        "in_use": Words("Đang khai thác", "In use"),
        "not_connected": Words("Chưa kết nối", "Not connected"),
        "upgrading": Words("Đang nâng cấp", "Upgrading"),
        "planned": Words("Dự kiến", "Planned"),
        "trial": Words("Thử nghiệm", "Trial"),
        "ended": Words("Kết thúc", "Ended"),
        "other": Words("Khác", "Other"),
    },
    "mapping": {
        "as_is": Words("Kế thừa nguyên trạng", "Taken as is"),
        "specialises": Words("Cụ thể hóa", "Specialises"),
        "extends": Words("Mở rộng", "Extends"),
        "reference": Words("Tham chiếu", "Reference"),
        "equivalent": Words("Tương đương", "Equivalent"),
        "unmapped": Words("Chưa ánh xạ", "Not mapped"),
        "other": Words("Khác", "Other"),
    },
    "tier": {
        "central": Words("Trung ương", "Central"),
        "city": Words("Thành phố", "City"),
        "district": Words("Cấp huyện", "District"),
        "commune": Words("Cấp xã", "Commune"),
        "outside": Words("Ngoài cơ quan nhà nước", "Outside the state bodies"),
    },
    "personal_data": {
        "none": Words("Không", "None"),
        "basic": Words("Cơ bản", "Basic"),
        "sensitive": Words("Nhạy cảm", "Sensitive"),
    },
    "work_state": {
        "not_started": Words("Chưa thực hiện", "Not started"),
        "running": Words("Đang thực hiện", "Running"),
        "late": Words("Chậm", "Late"),
        "adjusted": Words("Điều chỉnh", "Adjusted"),
        "done_unverified": Words("Hoàn thành - chờ kiểm chứng", "Done, to be verified"),
        "done_verified": Words("Hoàn thành - đã kiểm chứng", "Done and verified"),
        "paused": Words("Tạm dừng", "Paused"),
        "stopped": Words("Dừng", "Stopped"),
    },
    "migration_state": {
        "planned": Words("Dự kiến", "Planned"),
        "running": Words("Đang thực hiện", "Running"),
        "done": Words("Đã hoàn thành", "Done"),
        "verified": Words("Đã kiểm chứng", "Verified"),
    },
    "category": {
        "portal": Words("Cổng/trang thông tin điện tử", "Portal"),
        "dvc_portal": Words("Cổng dịch vụ công", "Public-service portal"),
        "tthc_case": Words("Giải quyết thủ tục hành chính", "Procedure handling"),
        "docmgmt": Words("Quản lý văn bản và điều hành", "Document management"),
        "email": Words("Thư điện tử", "E-mail"),
        "reporting": Words("Báo cáo", "Reporting"),
        "directory": Words("Danh bạ", "Directory"),
        "integration_platform": Words("Nền tảng tích hợp, chia sẻ", "Integration platform"),
        "iam": Words("Định danh, xác thực", "Identity"),
        "archive": Words("Lưu trữ", "Archive"),
        "ioc": Words("Trung tâm giám sát, điều hành", "Operations centre"),
        "shared_platform": Words("Nền tảng dùng chung", "Shared platform"),
        "sector": Words("Chuyên ngành", "Sector system"),
        "internal": Words("Nội bộ", "Internal"),
        "channel": Words("Kênh tương tác", "Interaction channel"),
        "data_platform": Words("Nền tảng, kho dữ liệu", "Data platform"),
        "security": Words("An ninh mạng", "Security"),
        "module": Words("Phân hệ", "Module"),
        "other": Words("Khác", "Other"),
        "url": Words("Địa chỉ web", "Web address"),
        "api": Words("Giao diện lập trình (API)", "API"),
        "file": Words("Tệp", "File"),
        "queue": Words("Hàng đợi thông điệp", "Message queue"),
        "mail_domain": Words("Tên miền thư điện tử", "Mail domain"),
        "database": Words("Cơ sở dữ liệu", "Database"),
        "master": Words("Dữ liệu chủ", "Master data"),
        "shared": Words("Dữ liệu dùng chung", "Shared data"),
        "catalogue": Words("Danh mục", "Code list"),
        "report_indicators": Words("Bộ chỉ tiêu báo cáo", "Report indicators"),
        "data_centre": Words("Trung tâm dữ liệu", "Data centre"),
        "cloud": Words("Điện toán đám mây", "Cloud"),
        "server_room": Words("Phòng máy chủ", "Server room"),
        "server": Words("Máy chủ", "Server"),
        "cluster": Words("Cụm tính toán", "Cluster"),
        "sensors": Words("Cảm biến, camera", "Sensors, cameras"),
        "terminals": Words("Thiết bị đầu cuối", "Terminals"),
        "wan": Words("Mạng diện rộng", "Wide-area network"),
        "tslcd": Words("Mạng truyền số liệu chuyên dùng", "Dedicated state data network"),
        "lan": Words("Mạng nội bộ", "Local network"),
        "internet": Words("Internet", "Internet"),
        "mobile": Words("Mạng di động", "Mobile network"),
        "decision": Words("Quyết định", "Decision"),
        "regulation": Words("Quy chế, quy định", "Regulation"),
        "plan": Words("Kế hoạch, đề án", "Plan"),
        "guidance": Words("Hướng dẫn", "Guidance"),
        "directive": Words("Công văn, chỉ thị", "Directive"),
        "law": Words("Luật, nghị định, nghị quyết", "Law, decree, resolution"),
        "assessment": Words("Đánh giá", "Assessment"),
        "contract": Words("Hợp đồng", "Contract"),
        "minutes": Words("Biên bản", "Minutes"),
        "standard": Words("Tiêu chuẩn, quy chuẩn", "Standard"),
        "architecture": Words("Khung kiến trúc", "Architecture document"),
        "plan_task": Words("Nhiệm vụ của kế hoạch", "Task of a plan"),
        "project": Words("Dự án, chương trình", "Project"),
        "training": Words("Tập huấn", "Training"),
        "suspension": Words("Tạm ngừng dịch vụ", "Planned suspension"),
        "diagram": Words("Sơ đồ", "Diagram"),
        "table": Words("Bảng", "Table"),
        "tthc": Words("Thủ tục hành chính", "Administrative procedure"),
        "dvc": Words("Dịch vụ công trực tuyến", "Online public service"),
        "public": Words("Dịch vụ công cộng", "Public service"),
        "measure": Words("Số đo", "Measure"),
        "report": Words("Chỉ tiêu báo cáo", "Report indicator"),
        "kpi": Words("Chỉ số đo lường (KPI)", "KPI"),
        "service_point": Words("Điểm phục vụ", "Service point"),
        "hotline": Words("Tổng đài", "Hotline"),
        "kiosk": Words("Ki-ốt", "Kiosk"),
        "messaging": Words("Mạng xã hội, nhắn tin", "Messaging"),
        "app": Words("Ứng dụng", "App"),
        "vehicle": Words("Xe lưu động", "Mobile unit"),
    },
}
"""Labels by list and value; a test holds each list to the type it labels."""


def label(listing: str, value: str | None, lang: str = "vi") -> str:
    """The words for ``value`` of ``listing``; an absent value reads as unknown, never as blank."""
    if value is None:
        return "Chưa xác định" if lang == "vi" else "Unknown"
    words = LABELS.get(listing, {}).get(value)
    return words.to(lang) if words else value
