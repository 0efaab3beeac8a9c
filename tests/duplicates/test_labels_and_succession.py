"""Labels that rest on who succeeds whom agree with the catalogue.

A former district counts as the same unit as a ward of today when most of that ward's former units were the
district's; a former commune when all of it went into the ward. A pair in between is doubtful and has no place in the set.
"""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from labelled_set import pairs, systems

import archmodel as am
from archmodel.text.vietnamese import folded

_UNIT = re.compile(r"(?:(?:ubnd|uy ban nhan dan|hdnd) )?(quan|huyen|thi xa|phuong|xa|thi tran) (.+)")
_DISTRICT = ("quan", "huyen", "thi xa")


class Succession:
    """Which local units of the catalogue are one unit today."""

    def __init__(self, model: am.Model) -> None:
        """Read the ``succeeds`` relations of wards and communes."""
        self.named: dict[str, list[str]] = defaultdict(list)
        for unit in model.organisations:
            self.named[folded(unit.name)].append(unit.id)
        self.units: dict[tuple[str, str], int] = {}
        self.whole: dict[str, str] = {}
        self.touched: set[tuple[str, str]] = set()
        for link in model.relations:
            if link.type == "succeeds" and link.source.startswith("x"):
                self.touched.add((link.source, link.target))
                self.units[link.source, link.target] = link.units or 0
                if link.extent == "whole":
                    self.whole[link.target] = link.source

    def of(self, owner: str) -> str | None:
        """The id of a local unit from the words of an owner cell; today's unit where old and new share a name."""
        found = _UNIT.fullmatch(folded(owner.partition(",")[0]).replace("p. ", "phuong "))
        known = self.named.get(f"{found[1]} {found[2]}", []) if found else []
        return max(known, default=None)

    def same(self, one: str, other: str) -> bool | None:
        """Whether two units are one today; None when only a part of one went into the other."""
        if one == other:
            return True
        ward, old = (one, other) if one.startswith("x") else (other, one)
        if ward.startswith("x") and old.startswith("x"):
            return False
        if not ward.startswith("x"):
            return one in self.whole and self.whole[one] == self.whole.get(other)
        if old.startswith("p"):
            return True if self.whole.get(old) == ward else (None if (ward, old) in self.touched else False)
        total = sum(units for (heir, _), units in self.units.items() if heir == ward and _.startswith("d"))
        share = self.units.get((ward, old), 0) / total if total else 0
        return True if share > 0.5 else (None if share else False)


@pytest.fixture(scope="module")
def succession(hanoi: am.Model) -> Succession:
    return Succession(hanoi)


def test_the_catalogue_says_who_succeeds_whom(succession: Succession):
    same = succession.same
    ids = {
        name: succession.of(name)
        for name in ("UBND quận Ba Đình", "Phường Giảng Võ", "UBND P. Bồ Đề", "UBND thị trấn Liên Quan")
    }
    assert None not in ids.values()
    district, giang_vo, bo_de, town = (str(one) for one in ids.values())
    assert same(district, giang_vo) is True
    assert same(bo_de, district) is False
    assert same(town, str(succession.of("UBND xã Thạch Thất"))) is True
    assert same(district, str(succession.of("UBND phường Láng"))) is None


def test_duplicates_are_one_unit_today_and_families_are_two(succession: Succession):
    found, checked, wrong = systems(), 0, []
    for pair in pairs():
        if pair.verdict in {"duplicate", "family"}:
            units = [succession.of(found[one].owner) for one in (pair.id_a, pair.id_b)]
            if None not in units:
                checked += 1
                if succession.same(str(units[0]), str(units[1])) is not (pair.verdict == "duplicate"):
                    wrong.append((pair.id_a, pair.id_b, pair.why))
    assert wrong == []
    assert checked >= 100


def test_every_local_owner_is_a_unit_of_the_catalogue(succession: Succession):
    """A ward that never was would make a label that nobody can check."""
    local = [one for one in systems().values() if _UNIT.fullmatch(folded(one.owner.partition(",")[0]))]
    assert [one.owner for one in local if succession.of(one.owner) is None] == []
    assert any(folded(one.owner).startswith(f"ubnd {_DISTRICT[0]}") for one in local)
