"""DOC-01: architecture documents that lack parts of the outline."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.doc.architecture import framework_of, listings, standing
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Document
from archmodel.model.framework import Edition, Entry
from archmodel.model.model import Model
from archmodel.text.words import Words


@rule(
    "DOC-01",
    Severity.ERROR,
    title=Words("Đủ các phần của tài liệu khung kiến trúc", "The document has all required parts"),
    scope=lambda model, day: [document.id for document in standing(model, day)],
    cites=("DRAFT_GUIDE:Mẫu 01", "QD1425:Điều 3 khoản 4"),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Architecture document that lacks a part of the outline, or has it as a heading only.

    Why: a part left out is a decision nobody took - who appraises, who pays, what happens to the old systems.
    Found: a document of which the parts are recorded and that lacks, or leaves empty, one the outline of its framework
      asks for, fails. A document whose parts are not recorded, or whose outline could not be obtained, is insufficient.
    Fix: fill the part and list its key in `parts`; a reader of the file fills `parts` and `empty_parts`.
    Misses: what the parts say. The outline is that of the framework in force when the document was issued, so that a
      later outline is not held against it; drafts follow the outline of the day judged.
    Vì sao: phần bỏ trống là quyết định chưa ai đưa ra: ai thẩm định, ai trả tiền, hệ thống cũ đi đâu.
    Phát hiện: tài liệu đã ghi các phần mà thiếu hoặc bỏ trống phần đề cương của khung yêu cầu: chưa đáp ứng. Chưa ghi
      các phần của tài liệu, hoặc chưa có đề cương của khung: chưa đủ cơ sở đánh giá.
    Khắc phục: viết phần thiếu và ghi khóa vào `parts`; trình đọc tệp điền `parts` và `empty_parts`.
    Bỏ sót: nội dung từng phần. Đề cương lấy theo khung có hiệu lực khi ban hành, không lấy đề cương ra sau để chê; dự
      thảo theo đề cương của ngày xét.
    """
    for document in standing(model, day):
        edition = framework_of(model, document, day)
        asked = [entry for listing in listings(edition, "outline") for entry in _leaves(listing.entries)]
        if not asked:
            yield _no_outline(document, edition, document.issued or day)
        elif not document.parts and not document.empty_parts:
            yield Finding(
                document,
                Words(f"'{document.id}' chưa ghi các phần đã có", f"'{document.id}' does not record its parts"),
                Words("ghi 'parts' và 'empty_parts'", "write 'parts' and 'empty_parts'"),
                Outcome.INSUFFICIENT,
            )
        elif lacking := [entry for entry in asked if entry.key not in _filled(document)]:
            names = ", ".join(entry.key for entry in lacking)
            yield Finding(
                document,
                Words(
                    f"'{document.id}' thiếu hoặc bỏ trống: {names}", f"'{document.id}' lacks or leaves empty: {names}"
                ),
                Words(f"viết phần '{lacking[0].name}' và các phần còn lại", "write these parts"),
            )


def _filled(document: Document) -> set[str]:
    return set(document.parts) - set(document.empty_parts)


def _leaves(entries: tuple[Entry, ...]) -> list[Entry]:
    """The parts that have no parts of their own: what has to be written."""
    parents = {entry.parent for entry in entries}
    return [entry for entry in entries if entry.key not in parents]


def _no_outline(document: Document, edition: Edition | None, day: str) -> Finding:
    name = edition.id if edition else "?"
    return Finding(
        document,
        Words(
            f"chưa có đề cương của khung '{name}' lúc ban hành '{document.id}' ({day})",
            f"no outline is known of the framework '{name}' that '{document.id}' was issued under ({day})",
        ),
        Words(
            f"thêm đề cương vào framework_v4/{name}/outline.yaml, rồi ghi 'parts'",
            f"add the outline to framework_v4/{name}/outline.yaml, then write 'parts'",
        ),
        Outcome.INSUFFICIENT,
    )
