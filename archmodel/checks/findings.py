"""Findings as rows that narrow and show themselves: gravest first stays the business of who sorts them."""

from __future__ import annotations

from archmodel.checks.rule import Finding
from archmodel.model.rows import Rows
from archmodel.text.words import Words


class Findings(Rows[Finding]):
    """Findings in a fixed order; ``where(code="SEC-02", outcome="fail")`` narrows them by what each says of itself."""

    __slots__ = ()
    title = Words("Phát hiện", "Findings")
    head = ("Quy tắc", "Kết quả", "Đối tượng", "Điều thấy được", "Cách khắc phục", "Nơi ghi")

    def cells(self, item: Finding) -> tuple[str, ...]:
        """Code, outcome, subject, fact, remedy, place."""
        outcome = "Có ngoại lệ" if item.waived else item.outcome.words.vi
        return item.code, outcome, item.subject, item.message.vi, item.fix.vi, str(item.place or "")
