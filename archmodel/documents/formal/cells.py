"""What a column of a table shows of an element or a flow. A form names these; a name nobody knows is an error.

What is unknown is shown as unknown; security levels, addresses of machines and costs have no column here on purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from archmodel.analysis.deadlines import last_due
from archmodel.documents.formal.matter import UNKNOWN, Matter
from archmodel.documents.formal.tree import Run, Runs
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Task
from archmodel.model.kinds import KINDS
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.model.values import label
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words
from archmodel.views.dates import written

_NAME_DOUBTS = frozenset({"back_translated", "unread"})
_LABELLED = {
    "record": "record", "state": "state", "usage": "usage", "scope": "scope", "sharing": "sharing",
    "disposition": "disposition", "model_state": "model_state", "category": "category",
}  # fmt: skip
_LINKED = {
    "owner": "owned_by", "operator": "operated_by", "lead": "led_by", "coordinators": "coordinated_by",
    "contains": "contains", "succeeds": "succeeds", "sector": "in_sector", "host": "hosted_on",
}  # fmt: skip
_PLAIN = (
    "source_code", "note", "contact", "number", "issuer", "version", "clause", "result", "criterion", "priority",
    "resources", "funding", "staff", "security_contact", "requirement", "option", "description", "unit", "count", "purpose",
)  # fmt: skip
_DATED = ("issued", "due")

Show = Callable[[Matter, Element], Runs]


def _text(value: object) -> Runs:
    return UNKNOWN if value is None or value == "" else (Run(str(value)),)


def _plain(name: str) -> Show:
    return lambda matter, element: _text(getattr(element, name, None))


def _dated(name: str) -> Show:
    def show(matter: Matter, element: Element) -> Runs:
        day: str | None = getattr(element, name, None)
        return _text(written(day, "vi") if day else None)

    return show


def _labelled(name: str, listing: str) -> Show:
    def show(matter: Matter, element: Element) -> Runs:
        value: str | None = getattr(element, name, None)
        if value is None:
            return UNKNOWN
        lists = "work_state" if isinstance(element, Task) and name == "state" else listing
        return (Run(label(lists, value)),)

    return show


def _linked(type: str) -> Show:
    return lambda matter, element: matter.named(r.target for r in matter.now.outgoing(element.id, type))


def _name(matter: Matter, element: Element) -> Runs:
    doubt = element.name_status in _NAME_DOUBTS
    return (
        Run(element.name, about=element.id),
        *((Run(f" ({label('name_status', element.name_status).lower()})", "italic"),) if doubt else ()),
    )


def _component(matter: Matter, element: Element) -> Runs:
    keys = matter.aligned(element)
    names = [(entry.name or key) if (entry := matter.entries.get(key)) else key for key in keys]
    return _text("; ".join(names))


def _realized_by(matter: Matter, element: Element) -> Runs:
    found = [r.source for type in ("realizes", "serves") for r in matter.now.incoming(element.id, type)]
    return matter.named(found)


def _due(matter: Matter, element: Element) -> Runs:
    day = last_due(element, matter.model.settings) if isinstance(element, Task) else getattr(element, "due", None)
    return _text(written(day, "vi") if day else None)


def _target(matter: Matter, element: Element) -> Runs:
    target: str | None = getattr(element, "target", None)
    unit: str | None = getattr(element, "unit", None)
    return _text(f"{target} {unit or ''}".strip() if target else None)


def _figure(name: str) -> Show:
    def show(matter: Matter, element: Element) -> Runs:
        figures: tuple[Any, ...] = getattr(element, "figures", ())
        last = figures[-1] if figures else None
        if last is None:
            return UNKNOWN
        if name == "as_of":
            return _text(" đến ".join(written(day, "vi") for day in last.as_of.split("..")) if last.as_of else None)
        return _text(f"{last.value} {getattr(element, 'unit', None) or ''}".strip())

    return show


SHOWS: dict[str, Show] = {
    "id": lambda matter, element: _text(element.id),
    "code": lambda matter, element: _text(element.code or element.id),
    "name": _name,
    "kind": lambda matter, element: _text(KINDS[element.kind].words.vi),
    "component": _component,
    "realized_by": _realized_by,
    "source": lambda matter, element: matter.sources.mark(element.evidence),
    "due": _due,
    "target": _target,
    "value": _figure("value"),
    "as_of": _figure("as_of"),
    **{name: _labelled(name, listing) for name, listing in _LABELLED.items()},
    **{name: _linked(type) for name, type in _LINKED.items()},
    **{name: _plain(name) for name in _PLAIN},
    **{name: _dated(name) for name in _DATED if name != "due"},
}
"""What a column may show of an element, by the name a form uses."""


def _mechanism(matter: Matter, flow: Flow) -> Runs:
    parts = [*(plain.text for plain in matter.named(flow.via)), *flow.mechanism] if flow.via else list(flow.mechanism)
    return _text("; ".join(parts))


def _content(matter: Matter, flow: Flow) -> Runs:
    if flow.content:
        return (Run(flow.content),)
    return matter.named(flow.carries)


FLOW_SHOWS: dict[str, Callable[[Matter, Flow], Runs]] = {
    "id": lambda matter, flow: _text(flow.id),
    "sender": lambda matter, flow: matter.named([flow.source]),
    "receiver": lambda matter, flow: matter.named([flow.target]),
    "type": lambda matter, flow: _text("Trao đổi dữ liệu"),
    "content": _content,
    "mechanism": _mechanism,
    "state": lambda matter, flow: _text(label("flow_state", flow.state) if flow.state else None),
    "frequency": lambda matter, flow: _text(flow.frequency),
    "protection": lambda matter, flow: _text(flow.protection),
    "contact": lambda matter, flow: _text(flow.contact),
    "note": lambda matter, flow: _text(flow.note),
    "source": lambda matter, flow: matter.sources.mark(flow.evidence),
}
"""What a column may show of a flow."""


def known(shows: str, of: Iterable[str], columns: str) -> str:
    """``shows`` where it is one of ``of``.

    Raises:
        ArchmodelError: it is not; the message names the set of columns.
    """
    names = list(of)
    if shows in names:
        return shows
    guess = nearest(shows, names)
    raise ArchmodelError(
        Words(f"bộ cột '{columns}' của mẫu ghi 'shows: {shows}', không có", f"the columns '{columns}' of the form show '{shows}', which does not exist"),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?") if guess else Words(f"có: {', '.join(names)}", f"there are: {', '.join(names)}"),
    )  # fmt: skip
