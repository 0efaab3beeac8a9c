"""Whether a change fits: values in their fields, ids not taken, relations between kinds they may join - told at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import ValidationError

from archmodel.catalog.messages import explain
from archmodel.errors import ArchmodelError
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model, kind_of
from archmodel.model.record import Record
from archmodel.model.relations import RELATIONS
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

R = TypeVar("R", bound=Record)


def made(cls: type[R], row: dict[str, Any]) -> R:
    """A record of a class from plain values.

    Raises:
        ArchmodelError: a field does not exist or a value does not fit; the first such fact is told.
    """
    try:
        return cls.model_validate(row)
    except ValidationError as failure:
        error = failure.errors(include_url=False)[0]
        known = set(cls.model_fields) - {"place", "kind", "type"}
        raise ArchmodelError(*explain({**error}, known)) from None


def remade(record: R, fields: dict[str, Any]) -> R:
    """The record with fields given new values, or taken out where None; its place stays."""
    row = {**record.model_dump(exclude_unset=True), **fields}
    kept = {name: value for name, value in row.items() if value is not None}
    return made(type(record), kept).model_copy(update={"place": record.place})


def no_relations(id: str, fields: Iterable[str]) -> None:
    """Refuse a relation where a field is meant, with the words that make one."""
    for name in fields:
        if name in RELATIONS:
            raise ArchmodelError(
                Words(f"'{name}' là quan hệ, không phải trường", f"'{name}' is a relation, not a field"),
                Words(
                    f"dùng .relate('{id}', '{name}', ...), .end hoặc .unrelate",
                    f"use .relate('{id}', '{name}', ...), .end or .unrelate",
                ),
            )


def unused(model: Model, id: str) -> None:
    """Refuse an id that some record has, case aside; ids are never reused."""
    taken = {known.lower() for known in (*model.elements, *(flow.id for flow in model.flows))}
    if id.lower() in taken:
        raise ArchmodelError(
            Words(f"mã '{id}' đã dùng cho bản ghi khác", f"the id '{id}' is already used"),
            Words("chọn mã khác; mã không dùng lại", "choose another id; ids are never reused"),
        )


def allowed(model: Model, type: str, source: str, target: str) -> None:
    """Refuse a relation whose type or ends do not exist, or whose type does not join these kinds."""
    row = RELATIONS.get(type)
    if row is None:
        guess = nearest(type, RELATIONS)
        raise ArchmodelError(
            Words(f"không có loại quan hệ '{type}'", f"there is no relation '{type}'"),
            Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
            if guess
            else Words(f"các loại: {', '.join(RELATIONS)}", f"the types are {', '.join(RELATIONS)}"),
        )
    kind = kind_of(model, target) or model[target].kind
    start = model[source].kind
    if not row.allows(start, kind):
        words = [
            KINDS[name].words if name in KINDS else Words("thành phần khung", "component") for name in (start, kind)
        ]
        ends = sorted({end for begin, end in row.pairs if begin == start})
        raise ArchmodelError(
            Words(
                f"'{source}' ({words[0].vi}) không thể '{row.forward.vi}' '{target}' ({words[1].vi})",
                f"'{source}' ({words[0].en}) cannot be '{type}' to '{target}' ({words[1].en})",
            ),
            Words(f"đầu kia phải thuộc loại: {', '.join(ends)}", f"the other end must be of kind: {', '.join(ends)}")
            if ends
            else Words(
                f"'{type}' đi từ: {', '.join(sorted({begin for begin, _ in row.pairs}))}",
                f"'{type}' runs from: {', '.join(sorted({begin for begin, _ in row.pairs}))}",
            ),
        )
