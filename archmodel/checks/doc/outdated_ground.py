"""DOC-04: citations of law that has ended, is unsure, or is misnumbered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.analysis.activity import has_stopped
from archmodel.checks.doc import grounds
from archmodel.checks.doc.register import Register, Standing
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Document
from archmodel.model.framework import Instrument
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation
from archmodel.text.vietnamese import composed
from archmodel.text.words import Words

PROOFS = frozenset({"assessment", "approval", "handover", "incident_plan", "comparison", "notice"})
"""What a document proves about one record: such a paper is no ground, and no register of instruments holds it."""


def _citing(model: Model, day: str) -> Iterator[tuple[Relation, Element, Document]]:
    """The relations that cite a document, with the record that cites, in force on its own day."""
    for relation in model.relations:
        if relation.type not in {"governed_by", "evidenced_by"} or getattr(relation, "role", None) in PROOFS:
            continue
        source, target = model.elements.get(relation.source), model.elements.get(relation.target)
        if source and isinstance(target, Document) and not has_stopped(source, day):
            own = _own_day(source, day)
            if (target.issued or "") <= own <= day and relation.holds_on(own):
                yield relation, source, target


def _own_day(source: Element, day: str) -> str:
    """The day a record answers for: its issue for a document, the day judged for anything else."""
    return source.issued or day if isinstance(source, Document) else day


def _with_basis(model: Model, day: str) -> list[Flow]:
    return [flow for flow in model.flows if flow.basis and flow.holds_on(day) and flow.state != "ended"]


def _scope(model: Model, day: str) -> list[str]:
    cited = [document.id for _, _, document in _citing(model, day)]
    numbered = [document.id for document in model.documents if document.number]
    return [*cited, *numbered, *(flow.id for flow in _with_basis(model, day))]


@rule(
    "DOC-04",
    Severity.ERROR,
    title=Words("Căn cứ pháp lý còn hiệu lực và trích dẫn đúng", "Legal citations are in force and well-formed"),
    scope=_scope,
    cites=("ND30_2020:Phụ lục I", "ND224_2026:Điều 90"),
    plan=("KH130-PURPOSE", "KH130-GP5"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Ground that had ended on the day it is cited, whose standing is unsure, or whose number is written wrongly.

    Why: a decision that rests on an expired decree can be set aside, and with it what was built on it.
    Found: a record governed by an instrument that had ended on the record's own day (issue of a document, else the day
      judged), a flow with such a basis, a document that cites what was amended but not the amendment, and a number that
      is the register's but for accents, dashes or spaces, fail. A cited document not in the register, incomplete, or of
      unverified, disputed or overtaken standing, and a basis that names no known instrument, are insufficient.
    Fix: cite the instrument in force; end the relation (`until`) where it is history; add the instrument to the law data.
    Misses: the wording of citations in files; instruments that come up only in notes and descriptions. What proves an
      assessment, an approval or a handover (`evidenced_by` in such a role) is no ground, and no register holds it.
    Vì sao: quyết định dựa vào nghị định đã hết hiệu lực có thể bị hủy, kéo theo mọi thứ xây trên nó.
    Phát hiện: bản ghi theo văn bản đã hết hiệu lực vào ngày của chính nó (ngày ban hành, hoặc ngày xét), luồng có căn cứ
      như vậy, văn bản dẫn bản gốc mà không dẫn bản sửa đổi, số viết sai dấu, gạch, khoảng trắng so với sổ: chưa đáp ứng.
      Văn bản được dẫn chưa có trong sổ, thiếu thông tin, chưa xác minh, tranh chấp hay bị vượt qua, căn cứ không nhận ra
      văn bản nào: chưa đủ cơ sở đánh giá.
    Khắc phục: dẫn văn bản còn hiệu lực; ghi `until` cho quan hệ đã thành lịch sử; thêm văn bản vào dữ liệu luật.
    Bỏ sót: lời dẫn trong tệp; văn bản chỉ nhắc trong ghi chú, mô tả. Văn bản minh chứng việc đánh giá, phê duyệt, bàn
      giao (`evidenced_by` với vai trò đó) không phải căn cứ, không sổ nào ghi.
    """
    register = Register(model.reference)
    yield from _misnumbered(model, register)
    doubtful: dict[str, list[str]] = defaultdict(list)
    for relation, source, document in _citing(model, day):
        own = _own_day(source, day)
        instrument = _instrument(register, document)
        standing = register.standing(instrument, own) if instrument else Standing.UNSURE
        if standing is Standing.UNSURE or not instrument:
            doubtful[document.id].append(source.id)
        elif standing is Standing.ENDED and relation.type == "governed_by":
            yield grounds.ended(relation, instrument, register, own)
        elif standing is Standing.AMENDED:
            finding = grounds.unamended(model, register, relation, source, instrument, own)
            yield from [finding] if finding else []
    for document in model.documents:
        if document.id in doubtful:
            yield grounds.unsure(document, _instrument(register, document), doubtful[document.id])
    for flow in _with_basis(model, day):
        if found := grounds.basis(flow, register, day):
            yield found


def _instrument(register: Register, document: Document) -> Instrument | None:
    return register.like(document.number, document.issued) if document.number else None


def _misnumbered(model: Model, register: Register) -> Iterator[Finding]:
    for document in model.documents:
        found = _instrument(register, document)
        if found and found.number and composed(document.number or "") != composed(found.number):
            yield Finding(
                document,
                Words(
                    f"'{document.id}' ghi số '{document.number}', sổ ghi '{found.number}'",
                    f"'{document.id}' has the number '{document.number}', the register has '{found.number}'",
                ),
                Words(f"viết '{found.number}'", f"write '{found.number}'"),
            )
