"""What is to become of each system, data set and machine of the City: the option, its decision, day, principle and target.

The catalogue records the ministry's list (Mẫu 03); the plan speaks of keeping, adjusting, merging, transferring and
retiring, so the option is read in its words. What is not recorded is named, never read as a decision to keep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archmodel.analysis.activity import holding, is_own
from archmodel.analysis.bodies import owners
from archmodel.analysis.days import day_of
from archmodel.analysis.estates import decisions
from archmodel.analysis.lives import with_past
from archmodel.model.elements import Principle
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.words import Words

Option = Literal["keep", "adjust", "merge", "transfer", "retire", "new", "undecided"]
OPTIONS: dict[Option, Words] = {
    "keep": Words("tiếp tục dùng", "keep"),
    "adjust": Words("điều chỉnh, nâng cấp, kết nối", "adjust"),
    "merge": Words("hợp nhất vào hệ thống khác", "merge into another"),
    "transfer": Words("chuyển giao", "transfer"),
    "retire": Words("thay thế, kết thúc", "retire"),
    "new": Words("bổ sung mới", "new"),
    "undecided": Words("ghi là chưa quyết định", "stated undecided"),
}
_READ: dict[str, Option] = {
    "keep": "keep", "connect": "adjust", "upgrade": "adjust", "merge": "merge", "replace_or_end": "retire",
    "new": "new", "undecided": "undecided",
}  # fmt: skip
_TRACES = ("realizes", "influences")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is recorded of the fate of one element; ids throughout.

    ``option`` is None where nothing is recorded; ``transfer`` where it is to stay and a dissolved owner handed it on.
    ``into`` are its successors and the homes it migrates to; ``missing`` the fields and relations that are not recorded
    and would complete the decision, in the words of the catalogue.
    """

    id: str
    kind: str
    option: Option | None
    on: str | None
    decisions: tuple[str, ...]
    principles: tuple[str, ...]
    into: tuple[str, ...]
    owners: tuple[str, ...]
    former_owners: tuple[str, ...]
    missing: tuple[str, ...]


def dispositions(model: Model, day: str | None = None) -> tuple[Plan, ...]:
    """The plan for each own application, data set, node and network, in catalogue order.

    Args:
        model: the architecture; what has ended is read from it as it was loaded, unless it is a part.
        day: ISO, for who owns it; the model's own day, the workspace's or today when not given.
    """
    day, past = day_of(model, day), with_past(model)
    found: tuple[Managed, ...] = (*past.applications, *past.datasets, *past.nodes, *past.networks)
    return tuple(_plan(past, element, day) for element in found if is_own(element))


def _plan(past: Model, element: Managed, day: str) -> Plan:
    living, ended = owners(past, element.id, day)
    option = _READ[element.disposition] if element.disposition else None
    if option in {"keep", "adjust"} and living and ended:
        option = "transfer"
    links = (r for type in _TRACES for r in past.outgoing(element.id, type))
    principles = tuple(r.target for r in links if isinstance(past.elements.get(r.target), Principle))
    into = tuple(dict.fromkeys([
        *(r.source for r in past.incoming(element.id, "succeeds")),
        *(r.target for r in holding(past.outgoing(element.id, "migrates_to"), day)),
    ]))  # fmt: skip
    decided = tuple(proof.target for proof in decisions(past, element.id))
    return Plan(
        element.id, element.kind, option, element.disposition_on, decided, principles, into,
        tuple(body.id for body in living), tuple(body.id for body in ended),
        tuple(_missing(element, option, decided, principles, into, has_owner=bool(living))),
    )  # fmt: skip


def _missing(
    element: Managed,
    option: Option | None,
    decided: tuple[str, ...],
    principles: tuple[str, ...],
    into: tuple[str, ...],
    *,
    has_owner: bool,
) -> Iterator[str]:
    if option in {None, "undecided"}:
        yield "disposition"
    elif element.disposition_on is None:
        yield "disposition_on"
    if not decided:
        yield "evidenced_by (role: decision)"
    if not principles and option is not None:
        yield "realizes (principle)"
    if option == "merge" and not into:
        yield "succeeds / migrates_to"
    if not has_owner and option != "retire":
        yield "owned_by"
