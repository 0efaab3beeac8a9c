"""INTEG-09: interfaces that name no technical standard, or one that is not known to hold."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_active, is_family
from archmodel.checks.citations import in_force
from archmodel.checks.integ.exchange import owners
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Document, Interface
from archmodel.model.framework import Instrument
from archmodel.model.model import Model
from archmodel.text.vietnamese import folded
from archmodel.text.words import Words

SHARED = {"group_a", "group_b", "ministry", "province"}
SETTLED = {"in_force", "amended"}


def _judged(model: Model, day: str) -> list[Interface]:
    return [
        face
        for face in model.interfaces
        if is_active(face, day) is not False and not is_family(face) and _is_shared(model, face, day)
    ]


def _is_shared(model: Model, face: Interface, day: str) -> bool:
    keepers = {r.source for r in holding(model.incoming(face.id, "exposes"), day)} | {face.id}
    own = frozenset().union(*(owners(model, id, day) for id in keepers))
    users = {r.target for r in holding(model.outgoing(face.id, "used_by"), day)}
    return face.sharing in SHARED or bool(users - own)


@rule(
    "INTEG-09",
    Severity.INFO,
    title=Words(
        "Áp dụng tiêu chuẩn kỹ thuật còn hiệu lực cho giao diện",
        "Interfaces name a technical standard that is in the catalogue",
    ),
    scope=lambda model, day: [face.id for face in _judged(model, day)],
    cites=("ND224_2026:Điều 23 khoản 3 điểm c", "TT39_2017:Điều 2", "QCVN102", "QCVN109", "QCVN120"),
    tier="law",
    confidence="low",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Shared interface without a standard, or with one that ended or that nothing vouches for.

    Why: an interface built to a standard can be joined by anyone; one built to a whim, only by its maker.
    Found: an interface shared with another body that names no standard, one that has ended, one whose status is not
      verified, or one that is neither a document of the catalogue nor in the register of instruments. The reading of
      the duty is unsure, so that the outcome is always insufficient.
    Fix: write `standards`; add the standard as a document (category standard, number, issuer) or to the register.
    Misses: whether the standard is open, and whether the interface keeps to it.
    Vì sao: giao diện theo tiêu chuẩn thì ai cũng nối được; làm theo ý riêng thì chỉ người làm nối được.
    Phát hiện: giao diện dùng chung với cơ quan khác chưa ghi tiêu chuẩn, ghi tiêu chuẩn đã hết hiệu lực, chưa xác minh,
      hoặc không có trong danh mục lẫn sổ văn bản. Cách đọc nghĩa vụ chưa chắc nên luôn là chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `standards`; thêm tiêu chuẩn thành văn bản (category standard, number, issuer) hoặc vào sổ văn bản.
    Bỏ sót: tiêu chuẩn có mở không, giao diện có theo đúng không.
    """
    documents = {folded(text): d for d in model.documents for text in (d.id, d.number or "", d.name) if text}
    register = {
        folded(text): i for i in model.reference.instruments.values() for text in (i.id, i.number or "") if text
    }
    for face in _judged(model, day):
        doubts = [] if face.standards else [Words("chưa ghi 'standards'", "'standards' is not stated")]
        for named in face.standards:
            key = folded(named)
            doubt = _doubt(named, documents.get(key), register.get(key), day)
            doubts += [doubt] if doubt else []
        if doubts:
            yield Finding(
                face,
                Words(
                    f"'{face.id}': {'; '.join(doubt.vi for doubt in doubts)}",
                    f"'{face.id}': {'; '.join(doubt.en for doubt in doubts)}",
                ),
                Words("ghi 'standards' còn hiệu lực và có bản ghi", "write 'standards' that hold and have a record"),
            )


def _doubt(named: str, document: Document | None, instrument: Instrument | None, day: str) -> Words | None:
    if instrument is not None:
        if instrument.status == "expired" or not in_force(instrument, day):
            return Words(f"'{named}' không có hiệu lực ngày {day}", f"'{named}' is not in force on {day}")
        if instrument.status not in SETTLED:
            return Words(f"hiệu lực của '{named}' chưa xác minh", f"the status of '{named}' is not verified")
        return None
    if document is None:
        return Words(f"'{named}' không có trong danh mục", f"'{named}' is not in the catalogue")
    if not document.holds_on(day):
        return Words(f"'{named}' không còn hiệu lực", f"'{named}' no longer holds")
    return None if document.issuer else Words(f"'{named}' chưa ghi 'issuer'", f"'{named}' does not state 'issuer'")
