"""The diagrams a framework requires (Mẫu 02), filled from the catalogue: SĐ-T-01, SĐ-T-02, SĐ-T-03 for a province.

Decides which diagram is meant, and what its title block says; a line nobody has recorded stays open, and is shown so.
The places of each are the work of ``diagram_forms``, so that another edition's diagrams come from its data.
"""

from __future__ import annotations

from datetime import date

from archmodel.analysis.editions import edition_on
from archmodel.errors import ArchmodelError
from archmodel.model.elements import View
from archmodel.model.framework import Edition, Entry
from archmodel.model.model import Model
from archmodel.model.values import LABELS, label
from archmodel.text.vietnamese import composed, folded, nearest
from archmodel.text.words import Words
from archmodel.views.dates import written
from archmodel.views.diagram_forms import FIGURES, Filling
from archmodel.views.diagram_values import Diagram, Stamp
from archmodel.views.marks import cited

PLATEAUS = {
    "current": Words("Hiện trạng", "Current"),
    "transition": Words("Chuyển đổi", "Transition"),
    "target": Words("Mục tiêu", "Target"),
}


def diagram(model: Model, code: str) -> Diagram:
    """A mandatory diagram of a model, whole or part.

    Args:
        model: narrowed to a day, or as of the day of the settings, or today.
        code: the code of the diagram (``"SĐ-T-01"``), with or without diacritics, or the id of its view.

    Raises:
        ArchmodelError: the framework has no diagram of this code, or the lists it is drawn from are not at hand.
    """
    day = _day(model)
    edition = edition_on(model, day)
    entry = _wanted(model, edition, code)
    filling = _filling(model, day, edition, entry)
    figure = entry.figure or ""
    if filling is None:
        raise ArchmodelError(
            Words(f"chưa vẽ được sơ đồ {_code(entry)}: khung chưa có danh mục thành phần của {figure or 'hình này'}", f"{_code(entry)} cannot be drawn: the framework's list for {figure or 'this figure'} is not at hand"),
            Words("thêm danh mục ấy vào framework_v4, hoặc chọn sơ đồ khác", "add that list to framework_v4, or ask for another diagram"),
        )  # fmt: skip
    rows, sides, connectors, lanes = FIGURES[figure](filling)
    view = _view(model, day, _code(entry))
    told = [*filling.cited, *([view] if view else [])]
    return Diagram(
        code=_code(entry),
        name=_name(view, entry),
        of=Words(model.settings.name, model.settings.name_en or model.settings.name),
        day=day,
        sources=cited(told),
        stamps=_stamps(model, view, entry, day),
        lanes=lanes,
        rows=rows,
        sides=sides,
        connectors=connectors,
    )


def codes(model: Model) -> tuple[str, ...]:
    """The codes of the diagrams the workspace must have, by the framework of its day, that can be drawn."""
    day = _day(model)
    edition = edition_on(model, day)
    owner = model.origin.elements.get(model.settings.owner or "")
    group = "bo" if getattr(owner, "tier", None) == "central" else "tinh"
    return tuple(
        _code(entry)
        for entry in _entries(edition)
        if entry.group == group and entry.strength == "shall" and _filling(model, day, edition, entry) is not None
    )


def diagrams(model: Model) -> tuple[Diagram, ...]:
    """Every diagram of ``codes``."""
    return tuple(diagram(model, code) for code in codes(model))


def _filling(model: Model, day: str, edition: Edition | None, entry: Entry) -> Filling | None:
    """What the diagram is drawn from, or None where its list is not at hand."""
    if edition is None or entry.figure not in FIGURES:
        return None
    filling = Filling(model, day, edition, entry.figure)
    return filling if filling.is_listed else None


def _day(model: Model) -> str:
    return model.day or model.settings.as_of or date.today().isoformat()


def _entries(edition: Edition | None) -> list[Entry]:
    return [entry for listing in edition.of_sort("diagram") for entry in listing.entries] if edition else []


def _code(entry: Entry) -> str:
    return composed(entry.code or entry.key)


def _wanted(model: Model, edition: Edition | None, code: str) -> Entry:
    known = {folded(_code(entry)): entry for entry in _entries(edition)}
    view = model.origin.elements.get(code)
    asked = folded(view.code if isinstance(view, View) and view.code else code)
    if asked in known:
        return known[asked]
    names = {key: _code(entry) for key, entry in known.items()}
    guess = nearest(asked, names)
    shown = ", ".join(names.values())
    raise ArchmodelError(
        Words(f"không có sơ đồ '{code}'", f"there is no diagram '{code}'"),
        Words(f"ý bạn là '{names[guess]}'?", f"did you mean '{names[guess]}'?")
        if guess
        else Words(f"dùng một trong: {shown or 'khung này không nêu sơ đồ nào'}", f"use one of: {shown or 'this framework names none'}"),
    )  # fmt: skip


def _view(model: Model, day: str, code: str) -> View | None:
    found = (view for view in model.origin.views if view.code and composed(view.code) == code and view.holds_on(day))
    return next(found, None)


def _name(view: View | None, entry: Entry) -> Words:
    if view:
        return Words(composed(view.name), view.name_en or composed(view.name))
    return Words(entry.text or entry.key, entry.text_en or entry.text or entry.key)


def _stamps(model: Model, view: View | None, entry: Entry, day: str) -> tuple[Stamp, ...]:
    """The title block Mẫu 02 asks for, line by line."""
    state = PLATEAUS.get(view.plateau or "") if view else None
    scope = LABELS["scope"].get(view.scope or "") if view else None
    since = Words(written(view.since, "vi"), view.since) if view and view.since else None
    evidence = view.evidence[0] if view and view.evidence else None
    confirmed = [text for text in (view.contact, view.confirmed_on) if text] if view else []
    settings = model.settings
    return (
        Stamp(Words("Mã, tên sơ đồ", "Code, name"), Words(f"{_code(entry)} – {_name(view, entry).vi}", f"{_code(entry)} – {_name(view, entry).en}")),
        Stamp(Words("Mục đích, góc nhìn", "Purpose, view"), _same(view.purpose if view else None)),
        Stamp(Words("Trạng thái thể hiện", "State shown"), state),
        Stamp(Words("Phạm vi", "Scope"), scope and Words(f"{scope.vi}: {settings.name}", f"{scope.en}: {settings.name_en or settings.name}")),
        Stamp(Words("Số liệu tại ngày", "Data as of"), Words(written(day, "vi"), day)),
        Stamp(Words("Phiên bản", "Version"), _same(view.version if view else None)),
        Stamp(Words("Ngày hiệu lực", "In force from"), since),
        Stamp(
            Words("Nguồn của mẫu sơ đồ", "Source of the form"),
            None if evidence is None else Words(*(f"{evidence.document} ({label('confidence', evidence.confidence, lang)})" for lang in ("vi", "en"))),
        ),
        Stamp(Words("Người xác nhận", "Confirmed by"), _same("; ".join(confirmed) or None)),
        Stamp(Words("Tệp nguồn sửa được", "Editable source file"), _same(view.source_file if view else None)),
    )  # fmt: skip


def _same(text: str | None) -> Words | None:
    return Words(text, text) if text else None
