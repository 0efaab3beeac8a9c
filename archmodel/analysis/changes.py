"""What ending, merging, moving or handing over something does to a model: the swaps of records each act takes.

History is kept: what held until the day keeps saying so, and what holds from then on is a new record, whose evidence
names the proposal and is marked as inferred. Needs and duties end with the element; what merely describes it - law,
proof, succession, its place in a framework - stays on record. Each act is checked whole before anything changes.
"""

from __future__ import annotations

from collections.abc import Iterable

from archmodel.analysis.draft import PROPOSAL, Draft, Step, already, ends_with_it, runs_on
from archmodel.catalog.fitting import allowed, remade
from archmodel.errors import ArchmodelError, whole_day
from archmodel.model.change import Swap
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model, UnknownElement
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.text.days import holds
from archmodel.text.words import Words


def retire(model: Model, id: str, day: str) -> Step:
    """End an element and what ties others to it.

    Raises:
        ArchmodelError: there is no such element, or it does not hold on the day.
    """
    element = _living(model, id, day, ending=True)
    draft = Draft(model, day)
    draft.end_element(element, "replace_or_end")
    for at, relation in enumerate(model.relations):
        if id in (relation.source, relation.target) and ends_with_it(relation):
            draft.end(at)
    crossing = [flow.id for flow in model.flows if id in flow.via and runs_on(flow, day)]
    if crossing:
        listed = ", ".join(crossing)
        draft.tell(f"luồng còn ghi đi qua '{id}': {listed}", f"flows that still name '{id}' as platform: {listed}")
    return draft.step(Words(f"kết thúc '{id}'", f"end '{id}'"), (id,))


def merge(
    model: Model, ids: Iterable[str], into: str, day: str, *, name: str | None = None, basis: str = PROPOSAL
) -> Step:
    """End elements of a kind and give all they were tied to to one, there already or new under ``name``.

    Raises:
        ArchmodelError: an element does not exist or hold, kinds differ, nothing is left to merge, or an id is taken.
    """
    sources = [_living(model, id, day, ending=True) for id in dict.fromkeys(ids) if id != into]
    if not sources:
        raise ArchmodelError(
            Words(f"không có gì để hợp nhất vào '{into}'", f"there is nothing to merge into '{into}'"),
            Words("nêu ít nhất một đối tượng khác", "name at least one other element"),
        )
    draft = Draft(model, day, basis)
    target = draft.new_home(into, name, sources) if name is not None else _home(model, into, day)
    kinds = {element.kind for element in (*sources, target)}
    if len(kinds) > 1:
        listed = ", ".join(f"{e.id} ({KINDS[e.kind].words.vi})" for e in (*sources, target))
        english = ", ".join(f"{e.id} ({KINDS[e.kind].words.en})" for e in (*sources, target))
        raise ArchmodelError(
            Words(f"không hợp nhất các loại khác nhau: {listed}", f"different kinds cannot be merged: {english}"),
            Words("hợp nhất trong cùng một loại", "merge within one kind"),
        )
    home = {element.id: into for element in sources}
    for at, relation in enumerate(model.relations):
        if _mentions(relation, home):
            draft.hand_over(at, home)
    for element in sources:
        draft.end_element(element, "merge")
        draft.add_once("succeeds", into, element.id, since=day)
        if RELATIONS["migrates_to"].allows(element.kind, element.kind):
            draft.add_once("migrates_to", element.id, into, state="planned")
        if element.kind == "interface":
            mail = getattr(element, "category", None) == "mail_domain"
            draft.add_once("forwards_to" if mail else "redirects_to", element.id, into, since=day)
    listed = ", ".join(f"'{element.id}'" for element in sources)
    words = Words(f"hợp nhất {listed} vào '{into}'", f"merge {listed} into '{into}'")
    return draft.step(words, tuple(element.id for element in sources))


def move(model: Model, id: str, host: str, day: str, *, basis: str = PROPOSAL) -> Step:
    """Place an element on another host from a day.

    Raises:
        ArchmodelError: an end does not exist or hold, the host cannot host it, rests on it, or holds it already.
    """
    _living(model, id, day)
    _living(model, host, day)
    allowed(model, "hosted_on", id, host)
    if host in _resting_on(model, id, day):
        raise ArchmodelError(
            Words(f"'{host}' đang đặt trên '{id}'", f"'{host}' is itself hosted on '{id}'"),
            Words("chọn nơi đặt khác", "choose another host"),
        )
    draft = Draft(model, day, basis)
    draft.replace("hosted_on", id, host)
    return draft.step(Words(f"dời '{id}' sang '{host}'", f"move '{id}' to '{host}'"))


def reassign(model: Model, id: str, day: str, duties: dict[str, str], *, basis: str = PROPOSAL) -> Step:
    """Give duties for an element to other bodies: relation types, such as ``owned_by``, with the body of each.

    Raises:
        ArchmodelError: an end does not exist or hold, the duty does not join them, or is the body's already.
    """
    _living(model, id, day)
    draft = Draft(model, day, basis)
    for type, body in duties.items():
        _living(model, body, day)
        allowed(model, type, id, body)
        draft.replace(type, id, body)
    listed = ", ".join(f"{RELATIONS[type].forward.vi} '{body}'" for type, body in duties.items())
    english = ", ".join(f"{RELATIONS[type].forward.en} '{body}'" for type, body in duties.items())
    return draft.step(Words(f"'{id}' {listed}", f"'{id}' {english}"))


def rename(model: Model, id: str, name: str, day: str) -> Step:
    """Give an element another name; the old one stays among its aliases, its id is never changed.

    Raises:
        ArchmodelError: there is no such element, or it has that name.
    """
    element = model[id]
    if element.name == name:
        raise already(Words(f"'{id}' đã có tên ấy", f"'{id}' has that name already"))
    aliases = tuple(alias for alias in element.aliases if alias not in {name, element.name})
    after = remade(element, {"name": name, "aliases": (*aliases, element.name)})
    words = Words(f"đổi tên '{id}' thành “{name}”", f"rename '{id}' to “{name}”")
    return Step(words, day, (Swap(element, after),))


def _living(model: Model, id: str, day: str, *, ending: bool = False) -> Element:
    """The element, where it holds on the day; one that is to end must have begun before."""
    element = model[id]
    whole_day(day)
    begun = element.since is None or (element.since < day if ending else element.since <= day)
    if begun and holds(None, element.until, day):
        return element
    raise ArchmodelError(
        Words(f"'{id}' chưa bắt đầu hoặc đã kết thúc, xét ngày {day}", f"'{id}' has not begun or has ended by {day}"),
        Words(f"chọn ngày sau {element.since or '…'} và trước {element.until or '…'}",
              f"choose a day after {element.since or '…'} and before {element.until or '…'}"),
    )  # fmt: skip


def _home(model: Model, id: str, day: str) -> Element:
    """What others are merged into, where it is there already."""
    try:
        return _living(model, id, day)
    except UnknownElement as missing:
        raise ArchmodelError(
            missing.fact,
            Words(f"{missing.fix.vi} Hoặc nêu tên để tạo mới", f"{missing.fix.en} Or give a name, to make it new"),
        ) from None


def _mentions(relation: Relation, home: dict[str, str]) -> bool:
    if relation.source in home or relation.target in home:
        return True
    return isinstance(relation, Flow) and any(
        x in home for x in (*relation.via, *relation.carries, *relation.code_tables)
    )


def _resting_on(model: Model, id: str, day: str) -> set[str]:
    """Everything hosted on an element, directly or not, and itself."""
    found, edge = {id}, [id]
    while edge:
        here = edge.pop()
        for relation in model.incoming(here, "hosted_on"):
            if runs_on(relation, day) and relation.source not in found:
                found.add(relation.source)
                edge.append(relation.source)
    return found
