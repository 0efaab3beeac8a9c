"""Elements that steer: sectors, figures, documents, principles, goals, tasks, gaps, views."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from archmodel.model.record import Count, Day, Element, Flag, Frozen, Line, Lines, Number, Prose, WholeDay
from archmodel.model.values import Scope, WorkState


class Sector(Element):
    """A field of state management, the "lĩnh vực" under which procedures and systems are listed (Grouping)."""

    kind: Literal["sector"] = "sector"


class Measure(Frozen):
    """A figure as a source printed it, on a day or over a period; ``number`` only where the text is one number."""

    value: Line
    number: Count | None = None
    as_of: Line | None = None


class Indicator(Element):
    """Something counted or reported (Assessment); its figures are facts with dates, never an estimate."""

    kind: Literal["indicator"] = "indicator"
    category: Literal["measure", "report", "kpi"] | None = None
    definition: Prose | None = None
    unit: Line | None = None
    period: Line | None = None
    method: Line | None = None
    figures: Annotated[tuple[Measure, ...], Field(strict=False)] = ()


class Layout(Frozen):
    """What a reader of the file found of its layout; lengths in mm, ``size`` of the body text in points.

    ``own_template`` marks an explanatory appendix, which may keep a template of its own.
    """

    own_template: Flag | None = None
    width: Count | None = None
    height: Count | None = None
    top: Count | None = None
    bottom: Count | None = None
    left: Count | None = None
    right: Count | None = None
    font: Line | None = None
    size: Count | None = None
    justified: Flag | None = None
    page_number: Literal["top_centre", "elsewhere", "none"] | None = None
    motto: Flag | None = None
    recipients: Flag | None = None


class Total(Frozen):
    """How many elements of a kind a document says there are."""

    kind: Line
    number: Count


class Changes(Frozen):
    """How many codes a version added, changed and removed against the one before it."""

    added: Count
    changed: Count
    removed: Count


class Answer(Frozen):
    """The answer given to an item of a framework's checklist; ``item`` is the key of the entry."""

    item: Line
    answer: Line


class Document(Element):
    """A decision, regulation, plan, contract or minutes that rules or proves something (Representation).

    Of an architecture document: ``parts`` are the keys of the framework's outline it fills and ``empty_parts`` those with
    a heading only, ``mentions`` the codes its text names, ``model_version`` the model it was produced from.
    """

    kind: Literal["document"] = "document"
    category: (
        Literal[
            "decision", "regulation", "plan", "guidance", "directive", "law",
            "assessment", "contract", "minutes", "standard", "architecture",
        ]
        | None
    ) = None  # fmt: skip
    number: Line | None = None
    issued: Day | None = None
    issuer: Line | None = None
    version: Line | None = None
    role: Line | None = None
    parts: Lines = ()
    empty_parts: Lines = ()
    totals: Annotated[tuple[Total, ...], Field(strict=False)] = ()
    mentions: Lines = ()
    model_version: Line | None = None
    changes: Changes | None = None
    checklist: Annotated[tuple[Answer, ...], Field(strict=False)] = ()
    layout: Layout | None = None


class Principle(Element):
    """A rule of design the administration holds itself to (Principle); ``clause`` is where it is written."""

    kind: Literal["principle"] = "principle"
    clause: Line | None = None


class Goal(Element):
    """A result to reach, with the figure and the day it was set for (Goal)."""

    kind: Literal["goal"] = "goal"
    target: Line | None = None
    unit: Line | None = None
    due: Day | None = None


class Deadline(Frozen):
    """A deadline as its source fixes it: an anchor day of the workspace and an offset, or a plain day.

    ``anchor`` names a day of ``archmodel.toml`` (``issue``, ``effect``), so that moving the day moves the deadline.
    """

    what: Line | None = None
    anchor: Literal["issue", "effect"] | None = None
    days: Number = 0
    on: WholeDay | None = None
    relation: Literal["on_or_before", "before", "ready_at", "start_after"] = "on_or_before"


class Task(Element):
    """Work to be done (Work Package): a task of the plan, a project, a training, an announced suspension.

    ``force_majeure`` marks a suspension nobody could plan, which needs no notice ahead.
    """

    kind: Literal["task"] = "task"
    category: Literal["plan_task", "project", "training", "suspension"] | None = None
    clause: Line | None = None
    state: WorkState | None = None
    state_on: WholeDay | None = None
    deadlines: Annotated[tuple[Deadline, ...], Field(strict=False)] = ()
    result: Prose | None = None
    criterion: Prose | None = None
    priority: Line | None = None
    resources: Line | None = None
    funding: Line | None = None
    force_majeure: Flag | None = None


class Gap(Element):
    """A difference between what is and what must be, to be closed by tasks (Gap)."""

    kind: Literal["gap"] = "gap"
    requirement: Prose | None = None
    option: Line | None = None


class View(Element):
    """A diagram or table drawn from the model for someone (ArchiMate view); ``plateau`` is the state it shows."""

    kind: Literal["view"] = "view"
    category: Literal["diagram", "table"] | None = None
    purpose: Line | None = None
    version: Line | None = None
    source_file: Line | None = None
    plateau: Literal["current", "transition", "target"] | None = None
    scope: Scope | None = None
    legend: Line | None = None
