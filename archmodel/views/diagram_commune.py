"""The commune model as rows and lanes: what the centre and the province provide, what a commune runs, what may be added.

Decides the lanes. Beside what the form asks for, the first two lanes name what the catalogue records in the same place
of the national and the own model, since communes use those.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from archmodel.model.framework import Entry
from archmodel.text.words import Words
from archmodel.views.diagram_values import Connector, Group, Part, Row

if TYPE_CHECKING:
    from archmodel.views.diagram_forms import Filling, Shape

LANES: dict[str, tuple[Words, int, int]] = {
    "TW": (Words("Dùng chung do Trung ương cung cấp", "Shared, provided by the centre"), 31, 2),
    "TINH": (Words("Dùng chung do cấp tỉnh cung cấp", "Shared, provided by the province"), 34, 2),
    "XA": (Words("Thiết yếu triển khai tại cấp xã", "Essential, run by the commune"), 50, 3),
}
"""The lanes by the group of the list: heading, units of the width, columns."""

ADDED: dict[str, Words] = {
    "DT": Words("Đô thị", "Urban"),
    "NT": Words("Nông thôn", "Rural"),
    "MN": Words("Miền núi, biên giới, hải đảo", "Mountain, border, island"),
}
_ACROSS = Words("Nội dung xuyên suốt", "Across all layers")
_ADDED = Words("Bổ sung tùy địa bàn", "Added by type of area")
_SUPPLY = Words("cung cấp để khai thác dùng chung", "provides for shared use")


def commune(filling: Filling) -> Shape:
    """The rows of the commune model, its cross-cutting contents, and who provides for whom by the form."""
    entries = filling.listing.entries if filling.listing else ()
    rows = [_row(filling, entry) for entry in entries if not entry.group and filling.within(entry.key)]
    connectors = tuple(
        Connector(one.key, other.key, "form", _SUPPLY, 0, both_ways=False)
        for row in rows
        for one, other in pairwise(row.groups[:3])
        if one.parts and other.parts
    )
    rows.reverse()
    rows.append(Row("across", "", _ACROSS, (_across(filling),)))
    return tuple(rows), (), connectors, (*(words for words, _, _ in LANES.values()), _ADDED)


def _row(filling: Filling, entry: Entry) -> Row:
    groups = []
    for lane, (words, span, columns) in LANES.items():
        listed = [one for one in filling.within(entry.key) if one.group == lane]
        drawn = tuple(filling.part(one, 1) for one in listed if filling.is_drawn(one))
        told = _recorded(filling, entry, national=lane == "TW") if drawn and lane != "XA" else None
        groups.append(
            Group(f"{entry.key}:{lane}", words, span, _even(len(drawn), columns), drawn, len(listed) - len(drawn), told)
        )  # fmt: skip
    added = _added(filling, entry)
    groups.append(Group(f"{entry.key}:added", _ADDED, 19, 1, (added,) if added else ()))
    return Row(entry.key, entry.parent or "", filling.words(entry.key), tuple(groups))


def _even(parts: int, most: int) -> int:
    """As few columns as keep the number of lines, so that names have room."""
    lines = -(-parts // most) or 1
    return max(-(-parts // lines), 1)


def _across(filling: Filling) -> Group:
    extra = [
        e for one in filling.edition.of_sort("commune_component") for e in one.entries if not e.parent and not e.group
    ]
    own = tuple(filling.side(entry) for entry in extra if not filling.within(entry.key))
    parts = (*filling.sides(), *own)
    return Group("across:all", _ACROSS, 134, max(len(parts), 1), parts)


def _recorded(filling: Filling, entry: Entry, *, national: bool) -> Words | None:
    """What the catalogue records in the same place of the national model or of the own one."""
    places, own = _same_place(filling, entry), _own_keys(filling)
    found = [
        id
        for component in filling.components.values()
        if component.key in own and component.under in places and (component.role == "ref") is national
        for id in filling.ids(component)
    ]
    chosen, drawn = filling.boxes(found, 2)
    if not chosen:
        return None
    names = ", ".join(box.short or box.name for box in drawn.boxes)
    more = f", +{drawn.folded}" if drawn.folded else ""
    return Words(f"Danh mục đã ghi {len(chosen)}: {names}{more}", f"Catalogue records {len(chosen)}: {names}{more}")


def _own_keys(filling: Filling) -> set[str]:
    return {e.key for one in filling.edition.of_sort("component") for e in one.entries if any(x.role == "own" for x in one.entries)}  # fmt: skip


def _same_place(filling: Filling, entry: Entry) -> set[str]:
    """The places of the same layer that a row is about: those part of whose name stands in the row's name."""
    name = (entry.name or "").lower()
    found = set()
    for place in filling.places(entry.parent or ""):
        parts = (place.name or "").lower().replace(" và ", " / ").split(" / ")
        if any(part in name for part in parts):
            found.add(place.key)
    return found


def _added(filling: Filling, entry: Entry) -> Part | None:
    """The additional components of a row as one part: how many for each type of area, and what fills them."""
    listed = [one for one in filling.within(entry.key) if one.group in ADDED and one.role != "open"]
    if not listed:
        return None
    groups = [one.group for one in listed]
    counts = [(ADDED[group], groups.count(group)) for group in ADDED if group in groups]
    filled = [component for one in listed if (component := filling.components[one.key]).elements]
    _, drawn = filling.boxes([id for component in filled for id in filling.ids(component)], 1)
    name = Words(*("; ".join(f"{words.to(lang)}: {many}" for words, many in counts) for lang in ("vi", "en")))
    told = None if drawn.boxes else Words("? chưa ghi đối tượng nào", "? nothing recorded")
    return Part(f"{entry.key}:added:all", None, name, None, drawn.boxes, drawn.folded, told)
