"""What the reader of the explorer sees, in both languages; the browser's side holds no words of its own."""

from __future__ import annotations

from archmodel.text.words import Words

WORDS: dict[str, Words] = {
    "title": Words("Khám phá kiến trúc", "Explore the architecture"),
    "search": Words("Tìm (không cần dấu)", "Search (accents aside)"),
    "hint": Words("Gõ tên, mã, viết tắt… (phím /)", "Name, id, abbreviation… (key /)"),
    "layer": Words("Lớp", "Layer"),
    "kind": Words("Loại", "Kind"),
    "owner": Words("Chủ quản", "Owner"),
    "standing": Words("Trạng thái", "State"),
    "any": Words("tất cả", "all"),
    "day": Words("Ngày xem", "Day"),
    "slider": Words("Kéo để đổi ngày", "Slide to another day"),
    "every_day": Words("Mọi ngày", "Every day"),
    "found": Words("{shown} trong {total} đối tượng", "{shown} of {total} elements"),
    "none": Words("Không có đối tượng nào khớp; bỏ bớt điều kiện", "Nothing matches; take a condition away"),
    "more": Words("Xem thêm", "Show more"),
    "clear": Words("Bỏ mọi điều kiện", "Clear all"),
    "results": Words("Kết quả", "Results"),
    "back": Words("Trở lại", "Back"),
    "forward": Words("Đi tiếp", "Forward"),
    "empty": Words(
        "Chọn một đối tượng: mũi tên để đi, Enter để mở, / để tìm, Backspace để trở lại.",
        "Choose an element: arrows to move, Enter to open, / to search, Backspace to go back.",
    ),
    "absent": Words("không có vào ngày đang xem", "not there on this day"),
    "facts": Words("Thông tin", "Facts"),
    "not_stated": Words("Không ghi", "Not stated"),
    "ties": Words("Quan hệ", "Relations"),
    "flows": Words("Luồng dữ liệu", "Data flows"),
    "out": Words("gửi tới", "sends to"),
    "in": Words("nhận từ", "receives from"),
    "through": Words("đi qua", "passes through"),
    "places": Words("Vị trí trong khung kiến trúc", "Place in the frameworks"),
    "findings": Words("Phát hiện, xét ngày {day}", "Findings as of {day}"),
    "no_findings": Words("Không có phát hiện", "No finding"),
    "evidence": Words("Nguồn", "Evidence"),
    "no_evidence": Words("Chưa có nguồn nào", "No evidence recorded"),
    "confidence": Words("Độ tin cậy", "Confidence"),
    "file": Words("Tệp và dòng", "File and line"),
    "fix": Words("Cách sửa", "Fix"),
    "static": Words(
        "Bản tĩnh: mở sổ tay trong JupyterLab để tìm, lọc và đi theo quan hệ",
        "As shown without a kernel: open the notebook in JupyterLab to search, filter and follow relations",
    ),
    "name": Words("Tên", "Name"),
    "id": Words("Mã", "Id"),
}


def said(lang: str) -> dict[str, str]:
    """Every word in one language."""
    return {key: words.to(lang) for key, words in WORDS.items()}
