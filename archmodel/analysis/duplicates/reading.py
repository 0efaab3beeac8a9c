"""The words of a name read from left to right: place, body, kind, level, then the ideas of the lexicon, last what no one knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from archmodel.analysis.duplicates.lexicon import JOBS, Phrase, lexicon, spelled
from archmodel.analysis.duplicates.modifiers import around_a_modifier, is_modified, job_in_address
from archmodel.analysis.duplicates.places import SPOTS, TITLES, Place, openings, provinces
from archmodel.analysis.duplicates.slips import capitals, is_mixed
from archmodel.analysis.duplicates.spelling import bared, is_syllable, spelling
from archmodel.analysis.duplicates.wording import Word

_PASSING = re.compile(r"^((19|20)\d\d|v\d?|g[đd]\d?|ver|version|i{2,3}|iv)$")
_PHASES = (spelled("giai đoạn"), spelled("phiên bản"), spelled("phase"))


class Name(NamedTuple):
    """A name taken apart.

    ``ideas`` are the words and ideas left to tell the job, with their sorts; ``kinds``, ``level``, ``places`` and
    ``department`` are what the name says beside its job; ``title`` is what is left of the name of a body, in order;
    ``initials`` the first letters of the words that tell its job; ``says_own`` whether it names the city itself;
    ``bare`` whether it was written without diacritics.
    """

    ideas: tuple[tuple[str, str], ...]
    kinds: frozenset[str]
    is_part: bool
    level: str | None
    says_own: bool
    places: tuple[Place, ...]
    department: str
    title: str
    initials: str
    bare: bool


class Reading:
    """One pass over the words of a name, left to right; each step says how many words it took."""

    def __init__(self, words: Sequence[Word], own: frozenset[str], bare: bool, *, bodies: bool = False) -> None:
        self.words, self.bare = words, bare
        self.texts = [bared(word.text) if bare else word.text for word in words]
        self.openings = openings(bare=bare, bodies=bodies)
        self.provinces = provinces(bare=bare)
        self.own = frozenset(map(bared, own)) if bare else own
        self.even = not capitals(words)
        self.mixed = is_mixed(words)
        self.modified = is_modified(self.texts)
        self.says_own = False
        self.ideas: dict[str, str] = {}
        self.run: list[str] = []
        self.initials: list[str] = []
        self.headed = 0
        self.kinds: set[str] = set()
        self.levels: list[str] = []
        self.places: list[Place] = []
        self.department = ""
        self.title: list[str] = []
        self.is_part = False
        self.opening, self.start = True, 0

    def read(self) -> Name:
        """The reading of a system's name."""
        self.start = lexicon().opened(self.texts, bare=self.bare)
        return self._read((self._place, self._department, self._head, self._level, self._phrase, self._word))

    def read_body(self) -> Name:
        """The reading of a body's name."""
        return self._read((self._place, self._department, self._title))

    def _read(self, steps: tuple[Callable[[int], int], ...]) -> Name:
        at = self.start
        while at < len(self.words):
            for step in steps:
                length = step(at)
                if length:
                    break
            if step != self._word:
                self._end_run()
            if step in (self._phrase, self._word):
                self.initials += [bared(text)[:1] for text in self.texts[at : at + length]]
            at += length
        self._end_run()
        return Name(
            tuple(self.ideas.items()),
            frozenset(self.kinds),
            self.is_part,
            self.levels[0] if self.levels else None,
            self.says_own,
            tuple(self.places),
            self.department,
            " ".join(self.title),
            "".join(self.initials),
            self.bare,
        )

    def _starts(self, at: int, phrase: tuple[str, ...]) -> bool:
        wanted = tuple(map(bared, phrase)) if self.bare else phrase
        return tuple(self.texts[at : at + len(phrase)]) == wanted

    def _place(self, at: int) -> int:
        opening = self.openings.at(self.texts, at)
        if opening is None:
            return self._province(at)
        if at and self.texts[at - 1] in _PRESS:
            return 0
        start = at + len(opening.words)
        if not opening.called:
            return len(opening.words)
        found = (
            self.provinces.at(self.texts, start) if opening.level == "province" and start < len(self.texts) else None
        )
        spot = opening.called in SPOTS and opening.called != _ROUTE
        length = len(found.words) if found else self._proper(start, at, guess=opening.level is not None, spot=spot)
        if not length:
            return 0
        name = self.texts[start : start + length]
        if opening.level == "province" and self.own.issuperset(name):
            self.levels.append("province")
        else:
            in_province = opening.called == _IN_PROVINCE and not (found and found.division == _IN_PROVINCE)
            self.places.append(Place(opening.called, " ".join(name), "district" if in_province else opening.level))
        return len(opening.words) + length

    def _province(self, at: int) -> int:
        """A province named without its division, as in ``STP Nghệ An``."""
        found = self.provinces.at(self.texts, at)
        if found is None or self.own.issuperset(found.words):
            return 0
        length = len(found.words)
        phrase = lexicon().phrase_at(self.texts, at, bare=self.bare)
        if phrase and len(phrase.words) > length:
            return 0
        if not self.even and not all(word.proper or word.spelled_out for word in self.words[at : at + length]):
            return 0
        self.places.append(Place(found.division, " ".join(found.words), "province"))
        return length

    def _proper(self, start: int, division: int, *, guess: bool, spot: bool) -> int:
        """How many words from here on are a place's own name; in a text of one case, what no one knows otherwise."""
        length = 0
        for word in self.words[start : start + 4]:
            if not word.proper or (length and word.text.isdigit()) or (spot and self._is_no_place(word)):
                break
            length += 1
            if word.text.isdigit():
                break
        if length or not self.even or not guess:
            return length
        rest = self.texts[start:]
        known = not rest or lexicon().phrase_at(self.texts, division, bare=self.bare) or rest[0] in _NOT_NAMES
        return 0 if known or len(rest) > 3 or lexicon().phrase_at(self.texts, start, bare=self.bare) else len(rest)

    def _is_no_place(self, word: Word) -> bool:
        """Whether what follows ``bến xe`` is rather a product or its owner, as in ``quản lý bến xe (VNPT)``."""
        return word.text in TITLES or not (self.even or is_syllable(word.written) or word.text.isdigit())

    def _department(self, at: int) -> int:
        """A department or ministry in full: its field is its name, not a job."""
        title = self.texts[at]
        if title not in TITLES or (at and self.texts[at - 1] in _PREMISES):
            return 0
        field = lexicon().department_at(self.texts[at + 1 :], bare=self.bare)
        if not field:
            return 0
        self.department = " ".join((_TITLES_IN_FULL.get(title, title), *field))
        self.levels.append("national" if bared(title) == "bo" else "province")
        return 1 + len(field)

    def _title(self, at: int) -> int:
        if city := next((words for words in _CITY if self._starts(at, words)), ()):
            self.levels.append("province")
            return len(city)
        own = self._is_own(at)
        self.says_own |= own and (self.words[at].proper or self.words[at].spelled_out or self.even)
        if not own and self.texts[at] not in _LINKS:
            self.title.append(self.texts[at])
        return 1

    def _is_own(self, at: int) -> bool:
        """Whether a word is of the city's own name, not one that only sounds like a part of it: the ``Nội`` of ``Nội chính``."""
        text, near = self.texts[at], (*self.texts[max(at - 1, 0) : at], *self.texts[at + 1 : at + 2])
        alone = len(self.own) == 1 or not is_syllable(text)
        return text in self.own and (alone or not self.own.isdisjoint(near))

    def _add_to_place(self, at: int, text: str) -> None:
        """A word with a capital amid others without is of a place's own name."""
        last = self.places[-1] if self.places else None
        if last and not last.division and last.name.endswith(self.texts[at - 1]):
            self.places[-1] = last._replace(name=f"{last.name} {text}")
        else:
            self.places.append(Place("", text, None))

    def _head(self, at: int) -> int:
        held = lexicon()
        head = held.head_at(self.texts, at, bare=self.bare)
        if not self.opening and not (head and head.is_part and self.words[at].breaks):
            head = held.tail_heads.get(self.texts[at : at + 1])
        if head is None:
            return 0
        if head.kind == "database" and at and at == self.headed and self.kinds <= {"system", "database"}:
            self.kinds = {"database"}
        elif head.kind == "scheme" and at:
            pass  # what a system is about, as in ``Quản lý dự án``
        elif not (head.kind == "database" and "portal" in self.kinds):
            self.kinds.add(head.kind)
        self.headed = at + len(head.words)
        self.is_part |= head.is_part
        phrase = lexicon().phrase_at(self.texts, at, bare=self.bare)
        longer = len(phrase.words) - len(head.words) if phrase and phrase.sort in JOBS else -1
        if longer > 0 or (longer == 0 and (at or head.words not in _VENTURES)):
            return 0
        return lexicon().until_job(self.texts, at, len(head.words), bare=self.bare)

    def _level(self, at: int) -> int:
        found = (lexicon().levels.bare if self.bare else lexicon().levels).at(self.texts, at)
        phrase = lexicon().phrase_at(self.texts, at, bare=self.bare) if found else None
        if found is None or (phrase and len(phrase.words) > len(found.words)):
            return 0
        self.levels.append(found.kind)
        return len(found.words)

    def _phrase(self, at: int) -> int:
        phrase = lexicon().phrase_at(self.texts, at, bare=self.bare)
        phrase = (self.modified and around_a_modifier(self.texts, at, phrase, bare=self.bare)) or phrase
        if phrase is None or (len(phrase.words) == _WORD and self.words[at + 1].breaks):
            return 0  # two syllables with a comma between are no word
        if phrase.sort not in {"stop", "vendor"}:
            self.opening = self.opening and phrase.sort == "generic"
            self.ideas.setdefault(phrase.idea, "sector" if self._is_sector(at, phrase) else phrase.sort)
        return len(phrase.words)

    def _is_sector(self, at: int, phrase: Phrase) -> bool:
        """Whether a broad word stands after ``ngành``: it says whose world this is, as an owner does."""
        return phrase.sort == "field" and bared(self.texts[at]) == "nganh"

    def _word(self, at: int) -> int:
        word, text = self.words[at], self.texts[at]
        own = text in self.own
        self.says_own |= own
        if own or _PASSING.match(text) or self._after_phase(at):
            return 1
        if not self.opening and self._is_name_of_place(word):
            if text not in TITLES:
                self._add_to_place(at, text)
            return 1
        self.opening = False
        if text.isdigit():
            self.ideas.setdefault(text, "number" if len(text) > _SMALL else "generic")
        elif is_syllable(word.written):
            if word.breaks:
                self._end_run()
            self.run.append(text)
        else:
            self._end_run()
            meant = job_in_address(bared(text))
            self.ideas.setdefault(meant.idea if meant else text, meant.sort if meant else "brand")
        return 1

    def _is_name_of_place(self, word: Word) -> bool:
        """Whether a capital amid others without says a place; letters in a row, as ``IP``, say none."""
        titled = word.proper and self.mixed and not (word.written.isupper() and len(word.written) > 1)
        return titled and is_syllable(word.written) and not word.text.isdigit()

    def _after_phase(self, at: int) -> bool:
        if not at or self.texts[at - 1] not in _PHASE_ENDS:
            return False
        return any(self._starts(at - len(phase), phase) for phase in _PHASES if at >= len(phase))

    def _end_run(self) -> None:
        """Syllables no one knows, as ideas: most Vietnamese words have two, so neighbours tell and one alone tells little."""
        long = len(self.run) > _WORD
        for pair in pairwise(self.run):
            self.ideas.setdefault(" ".join(pair), "stretch" if long else "word")
        for text in self.run:
            self.ideas.setdefault(text, "syllable" if len(self.run) > 1 else "word")
        self.run.clear()


_SMALL = _WORD = 2
_VENTURES = {spelled("dự án"), spelled("đề án")}
_PHASE_ENDS = {word for phase in _PHASES for word in (phase[-1], bared(phase[-1]))}
_TITLES_IN_FULL = {bared(title): title for title in TITLES if bared(title) != title}
_IN_PROVINCE, _ROUTE = "thành phố", "tuyến"
_PRESS = {*map(spelling, ("tấn", "tác")), "tan", "tac"}  # thông tấn xã, hợp tác xã are no communes
_CITY = (spelled("thành phố"), spelled("tỉnh"))
_LINKS = {*map(spelling, ("của", "thuộc", "tnhh", "mtv", "cp", "cổ", "phần", "jsc")), "thuoc"}
_PREMISES = {spelling("cơ"), "co"}
_NOT_NAMES = {spelling("hội"), "hoi"}
