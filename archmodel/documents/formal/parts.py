"""The parts of a document in order: the form of an edition, completed by its outline, so that no part is ever lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from archmodel.errors import ArchmodelError
from archmodel.model.form import Form, Part
from archmodel.model.framework import Edition, Reference
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
DEEPEST = 4


class Placed(NamedTuple):
    """A part at its place: its name, level and number; ``leaf`` where no part lies below it."""

    part: Part
    name: str
    level: int
    label: str
    leaf: bool


class Counter:
    """The numbers of headings: I. - 1. - 1.1. - 1.1.1., annexes in a series of their own."""

    def __init__(self) -> None:
        self._at = [0] * DEEPEST
        self._annexes = 0

    def next(self, level: int, *, annex: bool = False) -> str:
        """The number of the next heading at a level."""
        if annex:
            self._annexes += 1
            self._at[level:] = [0] * (DEEPEST - level)
            return f"Phụ lục {self._annexes:02}."
        self._at[level - 1] += 1
        self._at[level:] = [0] * (DEEPEST - level)
        if level == 1:
            return f"{roman(self._at[0])}."
        return "".join(f"{number}." for number in self._at[1:level])


def roman(number: int) -> str:
    """A number in Roman figures."""
    figures = ""
    for value, figure in _ROMAN:
        while number >= value:
            figures += figure
            number -= value
    return figures


def form_of(reference: Reference, edition: str) -> tuple[Edition, Form]:
    """An edition and the form of its document.

    Raises:
        ArchmodelError: there is no such edition, or it has neither a form nor an outline.
    """
    found = reference.editions.get(edition)
    if found is None:
        guess = nearest(edition, reference.editions)
        raise ArchmodelError(
            Words(f"không có khung kiến trúc '{edition}'", f"there is no framework '{edition}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?") if guess else Words("xem framework_v4", "see framework_v4"),
        )  # fmt: skip
    if found.form is not None:
        return found, found.form
    if not any(listing.entries for listing in found.of_sort("outline")):
        raise ArchmodelError(
            Words(f"khung '{edition}' chưa có mẫu tài liệu", f"the framework '{edition}' has no form of the document"),
            Words(f"thêm framework_v4/{edition}/document.yaml", f"add framework_v4/{edition}/document.yaml"),
        )
    return found, Form(id=f"outline-{edition}", name=found.name, name_en=found.name_en)


def text_names(reference: Reference) -> set[str]:
    """The names a text may have: of every part of every form and outline."""
    names = {part.text or part.key for e in reference.editions.values() if e.form for part in e.form.parts}
    return names | {entry.key for e in reference.editions.values() for o in e.of_sort("outline") for entry in o.entries}


def placed(edition: Edition, form: Form) -> list[Placed]:
    """Every part in order, numbered; parts of the outline that the form leaves out come last under their parent."""
    outline = {entry.key: entry for listing in edition.of_sort("outline") for entry in listing.entries}
    parts = {part.key: part for part in form.parts}
    parts |= {key: Part(key=key) for key in outline if key not in parts}
    below: dict[str | None, list[Part]] = defaultdict(list)
    for part in parts.values():
        parent = part.parent or (outline[part.key].parent if part.key in outline else None)
        if parent is not None and parent not in parts:
            raise ArchmodelError(
                Words(f"mẫu '{form.id}': phần '{part.key}' nằm dưới '{parent}', không có", f"the form '{form.id}' puts '{part.key}' under '{parent}', which does not exist"),
                Words("sửa 'parent' trong document.yaml", "mend 'parent' in document.yaml"),
            )  # fmt: skip
        below[parent].append(part)
    counter = Counter()

    def walk(parent: str | None, level: int) -> Iterator[Placed]:
        for part in below.get(parent, ()):
            entry = edition.entry(part.key)
            name = part.name or (entry.name if entry else None) or part.key
            at = min(level, DEEPEST)
            yield Placed(part, name, at, counter.next(at, annex=bool(part.annex)), part.key not in below)
            yield from walk(part.key, level + 1)

    return list(walk(None, 1))
