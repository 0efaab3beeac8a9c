"""What can go wrong with what a user wrote, said with place, fact and remedy.

Decides how a problem is named and shown. Finding problems is the work of the readers; printing them is the work of the
command line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from archmodel.text.days import is_whole_day
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


class Place(NamedTuple):
    """Where something is written: a path as the user knows it and a line counted from 1."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """What stops a file from being read: its place, the fact, the remedy, and other places to look at."""

    place: Place
    fact: Words
    fix: Words
    see: tuple[Place, ...] = ()

    def show(self, lang: str = "vi") -> str:
        """The problem as lines of text in ``lang``."""
        label = {"vi": ("lỗi dữ liệu", "xem thêm", "cách sửa"), "en": ("problem", "see", "fix")}[lang]
        lines = [f"{self.place}: {label[0]}: {self.fact.to(lang)}"]
        lines += [f"    {label[1]}  {place}" for place in self.see]
        lines.append(f"    {label[2]}  {self.fix.to(lang)}")
        return "\n".join(lines)


class ArchmodelError(Exception):
    """Any failure caused by input; its text says what to do. Never raised for a mistake of the library itself."""

    def __init__(self, fact: Words, fix: Words) -> None:
        super().__init__(f"{fact.en}; {fix.en}")
        self._fact = fact
        self._fix = fix

    @property
    def fact(self) -> Words:
        """What went wrong."""
        return self._fact

    @property
    def fix(self) -> Words:
        """What to do about it."""
        return self._fix

    def show(self, lang: str = "vi") -> str:
        """The failure as text in ``lang``: the fact, then the remedy."""
        return f"{self.fact.to(lang)}\n    {'cách sửa' if lang == 'vi' else 'fix'}  {self.fix.to(lang)}"

    def _render_traceback_(self) -> list[str]:
        """What IPython prints in place of a traceback: the lines of the words alone."""
        return self.show().splitlines()


class UnknownName(ArchmodelError, AttributeError):
    """A name that an object does not have; an AttributeError too, so that it behaves like a missing attribute.

    Asking for names that may be missing is common, so the words are made only when somebody reads them.
    """

    def __init__(self, owner: object, name: str) -> None:
        AttributeError.__init__(self, name)
        self._owner, self._name = owner, name

    @property
    def fact(self) -> Words:
        """What has no such name."""
        owner = getattr(self._owner, "__name__", type(self._owner).__name__)
        return Words(f"{owner} không có '{self._name}'", f"{owner} has no '{self._name}'")

    @property
    def fix(self) -> Words:
        """The name most like it, or how to see them all."""
        guess = nearest(self._name, [name for name in dir(self._owner) if not name.startswith("_")])
        if guess:
            return Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        return Words("gõ dấu chấm rồi phím Tab để xem các tên", "type a dot, then Tab, to see the names")

    def __str__(self) -> str:
        return f"{self.fact.en}; {self.fix.en}"


class CatalogueError(ArchmodelError):
    """The catalogue cannot be read; ``problems`` holds every one found, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.place, problem.fact.en)))
        count = len(self.problems)
        super().__init__(
            Words(f"không đọc được dữ liệu: {count} lỗi", f"the catalogue cannot be read: {count} problem(s)"),
            Words("sửa các lỗi nêu trên rồi chạy lại", "mend the problems listed and run again"),
        )

    def __str__(self) -> str:
        return self.show("en")

    def show(self, lang: str = "vi") -> str:
        """Every problem with its place and remedy, then the count."""
        return "\n".join([*(problem.show(lang) for problem in self.problems), super().show(lang)])


def whole_day(text: str) -> str:
    """``text`` where it is one calendar day in ISO form.

    Raises:
        ArchmodelError: it is not.
    """
    if not is_whole_day(text):
        raise ArchmodelError(
            Words(f"'{text}' không phải là một ngày", f"'{text}' is not a day"),
            Words("viết ngày dạng 2025-07-01", "write the day as 2025-07-01"),
        )
    return text
