"""How one record stands under one rule, said so that nothing is taken for a pass that was not judged and met.

Four outcomes are the rule's own; the others say why there is none to show: an exception, a choice of rules, a baseline.
"""

from __future__ import annotations

from enum import StrEnum

from archmodel.text.words import Words


class Standing(StrEnum):
    """What is known of a record under a rule; only ``PASS`` says that the rule judged it and had nothing to say."""

    FAIL = "fail"
    HIDDEN = "hidden"
    INSUFFICIENT = "insufficient"
    NOT_RUN = "not_run"
    WAIVED = "waived"
    PASS = "pass"  # noqa: S105 - a standing, not a password
    NOT_APPLICABLE = "not_applicable"

    @property
    def words(self) -> Words:
        """The standing in Vietnamese and English."""
        return _WORDS[self]


_WORDS = {
    Standing.FAIL: Words("Chưa đáp ứng", "Fail"),
    Standing.HIDDEN: Words("Bị ẩn theo mốc so sánh", "Hidden by a baseline"),
    Standing.INSUFFICIENT: Words("Chưa đủ cơ sở đánh giá", "Insufficient"),
    Standing.NOT_RUN: Words("Chưa chạy quy tắc", "Not run"),
    Standing.WAIVED: Words("Ngoại lệ", "Waived"),
    Standing.PASS: Words("Đáp ứng", "Pass"),
    Standing.NOT_APPLICABLE: Words("Không áp dụng", "Not applicable"),
}
"""In the order in which one outweighs another: the first that holds of any part holds of the whole."""


def gravest(standings: set[Standing]) -> Standing:
    """The standing that outweighs the others; of none, not applicable."""
    return next((standing for standing in Standing if standing in standings), Standing.NOT_APPLICABLE)
