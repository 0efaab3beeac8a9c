"""What to do first with a record: the one step that raises its score most, and what the score will be then.

Among steps that raise it alike the lightest comes first: confirming, then stating, then finding a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from archmodel.analysis.expected import is_relation
from archmodel.analysis.proof import FULL, RECENT, STATED, STATED_AT_ALL, Proof, Standing
from archmodel.analysis.tally import Fact, counted, score_of
from archmodel.text.words import Words


class Act(StrEnum):
    """What can be done for a record."""

    CONFIRM = "confirm"
    STATE = "state"
    PROVE = "prove"
    PROVE_LINK = "prove_link"


class Step(NamedTuple):
    """An act, the field or relation it is about (None for the whole record), and the score of the record after it."""

    act: Act
    about: str | None
    score: int

    def told(self, label: str | None = None) -> Words:
        """The step in words; ``label`` names the field for readers who do not know its key."""
        name = f"{label} ({self.about})" if label else f"'{self.about}'"
        return {
            Act.CONFIRM: Words(
                "rà soát lại với chủ quản rồi ghi ngày vào 'confirmed_on'",
                "go through it with its owner and state the day in 'confirmed_on'",
            ),
            Act.STATE: Words(f"ghi {name}", f"state {name}"),
            Act.PROVE: Words(
                "thêm vào 'evidence' văn bản của chính cơ quan chủ quản, có ngày, 'confidence: primary'",
                "add to 'evidence' a dated text of the owner itself, 'confidence: primary'",
            ),
            Act.PROVE_LINK: Words(
                f"thêm minh chứng 'primary' có ngày cho {name}", f"add dated 'primary' evidence to {name}"
            ),
        }[self.act]


FIRST = ("record", "owned_by", "contact")
"""What to state before anything that is worth as much: what the record is, who decides about it, whom to ask."""


def next_step(facts: Sequence[Fact], behind: Proof) -> Step | None:
    """The step that raises the score most, or None where every fact earns all it can.

    Args:
        facts: everything asked of the record.
        behind: what stands behind the record as a whole, and so behind anything newly stated.
    """
    now = counted(facts)
    gain, _, act, about = max(_gains(facts, behind), key=lambda found: (found[0], -found[1]))
    return Step(act, about, score_of(now.points + gain, now.possible)) if gain else None


def _gains(facts: Sequence[Fact], behind: Proof) -> Iterator[tuple[int, int, Act, str | None]]:
    """Points to gain, the turn among steps that gain as many, the act and what it is about."""
    refreshed = sum(fact.standing in {Standing.STALE, Standing.UNDATED} for fact in facts)
    yield refreshed * RECENT, -1, Act.CONFIRM, None
    waiting = sum(fact.ceiling for fact in facts if fact.standing is Standing.WAITING)
    for place, fact in enumerate(facts, len(FIRST)):
        if fact.standing in {Standing.MISSING, Standing.PROMISED}:
            freed = waiting if fact.name == "record" else 0
            turn = FIRST.index(fact.name) if fact.name in FIRST else place
            yield STATED + behind.points + freed, turn, Act.STATE, fact.name
        elif is_relation(fact.name) and fact.standing in STATED_AT_ALL:
            yield FULL - fact.points, 2 * len(facts) + place, Act.PROVE_LINK, fact.name
    ceilings = sum(fact.ceiling - fact.points for fact in facts if fact.standing is not Standing.WAITING)
    yield ceilings, 2 * len(facts), Act.PROVE, None
