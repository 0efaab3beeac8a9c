"""The numbered sources of the document: each document cited gets a number where it is first read.

Decides what makes two citations one source, and what a mark shows: its number and how sure the fact is.
"""

from __future__ import annotations

from collections.abc import Iterable

from archmodel.documents.formal.tree import Row, Run, Runs
from archmodel.model.record import Evidence
from archmodel.model.values import label
from archmodel.views.dates import written

_SURE = ("seed", "primary", "secondary", "inferred")


class Sources:
    """Sources in the order they are cited; the only thing that grows while the document is composed."""

    def __init__(self) -> None:
        self._cited: dict[tuple[str, str | None, str | None], tuple[int, set[str]]] = {}

    def mark(self, evidence: Iterable[Evidence]) -> Runs:
        """The numbers of the sources and the best confidence among them; without any, that there is no source."""
        runs: list[Run] = []
        stated: list[str] = []
        for item in evidence:
            key = (item.document, item.url, item.date)
            number, sure = self._cited.setdefault(key, (len(self._cited) + 1, set()))
            sure.add(item.confidence or "")
            stated.append(item.confidence or "")
            runs += [Run(f"[{number}]", to=f"nguon-{number}"), Run(" ")]
        if not runs:
            return (Run("Chưa có nguồn", "missing"),)
        best = next((level for level in _SURE if level in stated), None)
        return (*runs, Run(label("confidence", best)))

    def rows(self) -> tuple[Row, ...]:
        """A row a source: number, document, day, address, what confidence facts took from it."""
        return tuple(
            Row(
                (
                    (Run(str(number)),),
                    (Run(document),),
                    (Run(written(day, "vi")) if day else Run("Chưa xác định", "missing"),),
                    (Run(url) if url and url.startswith(("https://", "http://")) else Run("Không có", "missing"),),
                    (Run(", ".join(label("confidence", level or None) for level in sorted(sure))),),
                ),
                anchor=f"nguon-{number}",
            )
            for (document, url, day), (number, sure) in self._cited.items()
        )
