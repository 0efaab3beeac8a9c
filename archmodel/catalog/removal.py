"""Finding records by what they say, and taking them out: which relations go along, and who would be left pointing at nothing."""

from __future__ import annotations

from archmodel.errors import ArchmodelError
from archmodel.model.change import Swap
from archmodel.model.model import Model
from archmodel.model.relations import Flow, Relation
from archmodel.text.words import Words

_FEW = 5


def numbered(model: Model, id: str) -> tuple[int, Flow] | None:
    """The flow with an id and its place among the relations, or None."""
    found = ((at, r) for at, r in enumerate(model.relations) if isinstance(r, Flow) and r.id == id)
    return next(found, None)


def says_so(known: Relation, relation: Relation) -> bool:
    """Whether a relation of the catalogue says already what a new one says; evidence may be what it has already."""
    left_out = {"evidence"} if not relation.evidence else set()
    return known.model_dump(exclude=left_out) == relation.model_dump(exclude=left_out)


def removal(model: Model, id: str, *, ties: bool) -> tuple[Swap, ...]:
    """The swaps that take an element or a flow out.

    Raises:
        ArchmodelError: there is no such record, or others name it: in a relation unless ``ties``, or along a flow.
    """
    flow = numbered(model, id)
    if flow is not None:
        return (Swap(flow[1], None, flow[0]),)
    element = model[id]
    touching = [at for at, r in enumerate(model.relations) if id in {r.source, r.target}]
    along = [flow.id for flow in model.flows if id in {*flow.via, *flow.carries, *flow.code_tables}]
    named = [_called(model.relations[at]) for at in touching if model.relations[at].source != id]
    if along or (named and not ties):
        raise _named(id, along or named, along=bool(along))
    relations = (Swap(model.relations[at], None, at) for at in reversed(touching))
    return (*relations, Swap(element, None))


def _called(relation: Relation) -> str:
    return relation.id if isinstance(relation, Flow) else f"{relation.source} {relation.type}"


def _named(id: str, others: list[str], *, along: bool) -> ArchmodelError:
    listed = ", ".join(others[:_FEW]) + (f" (+{len(others) - _FEW})" if len(others) > _FEW else "")
    fact = Words(f"'{id}' còn được nêu ở: {listed}", f"'{id}' is still named by: {listed}")
    if along:
        return ArchmodelError(
            fact, Words("sửa các luồng đó trước (via, carries)", "change those flows first (via, carries)")
        )
    return ArchmodelError(
        fact,
        Words(
            f"ghi ngày kết thúc: .set('{id}', until=...); hoặc xóa cả quan hệ: .remove('{id}', ties=True)",
            f"record its end: .set('{id}', until=...); or take the relations out too: .remove('{id}', ties=True)",
        ),
    )
