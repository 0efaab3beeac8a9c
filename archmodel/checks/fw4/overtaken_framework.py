"""FW4-01: an architecture that rests on a framework no longer, or not yet, in force."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.fw4.subjects import own_architecture, owner, owner_id
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.framework import Edition
from archmodel.model.model import Model
from archmodel.text.days import holds
from archmodel.text.words import Words

LETTER = "Công văn"


@rule(
    "FW4-01",
    Severity.ERROR,
    title=Words("Khung kiến trúc làm căn cứ còn hiệu lực", "The framework the model claims is the one in force"),
    scope=lambda model, day: owner_id(model) if _editions(model) else [],
    cites=("KH130:Mục 1", "QD292:Điều 2", "QD3090", "QD1425:Điều 3", "QD2906", "LUAT148:Điều 13"),
    plan=("KH130-T1d",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Framework claimed that is not the one in force on the day judged.

    Why: an architecture laid out by a framework that has been replaced cannot be appraised, and projects fall between.
    Found: none of the editions the workspace names holds on the day, or none is the one the law of the day names or a
      later one: fails. A newer decision beside the one named whose effect on it is not
      settled, a City architecture whose issuing decision, number or day is not recorded: insufficient.
    Fix: set `framework` and `also_aligned_to` in archmodel.toml; record the City's decision as a document of category
      architecture with `number`, `issued` and `owned_by` its owner.
    Misses: what the City's document itself says it follows, as no field quotes it; whether the mapping from an older
      edition is whole (FW4-03). Frameworks sent by letter replace none sent by decision.
    Vì sao: kiến trúc dựng theo khung đã bị thay thì không thẩm định được, dự án không biết theo khung nào.
    Phát hiện: không khung nào được nêu còn hiệu lực, hoặc không khung nào là khung mà luật của ngày xét nêu hay khung mới
      hơn: chưa đáp ứng. Quyết định mới hơn mà chưa rõ thay khung đã nêu hay không, quyết định ban hành
      kiến trúc chưa ghi số, ngày: chưa đủ cơ sở đánh giá.
    Khắc phục: sửa `framework`, `also_aligned_to` trong archmodel.toml; ghi quyết định của Thành phố thành văn bản loại
      architecture có `number`, `issued` và `owned_by`.
    Bỏ sót: chính văn bản của Thành phố nêu theo khung nào, vì chưa có trường ghi; bảng ánh xạ từ khung cũ đủ chưa
      (FW4-03). Khung ban hành bằng công văn không thay khung ban hành bằng quyết định.
    """
    body = owner(model)
    editions = _editions(model)
    if body is None or not editions:
        return
    claimed = [model.settings.framework, *model.settings.also_aligned_to]
    held = [edition for id in claimed if (edition := editions.get(id)) and _holds(edition, day)]
    latest = max((edition.since or "" for edition in held), default="")
    profile = model.reference.profile(day)
    named = editions.get(profile.framework) if profile else None
    names = ", ".join(claimed)
    overtaken = named is not None and _holds(named, day) and latest < (named.since or "")
    if not held:
        yield Finding(
            body,
            Words(f"ngày {day} không khung nào được nêu còn hiệu lực: {names}",
                  f"on {day} none of the frameworks claimed is in force: {names}"),
            _FIX,
            at=model.settings.place_of("framework"),
        )  # fmt: skip
    elif overtaken and named is not None:
        yield Finding(
            body,
            Words(f"kiến trúc nêu {names}, mà khung của ngày {day} là {_shown(model, named)}",
                  f"the architecture claims {names}, but the framework of {day} is {_shown(model, named)}"),
            _FIX,
            at=model.settings.place_of("framework"),
        )  # fmt: skip
    if open_points := list(_open(model, day, latest if held and not overtaken else None)):
        yield Finding(
            body,
            Words("; ".join(words.vi for words in open_points), "; ".join(words.en for words in open_points)),
            _FIX,
            Outcome.INSUFFICIENT,
        )


def _open(model: Model, day: str, latest: str | None) -> Iterator[Words]:
    for edition in _editions(model).values() if latest is not None else ():
        instrument = model.reference.instruments.get(edition.instrument or "")
        by_letter = instrument is not None and instrument.form == LETTER
        if _holds(edition, day) and latest is not None and (edition.since or "") > latest and not by_letter:
            told = _shown(model, edition)
            yield Words(f"từ {edition.since} còn có khung quốc gia {told}, chưa được nêu",
                        f"since {edition.since} there is also the national framework {told}, which is not claimed")  # fmt: skip
    documents = own_architecture(model)
    if not any(document.number and document.issued for document in documents):
        ids = ", ".join(document.id for document in documents)
        yield (
            Words(f"'{ids}' chưa ghi 'number' hoặc 'issued'", f"'{ids}' states no 'number' or no 'issued'")
            if ids
            else Words("chưa ghi quyết định ban hành kiến trúc", "no decision issuing the architecture is recorded")
        )


def _editions(model: Model) -> dict[str, Edition]:
    return model.reference.editions


def _holds(edition: Edition, day: str) -> bool:
    return holds(edition.since, edition.until, day)


def _shown(model: Model, edition: Edition) -> str:
    instrument = model.reference.instruments.get(edition.instrument or "")
    return f"{edition.id} ({instrument.number})" if instrument and instrument.number else edition.id


_FIX = Words(
    "sửa 'framework' và 'also_aligned_to' trong archmodel.toml; ghi văn bản loại architecture có 'number', 'issued'",
    "mend 'framework' and 'also_aligned_to' in archmodel.toml; record an architecture document with 'number', 'issued'",
)
