"""STRUCT-02: mandatory fields left blank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from archmodel.analysis.expected import is_relation, required
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.errors import Place
from archmodel.model.elements import Application, Dataset, Network, Node
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.words import Words


def _objects(model: Model) -> Iterable[Managed]:
    return (element for element in model if isinstance(element, Application | Dataset | Node | Network))


@rule(
    "STRUCT-02",
    Severity.ERROR,
    title=Words("Trường bắt buộc không để trống", "Mandatory fields are never blank"),
    scope=lambda model, day: [element.id for element in _objects(model)],
    cites=("DRAFT_GUIDE:Mẫu 01, Bảng 1",),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Mandatory field of an object record that is blank, unstated, or unknown without an end.

    Why: the ministry's object table must have a value in every mandatory cell; "Chưa xác định" may stand in only with
      someone who will settle it and a day.
    Found: a field written blank, or stated unknown without a contact or with a day already past, fails; a field not
      written at all is insufficient.
    Fix: write the value; or list the field under `unknown` with `contact` and `due`, or under `not_applicable`.
    Misses: operator and technical contact of shared platforms (asked of platforms serving others only).
    Vì sao: bảng đối tượng của Bộ phải có giá trị ở mọi ô bắt buộc; "Chưa xác định" chỉ được thay khi có đầu mối và hạn.
    Phát hiện: trường ghi trống, hoặc ghi chưa xác định mà thiếu đầu mối hay đã quá hạn: chưa đáp ứng; trường không ghi:
      chưa đủ cơ sở đánh giá.
    Khắc phục: ghi giá trị; hoặc đưa trường vào `unknown` kèm `contact` và `due`, hoặc vào `not_applicable`.
    Bỏ sót: đơn vị vận hành và đầu mối kỹ thuật (chỉ bắt buộc với nền tảng phục vụ bên ngoài).
    """
    blanks: dict[str, dict[str, Place]] = defaultdict(dict)
    for misfit in model.misfits:
        if misfit.value == "":
            blanks[misfit.subject][misfit.field] = misfit.place
    for element in _objects(model):
        missing = [name for name in required(element) if not _stated(model, element, name)]
        promised = {item.field: item for item in element.unknown}
        absent = [
            name
            for name in missing
            if name not in blanks[element.id] and name not in promised and name not in element.not_applicable
        ]
        for name in (name for name in missing if name in blanks[element.id]):
            yield Finding(
                element,
                Words(f"'{element.id}' để trống trường '{name}'", f"'{element.id}' leaves the field '{name}' blank"),
                _FIX,
                at=blanks[element.id][name],
            )
        for item in element.unknown:
            if not item.contact or not item.due or item.due < day:
                yield Finding(
                    element,
                    Words(
                        f"'{element.id}' ghi '{item.field}' chưa xác định nhưng thiếu đầu mối hoặc hạn còn hiệu lực",
                        f"'{element.id}' states '{item.field}' unknown without a contact or a day still to come",
                    ),
                    Words("ghi 'contact' và 'due' chưa qua", "give a 'contact' and a 'due' not yet past"),
                )
        if absent:
            yield Finding(
                element,
                Words(
                    f"'{element.id}' chưa ghi: {', '.join(absent)}",
                    f"'{element.id}' does not state: {', '.join(absent)}",
                ),
                _FIX,
                Outcome.INSUFFICIENT,
            )


def _stated(model: Model, element: Managed, name: str) -> bool:
    if is_relation(name):
        return bool(model.outgoing(element.id, name))
    return getattr(element, name) not in (None, ())


_FIX = Words(
    "ghi giá trị, hoặc khai trong 'unknown' (kèm contact, due) hay 'not_applicable'",
    "write the value, or list it under 'unknown' (with contact and due) or 'not_applicable'",
)
