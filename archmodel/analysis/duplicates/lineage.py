"""Which bodies answer today for a body named: its heirs, and those an office, a branch or a centre works for.

``Sở TT&TT`` and ``Sở Khoa học và Công nghệ Hà Nội`` are one body today, by the succession the catalogue records; a city
whose catalogue is not at hand has the reorganisation that was the same in every province (``bodies.yaml``, *same_after*).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from archmodel.analysis.duplicates.bodies import CITY_WIDE, HOME, Body, body_named
from archmodel.analysis.duplicates.lexicon import AND, lexicon, spelled
from archmodel.analysis.duplicates.places import COMMITTEE, province_today
from archmodel.analysis.duplicates.spelling import bared
from archmodel.analysis.duplicates.titles import is_house
from archmodel.analysis.succession import heirs
from archmodel.model.model import Model
from archmodel.model.relations import Succession
from archmodel.text.vietnamese import folded

_CITY_WORDS, _SHORT = {"thanh", "pho", "tp", "hn"}, 2
_COMMITTEE = " ".join(spelled(COMMITTEE))
_LOCAL = {"district", "commune"}
_MINISTRY, _ROOM, _NO_ROOMS = "bo ", "phong ", ("phong kham", "phong cong chung")
_ARMS = tuple(map(folded, ("văn phòng", "trung tâm", "chi cục")))
_HEADS = tuple(map(folded, ("sở", "chi cục", "công an", "ủy ban nhân dân", "hội đồng nhân dân", "văn phòng ubnd")))


def _letters(name: str, own: frozenset[str]) -> str:
    """The first letters of a body's name, without those of its city."""
    gone = {*map(folded, own), *AND, *_CITY_WORDS}
    return "".join(word[0] for word in folded(name).split() if word not in gone)


def _joined(body: Body) -> str:
    """The own name of a place as addresses write it."""
    return folded("".join(body.own_place.split()))


def _head(body: Body, title: str) -> Body:
    """The body one works for, of the same place; a committee has no title beside its place's, the city's its own."""
    if title == _COMMITTEE:
        title = CITY_WIDE if body.place == HOME else ""
    return body._replace(title=title, above="")


@cache
def _heirs() -> dict[str, str]:
    return {bared(" ".join(old)): " ".join(new) for old, new in lexicon().same_after.items()}


@cache
def _arms() -> dict[str, str]:
    return {bared(arm): head for arm, head in lexicon().arms.items()}


def _renamed(title: str) -> str:
    """What a body is called since it was reorganised all over the country, else what it is."""
    return _heirs().get(bared(title), title)


def _above(body: Body) -> str:
    """The title of the body one runs systems for by its own title; a ministry has none in a province."""
    found = _arms().get(bared(_renamed(body.title)), "")
    if found:
        return "" if body.place and bared(found).startswith(_MINISTRY) else found
    local = body.level in _LOCAL and bared(body.title).startswith(_ROOM)
    return _COMMITTEE if local and not bared(body.title).startswith(_NO_ROOMS) else ""


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
        self._today: dict[Body, frozenset[str]] = {}
        self._named: dict[str, Body | None] = {}
        self._joined = {_joined(name): name for name in self._places() if name.place}

    def _places(self) -> Iterator[Body]:
        """The bodies of the catalogue that are the administration of a place; of namesakes a district, which wards succeed, last."""
        ids = self.model.organisations if self.model is not None else ()
        found = (body_named(element.name, self.own) for element in ids)
        return iter(
            sorted((body for body in found if body and not body.title), key=lambda body: body.level == "district")
        )

    def of_address(self, word: str) -> Body | None:
        """The place an address names without spaces or accents, as ``hoankiem360`` does."""
        return self._joined.get(word.rstrip("0123456789"))

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
        found = self._today.get(body)
        if found is None:
            found = self._resolved(body)
            if above := body.above or _above(body):
                found |= self._resolved(_head(body, above))
            self._today[body] = found
        return found

    def today_of(self, id: str) -> frozenset[str]:
        """What answers on the day for a body of the catalogue: its heirs, with those an office or a centre works for."""
        assert self.model is not None
        taken = (element.id for element in heirs(self.model, id, self.day))
        found = frozenset(heir for heir in taken if self._is_mostly(heir, id)) or frozenset({id})
        return found.union(*map(self._heads, found))

    def _is_mostly(self, heir: str, id: str) -> bool:
        """Whether a body was formed of no other's units more than of this one's, as far as they are counted."""
        assert self.model is not None
        links = [r for r in self.model.outgoing(heir, "succeeds") if isinstance(r, Succession) and r.units]
        mine = next((link.units or 0 for link in links if link.target == id), None)
        return mine is None or mine >= max(link.units or 0 for link in links)

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
        after = _renamed(body.title)
        if after != body.title:
            return self._resolved(body._replace(title=after))
        if body.title and body.place and body.level in _LOCAL:
            seats = self._resolved(Body("", body.place, body.level))
            return frozenset(folded(f"{body.title} | {seat}") for seat in seats)
        return frozenset({self._in_province(body).key})

    def _in_province(self, body: Body) -> Body:
        """A body of a province that was merged, as one of the province that took it in."""
        today = province_today(body.place)
        if not today or body.level in _LOCAL or is_house(body.title):
            return body
        if self.own.issuperset(today.removeprefix("thành phố ").split()):
            return body._replace(title=body.title or CITY_WIDE, place=HOME)
        return body._replace(place=today)
