"""Composing the document: parts in order, texts with their placeholders filled, tables and pictures numbered.

A part without text or table says so, visibly. What is written twice the same way comes out the same, byte for byte.
"""

from __future__ import annotations

from dataclasses import replace

from archmodel.checks.report import Report
from archmodel.documents.formal.front import front
from archmodel.documents.formal.makers import make
from archmodel.documents.formal.matter import Matter, missing
from archmodel.documents.formal.parts import Counter, Placed, form_of, placed
from archmodel.documents.formal.placeholders import resolve
from archmodel.documents.formal.texts import Texts, Written
from archmodel.documents.formal.tree import (
    Block,
    Formal,
    Heading,
    Paragraph,
    Picture,
    Run,
    Runs,
    Signature,
    Table,
    Turn,
)
from archmodel.errors import ArchmodelError, CatalogueError, Problem
from archmodel.model.form import Fill
from archmodel.model.model import Model
from archmodel.text.vietnamese import slug
from archmodel.text.words import Words
from archmodel.views import diagram, landscape
from archmodel.views.diagram import codes


def formal(model: Model, report: Report, texts: Texts | None = None, *, edition: str | None = None) -> Formal:
    """The formal document of a model.

    Args:
        model: the architecture, whole or narrowed to what readers may see.
        report: what the checks say of it; the document speaks of its day.
        texts: what people wrote, see ``read_texts``; without it every text is marked missing.
        edition: whose form to follow; the one the report judged by when not given.

    Raises:
        ArchmodelError: the edition has no form, or the form asks for what does not exist.
        CatalogueError: a text has a placeholder nobody knows; it holds every such place.
    """
    found, form = form_of(model.reference, edition or report.framework)
    matter = Matter(model, report, found, form, texts or Texts())
    return _Composer(matter).document()


class _Composer:
    """One document in the making: its blocks so far, the numbers given, the parts found empty."""

    def __init__(self, matter: Matter) -> None:
        self.matter = matter
        self.parts = placed(matter.edition, matter.form)
        self.captions = frozenset(fill.id for one in self.parts for fill in one.part.fills)
        self.blocks: list[Block] = []
        self.late: list[tuple[int, Fill]] = []
        self.numbers = {"Bảng": 0, "Hình": 0}
        self.labels: dict[str, str] = {}
        self.filled: set[str] = set()
        self.mentions: dict[str, None] = {}
        self.problems: list[Problem] = []
        self.counter = Counter()

    def document(self) -> Formal:
        lying = False
        annexed = {one.part.parent for one in self.parts if one.part.annex}
        signed = next((one.part.key for one in self.parts if one.level == 1 and one.part.key in annexed), None)
        for at, one in enumerate(self.parts):
            heads_annexes = one.part.key == signed
            if heads_annexes:
                self.blocks.append(Signature())
            # the heading of the annexes stands on the page of the first
            if bool(self.parts[at + heads_annexes].part.landscape) != lying:
                lying = not lying
                self.blocks.append(Turn(lying))
            self._part(one, lying=lying)
        if lying:
            self.blocks.append(Turn(landscape=False))
        if signed is None:
            self.blocks.append(Signature())
        if self.problems:
            raise CatalogueError(self.problems)
        head = front(self.matter)
        for at, fill in self.late:
            self.blocks[at] = self._table(fill, int(self.labels[fill.id].split()[1]))
        filled, empty = self._told()
        return Formal(
            self.matter.model.settings.name, self.matter.report.day, self.matter.edition.id,
            self.matter.texts.front.version, head, tuple(self._linked(block) for block in self.blocks),
            filled, empty, tuple(self.mentions), self.matter.totals,
        )  # fmt: skip

    def _part(self, one: Placed, *, lying: bool) -> None:
        self.counter.next(one.level, annex=bool(one.part.annex))
        text = one.name.upper() if one.level == 1 else one.name
        self.blocks.append(Heading(one.level, one.label, text, f"phan-{slug(one.part.key)}", bool(one.part.annex)))
        name = one.part.text or one.part.key
        written = self.matter.texts.parts.get(name, ())
        blocks = [block for block in (self._written(w, one.level) for w in written) if block]
        self.blocks += blocks
        has_text = any(
            isinstance(b, Paragraph) and any(r.style != "missing" and r.text.strip(" .;,") for r in b.runs)
            for b in blocks
        )
        has_fill = False
        for fill in one.part.fills:
            turned = bool(fill.landscape) and not lying
            self.blocks += [Turn(landscape=True)] if turned else []
            has_fill |= self._fill(fill)
            self.blocks += [Turn(landscape=False)] if turned else []
        if has_text or has_fill:
            self.filled.add(one.part.key)
        if one.leaf and not blocks and not one.part.fills:
            self.blocks.append(Paragraph(missing(f"{one.name}; viết ở {self.matter.texts.folder}/{name}.md"), "open"))

    def _written(self, written: Written, level: int) -> Block | None:
        runs: list[Run] = []
        for piece in written.pieces:
            if not piece.name:
                runs.append(Run(piece.text, piece.style))
                continue
            found = resolve(self.matter, piece, self.captions)
            if isinstance(found, Problem):
                self.problems.append(found)
            else:
                runs += (replace(run, style=piece.style) if run.style == "plain" else run for run in found)
        if written.sort == "heading":
            at = min(level + written.level, 4)
            text = "".join(run.text for run in runs)
            return Heading(at, self.counter.next(at), text, f"muc-{len(self.blocks)}-{slug(text)}")
        return Paragraph(tuple(runs), written.sort) if runs else None

    def _fill(self, fill: Fill) -> bool:
        """Add a table or picture; whether there was anything to show."""
        if fill.make == "picture":
            self.labels[fill.id] = f"Hình {self._number('Hình')}"
            self.blocks.append(self._picture(fill))
            return True
        if fill.make == "sources":
            self.labels[fill.id] = f"Bảng {self._number('Bảng')}"
            self.late.append((len(self.blocks), fill))
            self.blocks.append(Paragraph(()))
            return True
        made = make(self.matter, fill)
        if not made.rows:
            self.blocks.append(Paragraph(missing(fill.caption), "open"))
            return False
        number = self._number("Bảng")
        self.labels[fill.id] = f"Bảng {number}"
        self.mentions.update(dict.fromkeys(made.mentions))
        self.blocks.append(Table(fill.id, number, fill.caption, made.columns, made.rows))
        return True

    def _table(self, fill: Fill, number: int) -> Table:
        made = make(self.matter, fill)
        return Table(fill.id, number, fill.caption, made.columns, made.rows)

    def _picture(self, fill: Fill) -> Picture:
        now = self.matter.now.judged_by(self.matter.edition.id)
        known = codes(now)
        if fill.picture == "landscape":
            drawn = landscape(now)
            told = ", ".join(f"{band.own} {band.layer}" for band in drawn.bands)
            return Picture(fill.id, self.numbers["Hình"], fill.caption, drawn.svg("vi"), f"{fill.caption}: {told}")
        if fill.picture not in known:
            shown = ", ".join(("landscape", *known))
            raise ArchmodelError(
                Words(f"mẫu yêu cầu hình '{fill.picture}', không có", f"the form asks for the picture '{fill.picture}', which does not exist"),
                Words(f"có: {shown}", f"there are: {shown}"),
            )  # fmt: skip
        sheet = diagram(now, fill.picture)
        return Picture(fill.id, self.numbers["Hình"], fill.caption, sheet.svg("vi"), f"{fill.caption}: {sheet.alt()}")

    def _number(self, sort: str) -> int:
        self.numbers[sort] += 1
        return self.numbers[sort]

    def _told(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys of the outline's leaves that have content, in them or below, and those that have none."""
        keys = [one.part.key for one in self.parts]
        outline = [e for listing in self.matter.edition.of_sort("outline") for e in listing.entries]
        leaves = [e.key for e in outline if not any(other.parent == e.key for other in outline)] or keys
        full = {key for key in leaves if any(k == key or k.startswith(f"{key}.") for k in self.filled)}
        return tuple(k for k in leaves if k in full), tuple(k for k in leaves if k not in full)

    def _linked(self, block: Block) -> Block:
        """A block whose references read as the captions they lead to."""
        if isinstance(block, Paragraph):
            return replace(block, runs=self._runs(block.runs))
        return block

    def _runs(self, runs: Runs) -> Runs:
        return tuple(self._run(run) for run in runs)

    def _run(self, run: Run) -> Run:
        if run.to is None or run.text:
            return run
        label = self.labels.get(run.to)
        return Run(label, to=run.to) if label else missing(f"bảng {run.to}")[0]
