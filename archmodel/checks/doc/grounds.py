"""What is said of a ground that is cited: ended, amended, unsure, or not recognised."""

from __future__ import annotations

from archmodel.checks.doc.register import Register, Standing, doubt
from archmodel.checks.rule import Finding, Outcome
from archmodel.model.elements import Document
from archmodel.model.framework import Instrument
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow, Relation
from archmodel.text.words import Words

COMPLETE = ("number", "issued", "issuer")
SHOWN = 6


def ended(relation: Relation, instrument: Instrument, register: Register, day: str) -> Finding:
    """A record that rests on what had ended."""
    end = register.ended_on(instrument)
    return Finding(
        relation,
        Words(
            f"'{relation.source}' dựa vào {_called(instrument)}, hết hiệu lực từ {end}, trong khi xét ngày {day}",
            f"'{relation.source}' rests on {_called(instrument)}, which ended on {end}, as of {day}",
        ),
        Words(
            "dẫn văn bản thay thế, hoặc ghi 'until' nếu đã thành lịch sử",
            "cite what replaced it, or give the relation its 'until' if it is history",
        ),
    )


def unamended(
    model: Model, register: Register, relation: Relation, source: Element, instrument: Instrument, day: str
) -> Finding | None:
    """A record that cites what was amended but none of the amendments; None where it cites one."""
    later = register.amendments(instrument, day)
    targets = (model.elements.get(r.target) for r in model.outgoing(source.id))
    cited = [register.like(d.number, d.issued) for d in targets if isinstance(d, Document) and d.number]
    if any(one in later for one in cited):
        return None
    names = ", ".join(_called(one) for one in later)
    return Finding(
        relation,
        Words(
            f"'{source.id}' dẫn {_called(instrument)} mà không dẫn văn bản sửa đổi {names}",
            f"'{source.id}' cites {_called(instrument)} but not {names}, which amends it",
        ),
        Words(f"dẫn thêm {names}", f"cite {names} too"),
        Outcome.FAIL if isinstance(source, Document) else Outcome.INSUFFICIENT,
    )


def unsure(document: Document, instrument: Instrument | None, citing: list[str]) -> Finding:
    """A cited document of which the register does not vouch."""
    why = (
        doubt(instrument) if instrument else Words("chưa có trong sổ văn bản", "is not in the register of instruments")
    )
    missing = ", ".join(name for name in COMPLETE if not getattr(document, name))
    vi, en = (f"; chưa ghi {missing}", f"; {missing} not stated") if missing else ("", "")
    names = ", ".join(citing[:SHOWN]) + (f" (+{len(citing) - SHOWN})" if len(citing) > SHOWN else "")
    called = document.number or document.name
    return Finding(
        document,
        Words(f"{called} {why.vi}{vi}; được dẫn bởi: {names}", f"{called} {why.en}{en}; cited by: {names}"),
        Words(
            "xác minh và ghi tình trạng vào framework_v4/law; bổ sung thông tin còn thiếu",
            "settle its status in framework_v4/law; add what is missing",
        ),
        Outcome.INSUFFICIENT,
    )


def basis(flow: Flow, register: Register, day: str) -> Finding | None:
    """A flow whose basis had ended, is unsure, or names no instrument of the register; None where all hold."""
    gone, doubts = [], []
    for text in flow.basis:
        found = register.named(text)
        doubts += [] if found else [Words(f"'{text}' không nhận ra văn bản nào", f"'{text}' names no known instrument")]
        for instrument in found:
            standing = register.standing(instrument, day)
            if standing is Standing.ENDED:
                end = register.ended_on(instrument)
                gone.append(
                    Words(f"{_called(instrument)} hết hiệu lực từ {end}", f"{_called(instrument)} ended on {end}")
                )
            elif standing is Standing.UNSURE:
                why = doubt(instrument)
                doubts.append(Words(f"{_called(instrument)} {why.vi}", f"{_called(instrument)} {why.en}"))
    told = gone or doubts
    if not told:
        return None
    return Finding(
        flow,
        Words(
            f"căn cứ của luồng '{flow.id}': {'; '.join(one.vi for one in told)}",
            f"basis of flow '{flow.id}': {'; '.join(one.en for one in told)}",
        ),
        Words(
            "ghi số, ký hiệu văn bản còn hiệu lực hoặc mã điều khoản ở 'basis'",
            "write the number of an instrument in force, or a clause id, in 'basis'",
        ),
        Outcome.FAIL if gone else Outcome.INSUFFICIENT,
    )


def _called(instrument: Instrument) -> str:
    return instrument.number or instrument.name or instrument.id
