"""The page of words: kinds, relations, outcomes and confidence in both languages, taken from where they are defined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from archmodel.checks.rule import Outcome
from archmodel.documents.site.publication import Publication
from archmodel.model.kinds import KINDS, LAYERS
from archmodel.model.relations import RELATIONS
from archmodel.model.values import LABELS, Confidence
from archmodel.text.vietnamese import slug
from archmodel.text.words import Words


@dataclass(frozen=True, slots=True)
class Term:
    """A word in both languages, with a remark in the language of the site."""

    vi: str
    en: str
    more: str


class Section(NamedTuple):
    """The words of one sort, under a heading that can be jumped to."""

    title: str
    anchor: str
    terms: tuple[Term, ...]


def glossary(site: Publication) -> tuple[Section, ...]:
    """The words of the site in both languages, by sort."""
    return tuple(Section(title, slug(title), terms) for title, terms in _sorts(site))


def _sorts(site: Publication) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    return (
        (site.say(Words("Lớp", "Layers")), tuple(Term(*words, "") for words in LAYERS.values())),
        (
            site.say(Words("Loại đối tượng", "Kinds of element")),
            tuple(
                Term(*kind.words, f"{site.say(LAYERS[kind.layer])}; ArchiMate: {kind.archimate}")
                for kind in KINDS.values()
            ),
        ),
        (
            site.say(Words("Quan hệ", "Relations")),
            tuple(
                Term(*row.forward, f"{site.say(Words('chiều ngược', 'backwards'))}: {site.say(row.backward)}")
                for row in RELATIONS.values()
            ),
        ),
        (
            site.say(Words("Kết quả kiểm tra", "Outcomes")),
            tuple(Term(*outcome.words, site.say(_OUTCOMES[outcome])) for outcome in Outcome),
        ),
        (
            site.say(Words("Độ tin cậy của nguồn", "Confidence of a source")),
            tuple(Term(*LABELS["confidence"][name], site.say(more)) for name, more in CONFIDENCE.items()),
        ),
        (
            site.say(Words("Tình trạng của tên gọi", "Status of a name")),
            tuple(Term(*words, "") for words in LABELS["name_status"].values()),
        ),
    )


_OUTCOMES = {
    Outcome.PASS: Words("quy tắc đã xem và không có gì để nói", "the rule looked and has nothing to say"),
    Outcome.FAIL: Words("dữ liệu cho thấy chưa đúng yêu cầu", "the data show that the duty is not met"),
    Outcome.INSUFFICIENT: Words(
        "thiếu dữ liệu để kết luận; không được tính là đạt", "data are missing; never counted as a pass"
    ),
    Outcome.NOT_APPLICABLE: Words("không có đối tượng nào thuộc phạm vi", "nothing is in its scope"),
}
CONFIDENCE: dict[Confidence, Words] = {
    "seed": Words("văn bản khởi đầu của công việc này", "the plan this work starts from"),
    "primary": Words("văn bản của chính cơ quan liên quan", "a text of the body itself"),
    "secondary": Words("báo chí hoặc tài liệu của bên khác", "press or another document"),
    "inferred": Words("chúng tôi tự suy ra, cần xác nhận", "our own reading, to be confirmed"),
}
"""What each level of confidence means, the surest first."""
