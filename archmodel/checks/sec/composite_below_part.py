"""SEC-03: composites whose level is below that of a part."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active, is_family
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.sec.levels import System, own_systems, security_of
from archmodel.model.model import Model
from archmodel.text.words import Words

TOP = 5


def _composites(model: Model, day: str) -> Iterator[tuple[System, list[System]]]:
    for whole in own_systems(model, day):
        joined = (model.elements.get(r.source) for r in model.incoming(whole.id, "part_of") if r.holds_on(day))
        parts = [p for p in joined if isinstance(p, System) and is_active(p, day) is not False and not is_family(p)]
        if parts:
            yield whole, parts


@rule(
    "SEC-03",
    Severity.ERROR,
    title=Words(
        "Hệ thống gồm nhiều thành phần lấy cấp độ cao nhất", "A composite takes the highest level of its parts"
    ),
    scope=lambda model, day: [whole.id for whole, _ in _composites(model, day)],
    cites=("ND331_2026:Điều 8 khoản 2, khoản 3", "ND85_2016:Điều 5 khoản 2"),
    tier="law",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Whole with a lower level than one of its parts.

    Why: a system must not be cut up, or its strongest part forgotten, to come out with a lower level.
    Found: a whole whose level is below the level of a part. Where the whole or a part records no level it is insufficient.
    Fix: raise the level of the whole, or record `security.level` where the message says.
    Misses: parts written without `part_of`; each whole is compared with its direct parts, which are wholes in turn.
    Vì sao: không được tách hệ thống, hay bỏ quên thành phần cao nhất, để có cấp độ thấp hơn.
    Phát hiện: hệ thống có cấp độ thấp hơn cấp độ của một thành phần. Hệ thống hay thành phần chưa ghi cấp độ: chưa đủ cơ sở.
    Khắc phục: nâng cấp độ của cả hệ thống, hoặc ghi `security.level` ở nơi thông báo nêu.
    Bỏ sót: thành phần không ghi `part_of`; chỉ so với thành phần trực tiếp, rồi lần lượt tới thành phần của chúng.
    """
    for whole, parts in _composites(model, day):
        level = security_of(whole).level
        levels = {part.id: security_of(part).level for part in parts}
        higher = {id: of for id, of in levels.items() if level is not None and of is not None and of > level}
        unstated = [id for id, of in {whole.id: level, **levels}.items() if of is None]
        if higher:
            told = ", ".join(f"{id} ({of})" for id, of in sorted(higher.items()))
            yield Finding(
                whole,
                Words(f"'{whole.id}' cấp {level}, thấp hơn thành phần {told}",
                      f"'{whole.id}' has level {level}, below its parts {told}"),
                Words(f"nâng lên cấp {max(higher.values())} và trình duyệt lại",
                      f"raise it to {max(higher.values())} and have it approved again"),
            )  # fmt: skip
        elif unstated and level != TOP:
            names = ", ".join(unstated)
            yield Finding(
                whole,
                Words(f"chưa so được '{whole.id}' với thành phần: chưa ghi cấp độ của {names}",
                      f"'{whole.id}' cannot be compared with its parts: no level of {names}"),
                Words(f"ghi 'security.level' của {names}", f"record 'security.level' of {names}"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip
