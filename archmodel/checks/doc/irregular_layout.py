"""DOC-06: administrative documents laid out against the decree."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Document
from archmodel.model.governance import Layout
from archmodel.model.model import Model
from archmodel.text.words import Words

RANGES = {
    "width": (210, 210),
    "height": (297, 297),
    "top": (20, 25),
    "bottom": (20, 25),
    "left": (30, 35),
    "right": (15, 20),
    "size": (13, 14),
}
"""NĐ 30/2020/NĐ-CP, Phụ lục I: page and margins in mm, body text in points, both ends allowed."""
EXACT = {"font": "Times New Roman", "justified": True, "page_number": "top_centre", "motto": True, "recipients": True}


def _judged(model: Model, day: str) -> list[tuple[Document, Layout]]:
    return [
        (document, document.layout)
        for document in model.documents
        if document.holds_on(day) and document.layout and not document.layout.own_template
    ]


@rule(
    "DOC-06",
    Severity.WARNING,
    title=Words("Thể thức văn bản xuất ra .docx", "Exported .docx follows the layout decree"),
    scope=lambda model, day: [document.id for document, _ in _judged(model, day)],
    cites=("ND30_2020:Phụ lục I",),
    tier="law",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Document whose page, margins, type or standing parts are not those of the layout decree.

    Why: a registry returns a document whose form is wrong, whatever it says.
    Found: a recorded layout with a page other than A4, margins, type or size outside the decree, body not justified, a
      page number elsewhere than centred at the top, no motto or no recipients, fails. A layout of which the reader left
      values unrecorded is insufficient.
    Fix: mend the template and read the file again; mark an explanatory appendix with `own_template`.
    Misses: documents without `layout` (only a file that was read has one), indents and spacing, the blocks of issuer,
      number, place and date, title and signature.
    Vì sao: văn thư trả lại văn bản sai thể thức, dù nội dung đúng.
    Phát hiện: thể thức đã ghi mà không phải A4, lề, phông, cỡ chữ ngoài quy định, không canh đều, số trang không ở giữa
      lề trên, thiếu Quốc hiệu hay nơi nhận: chưa đáp ứng. Trình đọc để thiếu giá trị: chưa đủ cơ sở đánh giá.
    Khắc phục: sửa mẫu và đọc lại tệp; phụ lục thuyết minh thì ghi `own_template`.
    Bỏ sót: văn bản chưa có `layout` (chỉ tệp đã đọc mới có), thụt dòng, giãn dòng, các khối cơ quan, số, địa danh và
      ngày, tên loại, chữ ký.
    """
    for document, layout in _judged(model, day):
        wrong = [
            f"{name} {value} ({low}-{high})" if low != high else f"{name} {value} ({low})"
            for name, (low, high) in RANGES.items()
            if (value := getattr(layout, name)) is not None and not low <= value <= high
        ]
        wrong += [
            f"{name} {value}" for name, due in EXACT.items() if (value := getattr(layout, name)) not in {None, due}
        ]
        missing = [name for name in (*RANGES, *EXACT) if getattr(layout, name) is None]
        if wrong:
            told = "; ".join(wrong)
            yield Finding(
                document,
                Words(f"thể thức của '{document.id}' sai: {told}", f"the layout of '{document.id}' is off: {told}"),
                Words("sửa mẫu theo Phụ lục I rồi xuất lại", "mend the template by Phụ lục I and export again"),
            )
        elif missing:
            listed = ", ".join(missing)
            yield Finding(
                document,
                Words(f"thể thức của '{document.id}' chưa ghi: {listed}", f"'{document.id}' layout lacks: {listed}"),
                Words("đọc lại tệp để điền 'layout'", "read the file again to fill 'layout'"),
                Outcome.INSUFFICIENT,
            )
