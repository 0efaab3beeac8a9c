"""Whose a system is: the body named by its owner, as compared, and which bodies answer for it today.

``Sở TT&TT`` and ``Sở Khoa học và Công nghệ Hà Nội`` are one body today, by the succession the catalogue records; a city
whose catalogue is not at hand has the reorganisation that was the same in every province (``words.yaml``, *same_after*).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import AND, lexicon, spelled
from archmodel.analysis.duplicates.naming import taken_apart
from archmodel.analysis.duplicates.spelling import bared
from archmodel.analysis.succession import heirs
from archmodel.model.model import Model
from archmodel.text.vietnamese import composed, folded

_CENTRAL = tuple(
    folded(" ".join(spelled(words)))
    for words in (
        "chính phủ",
        "quốc hội",
        "cục",
        "tổng cục",
        "bảo hiểm xã hội việt nam",
        "bảo hiểm xã hội vn",
        "thanh tra chính phủ",
        "ban cơ yếu chính phủ",
        "thông tấn xã việt nam",
        "kho bạc nhà nước",
        "trung ương",
    )
)
_CITY_WIDE, _HOME = "thành phố", "(own)"
_CITY_WORDS, _SHORT = {"thanh", "pho", "tp", "hn"}, 2
_OFFICE = folded("văn phòng")
_COUNCIL = " ".join(spelled("hội đồng nhân dân"))
_ARMS = tuple(map(folded, ("văn phòng", "trung tâm", "chi cục")))
_HEADS = tuple(map(folded, ("sở", "chi cục", "công an", "ủy ban nhân dân", "hội đồng nhân dân", "văn phòng ubnd")))


class Body(NamedTuple):
    """A body as compared: its own title (empty for the administration of a place), its place, its level."""

    title: str
    place: str
    level: str | None

    @property
    def key(self) -> str:
        """The body in one line, without diacritics: what equal bodies share."""
        return bared(f"{self.title} | {self.place}")


@lru_cache(maxsize=1 << 16)
def body_named(text: str, own: frozenset[str]) -> Body | None:
    """The body a text names; of ``Phòng CSGT, Công an TP`` the one it belongs to. None where it names none."""
    parts = [part for part in (" ".join(part.split()) for part in composed(text).split(",")) if part]
    if not parts:
        return None
    first = taken_apart(parts[0], own, body=True)
    name = first if any(place.level for place in first.places) else taken_apart(parts[-1], own, body=True)
    place = next((p for p in name.places if p.level), None) or next(iter(name.places), None)
    where = f"{place.division} {place.name}".strip() if place else ""
    level = place.level if place and place.level else name.level
    home = where or (_HOME if own else "")
    if name.department:
        return Body(name.department, "" if level == "national" else home, level)
    title = _without_office(name.title, where)
    if not title and not where:
        return Body(_CITY_WIDE, home, "province")
    central = folded(title).startswith(_CENTRAL)
    if central:
        return Body(title, "", "national")
    return Body(title, home, level or (None if where else "province"))


def _letters(name: str, own: frozenset[str]) -> str:
    """The first letters of a body's name, without those of its city."""
    gone = {*map(folded, own), *AND, *_CITY_WORDS}
    return "".join(word[0] for word in folded(name).split() if word not in gone)


def _without_office(title: str, where: str) -> str:
    """What works for a committee or a council under its name is the committee or the council itself."""
    plain = folded(title)
    if plain == _OFFICE and not where:
        return ""
    return _COUNCIL if plain.startswith(_OFFICE) and plain.endswith(folded(_COUNCIL)) else title


class Lineage:
    """Which bodies are one today, by the succession of a catalogue, or by what was the same in every province."""

    def __init__(self, model: Model | None, day: str, own: frozenset[str]) -> None:
        self.own = own
        self.day = day
        self.model = model.origin if model is not None else None
        self.ids: dict[str, list[str]] = defaultdict(list)
        self._initials: dict[str, list[str]] = defaultdict(list)
        if self.model is not None:
            for element in self.model.organisations:
                names = (element.name, *element.aliases, *([element.abbreviation] if element.abbreviation else []))
                for text in names:
                    body = body_named(text, own)
                    if body is not None and element.id not in self.ids[body.key]:
                        self.ids[body.key].append(element.id)
                self._initials[_letters(element.name, own)].append(element.name)
        self._today: dict[str, frozenset[str]] = {}
        self._named: dict[str, Body | None] = {}

    def named(self, text: str | None) -> Body | None:
        """The body a text names, as this catalogue spells it; initials stand for the one body they can mean."""
        if not text:
            return None
        if text not in self._named:
            self._named[text] = self._read(text)
        return self._named[text]

    def _read(self, text: str) -> Body | None:
        first = text.split(maxsplit=1)[0] if text.split() else ""
        alone = first.isupper() and len(first) > _SHORT and _letters(text, self.own) == folded(first)[0]
        meant = (
            self._initials.get(folded(first)) if alone and folded(first) not in lexicon().body_abbreviations else None
        )
        return body_named(meant[0] if meant and len(set(meant)) == 1 else text, self.own)

    def today(self, body: Body, ideas: Iterable[str] = ()) -> frozenset[str]:
        """What answers for a body on the day: ids of the catalogue where it knows the body, else its key.

        A body parted in 2025 is answered for by the heir that took the task the ``ideas`` name.
        """
        parted = lexicon().parted_after.get(body.title)
        if parted and (heir := next((parted[idea] for idea in ideas if idea in parted), None)):
            body = body._replace(title=heir)
        found = self._today.get(body.key)
        if found is None:
            found = self._today[body.key] = self._resolved(body)
        return found

    def today_of(self, id: str) -> frozenset[str]:
        """What answers on the day for a body of the catalogue: its heirs, with those an office or a centre works for."""
        assert self.model is not None
        found = frozenset(element.id for element in heirs(self.model, id, self.day)) or frozenset({id})
        return found.union(*map(self._heads, found))

    def _heads(self, id: str) -> Iterator[str]:
        """The bodies an office, a branch or a centre runs systems for, upwards."""
        assert self.model is not None
        seen = {id}
        while folded(self.model[id].name).startswith(_ARMS):
            parents = (r.target for r in self.model.outgoing(id, "part_of") if r.holds_on(self.day))
            above = next((p for p in parents if p not in seen and folded(self.model[p].name).startswith(_HEADS)), None)
            if above is None:
                return
            seen.add(above)
            yield above
            id = above

    def _resolved(self, body: Body) -> frozenset[str]:
        known = self.ids.get(body.key)
        if known and self.model is not None:
            living = [id for id in known if self.model[id].holds_on(self.day)]
            return frozenset().union(*(self.today_of(id) for id in living or known))
        after = lexicon().same_after.get(tuple(body.title.split()))
        if after:
            return self._resolved(body._replace(title=" ".join(after)))
        return frozenset({body.key})
