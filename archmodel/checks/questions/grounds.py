"""Which rules answer which question: those that can say yes, those that call for a decision, those a no cannot do without.

The one table of it; a test holds its codes to the registry. A rule outside it never moves a verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from archmodel.checks.questions.answer import Question


class Grounds(NamedTuple):
    """The rules of a question, by what each can do to its verdict.

    A failure of ``decide`` says yes. A failure of ``ask`` means that people must decide: neither yes nor no. ``need`` names
    by kind the rules that must have judged the record and passed before no is said; where a kind is not listed, no is
    never said. ``tell`` are shown beside the answer and never move it.
    """

    decide: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    need: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    tell: tuple[str, ...] = ()


GROUNDS: dict[Question, Grounds] = {
    Question.DUPLICATE: Grounds(
        decide=("DUP-01", "DUP-03", "DUP-04", "DUP-05"),
        ask=("DUP-02",),
        need={"application": ("DUP-01", "DUP-02"), "dataset": ("DUP-02", "DUP-03"), "node": ("DUP-02", "DUP-05")},
    ),
    Question.CHANGE: Grounds(
        decide=(
            "FW4-02", "FW4-03", "FW4-06", "FW4-07", "FW4-10", "FW4-12",
            "SEC-01", "SEC-02", "SEC-03", "SEC-05", "SEC-06", "SEC-07", "SEC-08", "SEC-09", "SEC-10",
            "INTEG-01", "INTEG-02", "INTEG-03", "INTEG-04", "INTEG-06", "INTEG-07", "INTEG-08",
            "KH130-01", "KH130-06", "KH130-08", "KH130-09", "KH130-10", "KH130-11", "KH130-13", "KH130-17", "KH130-18",
            "KH130-20", "KH130-21", "KH130-22", "KH130-23", "KH130-25", "KH130-26", "KH130-27",
        ),
        need={
            "application": ("FW4-02", "SEC-01", "INTEG-03"), "dataset": ("FW4-02", "SEC-07"),
            "node": ("FW4-02", "SEC-01"), "network": ("FW4-02", "SEC-01"),
        },
        tell=("FW4-11", "SEC-04", "INTEG-05", "INTEG-09", "LIFE-04", "LIFE-07"),
    ),
    Question.MERGE: Grounds(
        decide=("KH130-07", "KH130-16", "KH130-19"),
        ask=("DUP-01", "DUP-02", "KH130-02"),
        need={"application": ("DUP-01", "DUP-02"), "dataset": ("DUP-02",)},
        tell=("KH130-03", "KH130-24"),
    ),
    Question.RETIRE: Grounds(
        decide=("KH130-12",),
        ask=("DUP-01", "DUP-04", "DUP-05", "KH130-02", "LIFE-07"),
        need={"application": ("DUP-01", "LIFE-07"), "node": ("LIFE-07",)},
        tell=("KH130-03", "KH130-14", "KH130-24", "KH130-28", "LIFE-02", "LIFE-03", "LIFE-05"),
    ),
    Question.RESPONSIBLE: Grounds(tell=("SEC-01", "KH130-01")),
    Question.COST: Grounds(tell=("KH130-28",)),
}  # fmt: skip
