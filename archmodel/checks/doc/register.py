"""The register of instruments as citations meet it: by number, and whether one may be rested on that day."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import StrEnum

from archmodel.model.framework import Instrument, Reference
from archmodel.text.vietnamese import composed, folded
from archmodel.text.words import Words

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")


class Standing(StrEnum):
    """Whether an instrument could be cited as a ground on a day."""

    GOOD = "good"
    ENDED = "ended"
    AMENDED = "amended"
    UNSURE = "unsure"


_STATUS = {
    "expired": Words("đã hết hiệu lực, sổ không ghi từ ngày nào", "has ended, on a day the register does not give"),
    "overtaken": Words("có văn bản sau thay trên thực tế", "is overtaken by a later one"),
    "disputed": Words("các nguồn nói khác nhau về hiệu lực", "is of disputed validity"),
    "unverified": Words("chưa xác minh hiệu lực", "is of unverified validity"),
    "draft": Words("mới là dự thảo", "is a draft"),
}


def key(number: str) -> str:
    """A number as careless typing leaves it: no accents, one sort of dash, no spaces."""
    return _SPACES.sub("", _DASHES.sub("-", folded(number)))


class Register:
    """Instruments by their number; an instrument without one, or under another date, is not found."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._by_key: dict[str, list[Instrument]] = defaultdict(list)
        for instrument in reference.instruments.values():
            if instrument.number:
                self._by_key[key(instrument.number)].append(instrument)
        self._ends = _ends(reference)
        numbers = sorted((re.escape(composed(i.number)) for i in reference.instruments.values() if i.number), key=len)
        self._pattern = re.compile(rf"(?<![\w/])(?:{'|'.join(reversed(numbers))})(?![\w/])") if numbers else None

    def like(self, number: str, issued: str | None) -> Instrument | None:
        """The instrument with this number, however it is typed, of a date that may be the same."""
        return next((i for i in self._by_key.get(key(number), ()) if _same_day(i.issued, issued)), None)

    def named(self, text: str) -> list[Instrument]:
        """The instruments a citation names: by id, by clause id, or by numbers within its words."""
        clause = self._reference.clauses.get(text)
        direct = self._reference.instruments.get(clause.instrument if clause else text.partition(":")[0])
        if direct:
            return [direct]
        numbers = self._pattern.findall(composed(text)) if self._pattern else []
        return [found for number in numbers if (found := self.like(number, None))]

    def ended_on(self, instrument: Instrument) -> str | None:
        """The first day the instrument no longer held: its own, or the day of what replaced it where it has expired."""
        replaced = self._ends.get(instrument.id) if instrument.status == "expired" else None
        return instrument.until or replaced

    def standing(self, instrument: Instrument, day: str) -> Standing:
        """How the instrument stood on ``day``, as far as the register tells."""
        end = self.ended_on(instrument)
        if end:
            return Standing.ENDED if end <= day else Standing.GOOD
        if instrument.status in _STATUS:
            return Standing.UNSURE
        return (
            Standing.AMENDED if instrument.status == "amended" and self.amendments(instrument, day) else Standing.GOOD
        )

    def amendments(self, instrument: Instrument, day: str) -> list[Instrument]:
        """The instruments that had amended it by ``day``; one of unknown date counts."""
        found = (self._reference.instruments.get(id) for id in instrument.amended_by)
        return [one for one in found if one and (one.since or one.issued or "") <= day]


def doubt(instrument: Instrument) -> Words:
    """Why an instrument of unsure standing is so."""
    return _STATUS[instrument.status]


def _ends(reference: Reference) -> dict[str, str]:
    days: dict[str, str] = {}
    for later in reference.instruments.values():
        day = later.since or later.issued
        for old in later.replaces if day else ():
            days[old] = min(day or "", days.get(old, "9999"))
    return days


def _same_day(one: str | None, other: str | None) -> bool:
    return not one or not other or one.startswith(other) or other.startswith(one)
