"""Whose a system is: the body its owner names, as compared, and when two are written as one.

``SYT``, ``Sở Y tế TP Hà Nội`` and ``Hanoi Department of Health`` are one body; how bodies are called stands in ``bodies.yaml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import lexicon, spelled
from archmodel.analysis.duplicates.naming import taken_apart
from archmodel.analysis.duplicates.places import DIVISIONS, province_today, provinces
from archmodel.analysis.duplicates.reading import Name
from archmodel.analysis.duplicates.spelling import bared
from archmodel.analysis.duplicates.titles import (
    evened,
    is_branch,
    is_central,
    is_house,
    is_part_of_ministry,
    of_nation,
    same_title,
    stands_alone,
    without_nation,
    works_for_department,
)
from archmodel.text.vietnamese import composed, folded

_CAPITALS = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
_LEADS = (
    r"(?:bộ|sở|văn phòng ubnd|vp ubnd|ubnd|uỷ ban|ủy ban|công an|ca|tổng cục|cục|thành ủy|tỉnh ủy|b[a-zđ]{1,6})(?:\s|$)"
)
"""What a body begins with that another is written to belong to, as in ``Cục CSGT - Bộ Công an``."""

_LETTERS = re.compile(r"(?<=[A-ZĐ]),\s?(?=[A-ZĐ]{1,6}\s?&)|(?<=[A-ZĐ]{2}) (?:và|va) (?=[A-ZĐ]{2})")
_OPENING = re.compile(
    rf"{_LEADS}|(?-i:S[A-ZĐ]+|CA[A-ZĐ]*)(?:\s|$)|(?:trung tâm|tt|chi cục|phòng|viện|trường|bệnh viện|bv|thpt|công ty|cty|tổng công ty"
    rf"|tập đoàn|chi nhánh|ban|hội|đảng|huyện|quận|tỉnh|thành phố|tp|thị xã|tx|thị trấn|phường|xã|[pqhx]\.)(?:[\s.]|$)",
    re.IGNORECASE,
)
"""What a body or a place begins with after a comma that parts them."""

_PARTING = re.compile(
    rf";|,(?=\s*(?-i:[{_CAPITALS}]))|\s[-–]\s(?={_LEADS})|\((?={_LEADS})|\s(?:trực )?thuộc\s", re.IGNORECASE
)
_ASIDE = re.compile(rf"\((?!{_LEADS})([^)]*)\)", re.IGNORECASE)
CITY_WIDE, HOME = "thành phố", "(own)"
"""The title of the city's own administration, and the place of what is the city's own."""


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
    whole = _in_one(_ASIDE.sub(lambda m: f", {m[1]} " if _is_place(m[1], own) else " ", composed(text)), own)
    parts = [part for part in (" ".join(part.split()).rstrip(")") for part in _PARTING.split(whole)) if part]
    if not parts:
        return None
    first = taken_apart(parts[0], own, body=True)
    if len(parts) > 1 and not first.department and (found := _with_its_head(first, parts[-1], own, folded(text))):
        return found
    name = first if any(place.level for place in first.places) else taken_apart(parts[-1], own, body=True)
    if name is not first and not (name.title or name.department):  # where it stands: ``THPT Chu Văn An, Hà Nội``
        name = taken_apart(" ".join(parts), own, body=True)
    return _body_of(name, own, folded(text))


def _with_its_head(first: Name, last: str, own: frozenset[str], plain: str) -> Body | None:
    """A bureau, a centre or an institution written with its ministry or department; None where the text names another thing."""
    local = bool(first.places) or first.says_own or first.level == "province"
    if is_part_of_ministry(first.title) and not local:
        head = body_named(last, own)
        return Body(of_nation(first.title), "", "national", head.title if head else "")
    head = body_named(last, own) if stands_alone(first.title) and taken_apart(last, own, body=True).department else None
    body = _body_of(first, own, plain) if head else None
    if head is None or body is None or is_house(body.title):
        return body
    above = head.title if works_for_department(body.title) else ""
    return body._replace(above=above) if local else Body(body.title, head.place, head.level, above)


def _in_one(text: str, own: frozenset[str]) -> str:
    """The text without the commas inside a name: ``Sở Văn hóa, Thể thao và Du lịch``; the others part bodies and places."""
    english = text.replace(" & ", " and ") if " of " in text else text
    head, *rest = _LETTERS.sub("&", english).split(",")  # of VH,TT&DL and GD và ĐT one word each
    return head + "".join(f"{',' if _opens(piece.strip(), own) else ' '}{piece}" for piece in rest)


def _opens(piece: str, own: frozenset[str]) -> bool:
    """Whether a body or a place begins here."""
    return bool(not piece or _OPENING.match(piece) or _is_place(piece, own))


def _is_place(piece: str, own: frozenset[str]) -> bool:
    """Whether a text begins with a province or the city itself."""
    words = spelled(piece)
    if words and set(map(bared, words[:2])).issubset(map(bared, own)):
        return True
    return bool(words) and any(provinces(bare=bare).at(words, 0) is not None for bare in (False, True))


def _body_of(name: Name, own: frozenset[str], plain: str) -> Body | None:
    branch = is_branch(name.title)
    places = [place for place in name.places if not branch or place.level == "province"]
    place = next((p for p in places if p.level), None) or next(iter(places), None)
    where = f"{place.division} {place.name}".strip() if place else ""
    level = place.level if place and place.level else name.level
    home = where or (HOME if own else "")
    if name.department:
        if level == "national" and is_part_of_ministry(name.title):
            return Body(of_nation(name.title), "", level, name.department)
        return Body(name.department, "" if level == "national" else home, level)
    title = evened(name.title, plain)
    if not title and not where:
        return Body(CITY_WIDE, home, "province")
    local = where or name.says_own or name.level == "province" or branch
    if is_central(title) and not local:
        return Body(of_nation(title), "", "national")
    if local:
        title = without_nation(title)
        title = lexicon().branches.get(bared(title), title)
    if is_house(title):
        return Body(title, home, level if where else None)
    return Body(title, home, level or (None if where else "province"))


def one_body(one: Body, other: Body) -> bool:
    """Whether two bodies are written as one: alike in title and place, or the place of one stands in the other's title."""
    if one == other:
        return True
    if _of_nation_and_place(one, other) or not _under_one(one.above, other.above):
        return False
    if _run_on(one) == _run_on(other):
        return True
    if not (one.title and other.title):
        return False
    if one.place == other.place or not (one.place and other.place):
        return same_title(one.title, other.title)
    return HOME in (one.place, other.place) and _in_one_line(one) == _in_one_line(other)


def _of_nation_and_place(one: Body, other: Body) -> bool:
    """Whether one is the nation's and the other that of a place: ``Kho bạc Nhà nước``, ``Kho bạc Nhà nước Hà Nội``."""
    levels = {one.level, other.level}
    return "national" in levels and not levels.isdisjoint({"province", "district", "commune"})


def _under_one(one: str, other: str) -> bool:
    """Whether two bodies above others are one, or may be: a ministry is each that took something over from it."""
    return not (one and other) or not _taking_over(one).isdisjoint(_taking_over(other))


def _taking_over(title: str) -> set[str]:
    after = lexicon().same_after.get(tuple(title.split()))
    return {" ".join(after) if after else title, *lexicon().parted_after.get(title, {}).values()}


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
