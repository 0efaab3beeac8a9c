"""Words of the notice of the edition and of the checks of the workbook."""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str], ...] = (
    ("edition_internal", "Bản nội bộ ghi mọi điều có trong danh mục, gồm ghi chú, đầu mối và hồ sơ an toàn; không công bố ra ngoài. Bản công khai: archmodel publish --audience public.",
     "The internal edition shows all that is recorded, notes, contacts and security dossiers among them; it is not for the public. Public edition: archmodel publish --audience public."),
    ("edition_count", "giá trị không công bố", "values not published"),
    ("edition_what", "Không công bố", "Not published"),
    ("edition_number", "Số giá trị", "Values"),
    ("edition_basis", "Căn cứ", "Ground"),
    ("edition_rules", "Quy tắc không xét trong bản công khai", "Rules not judged in the public edition"),
    ("downloads_checks", "Kiểm tra bảng dữ liệu theo bộ câu hỏi của hướng dẫn (dự thảo)", "Checks of the workbook, by the questions of the guide (draft)"),
    ("downloads_check", "Câu hỏi", "Question"),
    ("downloads_remarks", "Nhận xét", "Remarks"),
)  # fmt: skip
