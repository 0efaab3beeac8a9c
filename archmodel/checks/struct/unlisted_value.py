"""STRUCT-03: values that are not in their controlled list."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.values import LABELS
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


@rule(
    "STRUCT-03",
    Severity.ERROR,
    title=Words("Giá trị thuộc danh mục cho phép", "Values come from the controlled lists"),
    scope=lambda model, day: {*model.elements, *(misfit.subject for misfit in model.misfits if misfit.allowed)},
    cites=("DRAFT_GUIDE:Mẫu 03, sheet DM_GIATRI", "TT13_2017:Điều 15"),
    practice="data-quality practice; Unicode normalisation",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Value outside its controlled list.

    Why: a state or category written freely cannot be counted, filtered or handed to the ministry.
    Found: a value that is not in the list of its field; the list value it resembles is named, whether it was meant by
      its key or by its Vietnamese or English label.
    Fix: write a value of the list.
    Misses: wrong values that happen to be in the list.
    Vì sao: trạng thái hay phân loại ghi tự do thì không đếm, không lọc, không nộp cho Bộ được.
    Phát hiện: giá trị không thuộc danh mục của trường; nêu giá trị gần giống nhất, dù người ghi dùng khóa hay nhãn.
    Khắc phục: ghi một giá trị của danh mục.
    Bỏ sót: giá trị sai nhưng có trong danh mục.
    """
    for misfit in model.misfits:
        if not misfit.allowed:
            continue
        labels = _labels(misfit.allowed)
        guess = nearest(misfit.value, labels)
        resembles = labels[guess] if guess else None
        about = model.elements.get(misfit.subject) or Element(
            kind="record", id=_safe(misfit.subject), name=misfit.subject, place=misfit.place
        )
        yield Finding(
            about,
            Words(
                f"'{misfit.field}' của '{misfit.subject}' có giá trị '{misfit.value}' ngoài danh mục",
                f"'{misfit.field}' of '{misfit.subject}' has the value '{misfit.value}', which is not in its list",
            ),
            Words(f"ý bạn là '{resembles}'?", f"did you mean '{resembles}'?")
            if resembles
            else Words(f"danh mục: {', '.join(misfit.allowed)}", f"the list: {', '.join(misfit.allowed)}"),
            at=misfit.place,
        )


def _labels(allowed: tuple[str, ...]) -> dict[str, str]:
    """Each way to write an allowed value, with the value."""
    ways = {value: value for value in allowed}
    for listing in LABELS.values():
        if set(allowed) & set(listing):
            ways |= {words.vi: value for value, words in listing.items() if value in allowed}
            ways |= {words.en: value for value, words in listing.items() if value in allowed}
    return ways


def _safe(subject: str) -> str:
    return subject if subject.isascii() and subject[:1].isalnum() and " " not in subject else "record"
