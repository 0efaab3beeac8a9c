"""The model as pandas tables: one row an element or a relation, plain columns, Vietnamese labels on request.

Each function takes a whole or a part. A list of ids is joined with ``"; "``; what is unknown is missing (``NA``), never
an empty string.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation
from archmodel.tables.reorganisation import continuity, dispositions, fates, homes, roadmap
from archmodel.text.vietnamese import sort_key

if TYPE_CHECKING:
    import pandas as pd

    from archmodel.analysis.duplicates import Duplicates
    from archmodel.analysis.impact import Impact
    from archmodel.analysis.quality import DataQuality
    from archmodel.analysis.quality_formats import By
    from archmodel.checks.gaps import GapRow
    from archmodel.checks.questions import Answers
    from archmodel.checks.report import Report

_LINKS = {
    "organisation": ("part_of", "succeeds"),
    "application": ("owned_by", "operated_by", "in_sector", "realizes", "accesses", "hosted_on", "succeeds"),
    "dataset": ("owned_by", "contains", "migrates_to", "archived_in"),
    "node": ("owned_by", "operated_by", "hosted_on", "serves"),
    "task": ("led_by", "coordinated_by", "part_of"),
}
_PLAIN = (str, int, bool)


def elements(model: Model, kind: str | None = None) -> pd.DataFrame:
    """The elements of a model, or of one kind, indexed by id and sorted by name in the Vietnamese alphabet.

    Columns: ``kind``, ``layer``, ``name`` and every plain field that some element states; for a single kind also the
    relations it is usually asked about (``owned_by``, ...), each a joined list of ids; last ``confidence``.
    """
    import pandas as pd

    chosen: Iterable[Element] = model.of(kind) if kind else model
    rows = [_row(model, element, kind) for element in sorted(chosen, key=lambda element: sort_key(element.name))]
    table = pd.DataFrame(rows).convert_dtypes() if rows else pd.DataFrame(columns=["id", "kind", "layer", "name"])
    return table.set_index("id").dropna(axis="columns", how="all")


def _row(model: Model, element: Element, kind: str | None) -> dict[str, Any]:
    row: dict[str, Any] = {"id": element.id, "kind": element.kind, "layer": KINDS[element.kind].layer}
    for name in type(element).model_fields:
        value = getattr(element, name)
        if name not in row and isinstance(value, _PLAIN):
            row[name] = value
        elif name in {"aliases", "features", "missing_features"} and value:
            row[name] = "; ".join(value)
    for name in _LINKS.get(kind or "", ()):
        row[name] = "; ".join(dict.fromkeys(r.target for r in model.outgoing(element.id, name))) or None
    return {**row, "confidence": element.confidence}


def organisations(model: Model) -> pd.DataFrame:
    """Bodies and units; see ``elements``."""
    return elements(model, "organisation")


def applications(model: Model) -> pd.DataFrame:
    """Systems, with owner, operator, sector, functions, data and host; see ``elements``."""
    return elements(model, "application")


def datasets(model: Model) -> pd.DataFrame:
    """Data sets, with owner, entities and where they move; see ``elements``."""
    return elements(model, "dataset")


def nodes(model: Model) -> pd.DataFrame:
    """Nodes, with owner, operator and place; see ``elements``."""
    return elements(model, "node")


def tasks(model: Model) -> pd.DataFrame:
    """Tasks, with lead and coordinators; see ``elements``."""
    return elements(model, "task")


def relations(model: Model, type: str | None = None) -> pd.DataFrame:
    """The relations, all or of one type: ``type``, ``source``, ``target``, ``since``, ``until``, ``confidence``."""
    import pandas as pd

    columns = ["type", "source", "target", "since", "until", "confidence"]
    chosen = (r for r in model.relations if type is None or r.type == type)
    return pd.DataFrame([[getattr(r, name) for name in columns] for r in chosen], columns=columns).convert_dtypes()


def flows(model: Model) -> pd.DataFrame:
    """The flows, indexed by id: ends by id and by name, platforms crossed, data, state, confidence."""
    import pandas as pd

    columns = ["id", "source", "source_name", "target", "target_name", "via", "route", "content", "state", "confidence"]
    rows = [[flow.id, *_ends(model, flow), "; ".join(flow.via) or None, flow.route, flow.content, flow.state,
             flow.confidence] for flow in model.flows]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes().set_index("id")


def _ends(model: Model, relation: Relation | Flow) -> Iterable[str | None]:
    for id in (relation.source, relation.target):
        found = model.elements.get(id)
        yield id
        yield found.name if found else None


def coverage(model: Model) -> pd.DataFrame:
    """How much of each kind is known: rows are kinds, columns the count and the share that states each thing.

    Shares are from 0 to 1 over own records (over all where a kind has no record type): ``evidence``, ``owned_by``,
    ``state``, ``flow`` (some flow touches it), ``aligned_to``.
    """
    import pandas as pd

    flowing = {end for flow in model.flows for end in (flow.source, flow.target)}
    rows = []
    for kind in KINDS.values():
        chosen = [e for e in model.of(kind.name) if getattr(e, "record", "own") != "reference"]
        if not chosen:
            continue
        known = {
            "evidence": sum(bool(e.evidence) for e in chosen),
            "owned_by": sum(bool(model.outgoing(e.id, "owned_by")) for e in chosen),
            "state": sum(getattr(e, "state", None) is not None for e in chosen),
            "flow": sum(e.id in flowing for e in chosen),
            "aligned_to": sum(bool(model.outgoing(e.id, "aligned_to")) for e in chosen),
        }
        rows.append({"kind": kind.name, "count": len(chosen), **{k: n / len(chosen) for k, n in known.items()}})
    return pd.DataFrame(rows).set_index("kind")


def findings(report: Report) -> pd.DataFrame:
    """The findings of a report: ``code``, ``outcome``, ``severity``, ``element``, ``kind``, ``message``, ``fix``, place."""
    import pandas as pd

    columns = ["code", "outcome", "severity", "element", "kind", "message", "fix", "path", "line"]
    rows = [
        [f.code, f.outcome.value, f.rule.severity.value if f.rule else None, f.subject, f.kind, f.message.vi, f.fix.vi,
         f.place.path if f.place else None, f.place.line if f.place else None]
        for f in report.findings
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes()


def answers(questions: Iterable[Answers]) -> pd.DataFrame:
    """The leader's questions, a row an answer: ``element``, ``kind``, ``question``, ``verdict``, ``sentence``, ``missing``.

    ``verdict`` is ``yes``, ``waived``, ``no``, ``not_enough`` or ``not_applicable``; ``missing`` joins ``record.field``.
    """
    import pandas as pd

    columns = ["element", "kind", "question", "verdict", "sentence", "missing"]
    rows = [
        [one.element.id, one.element.kind, answer.question.value, answer.verdict.value, answer.sentence.vi,
         "; ".join(dict.fromkeys(f"{m.record}.{m.field}" for m in answer.missing if m.field)) or None]
        for one in questions
        for answer in one.answers
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes()


def duplicates(found: Model | Duplicates) -> pd.DataFrame:
    """The pairs of ``archmodel.duplicates``, best first: ids, names, ``score`` from 0 to 1, ``verdict``, ``why``.

    A model is compared on its own day. ``lapsed`` tells decisions about the pair whose day has passed.
    """
    import pandas as pd

    columns = ["id_a", "name_a", "id_b", "name_b", "score", "verdict", "why", "lapsed"]
    rows = [
        [m.id_a, m.pair.one.name, m.id_b, m.pair.other.name, m.score, m.verdict.value, m.why.vi,
         "; ".join(decision.words.vi for decision in m.decided if decision.lapsed) or None]
        for m in _duplicates(found)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes()


def clusters(found: Model | Duplicates) -> pd.DataFrame:
    """The clusters of ``archmodel.duplicates``, a row a member: ``cluster`` from 1, ``id``, ``name``, owner, state.

    ``score`` and ``verdict`` are those to the centre, missing for the centre itself.
    """
    import pandas as pd

    compared = _duplicates(found)
    columns = ["cluster", "id", "name", "owned_by", "state", "score", "verdict"]
    rows: list[list[Any]] = []
    for number, cluster in enumerate(compared.clusters, 1):
        rulings = [None, *(member.pair.ruling for member in cluster.members)]
        for subject, ruling in zip((cluster.centre, *(m.subject for m in cluster.members)), rulings, strict=True):
            element = compared.model.elements.get(subject.id) if compared.model else None
            rows.append(
                [number, subject.id, subject.name, subject.row.owner or None, getattr(element, "state", None),
                 ruling.score if ruling else None, ruling.verdict.value if ruling else None]
            )  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes()


def _duplicates(found: Model | Duplicates) -> Duplicates:
    if not isinstance(found, Model):
        return found
    from archmodel.analysis.duplicates import duplicates as compared

    return compared(found)


def gaps(rows: Iterable[GapRow]) -> pd.DataFrame:
    """The rows of ``archmodel.checks.gaps``: scope, layer, key, code, name, role, outcome, how filled, by what.

    ``before`` stands where two days were compared.
    """
    import pandas as pd

    columns = ["scope", "layer", "key", "code", "name", "role", "outcome", "cover", "before", "elements"]
    values = [
        [row.scope, row.layer, row.key, row.code, row.name.vi, row.role, row.outcome.value, row.cover.value,
         row.before.value if row.before else None, "; ".join(row.elements) or None]
        for row in rows
    ]  # fmt: skip
    return pd.DataFrame(values, columns=columns).convert_dtypes().dropna(axis="columns", how="all")


def quality(found: DataQuality, by: By = "record") -> pd.DataFrame:
    """Data quality by record (indexed by id) or by agency (by id; nobody is missing), with the columns of the CSV.

    ``score`` is from 0 to 100; ``points`` of ``possible`` are what it is made of.
    """
    import pandas as pd

    from archmodel.analysis.quality_formats import COLUMNS, cell, rows

    values = [[cell(value) for value in row.values()] for row in rows(found, by)]
    table = pd.DataFrame(values, columns=list(COLUMNS[by])).convert_dtypes()
    return table.set_index(COLUMNS[by][0])


def impact(found: Impact) -> pd.DataFrame:
    """The rows of ``archmodel.impact``, indexed by id, nearest first: way, whether it runs, distance, kind, name, path, ...

    ``confidence`` is the weakest on the path; ``stated`` is False where a state on it is not recorded.
    """
    import pandas as pd

    columns = ["id", "way", "runs", "distance", "kind", "name", "instances", "confidence", "inferred", "stated", "path"]
    rows = [
        [row.element.id, row.way, runs, row.distance, row.element.kind, row.element.name,
         getattr(row.element, "instances", None), row.confidence, row.inferred, row.stated,
         " > ".join(step.end for step in row.path)]
        for runs, group in ((True, found.rows), (False, found.idle))
        for row in group
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes().set_index("id")


__all__ = [
    "answers",
    "applications",
    "clusters",
    "continuity",
    "coverage",
    "datasets",
    "dispositions",
    "duplicates",
    "elements",
    "fates",
    "findings",
    "flows",
    "gaps",
    "homes",
    "impact",
    "nodes",
    "organisations",
    "quality",
    "relations",
    "roadmap",
    "tasks",
]


def __dir__() -> list[str]:
    return list(__all__)
