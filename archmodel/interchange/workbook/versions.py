"""The dossier and its versions: the document (Mẫu 01), each mandatory diagram (Mẫu 02) and this workbook (Mẫu 03)."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.doc.architecture import standing
from archmodel.interchange.workbook.cells import NOT_APPLICABLE, Row
from archmodel.interchange.workbook.desk import Desk, Draft, told
from archmodel.interchange.workbook.form import TYPE, VERSIONS
from archmodel.model.elements import View
from archmodel.text.vietnamese import composed

_SHOWS = {"current": "Hiện trạng", "transition": "Chuyển đổi", "target": "Mục tiêu"}
DOCUMENT, DIAGRAM, WORKBOOK = "Mẫu 01", "Mẫu 02", "Mẫu 03"


def versions(desk: Desk) -> tuple[Row, ...]:
    """The rows of the dossier; a mandatory diagram nobody has drawn keeps no row."""
    return desk.finished(VERSIONS, _drafts(desk))


def _drafts(desk: Desk) -> Iterator[Draft]:
    kind = next((entry.name for entry in desk.form.types if entry.key == TYPE), None)
    documents = standing(desk.model, desk.day)
    for document in documents:
        yield Draft(
            document.id,
            {
                "part": DOCUMENT,
                "code": document.number,
                "name": document.name,
                "framework_type": kind,
                "version": document.version,
                "day": document.issued,
                "shows": NOT_APPLICABLE,
                "issuer": document.issuer,
            },
            notes=(document.note or "",),
        )
    if not documents:
        yield Draft("", {"part": DOCUMENT, "name": None, "framework_type": kind, "shows": NOT_APPLICABLE})
    views = {composed(view.code): view for view in desk.model.views if view.code}
    for code in desk.form.diagrams:
        if view := views.get(composed(code)):
            yield _diagram(view, code, kind)
    owner = desk.names([desk.model.settings.owner]) if desk.model.settings.owner else None
    yield Draft(
        "",
        {
            "part": WORKBOOK, "code": WORKBOOK, "name": desk.model.settings.name, "framework_type": kind,
            "version": next((d.model_version for d in documents if d.model_version), None), "day": desk.day,
            "shows": NOT_APPLICABLE, "issuer": owner, "source_file": "tệp này",
        },
        notes=("Ngày là ngày lấy dữ liệu từ mô hình",),
    )  # fmt: skip


def _diagram(view: View, code: str, kind: str | None) -> Draft:
    return Draft(
        view.id,
        {
            "part": DIAGRAM, "code": code, "name": view.name, "framework_type": kind, "version": view.version,
            "day": view.since, "shows": _SHOWS.get(view.plateau or ""), "source_file": view.source_file,
        },
        notes=(view.note or "", f"Nguồn: {told(view.evidence)}" if view.evidence else ""),
    )  # fmt: skip
