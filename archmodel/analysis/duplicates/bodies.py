"""Whose a system is: the body its owner names, as compared, and when two are written as one.

``SYT``, ``Sở Y tế TP Hà Nội`` and ``Hanoi Department of Health`` are one body; how bodies are called stands in ``bodies.yaml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import lexicon, spelled
from archmodel.analysis.duplicates.naming import taken_apart
from archmodel.analysis.duplicates.places import DIVISIONS, HOUSES, TITLES, province_today
from archmodel.analysis.duplicates.reading import Name
from archmodel.analysis.duplicates.spelling import bared, is_syllable
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
_LEADS = (
    r"(?:bộ|sở|văn phòng ubnd|vp ubnd|ubnd|uỷ ban|ủy ban|công an|ca|tổng cục|cục|thành ủy|tỉnh ủy|b[a-zđ]{1,6})(?:\s|$)"
)
"""What a body begins with that another is written to belong to, as in ``Cục CSGT - Bộ Công an``."""

_PARTING = re.compile(
    rf";|,(?=\s*(?-i:[{_CAPITALS}]))|\s[-–]\s(?={_LEADS})|\((?={_LEADS})|\s(?:trực )?thuộc\s", re.IGNORECASE
)
_ASIDE = re.compile(rf"\((?!{_LEADS})[^)]*\)", re.IGNORECASE)
CITY_WIDE, HOME = "thành phố", "(own)"
"""The title of the city's own administration, and the place of what is the city's own."""

_SHORT = 2
_OFFICE, _POLICE = folded("văn phòng"), " ".join(spelled("công an"))
_COUNCIL = " ".join(spelled("hội đồng nhân dân"))
_PARTY_COMMITTEES = {"uy", "thanh uy", "dang uy", "quan uy", "huyen uy"}  # the province's own word is its place's
_NATION, _SCHOOL = f" {' '.join(spelled('việt nam'))}", " ".join(spelled("trường"))
_KINDS_OF_SCHOOL = tuple(" ".join(spelled(w)) for w in ("trung học", "tiểu học", "mầm non", "cao đẳng"))
_SCHOOL_TITLE = re.compile(f"^(?=(?:{'|'.join((*_KINDS_OF_SCHOOL, *map(bared, _KINDS_OF_SCHOOL)))}) )")
_UNIVERSITY = re.compile(f"^(?:{_SCHOOL}|{bared(_SCHOOL)}) (?={' '.join(spelled('đại học'))}|dai hoc)")
_GENERAL, _CORPORATION, _COMPANY = (f"{' '.join(spelled(words))}" for words in ("đa khoa", "tổng công ty", "công ty"))


class Body(NamedTuple):
    """A body as compared: its own title (empty for the administration of a place), its place, its level.

    ``above`` is the title of the ministry a part of it is written with; ``guessed`` says that only a system's name gives its
    province, so that any body of that province may be meant.
    """

    title: str
    place: str
    level: str | None
    above: str = ""
    guessed: bool = False

    @property
    def own_place(self) -> str:
        """The own name of its place, without the division it is."""
        division = next((name for name in DIVISIONS if self.place.startswith(f"{name} ")), "")
        return self.place.removeprefix(division).strip()

    @property
    def key(self) -> str:
        """The body in one line, without diacritics: what equal bodies share."""
        return bared(f"{self.title} | {self.place}")


@lru_cache(maxsize=1 << 16)
def body_named(text: str, own: frozenset[str]) -> Body | None:
    """The body a text names; of ``Phòng CSGT, Công an TP`` the one it belongs to. None where it names none."""
    parts = [
        part
        for part in (
            " ".join(part.split()).rstrip(")") for part in _PARTING.split(_in_one(_ASIDE.sub(" ", composed(text))))
        )
        if part
    ]
    if not parts:
        return None
    first = taken_apart(parts[0], own, body=True)
    if len(parts) > 1 and folded(first.title).startswith(_PARTS_OF_MINISTRIES) and not first.places:
        above = body_named(parts[-1], own)
        return Body(first.title, "", "national", above.title if above else "")
    name = first if any(place.level for place in first.places) else taken_apart(parts[-1], own, body=True)
    if name is not first and not (name.title or name.department):  # where it stands: ``THPT Chu Văn An, Hà Nội``
        name = taken_apart(" ".join(parts), own, body=True)
    return _body_of(name, own, folded(text))


def _in_one(text: str) -> str:
    """The text without the commas inside the field of a department: ``Sở Văn hóa, Thể thao và Du lịch``."""
    words = spelled(text)
    field = lexicon().department_at(words[1:], bare=False) if words and words[0] in TITLES else ()
    head, comma, rest = text.partition(",")
    while comma and len(spelled(head)) <= len(field):
        more, comma, rest = rest.partition(",")
        head = f"{head}{more}"
    return f"{head}{comma}{rest}"


def _body_of(name: Name, own: frozenset[str], plain: str) -> Body | None:
    place = next((p for p in name.places if p.level), None) or next(iter(name.places), None)
    where = f"{place.division} {place.name}".strip() if place else ""
    level = place.level if place and place.level else name.level
    home = where or (HOME if own else "")
    if name.department:
        if level == "national" and folded(name.title).startswith(_PARTS_OF_MINISTRIES):
            return Body(name.title, "", level, name.department)
        return Body(name.department, "" if level == "national" else home, level)
    title = _UNIVERSITY.sub("", _SCHOOL_TITLE.sub(f"{_SCHOOL} ", _without_office(name.title, plain)))
    if not title and not where:
        return Body(CITY_WIDE, home, "province")
    local = where or name.says_own or name.level == "province"
    if folded(title).startswith(_CENTRAL) and not local:
        return Body(title, "", "national")
    if local:
        title = title.removesuffix(_NATION)
        title = lexicon().branches.get(bared(title), title)
    if folded(title).startswith(_HOUSES):
        title = " ".join(title.replace(_GENERAL, "").split())
        return Body(title, home, level if where else None)
    return Body(title, home, level or (None if where else "province"))


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
    if _stands_for(mine, theirs) or _stands_for(theirs, mine):
        return True
    if not set(mine) & set(theirs) or all(map(is_syllable, (*mine, *theirs))):
        return False
    return _spelled(mine) == _spelled(theirs)


def _stands_for(one: list[str], other: list[str]) -> bool:
    """Whether a title is one acronym of all words of another: ``TTKSBT`` of ``trung tâm kiểm soát bệnh tật``."""
    letters = "".join(bared(word)[0] for word in other)
    return len(one) == 1 and len(other) > _SHORT and bared(one[0]) == letters and not is_syllable(one[0])


def one_body(one: Body, other: Body) -> bool:
    """Whether two bodies are written as one: alike in title and place, or the place of one stands in the other's title."""
    if one == other or _run_on(one) == _run_on(other):
        return True
    if not (one.title and other.title):
        return False
    if one.place == other.place or not (one.place and other.place):
        return same_title(one.title, other.title)
    return HOME in (one.place, other.place) and _in_one_line(one) == _in_one_line(other)


def _run_on(body: Body) -> str:
    """The body without spaces: ``Cu Ba`` is ``Cuba``."""
    return body.key.replace(" ", "")


def in_one_province(one: Body, other: Body) -> bool:
    """Whether two bodies are of one province as provinces are today."""
    today = province_today(one.place)
    return bool(today) and today == province_today(other.place)


def _in_one_line(body: Body) -> str:
    place = "" if body.place == HOME else body.own_place
    return bared(f"{body.title} {place}".rstrip())


def _spelled(title: list[str]) -> str:
    """The first letter of each word, an acronym whole."""
    return "".join(bared(word)[0] if is_syllable(word) or len(word) < _SHORT else bared(word) for word in title)
