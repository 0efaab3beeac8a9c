"""The page of coverage: the heat map of the framework and, scope by scope, what stands for each component."""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.checks.gaps import GapRow, gaps
from archmodel.documents.site.publication import Publication, Ref
from archmodel.views.heatmap import Cell, heatmap

MAX_SHOWN = 12


@dataclass(frozen=True, slots=True)
class GapLine:
    """A component as shown; ``elements`` are the first that stand for it, ``more`` how many others."""

    row: GapRow
    name: str
    outcome: str
    outcome_words: str
    cover: str
    elements: tuple[Ref, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ScopeCells:
    """A row of the map: the scope and its cell per layer, None where it has nothing there."""

    id: str
    name: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class GapPage:
    """The map and the details of an edition."""

    edition: str
    columns: tuple[str, ...]
    map: tuple[ScopeCells, ...]
    scopes: tuple[tuple[str, str, tuple[GapLine, ...]], ...]


def gap_pages(site: Publication) -> tuple[GapPage, ...]:
    """A page part for the framework judged by and for each other edition the workspace is aligned to."""
    settings = site.model.settings
    wanted = dict.fromkeys((site.report.framework, *settings.also_aligned_to))
    return tuple(_page(site, name) for name in wanted if name in site.model.reference.editions)


def _page(site: Publication, name: str) -> GapPage:
    picture = heatmap(site.model, site.day, name)
    lines: dict[str, list[GapLine]] = {scope: [] for scope, _ in picture.rows}
    for row in gaps(site.model, site.day, name):
        lines[row.scope].append(_line(site, row))
    edition = site.model.reference.editions[name]
    return GapPage(
        site.words_of(edition) or name,
        tuple(site.say(words) for _, words in picture.columns),
        tuple(
            ScopeCells(scope, site.say(words), tuple(picture.cells.get((scope, layer)) for layer, _ in picture.columns))
            for scope, words in picture.rows
        ),
        tuple((f"{name}--{scope}", site.say(words), tuple(lines[scope])) for scope, words in picture.rows),
    )


def _line(site: Publication, row: GapRow) -> GapLine:
    return GapLine(
        row,
        site.say(row.name),
        row.outcome.value,
        site.say(row.outcome.words),
        site.say(row.cover.words),
        tuple(site.ref(id) for id in row.elements[:MAX_SHOWN]),
        max(len(row.elements) - MAX_SHOWN, 0),
    )
