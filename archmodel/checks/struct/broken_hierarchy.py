"""STRUCT-06: hierarchies with cycles, with two parents, or with a body under none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.text.words import Words

HIERARCHIES = ("part_of", "specializes", "succeeds")
UNDER_SOMEONE = {"city", "commune"}


@rule(
    "STRUCT-06",
    Severity.ERROR,
    title=Words("Cây phân cấp không có vòng và mỗi phần tử có một cha", "Hierarchies are acyclic with one parent"),
    scope=lambda model, day: {
        *(r.source for r in model.relations if r.type in HIERARCHIES),
        *(body.id for body in model.organisations if body.tier in UNDER_SOMEONE),
    },
    practice="ArchiMate 3.2 composition semantics; graph integrity",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Hierarchy with a cycle, an element with two parents at once, a body under none.

    Why: what is part of itself, or succeeds itself, has no place and no history.
    Found: a cycle over part_of, specializes or succeeds; two wholes for one element on the day judged; a body of the
      City that holds on the day and is part of nothing (insufficient: its parent is not recorded).
    Fix: remove the relation that closes the cycle; end one parent when the other begins; record the parent.
    Misses: two parents, and cycles of part_of and specializes, on other days than the one judged.
    Vì sao: cái gì là bộ phận hay là kế thừa của chính nó thì không có chỗ đứng, không có lịch sử.
    Phát hiện: vòng trên part_of, specializes, succeeds; hai cha cùng lúc tại ngày xét; cơ quan của Thành phố còn hoạt
      động mà chưa ghi cấp trên (chưa đủ cơ sở đánh giá).
    Khắc phục: bỏ quan hệ khép vòng; cho một cha kết thúc khi cha kia bắt đầu; ghi cấp trên.
    Bỏ sót: hai cha, vòng trên part_of và specializes, ở ngày khác ngày xét.
    """
    for name in HIERARCHIES:
        yield from _cycles(
            name, [r for r in model.relations if r.type == name and (name == "succeeds" or r.holds_on(day))]
        )
    yield from _parents(model, day)


def _cycles(name: str, relations: list[Relation]) -> Iterator[Finding]:
    closing = _closing_relations(relations)
    for relation in closing:
        yield Finding(
            relation,
            Words(
                f"{name}: '{relation.source}' tới '{relation.target}' khép thành vòng",
                f"{name}: '{relation.source}' to '{relation.target}' closes a cycle",
            ),
            Words("bỏ một quan hệ của vòng", "remove one relation of the cycle"),
        )


def _closing_relations(relations: Iterable[Relation]) -> list[Relation]:
    """The relations that lead back into the path they hang on, by depth-first search without recursion."""
    outgoing: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.source != relation.target:
            outgoing[relation.source].append(relation)
    done: set[str] = set()
    closing = []
    for start in list(outgoing):
        path: list[tuple[str, Iterator[Relation]]] = [(start, iter(outgoing[start]))] if start not in done else []
        on_path = {start}
        while path:
            node, rest = path[-1]
            step = next(rest, None)
            if step is None:
                path.pop()
                on_path.discard(node)
                done.add(node)
            elif step.target in on_path:
                closing.append(step)
            elif step.target not in done:
                path.append((step.target, iter(outgoing.get(step.target, ()))))
                on_path.add(step.target)
    return closing


def _parents(model: Model, day: str) -> Iterator[Finding]:
    top = _top(model)
    for element in model:
        if not element.holds_on(day):
            continue
        parents = [r for r in model.outgoing(element.id, "part_of") if r.holds_on(day)]
        if len({r.target for r in parents}) > 1:
            names = ", ".join(sorted(r.target for r in parents))
            yield Finding(
                element,
                Words(f"'{element.id}' cùng lúc thuộc {names}", f"'{element.id}' is part of {names} at once"),
                Words("ghi 'until' cho quan hệ đã hết", "give the relation that ended its 'until'"),
                see=tuple(r.place for r in parents if r.place),
            )
        elif not parents and element.id != top and _belongs_under_someone(model, element):
            yield Finding(
                element,
                Words(f"'{element.id}' chưa ghi cơ quan cấp trên", f"'{element.id}' records no parent body"),
                Words("thêm 'part_of'", "add 'part_of'"),
                Outcome.INSUFFICIENT,
            )


def _belongs_under_someone(model: Model, element: Element) -> bool:
    return (
        isinstance(element, Organisation)
        and element.tier in UNDER_SOMEONE
        and element.form != "Nhóm"
        and not model.outgoing(element.id, "member_of")
    )


def _top(model: Model) -> str | None:
    """The body everything of the workspace hangs under: the last part_of from its owner."""
    node = model.settings.owner
    for _ in range(20):
        parents = model.outgoing(node, "part_of") if node else ()
        if not parents:
            return node
        node = parents[0].target
    return node
