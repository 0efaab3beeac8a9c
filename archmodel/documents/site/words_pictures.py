"""The words of the pages that show pictures."""

from __future__ import annotations

ROWS: tuple[tuple[str, str, str], ...] = (
    ("page_pictures", "Hình vẽ", "Pictures"),
    ("pictures_lead", "Mỗi hình có trang riêng: hình phóng to được, bảng cùng nội dung và tệp SVG. Hình in vừa A4 hoặc A3.",
     "Each picture has a page: the drawing, a table of the same content and an SVG file. They print on A4 or A3."),
    ("pictures_table", "Nội dung hình dưới dạng bảng", "The same content as a table"),
    ("pictures_file", "Hình dưới dạng tệp SVG", "The picture as an SVG file"),
    ("pictures_small", "Hình vẽ", "Pictures"),
    ("pictures_limit", "Danh mục có quá nhiều hệ thống, dữ liệu, nút và mạng nên trang từng đối tượng không có hình riêng.",
     "There are too many systems, data sets, nodes and networks for each page to carry pictures of its own."),
    ("pictures_each", "Trang của mỗi hệ thống, dữ liệu, nút và mạng của địa phương có thêm hai hình: các quan hệ trực tiếp, và những gì chịu ảnh hưởng nếu dừng.",
     "Pages of own systems, data sets, nodes and networks carry two more: direct relations, and what would feel it if it stopped."),
)  # fmt: skip
