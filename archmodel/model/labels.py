"""What each field of a record is called, and which list its values come from: the one home of field labels.

A test holds them to the fields of the model. Which fields a page or a face shows is left to it.
"""

from __future__ import annotations

from archmodel.text.words import Words

FIELDS: dict[str, Words] = {
    "name_en": Words("Tên tiếng Anh", "English name"),
    "abbreviation": Words("Tên viết tắt", "Abbreviation"),
    "aliases": Words("Tên gọi khác", "Other names"),
    "code": Words("Mã nội bộ", "Local code"),
    "source_code": Words("Mã của cơ quan chủ quản", "Code given by its owner"),
    "description": Words("Mô tả", "Description"),
    "contact": Words("Đầu mối", "Contact"),
    "confirmed_on": Words("Xác nhận ngày", "Confirmed on"),
    "since": Words("Từ ngày", "Since"),
    "until": Words("Đến trước ngày", "Until (exclusive)"),
    # objects some body runs
    "record": Words("Loại bản ghi", "Record type"),
    "model_state": Words("Thuộc mô hình", "Part of the model"),
    "scope": Words("Phạm vi", "Scope"),
    "sharing": Words("Nhóm dùng chung", "Sharing group"),
    "state": Words("Trạng thái", "State"),
    "state_note": Words("Ghi chú trạng thái", "Note on state"),
    "disposition": Words("Phương án xử lý", "Disposition"),
    "disposition_on": Words("Thời điểm xử lý", "Disposition due"),
    "instances": Words("Số bản triển khai", "Instances"),
    "fallback": Words("Phương án dự phòng", "Fallback"),
    "support_until": Words("Được hỗ trợ đến", "Supported until"),
    "category": Words("Phân loại", "Category"),
    "usage": Words("Tình trạng khai thác tại địa phương", "Use by the locality"),
    # organisations
    "tier": Words("Cấp", "Tier"),
    "form": Words("Hình thức", "Form"),
    "electronic_id": Words("Mã định danh điện tử", "Electronic identifier"),
    "codes": Words("Mã trong các hệ thống khác", "Codes in other registers"),
    "staff": Words("Biên chế", "Staff"),
    "mailboxes": Words("Số hộp thư", "Mailboxes"),
    # behaviour and figures
    "digital": Words("Thực hiện trên môi trường số", "Done digitally"),
    "fee": Words("Có phí, lệ phí", "Has a fee"),
    "features": Words("Chức năng", "Features"),
    "count": Words("Số lượng", "Count"),
    "definition": Words("Định nghĩa", "Definition"),
    "unit": Words("Đơn vị tính", "Unit"),
    "period": Words("Kỳ báo cáo", "Period"),
    "method": Words("Cách tính", "Method"),
    "figures": Words("Số liệu", "Figures"),
    "force_majeure": Words("Bất khả kháng", "Force majeure"),
    # documents and views
    "parts": Words("Phần đã có nội dung", "Parts filled"),
    "empty_parts": Words("Phần chỉ có tiêu đề", "Parts with a heading only"),
    "totals": Words("Số tổng ghi trong văn bản", "Totals printed"),
    "mentions": Words("Mã nêu trong văn bản", "Codes named"),
    "model_version": Words("Phiên bản mô hình", "Version of the model"),
    "changes": Words("Thay đổi so với bản trước", "Changes since the version before"),
    "checklist": Words("Bảng kiểm", "Checklist"),
    "layout": Words("Thể thức trình bày", "Layout"),
    "plateau": Words("Trạng thái kiến trúc", "State of the architecture shown"),
    "legend": Words("Chú giải", "Legend"),
    "organisation_codes": Words("Danh mục mã cơ quan dùng chung", "The shared list of identifiers of bodies"),
    # applications and interfaces
    "audience": Words("Người dùng", "Users"),
    "public": Words("Phục vụ người dân, doanh nghiệp", "Serves the public"),
    "missing_features": Words("Chức năng còn thiếu", "Missing features"),
    "standalone": Words("Lý do đứng riêng", "Why it stands alone"),
    "holds_no_data": Words("Không lưu dữ liệu", "Holds no data"),
    "running_cost": Words("Chi phí vận hành", "Running cost"),
    "uses_organisation_codes": Words("Dùng mã định danh cơ quan", "Uses identifiers of bodies"),
    "codes_updated_on": Words("Mã cơ quan cập nhật ngày", "Codes of bodies updated on"),
    "reuse_considered": Words("Đã xem xét dùng lại", "Reuse considered"),
    "quality": Words("Chất lượng vận hành", "Quality of service"),
    "asset": Words("Tài sản", "Asset"),
    "closing": Words("Xác nhận khi dừng hệ thống", "Confirmations on closing"),
    "address": Words("Địa chỉ", "Address"),
    "important": Words("Địa chỉ quan trọng", "Important address"),
    "version": Words("Phiên bản", "Version"),
    "standards": Words("Tiêu chuẩn áp dụng", "Standards"),
    "access": Words("Cách truy cập", "Access"),
    "logging": Words("Ghi nhật ký", "Logging"),
    # data
    "master": Words("Là bản gốc", "Is the master"),
    "copy_of": Words("Bản sao của", "Copy of"),
    "volume": Words("Khối lượng", "Volume"),
    "personal_data": Words("Dữ liệu cá nhân", "Personal data"),
    "subjects": Words("Số chủ thể dữ liệu", "Data subjects"),
    "state_secret": Words("Bí mật nhà nước", "State secret"),
    "share_class": Words("Loại chia sẻ", "Sharing class"),
    "purpose": Words("Mục đích", "Purpose"),
    "legal_ground": Words("Căn cứ pháp lý", "Legal ground"),
    "storage_period": Words("Thời hạn lưu trữ", "Storage period"),
    "digitised": Words("Mức độ số hóa", "Digitised"),
    "use_plan": Words("Kế hoạch khai thác", "Plan of use"),
    "master_data": Words("Là dữ liệu chủ", "Is master data"),
    "dictionary": Words("Từ điển dữ liệu", "Data dictionary"),
    # infrastructure
    "capacity": Words("Năng lực", "Capacity"),
    "assessed_on": Words("Đánh giá ngày", "Assessed on"),
    "location": Words("Địa điểm", "Location"),
    # documents, direction and work
    "number": Words("Số, ký hiệu", "Number"),
    "issued": Words("Ngày ban hành", "Issued"),
    "issuer": Words("Cơ quan ban hành", "Issuer"),
    "role": Words("Vai trò", "Role"),
    "clause": Words("Điều, khoản", "Clause"),
    "target": Words("Chỉ tiêu đặt ra", "Target"),
    "due": Words("Thời hạn", "Due"),
    "state_on": Words("Trạng thái ghi ngày", "State recorded on"),
    "deadlines": Words("Thời hạn", "Deadlines"),
    "result": Words("Kết quả", "Result"),
    "criterion": Words("Tiêu chí hoàn thành", "Criterion"),
    "priority": Words("Ưu tiên", "Priority"),
    "resources": Words("Nguồn lực", "Resources"),
    "funding": Words("Kinh phí", "Funding"),
    "requirement": Words("Yêu cầu", "Requirement"),
    "option": Words("Phương án", "Option"),
    "source_file": Words("Tệp nguồn", "Source file"),
    "note": Words("Ghi chú", "Note"),
}

ASKED: dict[str, Words] = {
    "evidence": Words("Nguồn, minh chứng", "Evidence"),
    "owned_by": Words("Chủ quản", "Owner"),
    "operated_by": Words("Đơn vị vận hành", "Operator"),
    "hosted_on": Words("Nơi đặt", "Host"),
    "aligned_to": Words("Thành phần khung ứng với", "Component of the framework"),
    "realizes": Words("Chức năng thực hiện", "Function it realises"),
    "serves": Words("Phục vụ", "What it serves"),
}
"""What a record is asked for that is no field of a page: relations, by the noun a form would print, and evidence."""

PARTS: dict[str, Words] = {
    "added": Words("thêm", "added"),
    "changed": Words("sửa", "changed"),
    "removed": Words("bỏ", "removed"),
    "own_template": Words("mẫu riêng", "own template"),
    "width": Words("rộng (mm)", "width (mm)"),
    "height": Words("cao (mm)", "height (mm)"),
    "top": Words("lề trên (mm)", "top (mm)"),
    "bottom": Words("lề dưới (mm)", "bottom (mm)"),
    "left": Words("lề trái (mm)", "left (mm)"),
    "right": Words("lề phải (mm)", "right (mm)"),
    "font": Words("phông", "font"),
    "size": Words("cỡ chữ (pt)", "size (pt)"),
    "justified": Words("căn đều", "justified"),
    "page_number": Words("số trang", "page number"),
    "motto": Words("quốc hiệu, tiêu ngữ", "national motto"),
    "recipients": Words("nơi nhận", "recipients"),
    "inventory_code": Words("mã kiểm kê", "inventory code"),
    "asset_class": Words("loại tài sản", "class"),
    "value": Words("giá trị", "value"),
    "contract": Words("hợp đồng", "contract"),
    "licence": Words("giấy phép", "licence"),
    "connection": Words("kết nối", "connection"),
    "backup": Words("sao lưu", "backup"),
    "availability": Words("độ sẵn sàng", "availability"),
    "logs": Words("nhật ký", "logs"),
    "accessibility": Words("tiếp cận", "accessibility"),
    "data": Words("dữ liệu", "data"),
    "accounts": Words("tài khoản", "accounts"),
    "connections": Words("kết nối", "connections"),
    "process": Words("quy trình", "process"),
    "contracts": Words("hợp đồng", "contracts"),
    "assets": Words("tài sản", "assets"),
    "support": Words("hỗ trợ", "support"),
}
"""Words for the parts of a field that has several."""

LISTS: dict[str, str] = {
    "record": "record", "model_state": "model_state", "scope": "scope", "sharing": "sharing", "state": "state",
    "disposition": "disposition", "category": "category", "usage": "usage", "tier": "tier",
    "personal_data": "personal_data",
}  # fmt: skip
"""The controlled list each such field takes its values from; tasks have a list of states of their own."""


def asked(name: str) -> Words:
    """What a record is asked for, in words: a field, a relation or evidence; a name nobody put into words stays as it is."""
    return FIELDS.get(name) or ASKED.get(name) or Words(name, name)
