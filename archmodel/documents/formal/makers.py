"""The tables and pictures a form asks for, each computed from the matter; a name a form uses is a function here.

Decides rows and columns. Numbers and places in the document are given by ``compose``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from archmodel.documents.formal.cells import FLOW_SHOWS, SHOWS, known
from archmodel.documents.formal.matter import UNKNOWN, Matter
from archmodel.documents.formal.tree import Column, Row, Run, Runs
from archmodel.errors import ArchmodelError
from archmodel.model.form import Fill, Shown
from archmodel.model.framework import Entry
from archmodel.model.kinds import KINDS, LAYERS
from archmodel.model.record import Element
from archmodel.model.relations import Alignment
from archmodel.model.values import label
from archmodel.text.vietnamese import composed, nearest
from archmodel.text.words import Words
from archmodel.views.dates import written

_PLATEAUS = {"current": "Hiện trạng", "transition": "Chuyển đổi", "target": "Mục tiêu"}
_SOURCE_COLUMNS = ("Số", "Tài liệu", "Ngày", "Địa chỉ", "Độ tin cậy của dữ kiện")
_NONE = "none"


class Made(NamedTuple):
    """A table before it has a number; ``mentions`` are the ids of the elements it lists."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    mentions: tuple[str, ...] = ()


def make(matter: Matter, fill: Fill) -> Made:
    """The table a fill asks for; pictures and sources are made by ``compose``."""
    return MAKERS[fill.make](matter, fill)


def _columns(*shares: tuple[str, int]) -> tuple[Column, ...]:
    return tuple(Column(name, width) for name, width in shares)


def _say(text: str | None) -> Runs:
    return (Run(text),) if text else UNKNOWN


def _set(matter: Matter, fill: Fill) -> tuple[Shown, ...]:
    found = matter.form.columns.get(fill.columns or "")
    if found is None:
        guess = nearest(fill.columns or "", matter.form.columns)
        raise ArchmodelError(
            Words(f"mẫu '{matter.form.id}' không có bộ cột '{fill.columns}'", f"the form '{matter.form.id}' has no columns '{fill.columns}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?") if guess else Words("thêm vào 'columns' của document.yaml", "add it to 'columns' of document.yaml"),
        )  # fmt: skip
    return found


def _listed(matter: Matter, fill: Fill) -> list[Element]:
    """The elements a fill lists, kind by kind in the order it names them."""
    found: list[Element] = []
    for kind in fill.kinds:
        chosen = [e for e in matter.now.of(kind) if _wanted(matter, fill, e)]
        found += matter.sorted(chosen)
    return found


def _wanted(matter: Matter, fill: Fill, element: Element) -> bool:
    if fill.record and (getattr(element, "record", None) or "own") != fill.record:
        return False
    if fill.categories and (getattr(element, "category", None) or _NONE) not in fill.categories:
        return False
    return not fill.under or matter.lies_under(element, fill.under)


def _elements(matter: Matter, fill: Fill) -> Made:
    return _of(matter, fill, _listed(matter, fill))


def _unaligned(matter: Matter, fill: Fill) -> Made:
    return _of(matter, fill, [e for e in _listed(matter, fill) if not matter.aligned(e)])


def _of(matter: Matter, fill: Fill, elements: Iterable[Element]) -> Made:
    shown = _set(matter, fill)
    shows = [SHOWS[known(column.shows, SHOWS, fill.columns or "")] for column in shown]
    chosen = list(elements)
    rows = tuple(Row(tuple(show(matter, element) for show in shows)) for element in chosen)
    return Made(tuple(Column(c.name, c.width) for c in shown), rows, tuple(e.id for e in chosen))


def _flows(matter: Matter, fill: Fill) -> Made:
    shown = _set(matter, fill)
    shows = [FLOW_SHOWS[known(column.shows, FLOW_SHOWS, fill.columns or "")] for column in shown]
    flows = sorted(matter.now.flows, key=lambda flow: flow.id)
    rows = tuple(Row(tuple(show(matter, flow) for show in shows)) for flow in flows)
    return Made(tuple(Column(c.name, c.width) for c in shown), rows)


def _counts(matter: Matter, fill: Fill) -> Made:
    rows = []
    for kind in KINDS.values():
        counted = matter.counts.get(kind.name)
        if counted:
            managed = "record" in kind.element.model_fields
            told = [counted["own"], counted["reference"], counted["None"]] if managed else [None, None, None]
            numbers = (_say(str(n)) if n is not None else (Run("Không áp dụng"),) for n in (*told, counted["all"]))
            rows.append(Row(((Run(LAYERS[kind.layer].vi),), (Run(kind.words.vi),), *numbers)))
    heads = (("Lớp", 4), ("Loại đối tượng", 4), ("Bản ghi gốc", 2), ("Bản ghi tham chiếu", 2),
             ("Chưa ghi loại bản ghi", 2), ("Tất cả", 2))  # fmt: skip
    return Made(_columns(*heads), tuple(rows))


def _entries(matter: Matter, fill: Fill) -> Made:
    rows = tuple(
        Row(
            (
                _say(e.code or e.key),
                _say(e.name or e.text),
                (*matter.sources.mark(e.evidence or held.evidence), *_draft(e)),
            )
        )
        for held in matter.edition.of_sort(fill.lists or "")
        for e in held.entries
        if not fill.under or e.key in fill.under
    )
    return Made(_columns(("Khóa", 1), ("Nội dung", 6), ("Nguồn, độ tin cậy", 2)), rows)


def _draft(entry: Entry) -> Runs:
    return (Run(" (dự thảo)"),) if entry.draft else ()


def _coverage(matter: Matter, fill: Fill) -> Made:
    scope = fill.lists or ""
    rows = [
        Row((_say(row.name.vi), matter.named(row.elements) if row.elements else (Run("Không có đối tượng"),),
             (Run(row.cover.words.vi),), (Run(row.outcome.words.vi),)))
        for row in matter.gaps
        if row.scope.partition(":")[0] == scope and (not fill.under or row.layer in fill.under)
    ]  # fmt: skip
    mentions = [id for row in matter.gaps if row.scope.partition(":")[0] == scope for id in row.elements]
    heads = (("Thành phần của khung", 4), ("Đối tượng đảm nhận", 5), ("Mức đáp ứng", 3), ("Kết quả", 2))
    return Made(_columns(*heads), tuple(rows), tuple(dict.fromkeys(mentions)))


def _mapping(matter: Matter, fill: Fill) -> Made:
    rows, mentions = [], []
    for element in matter.sorted(matter.now):
        for link in matter.now.outgoing(element.id, "aligned_to"):
            edition, _, key = link.target.partition("/")
            if edition == matter.edition.id and isinstance(link, Alignment) and element.kind != "organisation":
                entry = matter.entries.get(key)
                named = f"{key} - {entry.name}" if entry and entry.name else key
                how = label("mapping", link.mapping) if link.mapping else None
                cells = (element.code or element.id, element.name, matter.edition.name, named, how)
                rows.append(Row((*map(_say, cells), matter.sources.mark(link.evidence))))
                mentions.append(element.id)
    heads = (("Mã đối tượng", 3), ("Tên đối tượng", 4), ("Khung/tài liệu nguồn", 3), ("Mã/tên đối tượng nguồn", 4),
             ("Quan hệ ánh xạ", 2), ("Nguồn, độ tin cậy", 2))  # fmt: skip
    return Made(_columns(*heads), tuple(rows), tuple(dict.fromkeys(mentions)))


def _rules(matter: Matter, fill: Fill) -> Made:
    results = [r for r in matter.report.results if fill.lists != "fail" or r.failed]
    rows = tuple(
        Row((_say(r.rule.code), _say(r.rule.title.vi), *(_say(str(n)) for n in (r.judged, r.passed, r.failed, r.insufficient))))
        for r in results
    )  # fmt: skip
    heads = (("Quy tắc", 2), ("Nội dung", 6), ("Đã xét", 1), ("Đáp ứng", 1), ("Chưa đáp ứng", 1), ("Chưa đủ cơ sở", 1))
    return Made(_columns(*heads), rows)


def _instruments(matter: Matter, fill: Fill) -> Made:
    profile = matter.model.reference.profile(matter.report.day)
    ids = [*([matter.edition.instrument] if matter.edition.instrument else [])]
    ids += [id for held in profile.instruments.values() for id in held] if profile else []
    found = [i for id in dict.fromkeys(ids) if (i := matter.model.reference.instruments.get(id))]
    rows = tuple(
        Row((_say(i.number), _say(i.name), _say(written(i.issued, "vi") if i.issued else None),
             _say(i.issuer), matter.sources.mark(i.evidence)))
        for i in found
    )  # fmt: skip
    heads = (
        ("Số, ký hiệu", 3),
        ("Trích yếu", 6),
        ("Ngày ban hành", 2),
        ("Cơ quan ban hành", 2),
        ("Nguồn, độ tin cậy", 2),
    )
    return Made(_columns(*heads), rows)


def _checklist(matter: Matter, fill: Fill) -> Made:
    items = [e for listing in matter.edition.of_sort("check") if listing.id == fill.lists for e in listing.entries]
    rows = tuple(Row((_say(e.key), _say(e.text or e.name), UNKNOWN)) for e in items)
    return Made(_columns(("Mục", 1), ("Nội dung kiểm tra", 6), ("Kết quả", 2)), rows)


def _diagrams(matter: Matter, fill: Fill) -> Made:
    views = {composed(view.code): view for view in matter.now.views if view.code}
    rows, mentions = [], []
    for listing in matter.edition.of_sort("diagram"):
        for entry in listing.entries:
            if entry.group == fill.lists and entry.strength == "shall":
                view = views.get(composed(entry.code or entry.key))
                state = _PLATEAUS.get(view.plateau or "") if view else None
                purpose, file = (view.purpose, view.source_file) if view else (None, None)
                cells = (entry.code, entry.text, purpose, state, file)
                source = matter.sources.mark(view.evidence) if view else UNKNOWN
                rows.append(Row((*map(_say, cells), source)))
                mentions += [view.id] if view else []
    heads = (("Mã sơ đồ", 2), ("Sơ đồ", 4), ("Mục đích", 3), ("Trạng thái thể hiện", 2), ("Tệp nguồn", 2),
             ("Nguồn, độ tin cậy", 2))  # fmt: skip
    return Made(_columns(*heads), tuple(rows), tuple(mentions))


def _sources(matter: Matter, fill: Fill) -> Made:
    return Made(_columns(*zip(_SOURCE_COLUMNS, (1, 6, 3, 5, 3), strict=True)), matter.sources.rows())


MAKERS: dict[str, Callable[[Matter, Fill], Made]] = {
    "elements": _elements, "unaligned": _unaligned, "flows": _flows, "counts": _counts, "entries": _entries,
    "coverage": _coverage, "mapping": _mapping, "rules": _rules, "instruments": _instruments,
    "checklist": _checklist, "diagrams": _diagrams, "sources": _sources,
}  # fmt: skip
"""How each ``make`` of a form is made."""
