"""Names as they are compared: spelled out, without the words every system has, with the place they speak of set apart.

``Hệ thống CSDL đất đai`` and ``Cơ sở dữ liệu Đất đai`` meet; the portals of two wards do not, whatever else they share.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from archmodel.text.vietnamese import composed, folded

ABBREVIATIONS = {
    "csdl": "cơ sở dữ liệu", "httt": "hệ thống thông tin", "pm": "phần mềm", "ttđt": "thông tin điện tử",
    "tthc": "thủ tục hành chính", "dvc": "dịch vụ công", "dvctt": "dịch vụ công trực tuyến", "qlvb": "quản lý văn bản",
    "vbđh": "văn bản điều hành", "tp": "thành phố", "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân",
    "cntt": "công nghệ thông tin", "cđs": "chuyển đổi số", "bhxh": "bảo hiểm xã hội", "bhyt": "bảo hiểm y tế",
    "ccvc": "công chức viên chức", "cbccvc": "cán bộ công chức viên chức", "gtvt": "giao thông vận tải",
    "tnmt": "tài nguyên môi trường", "gdđt": "giáo dục đào tạo", "khcn": "khoa học công nghệ", "attt": "an toàn thông tin",
    "ttdl": "trung tâm dữ liệu", "pccc": "phòng cháy chữa cháy",
}  # fmt: skip
"""Abbreviations administrations use, spelled out."""

HEADS = (
    "hệ thống thông tin", "hệ thống", "phần mềm", "ứng dụng", "nền tảng", "cơ sở dữ liệu", "dữ liệu", "kho", "cổng",
    "cổng thông tin điện tử", "trang", "trang thông tin điện tử", "thông tin", "quản lý",
)  # fmt: skip
"""Words that open the name of any system or data set and tell none from another; bodies have no such words."""

UNITS = {"xã", "phường", "trấn", "quận", "huyện", "tỉnh", "thôn"}
"""Words a place name follows; the name itself is written with capitals or is a number."""

_COUNCIL = re.compile(r"^(ủy ban|uỷ ban|hội đồng) nhân dân ")
_WORD = re.compile(r"\w+")
_HEADS = tuple(tuple(head.split()) for head in sorted(HEADS, key=len, reverse=True))
_TONES = "\u0300\u0301\u0303\u0309\u0323"


class Name(NamedTuple):
    """A name taken apart: its words as compared, the same in alphabetical order, its figures, and the place it names."""

    words: tuple[str, ...]
    line: str
    figures: frozenset[str]
    place: str


def city_words(name: str) -> frozenset[str]:
    """The words of a city's own name, from the name of its council or committee."""
    return frozenset(_WORD.findall(_COUNCIL.sub("", composed(name).casefold())))


@lru_cache(maxsize=65536)
def taken_apart(name: str, own: frozenset[str] = frozenset(), *, system: bool = True) -> Name:
    """The name as compared: of a system without the words that open every such name.

    ``own`` are the words of the City's own name, left out at the end.
    """
    written = _WORD.findall(composed(name))
    words = [part for word in written for part in ABBREVIATIONS.get(word.casefold(), word.casefold()).split()]
    start, end = 0, len(words)
    while system and (head := next((h for h in _HEADS if tuple(words[start : start + len(h)]) == h), None)):
        start += len(head)
    while end > start and words[end - 1] in own:
        end -= 1
    kept = tuple(folded(word) for word in words[start:end] or words)
    return Name(kept, " ".join(sorted(kept)), frozenset(word for word in kept if word.isdigit()), _place(written))


def _place(words: list[str]) -> str:
    """The first place named, with its unit; a tone may stand on either vowel but never vanishes: ``Đông`` is not ``Đồng``."""
    for at, word in enumerate(words):
        if word.casefold() in UNITS:
            name = takewhile(lambda part: part[0].isupper() or part.isdigit(), words[at + 1 :])
            if found := [_spelling(part) for part in name]:
                unit = words[at - 1 : at + 1] if at and words[at - 1].casefold() == "thị" else [word]
                return " ".join([*(part.casefold() for part in unit), *found])
    return ""


def _spelling(word: str) -> str:
    """The word with its tone at the end, so that ``hoà`` and ``hòa`` are one."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in parts if c not in _TONES) + "".join(c for c in parts if c in _TONES)
