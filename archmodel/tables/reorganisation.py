"""Tables about what changes hands: dispositions, homes of data, continuity, fates of dissolved bodies, the roadmap."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from archmodel.analysis.continuity import Continuity, told_span
from archmodel.analysis.dispositions import dispositions as plans
from archmodel.analysis.fates import BodyFate
from archmodel.analysis.homes import Home
from archmodel.analysis.roadmap import Roadmap
from archmodel.model.model import Model

if TYPE_CHECKING:
    import pandas as pd


def dispositions(model: Model, day: str | None = None) -> pd.DataFrame:
    """What is to become of each own application, data set, node and network, indexed by id.

    Columns: ``kind``, ``name``, ``option`` (missing where nobody recorded one), ``on``, ``decisions``, ``principles``,
    ``into``, ``owners``, ``former_owners`` and ``missing``, each a joined list of ids or fields.
    """
    import pandas as pd

    columns = [
        "id",
        "kind",
        "name",
        "option",
        "on",
        "decisions",
        "principles",
        "into",
        "owners",
        "former_owners",
        "missing",
    ]
    rows = [
        [plan.id, plan.kind, model.origin[plan.id].name, plan.option, plan.on, *(
            "; ".join(ids) or None
            for ids in (plan.decisions, plan.principles, plan.into, plan.owners, plan.former_owners, plan.missing)
        )]
        for plan in plans(model, day)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes().set_index("id")


def homes(found: Iterable[Home]) -> pd.DataFrame:
    """The values of ``am.homes``, indexed by data set: why it was left, by whom, its keepers, its ends, its fate."""
    import pandas as pd

    columns = ["data", "reason", "left_by", "keepers", "moved_to", "ends", "fate", "is_safe"]
    rows = [
        [home.data, home.reason, home.left_by, "; ".join(home.keepers) or None,
         "; ".join(r.target for r in home.moves) or "; ".join(home.hosts) or None,
         "; ".join((*home.ends.working, *home.ends.unsure, *home.ends.stopped)) or None, home.fate, home.is_safe]
        for home in found
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes().set_index("data")


def continuity(found: Continuity) -> pd.DataFrame:
    """The timelines of ``am.continuity``, indexed by subject: kind, standing, carriers, gaps and open gaps as spans."""
    import pandas as pd

    columns = ["subject", "kind", "standing", "carriers", "gaps", "open"]
    rows = [
        [line.subject, line.kind, line.standing, "; ".join(dict.fromkeys(s.element for s in line.stretches)) or None,
         "; ".join(map(told_span, line.gaps)) or None, "; ".join(map(told_span, line.open)) or None]
        for line in found
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes().set_index("subject")


def fates(found: Iterable[BodyFate]) -> pd.DataFrame:
    """The values of ``am.fates``, a row for each thing of each body: how it was tied, its fate, why it is not known."""
    import pandas as pd

    columns = ["body", "element", "kind", "ties", "through", "fate", "to", "why"]
    rows = [
        [one.body, item.element, item.kind, "; ".join(item.ties), item.through, item.fate.name,
         "; ".join(item.fate.to) or None, item.fate.reason or None]
        for one in found
        for item in one.items
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes()


def roadmap(found: Roadmap) -> pd.DataFrame:
    """The work of ``am.roadmap`` in order, indexed by id: lead, start, due, state, standing, what it waits for, faults.

    ``late`` is missing where the day is past and nobody recorded a state.
    """
    import pandas as pd

    columns = ["id", "kind", "name", "leads", "start", "due", "state", "standing", "late", "needs", "blocked_by",
               "addresses", "evidence", "faults"]  # fmt: skip
    rows = [
        [row.id, row.kind, row.name, "; ".join(row.leads) or None, row.start, row.due, row.state, row.standing, row.late, *(
            "; ".join(ids) or None for ids in (row.needs, row.blocked_by, row.addresses, row.evidence)
        ), "; ".join(fault.words.en for fault in row.faults) or None]
        for row in found
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).convert_dtypes().set_index("id")
