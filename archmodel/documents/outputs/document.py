"""The DOCX against the form, the model and the law: parts, figures, diagrams, grounds, tasks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from archmodel.checks.doc.register import Register, Standing
from archmodel.documents.formal.parts import Placed, form_of, placed
from archmodel.documents.formal.tree import Formal, Paragraph, Table, plain
from archmodel.documents.outputs.docx_text import DocxText, Line
from archmodel.model.framework import Reference
from archmodel.text.vietnamese import composed, folded
from archmodel.text.words import Words

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_WIDE = re.compile(r"\s+")


def parts(text: DocxText, reference: Reference, edition: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the outline's parts that stand under a heading of theirs with something said, and of those without.

    A part nobody gave a heading is in neither.
    """
    found, form = form_of(reference, edition)
    everything = placed(found, form)
    said = _said_under(text.lines)
    outline = [entry for listing in found.of_sort("outline") for entry in listing.entries]
    leaves = {e.key for e in outline if not any(o.parent == e.key for o in outline)} or {p.part.key for p in everything}
    filled, empty = [], []
    for one in everything:
        if one.part.key not in leaves:
            continue
        below = [p for p in everything if p.part.key == one.part.key or p.part.key.startswith(f"{one.part.key}.")]
        states = [said[name] for p in below if (name := _heading(p)) in said]
        if any(states):
            filled.append(one.part.key)
        elif states:
            empty.append(one.part.key)
    return tuple(filled), tuple(empty)


def _heading(part: Placed) -> str:
    return _WIDE.sub(" ", folded(part.name))


def _said_under(lines: Iterable[Line]) -> dict[str, bool]:
    """For each heading, whether anything is said before the next; by its text, folded."""
    said: dict[str, bool] = {}
    name = None
    for line in lines:
        if line.is_heading:
            name = _WIDE.sub(" ", folded(line.text))
            said.setdefault(name, False)
        elif name is not None and line.text and not line.open:
            said[name] = True
    return said


def figures(text: DocxText, document: Formal) -> Iterator[tuple[int, Words]]:
    """Paragraphs and rows that read as the model gives them but for their figures.

    Words people changed are theirs; a line whose words stand in the model's document and whose figures do not is wrong.
    """
    due: dict[str, set[str]] = defaultdict(set)
    for line in _lines(document):
        due[_FIGURE.sub("#", line)].add(line)
    for one in text.lines:
        line = _one_line(one.text)
        given = due.get(_FIGURE.sub("#", line))
        if given and line not in given:
            right = min(given)
            yield (
                one.at,
                Words(
                    f"ghi “{_cut(line)}”, mô hình cho “{_cut(right)}”",
                    f"says “{_cut(line)}”, the model gives “{_cut(right)}”",
                ),
            )


def _lines(document: Formal) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield _one_line(plain(block.runs))
        elif isinstance(block, Table):
            for row in block.rows:
                yield _one_line("|".join(plain(cell) for cell in row.cells))


def _one_line(text: str) -> str:
    return _WIDE.sub(" ", composed(text)).strip()


def _cut(text: str, most: int = 90) -> str:
    """The text around its first figure, short."""
    found = _FIGURE.search(text)
    start = max(0, found.start() - most // 2) if found else 0
    return f"{'…' if start else ''}{text[start : start + most]}{'…' if len(text) > start + most else ''}"


def unlabelled(text: DocxText) -> Iterator[tuple[int, Words]]:
    """Pictures without words for who cannot see them, or without a caption after them."""
    captions = {line.at for line in text.lines if line.style == "Caption" and line.text}
    for drawing in text.drawings:
        lacks = [
            words
            for words, there in (
                (Words("lời mô tả", "a description"), drawing.told),
                (Words("chú thích", "a caption"), drawing.at + 1 in captions),
            )
            if not there
        ]
        if lacks:
            vi, en = ", ".join(w.vi for w in lacks), ", ".join(w.en for w in lacks)
            yield drawing.at, Words(f"hình '{drawing.name}' thiếu {vi}", f"the picture '{drawing.name}' lacks {en}")


def diagrams(text: DocxText, codes: Iterable[str]) -> tuple[str, ...]:
    """The codes of mandatory diagrams that no caption or picture of the file names."""
    told = [composed(line.text) for line in text.lines if line.style == "Caption"]
    told += [composed(f"{drawing.name} {drawing.told}") for drawing in text.drawings]
    return tuple(code for code in codes if not any(code in one for one in told))


def grounds(text: DocxText, register: Register, day: str) -> Iterator[tuple[int, Words, bool]]:
    """Grounds ("Căn cứ ...") that had ended on the day, and those the register cannot vouch for; true where it is sure."""
    for line in text.lines:
        if not line.text.startswith("Căn cứ ") or line.is_heading or line.cells:
            continue
        named = register.named(line.text)
        for instrument in named:
            standing = register.standing(instrument, day)
            called = instrument.number or instrument.id
            if standing is Standing.ENDED:
                yield line.at, Words(f"căn cứ {called} đã hết hiệu lực", f"the ground {called} has ended"), True
            elif standing is Standing.UNSURE:
                yield (
                    line.at,
                    Words(f"chưa chắc hiệu lực của căn cứ {called}", f"the ground {called} is of unsure standing"),
                    False,
                )
