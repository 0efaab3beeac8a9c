"""The title of a body as compared: without the form of a company, the word for an office or a branch, the rank of a bureau.

``Chi nhánh Văn phòng đăng ký đất đai`` is the land registration office itself, ``Tổng cục Thuế`` and ``Cục Thuế`` one bureau,
``Công ty TNHH MTV ĐTPT Thủy lợi Sông Nhuệ`` the company everyone calls ``Công ty Thủy lợi Sông Nhuệ``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archmodel.analysis.duplicates.lexicon import spelled
from archmodel.analysis.duplicates.places import HOUSES
from archmodel.analysis.duplicates.spelling import bared, is_syllable


def _plain(*texts: str) -> tuple[str, ...]:
    """The texts as titles are spelled, without diacritics."""
    return tuple(bared(" ".join(spelled(text))) for text in texts)


_HOUSES = (*_plain(*HOUSES), *_plain("đại học"))
_PARTS_OF_MINISTRIES = ("cuc ", "tong cuc ", "vu ")
_CENTRAL = _plain(
    "chính phủ", "quốc hội", "cục", "tổng cục", "vụ", "bảo hiểm xã hội việt nam", "thanh tra chính phủ", "ban cơ yếu chính phủ",
    "kho bạc nhà nước", "trung ương", "văn phòng chính phủ", "văn phòng quốc hội", "văn phòng trung ương", "văn phòng chủ tịch nước",
    "ngân hàng nhà nước", "kiểm toán nhà nước", "ngân hàng chính sách xã hội", "tổng liên đoàn", "tập đoàn", "đại học quốc gia",
)  # fmt: skip
_CENTRAL_ENDS = tuple(f" {words}" for words in _plain("việt nam", "quốc gia", "trung ương", "tối cao", "chính phủ"))
_MINISTRY, _NO_MINISTRIES = _plain("bộ")[0] + " ", _plain("bộ chỉ huy", "bộ tư lệnh", "bộ phận")
_OF_CULTURE = tuple(f"{w} " for w in _plain("bảo tàng", "thư viện", "nhà hát", "báo", "tạp chí"))
_NATION = _CENTRAL_ENDS[0]
_UNDER_A_DEPARTMENT = tuple(
    f"{w} " for w in _plain("trung tâm", "chi cục", "văn phòng đăng ký", "kho bạc", "bảo hiểm xã hội")
)
_OF_ITS_OWN = tuple(
    f"{w} " for w in _plain("viện", "bảo tàng", "thư viện", "ngân hàng", "quỹ", "báo", "đài", "ban quản lý")
)

_SHORT = 2
_OFFICE, _POLICE = bared("văn phòng"), " ".join(spelled("công an"))
_COUNCIL = " ".join(spelled("hội đồng nhân dân"))
_PARTY_COMMITTEES = {"uy", "thanh uy", "dang uy", "quan uy", "huyen uy"}  # the province's own word is its place's
_SCHOOL = " ".join(spelled("trường"))
_KINDS_OF_SCHOOL = tuple(" ".join(spelled(w)) for w in ("trung học", "tiểu học", "mầm non", "cao đẳng"))
_SCHOOL_TITLE = re.compile(f"^(?=(?:{'|'.join((*_KINDS_OF_SCHOOL, *map(bared, _KINDS_OF_SCHOOL)))}) )")
_UNIVERSITY = re.compile(f"^(?:{_SCHOOL}|{bared(_SCHOOL)}) (?={' '.join(spelled('đại học'))}|dai hoc)")
_THANH, _UY, _DOAN = (f"(?:{spelled(word)[0]}|{bared(word)})" for word in ("thành", "ủy", "đoàn"))
_PARTY = re.compile(rf"(?<!\w){_THANH} (?=(?:{_UY}|{_DOAN})$)")
"""The city's word for its committee or its youth union: a province that was merged into it has another."""

_GENERAL, _CORPORATION, _COMPANY = (" ".join(spelled(words)) for words in ("đa khoa", "tổng công ty", "công ty"))
_PLAIN_COMPANY = f"{bared(_COMPANY)} "
_FORMS = [
    words.split() for words in _plain("một thành viên", "trách nhiệm hữu hạn", "nhà nước", "khai thác công trình")
]
_VENTURE = _plain("đầu tư phát triển")[0].split()
_BRANCH = re.compile(r"^chi nhanh (?:so \d+ )?")
_AREA, _RANK = _plain("khu vực")[0], _plain("tổng")[0]


def is_house(title: str) -> bool:
    """Whether a title is an institution's or a company's, which stays itself whatever becomes of its province."""
    return bared(title).startswith(_HOUSES)


def is_part_of_ministry(title: str) -> bool:
    """Whether a title is a bureau's, which is written with its ministry."""
    return bared(title).startswith(_PARTS_OF_MINISTRIES)


def works_for_department(title: str) -> bool:
    """Whether a title is that of a centre or a branch that runs systems for the department it is written with."""
    return bared(title).startswith(_UNDER_A_DEPARTMENT)


def stands_alone(title: str) -> bool:
    """Whether what bears a title is a body of its own even where a department it belongs to is written beside."""
    return works_for_department(title) or is_house(title) or bared(title).startswith(_OF_ITS_OWN)


def is_central(title: str) -> bool:
    """Whether a title without a place is that of a national body; one of culture has visitors, not a level."""
    plain = bared(title)
    ends = plain.endswith(_CENTRAL_ENDS) and not plain.startswith(_OF_CULTURE) and not is_house(title)
    ministry = plain.startswith(_MINISTRY) and not plain.startswith(_NO_MINISTRIES)
    return plain.startswith(_CENTRAL) or ministry or ends


def is_branch(title: str) -> bool:
    """Whether a title is that of a branch, which answers under the name of the body it is of."""
    return bool(_BRANCH.match(bared(title)))


def evened(title: str, text: str) -> str:
    """The title as compared; ``text`` is the whole name it was read from, folded."""
    title = _PARTY.sub("", _without_branch(_without_office(title, text)))
    title = _UNIVERSITY.sub("", _SCHOOL_TITLE.sub(f"{_SCHOOL} ", title))
    if bared(title).startswith(_PLAIN_COMPANY):
        return _without_form(title)
    return " ".join(title.replace(_GENERAL, "").split()) if is_house(title) else title


def of_nation(title: str) -> str:
    """The title of a national body: a bureau without its rank and its country, which come and go."""
    if not is_part_of_ministry(title):
        return title
    words = title.split()
    words = words[1:] if bared(words[0]) == _RANK else words
    return without_nation(" ".join(words))


def without_nation(title: str) -> str:
    """The title without ``Việt Nam`` at its end."""
    return title.rsplit(maxsplit=_SHORT)[0] if bared(title).endswith(_NATION) else title


def _without_branch(title: str) -> str:
    """A branch of an office as the office; the area it works in says no more than that."""
    if not (found := _BRANCH.match(bared(title))):
        return title
    words = title.split()[len(found[0].split()) :]
    return " ".join(words[: _at(words, _AREA.split())])


def _without_form(title: str) -> str:
    """A company without what its form and its licence add to its name."""
    words = title.split()
    for form in _FORMS:
        at = _at(words, form)
        words = words[:at] + words[at + len(form) :]
    at = _at(words, _VENTURE)
    if len(words) - at >= len(_VENTURE) + _SHORT:
        words = words[:at] + words[at + len(_VENTURE) :]
    own = words[_SHORT:-_SHORT] if bared(" ".join(words[-_SHORT:])) == bared(_COMPANY) else words[_SHORT:]
    return " ".join((*words[:_SHORT], *own))


def _at(words: list[str], run: list[str]) -> int:
    """Where a run of plain words begins, or the end."""
    plain = [bared(word) for word in words]
    return next((at for at in range(len(plain)) if plain[at : at + len(run)] == run), len(plain))


def _without_office(title: str, text: str) -> str:
    """What works for a committee or a council under its name is the committee or the council itself; so are parts of police."""
    plain = bared(title)
    if plain.startswith(_OFFICE) and plain.endswith(bared(_COUNCIL)):
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
    mine, theirs = _called(one), _called(other)
    if mine == theirs or _stands_for(mine, theirs) or _stands_for(theirs, mine):
        return True
    if not set(mine) & set(theirs) or all(map(is_syllable, (*mine, *theirs))):
        return False
    return _spelled(mine) == _spelled(theirs)


def _called(title: str) -> list[str]:
    """The words of a title, of a company those it is called by in short: ``Vườn thú Hà Nội``."""
    words = title.split()
    tells = len(words) >= _SHORT + _SHORT or not is_syllable(words[-1])
    named = bared(title).startswith(_PLAIN_COMPANY) and tells
    return words[_SHORT:] if named else words


def _stands_for(one: list[str], other: list[str]) -> bool:
    """Whether a title is one acronym of all words of another: ``TTKSBT`` of ``trung tâm kiểm soát bệnh tật``."""
    letters = "".join(bared(word)[0] for word in other)
    return len(one) == 1 and len(other) > _SHORT and bared(one[0]) == letters and not is_syllable(one[0])


def _spelled(title: list[str]) -> str:
    """The first letter of each word, an acronym whole."""
    return "".join(bared(word)[0] if is_syllable(word) or len(word) < _SHORT else bared(word) for word in title)
