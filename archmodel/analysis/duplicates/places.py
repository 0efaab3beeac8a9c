"""Words that a place's or an institution's own name follows, and the level of state they say."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import lexicon, spelled
from archmodel.analysis.duplicates.shelf import Shelf
from archmodel.analysis.duplicates.spelling import spelling

DIVISIONS = {
    "thị trấn": "commune", "đặc khu": "commune", "phường": "commune", "xã": "commune",
    "thị xã": "district", "quận": "district", "huyện": "district", "tỉnh": "province", "thành phố": "province",
}  # fmt: skip
"""Words a place name follows, and the level they say."""

SPOTS = (
    "đường", "phố", "hồ", "cầu", "tuyến", "chợ", "ga", "bến xe", "công viên", "khu đô thị", "làng", "thôn",
    "núi", "sông", "đảo", "ngõ", "chùa", "đền",
)  # fmt: skip
"""Words a smaller place's own name follows; they say no level."""

HOUSES = (
    "trường trung học phổ thông", "trường trung học cơ sở", "trường tiểu học", "trường mầm non", "trường đại học",
    "trường cao đẳng", "trường trung cấp", "trường", "bệnh viện đa khoa", "bệnh viện", "trung tâm y tế", "học viện",
    "công ty", "ban quản lý dự án",
)  # fmt: skip
"""Institutions whose own name follows in capitals."""

TITLES = frozenset({*map(spelling, ("sở", "bộ", "ban")), "so", "bo"})
"""What the field of a department or a ministry follows, with and without diacritics."""

COMMITTEE = "ủy ban nhân dân"
"""What stands before a place when its administration is meant; it adds nothing to the place."""


class Place(NamedTuple):
    """A place or institution named: its division (``phường``), its own name, and the level it says."""

    division: str
    name: str
    level: str | None


class Opening(NamedTuple):
    """A phrase that a place name follows: what the place is then called, and its level; a committee calls it nothing."""

    words: tuple[str, ...]
    called: str
    level: str | None


class Province(NamedTuple):
    """A province or a city of its level by a name it has or had, with what stands before that name, and what it is today."""

    words: tuple[str, ...]
    division: str
    today: str


@cache
def openings(*, bare: bool, bodies: bool = False) -> Shelf[Opening]:
    """The openings, in full spelling or without diacritics; in names of ``bodies`` a house is the body and no place."""
    found = [Opening(spelled(COMMITTEE), "", None)]
    found += [Opening(spelled(name), name, level) for name, level in DIVISIONS.items()]
    if not bodies:
        found += [Opening(spelled(name), name.removesuffix(" đa khoa"), None) for name in (*HOUSES, *SPOTS)]
    held = Shelf(found)
    return held.bare if bare else held


@cache
def provinces(*, bare: bool) -> Shelf[Province]:
    """The provinces by their names, in full spelling or without diacritics."""
    held = Shelf(
        Province(name, _division(name), f"{_division(today)} {' '.join(today)}")
        for name, today in lexicon().provinces.items()
    )
    return held.bare if bare else held


def province_today(place: str) -> str:
    """What a province is today, by its name with what stands before it (``tỉnh Yên Bái``); empty where it is no province."""
    division = next((word for word in ("tỉnh ", "thành phố ") if place.startswith(word)), "")
    words = place.removeprefix(division).split()
    found = (provinces(bare=False).get(words) or provinces(bare=True).get(words)) if division and words else None
    return found.today if found else ""


def _division(name: tuple[str, ...]) -> str:
    return "thành phố" if name in lexicon().cities else "tỉnh"
