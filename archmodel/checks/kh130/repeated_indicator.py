"""KH130-22: report indicators without a definition of their own, or defined twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.bodies import in_effect
from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.platforms import kept
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Indicator
from archmodel.model.model import Model
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words

DATA = frozenset({"entity", "dataset"})


def _reported(model: Model, day: str) -> tuple[Indicator, ...]:
    """The indicators that are reported or measured as KPI on ``day``; figures a source printed are neither."""
    return tuple(i for i in model.indicators if i.category in {"report", "kpi"} and i.holds_on(day))


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    main = kept(model, "reporting", day)
    return [i.id for i in _reported(model, day)] or ([main.id] if main else [])


@rule(
    "KH130-22",
    Severity.WARNING,
    title=Words(
        "Chỉ tiêu báo cáo và mô hình dữ liệu được chuẩn hóa", "Report indicators and data model are standardised"
    ),
    scope=_judged,
    cites=("QD1425", "KH130:Phụ lục, mục II.5", "ND09_2019"),
    plan=("KH130-SP5.2",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Report indicator that shares its name or definition with another, or says too little to be collected once.

    Why: two indicators of one name with different formulas give two true figures, and a report nobody can defend.
    Found: an indicator of the category report or kpi with the name, or the definition, of another. One without
      `definition`, `unit`, `period`, `method`, `owned_by` or the data it is about (`measures` or `concerns` to an
      entity or data set), and a reporting platform for which no such indicator is recorded, are insufficient.
    Fix: keep one of the two, or tell their names apart; fill in the fields; link the data.
    Misses: names that mean the same in other words; whether the figure is drawn from the master of its data or typed in
      again, and the data source behind a dashboard: flows join systems, not indicators.
    Vì sao: hai chỉ tiêu cùng tên khác công thức cho hai con số đều đúng, báo cáo không ai bảo vệ được.
    Phát hiện: chỉ tiêu loại report hoặc kpi trùng tên, hoặc trùng định nghĩa, với chỉ tiêu khác. Chỉ tiêu thiếu
      `definition`, `unit`, `period`, `method`, `owned_by` hay dữ liệu mà nó nói về (`measures` hoặc `concerns` tới thực
      thể, dữ liệu), nền tảng báo cáo mà danh mục chưa ghi chỉ tiêu nào: chưa đủ cơ sở đánh giá.
    Khắc phục: giữ một trong hai, hoặc đặt tên phân biệt; ghi đủ các trường; nối tới dữ liệu.
    Bỏ sót: tên khác chữ cùng nghĩa; số liệu có lấy từ nơi giữ bản gốc hay nhập lại, và nguồn dữ liệu của bảng điều
      khiển: luồng nối các hệ thống, không nối chỉ tiêu.
    """
    indicators = _reported(model, day)
    main = kept(model, "reporting", day)
    if not indicators and main is not None:
        yield unstated(main, [Blank("indicator (category: report, kpi)")])
    names: dict[object, Indicator] = {}
    definitions: dict[object, Indicator] = {}
    for indicator in indicators:
        name, definition = _same(indicator.name), _same(indicator.definition or "")
        if name in names:
            yield _repeats(indicator, names[name], Words("tên", "name"))
        elif definition and definition in definitions:
            yield _repeats(indicator, definitions[definition], Words("định nghĩa", "definition"))
        names.setdefault(name, indicator)
        definitions.setdefault(definition, indicator)
        if absent := _absent(model, indicator):
            yield unstated(indicator, [Blank(", ".join(f"'{field}'" for field in absent))])


def _same(text: str) -> tuple[object, ...]:
    """The words as read: case, spacing and the place of a tone mark (hoà, hòa) do not tell two texts apart."""
    return tuple((letters, tuple(sorted(tones))) for letters, tones, _ in map(sort_key, text.split()))


def _repeats(indicator: Indicator, earlier: Indicator, what: Words) -> Finding:
    return Finding(
        indicator,
        Words(
            f"chỉ tiêu '{indicator.id}' trùng {what.vi} với '{earlier.id}': {earlier.name}",
            f"indicator '{indicator.id}' has the same {what.en} as '{earlier.id}': {earlier.name}",
        ),
        Words("giữ một chỉ tiêu, hoặc phân biệt tên và định nghĩa", "keep one, or tell their names and definitions apart"),
        see=(earlier.place,) if earlier.place else (),
    )  # fmt: skip


def _absent(model: Model, indicator: Indicator) -> list[str]:
    absent = [name for name in ("definition", "unit", "period", "method") if getattr(indicator, name) is None]
    if not model.outgoing(indicator.id, "owned_by"):
        absent.append("owned_by")
    ends = (e for type in ("measures", "concerns") for e in model.targets(indicator.id, type))
    return absent if any(end.kind in DATA for end in ends) else [*absent, "measures"]
