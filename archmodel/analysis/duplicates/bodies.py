"""Whose a system is: the body named by its owner, as compared, and which bodies answer for it today.

``Sở TT&TT`` and ``Sở Khoa học và Công nghệ Hà Nội`` are one body today, by the succession the catalogue records; a city
whose catalogue is not at hand has the reorganisation that was the same in every province (``bodies.yaml``, *same_after*).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import AND, lexicon, spelled
from archmodel.analysis.duplicates.naming import Name, taken_apart
from archmodel.analysis.duplicates.places import COMMITTEE, DIVISIONS, HOUSES, provinces
from archmodel.analysis.duplicates.spelling import bared, is_syllable
from archmodel.analysis.succession import heirs
from archmodel.model.model import Model
from archmodel.model.relations import Succession
from archmodel.text.vietnamese import composed, folded

_CENTRAL = tuple(
    folded(" ".join(spelled(words)))
    for words in (
        "chính phủ", "quốc hội", "cục", "tổng cục", "vụ", "bảo hiểm xã hội việt nam", "bảo hiểm xã hội vn", "thanh tra chính phủ",
        "ban cơ yếu chính phủ", "thông tấn xã việt nam", "kho bạc nhà nước", "trung ương", "văn phòng chính phủ", "văn phòng quốc hội",
        "văn phòng trung ương", "văn phòng chủ tịch nước", "ngân hàng nhà nước", "tòa án nhân dân tối cao", "đài truyền hình việt nam",
    )
)  # fmt: skip
_PARTS_OF_MINISTRIES = ("cuc ", "tong cuc ", "vu ")
_HOUSES = tuple(folded(" ".join(spelled(name))) for name in HOUSES)
_CAPITALS = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
_LEADS = r"(?:bộ|sở|ubnd|uỷ ban|ủy ban|công an|ca|tổng cục|cục|thành ủy|tỉnh ủy|b[a-zđ]{1,6})(?:\s|$)"
"""What a body begins with that another is written to belong to, as in ``Cục CSGT - Bộ Công an``."""

_PARTING = re.compile(
    rf";|,(?=\s*(?-i:[{_CAPITALS}]))|\s[-–]\s(?={_LEADS})|\((?={_LEADS})|\s(?:trực )?thuộc\s", re.IGNORECASE
)
_ASIDE = re.compile(rf"\((?!{_LEADS})[^)]*\)", re.IGNORECASE)
_CITY_WIDE, _HOME = "thành phố", "(own)"
_CITY_WORDS, _SHORT = {"thanh", "pho", "tp", "hn"}, 2
_OFFICE, _POLICE = folded("văn phòng"), " ".join(spelled("công an"))
_COUNCIL = " ".join(spelled("hội đồng nhân dân"))
_PARTY_COMMITTEES = {"uy", "thanh uy", "dang uy", "quan uy", "huyen uy"}  # the province's own word is its place's
_NATION, _SCHOOL = f" {' '.join(spelled('việt nam'))}", " ".join(spelled("trường"))
_SCHOOL_TITLE = re.compile(
    f"^(?=(?:{'|'.join(' '.join(spelled(w)) for w in ('trung học', 'tiểu học', 'mầm non', 'cao đẳng'))}) )"
)
_COMMITTEE = " ".join(spelled(COMMITTEE))
_GENERAL, _CORPORATION, _COMPANY = (f"{' '.join(spelled(words))}" for words in ("đa khoa", "tổng công ty", "công ty"))
_ARMS = tuple(map(folded, ("văn phòng", "trung tâm", "chi cục")))
_HEADS = tuple(map(folded, ("sở", "chi cục", "công an", "ủy ban nhân dân", "hội đồng nhân dân", "văn phòng ubnd")))


class Body(NamedTuple):
    """A body as compared: its own title (empty for the administration of a place), its place, its level.

    ``above`` is the title of the ministry a part of it is written with.
    """

    title: str
    place: str
    level: str | None
    above: str = ""

    @property
    def key(self) -> str:
        """The body in one line, without diacritics: what equal bodies share."""
        return bared(f"{self.title} | {self.place}")


@lru_cache(maxsize=1 << 16)
def body_named(text: str, own: frozenset[str]) -> Body | None:
    """The body a text names; of ``Phòng CSGT, Công an TP`` the one it belongs to. None where it names none."""
    parts = [
        part
        for part in (" ".join(part.split()).rstrip(")") for part in _PARTING.split(_ASIDE.sub(" ", composed(text))))
        if part
    ]
    if not parts:
        return None
    first = taken_apart(parts[0], own, body=True)
    if len(parts) > 1 and folded(first.title).startswith(_PARTS_OF_MINISTRIES) and not first.places:
        above = body_named(parts[-1], own)
        return Body(first.title, "", "national", above.title if above else "")
    name = first if any(place.level for place in first.places) else taken_apart(parts[-1], own, body=True)
    return _body_of(name, own, folded(text))


def _body_of(name: Name, own: frozenset[str], plain: str) -> Body | None:
    place = next((p for p in name.places if p.level), None) or next(iter(name.places), None)
    where = f"{place.division} {place.name}".strip() if place else ""
    level = place.level if place and place.level else name.level
    home = where or (_HOME if own else "")
    if name.department:
        if level == "national" and folded(name.title).startswith(_PARTS_OF_MINISTRIES):
            return Body(name.title, "", level, name.department)
        return Body(name.department, "" if level == "national" else home, level)
    title = _SCHOOL_TITLE.sub(f"{_SCHOOL} ", _without_office(name.title, plain))
    if not title and not where:
        return Body(_CITY_WIDE, home, "province")
    local = where or name.says_own or name.level == "province"
    if folded(title).startswith(_CENTRAL) and not local:
        return Body(title, "", "national")
    if local:
        title = title.removesuffix(_NATION)
    if folded(title).startswith(_HOUSES):
        title = " ".join(title.replace(_GENERAL, "").split())
        return Body(title, home, level if where else None)
    return Body(title, home, level or (None if where else "province"))


def _letters(name: str, own: frozenset[str]) -> str:
    """The first letters of a body's name, without those of its city."""
    gone = {*map(folded, own), *AND, *_CITY_WORDS}
    return "".join(word[0] for word in folded(name).split() if word not in gone)


def _joined(body: Body) -> str:
    """The own name of a place as addresses write it."""
    division = next((name for name in DIVISIONS if body.place.startswith(f"{name} ")), "")
    return folded("".join(body.place.removeprefix(division).split()))


def _without_office(title: str, text: str) -> str:
    """What works for a committee or a council under its name is the committee or the council itself; so are parts of police."""
    plain = folded(title)
    if plain.startswith(_OFFICE) and plain.endswith(folded(_COUNCIL)):
        return "" if "ubnd" in text or "uy ban nhan dan" in text else _COUNCIL
    if not plain.startswith(_POLICE) and title.endswith(f" {_POLICE}"):
        return _POLICE
    if plain.startswith(_OFFICE) and plain.removeprefix(_OFFICE).strip() in _PARTY_COMMITTEES:
        return title.split(maxsplit=2)[2]
    return "" if plain == _OFFICE else title.replace(_CORPORATION, _COMPANY)


@lru_cache(maxsize=1 << 16)
def same_title(one: str, other: str) -> bool:
    """Whether two titles are one but for acronyms on either side: ``ban PVLT`` is ``ban phục vụ lễ tang``."""
    if one == other:
        return True
    mine, theirs = one.split(), other.split()
    if not set(mine) & set(theirs) or all(map(is_syllable, (*mine, *theirs))):
        return False
    return _spelled(mine) == _spelled(theirs)


def _spelled(title: list[str]) -> str:
    """The first letter of each word, an acronym whole."""
    return "".join(bared(word)[0] if is_syllable(word) or len(word) < _SHORT else bared(word) for word in title)


def _head(body: Body, title: str) -> Body:
    """The body one works for, of the same place; a committee has no title beside its place's, the city's its own."""
    if title == _COMMITTEE:
        title = _CITY_WIDE if body.place == _HOME else ""
    return body._replace(title=title, above="")


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
            if above := body.above or lexicon().arms.get(body.title, ""):
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
        after = lexicon().same_after.get(tuple(body.title.split()))
        if after:
            return self._resolved(body._replace(title=" ".join(after)))
        if body.title and body.place and body.level in {"district", "commune"}:
            seats = self._resolved(Body("", body.place, body.level))
            return frozenset(folded(f"{body.title} | {seat}") for seat in seats)
        return frozenset({self._in_province(body).key})

    def _in_province(self, body: Body) -> Body:
        """A body of a province that was merged, as one of the province that took it in."""
        division = next((word for word in ("tỉnh ", "thành phố ") if body.place.startswith(word)), "")
        words = body.place.removeprefix(division).split()
        found = division and words and (provinces(bare=False).get(words) or provinces(bare=True).get(words))
        if not found:
            return body
        if self.own.issuperset(found.today.removeprefix("thành phố ").split()):
            return body._replace(title=body.title or _CITY_WIDE, place=_HOME)
        return body._replace(place=found.today)
