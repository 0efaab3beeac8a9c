"""The front of the document by decree 30/2020: issuer, number, place and day, grounds, signature, recipients.

What the head of ``front.md`` leaves out is shown as open, never filled with a guess; a ground issued after the day the
document speaks of is not cited.
"""

from __future__ import annotations

from archmodel.documents.formal.matter import Matter, missing
from archmodel.documents.formal.tree import Front, Run, Runs
from archmodel.errors import CatalogueError, Place, Problem
from archmodel.model.framework import Instrument
from archmodel.model.withheld import AUDIENCES
from archmodel.text.vietnamese import folded, nearest
from archmodel.text.words import Words
from archmodel.views.dates import written

_VERBS = ("quy dinh", "trien khai", "huong dan", "ban hanh", "phe duyet", "sua doi")
"""What the summary of an instrument begins with where it needs no "về" before it."""


def front(matter: Matter) -> Front:
    """The front of the document.

    Raises:
        CatalogueError: a ground names an instrument the register does not have.
    """
    head, settings = matter.texts.front, matter.model.settings
    owner = matter.model.origin.elements.get(settings.owner or "")
    summary = head.summary or settings.name
    return Front(
        parent=head.parent,
        issuer=_two_lines(head.issuer or (owner.name if owner else settings.name)),
        number=(Run(f"Số: {head.number}"),) if head.number else (Run("Số: "), *missing("số, ký hiệu")),
        dated=_dated(head.place, head.date),
        kind=head.kind or matter.form.name,
        summary=summary,
        notice=_notice(matter),
        grounds=_grounds(matter),
        authority=_given(head.authority, "quyền hạn ký"),
        post=_given(head.post, "chức vụ người ký"),
        signer=_given(head.signer, "họ tên người ký"),
        recipients=tuple((Run(name),) for name in head.recipients) or (missing("nơi nhận"),),
    )


def _two_lines(issuer: str) -> str:
    """The name of a people's committee breaks after its kind, as the decree's samples do."""
    kind, _, place = issuer.partition("nhân dân ")
    return f"{kind}nhân dân {place.replace(' ', chr(0xA0))}" if place else issuer


def _given(value: str | None, what: str) -> Runs:
    return (Run(value),) if value else missing(what)


def _dated(place: str | None, date: str | None) -> Runs:
    day: Runs = missing("ngày ban hành")
    parts = (date or "").split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        year, month, number = parts
        month = month if int(month) < 3 else str(int(month))
        day = (Run(f"ngày {number} tháng {month} năm {year}"),)
    return (*_given(place, "địa danh"), Run(", "), *day)


def _notice(matter: Matter) -> str:
    draft = "; đề cương theo dự thảo, thay khi có bản ban hành" if matter.form.draft else ""
    return (
        f"{AUDIENCES[matter.model.audience].vi}. Bản dự thảo xuất từ mô hình, phản ánh dữ liệu tại ngày {written(matter.report.day, 'vi')}{draft}. "
        "Chỗ đánh dấu là phần chưa có dữ liệu hoặc chưa ai viết; số trong ngoặc vuông dẫn tới danh mục nguồn."
    )


def _grounds(matter: Matter) -> tuple[str, ...]:
    known = matter.model.reference.instruments
    problems = []
    for id in matter.texts.front.grounds:
        if id not in known:
            guess = nearest(id, known)
            fix = Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?") if guess else Words(
                "thêm văn bản vào framework_v4/law", "add the instrument to framework_v4/law")  # fmt: skip
            place = Place(f"{matter.texts.folder}/front.md", 1)
            problems.append(Problem(place, Words(f"'grounds' nêu văn bản '{id}', không có", f"'grounds' names the instrument '{id}', which does not exist"), fix))  # fmt: skip
    if problems:
        raise CatalogueError(problems)
    found = (known[id] for id in matter.texts.front.grounds)
    return tuple(_cited(one) for one in found if (one.issued or "") <= matter.report.day)


def _cited(instrument: Instrument) -> str:
    """An instrument as its first citation reads: of a law only kind and name, of others all that is known."""
    form, name = instrument.form or "văn bản", instrument.name or ""
    if form in {"Luật", "Pháp lệnh"}:
        return f"Căn cứ {name}" if name.startswith(form) else f"Căn cứ {form} {name}"
    number = f" số {instrument.number}" if instrument.number else ""
    parts = (instrument.issued or "").split("-")
    day = ""
    if len(parts) == 3:
        month = parts[1] if int(parts[1]) < 3 else str(int(parts[1]))
        day = f" ngày {parts[2]} tháng {month} năm {parts[0]}"
    issuer = f" của {instrument.issuer}" if instrument.issuer else ""
    about = f"{name[:1].lower()}{name[1:]}"
    about = about if not name or folded(name).startswith(_VERBS) else f"về {about}"
    return f"Căn cứ {form}{number}{day}{issuer} {about}".strip()
