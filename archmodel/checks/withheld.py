"""Which rules a public edition does not judge: their answers are sensitive, or would be untrue without what is withheld.

A rule outside the list says the same of the public model as of the whole; a test holds every rule to it.
"""

from __future__ import annotations

from archmodel.checks.rule import Rule
from archmodel.text.words import Words

UNPUBLISHED: dict[str, Words] = {
    "SEC": Words(
        "nêu hệ thống nào thiếu biện pháp bảo vệ, kết quả đánh giá an toàn",
        "tells which systems lack protection, and assessment results",
    ),
    "KH130-30": Words("xét theo hồ sơ an toàn không công bố", "rests on the security dossier, which is not published"),
    "DOC-05": Words("nêu nơi còn thông tin nhạy cảm", "tells where sensitive facts still stand"),
}
"""Families and codes of the rules, with the reason."""


def is_published(rule: Rule) -> bool:
    """Whether a public edition may show what the rule says."""
    return UNPUBLISHED.keys().isdisjoint({rule.code, rule.family})
