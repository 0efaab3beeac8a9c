"""What ``{{ name }}`` in a text stands for: numbers, days and names of the model, each with the source of a fact.

Every number of the document comes through here or through a table, so that it can be traced to records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archmodel.analysis.deadlines import last_due
from archmodel.checks.rule import Outcome
from archmodel.documents.formal.cells import SHOWS
from archmodel.documents.formal.matter import Matter, missing
from archmodel.documents.formal.texts import Piece
from archmodel.documents.formal.tree import Run, Runs
from archmodel.errors import Problem
from archmodel.model.elements import Indicator, Task
from archmodel.model.kinds import FOLDERS
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words
from archmodel.views.dates import written

_OWN_SCOPE = "own"


def resolve(matter: Matter, piece: Piece, captions: frozenset[str]) -> Runs | Problem:
    """The words a placeholder stands for, or the problem that there is no such name.

    A ``ref.`` leads to a caption; its words are filled in when all numbers are given.
    """
    head, _, rest = piece.text.partition(".")
    if head == "ref" and rest in captions:
        return (Run("", to=rest),)
    if head in {"element", "indicator", "due"} and rest in matter.model.origin:
        found = _element(matter, head, rest)
        if found is not None:
            return found
    plain = _PLAIN.get(piece.text)
    if plain is not None:
        value = plain(matter)
        return (Run(value),) if value else missing(piece.text)
    counted = _count(matter, piece.text)
    if counted is not None:
        return (Run(str(counted)),)
    return _unknown(matter, piece, captions)


def _element(matter: Matter, head: str, id: str) -> Runs | None:
    element = matter.model.origin[id]
    if head == "element":
        return (Run(element.name, about=element.id), Run(" "), *matter.sources.mark(element.evidence))
    if head == "due" and isinstance(element, Task):
        day = last_due(element, matter.model.settings)
        return (Run(written(day, "vi")),) if day else missing(f"thời hạn của {id}")
    if head == "indicator" and isinstance(element, Indicator):
        at = SHOWS["as_of"](matter, element)
        return (
            *SHOWS["value"](matter, element),
            Run(" (thời điểm "),
            *at,
            Run(") "),
            *matter.sources.mark(element.evidence),
        )
    return None


def _instrument(matter: Matter) -> str | None:
    found = matter.model.reference.instruments.get(matter.edition.instrument or "")
    return found.number if found else None


def _owner(matter: Matter) -> str | None:
    found = matter.model.origin.elements.get(matter.model.settings.owner or "")
    return found.name if found else None


_PLAIN: dict[str, Callable[[Matter], str | None]] = {
    "day": lambda matter: written(matter.report.day, "vi"),
    "name": lambda matter: matter.model.settings.name,
    "owner": _owner,
    "domain": lambda matter: matter.model.settings.domain,
    "framework": lambda matter: matter.edition.name,
    "framework.number": _instrument,
    "form": lambda matter: matter.form.name,
    "days.issue": lambda matter: _written(matter.model.settings.days.issue),
    "days.effect": lambda matter: _written(matter.model.settings.days.effect),
}


def _written(day: str | None) -> str | None:
    return written(day, "vi") if day else None


def _count(matter: Matter, name: str) -> int | None:
    head, _, rest = name.partition(".")
    if name == "count.flows":
        return len(matter.now.flows)
    if name == "count.sources":
        return len({(item.document, item.url) for e in matter.model for item in e.evidence})
    if head == "count":
        folder, _, which = rest.partition(".")
        kind = FOLDERS.get(folder)
        if kind and which in {"", "own", "reference", "in_use", "all"}:
            counted = matter.counts.get(kind.name)
            managed = "record" in kind.element.model_fields
            return counted[which or ("own" if managed else "all")] if counted else 0
    if head == "findings" and rest in {"fail", "insufficient"}:
        return sum(f.outcome.value == rest and f.waived is None for f in matter.report.findings)
    if head in {"rules", "gaps"} and rest in {outcome.value for outcome in Outcome}:
        if head == "rules":
            return sum(result.outcome.value == rest for result in matter.report.results)
        return sum(row.outcome.value == rest for row in matter.gaps if row.scope == _OWN_SCOPE)
    return None


def _names(matter: Matter, captions: frozenset[str]) -> Iterator[str]:
    yield from _PLAIN
    yield from ("count.flows", "count.sources", "findings.fail", "findings.insufficient")
    for folder in FOLDERS:
        yield from (f"count.{folder}{which}" for which in ("", ".own", ".reference", ".in_use", ".all"))
    for outcome in Outcome:
        yield from (f"rules.{outcome.value}", f"gaps.{outcome.value}")
    yield from (f"ref.{caption}" for caption in sorted(captions))


def _unknown(matter: Matter, piece: Piece, captions: frozenset[str]) -> Problem:
    head, _, rest = piece.text.partition(".")
    guess = nearest(piece.text, _names(matter, captions))
    if head in {"element", "indicator", "due"}:
        near = nearest(rest, matter.model.origin.elements)
        guess = f"{head}.{near}" if near else guess
    return Problem(
        piece.place,
        Words(f"không có chỗ điền '{{{{ {piece.text} }}}}'", f"there is no placeholder '{{{{ {piece.text} }}}}'"),
        Words(f"ý bạn là '{{{{ {guess} }}}}'?", f"did you mean '{{{{ {guess} }}}}'?")
        if guess
        else Words(
            "xem các tên ở documents/formal/placeholders.py", "the names are day, name, count.FOLDER, ref.TABLE, ..."
        ),
    )
