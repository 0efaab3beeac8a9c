"""The report as text and the pages of rules: whole texts, in both languages."""

from __future__ import annotations

import json

import pytest

import archmodel as am
from archmodel.checks.formats import as_json, as_text
from archmodel.checks.pages import page, rule_called, table
from archmodel.checks.rule import Finding, Outcome, Rule, Severity, rule
from archmodel.checks.run import check
from archmodel.errors import Place
from archmodel.model.elements import Application
from archmodel.model.framework import Clause, Instrument, Profile, Reference
from archmodel.model.model import Model
from archmodel.model.waiver import Waiver
from archmodel.text.words import Words

REFERENCE = Reference(
    instruments={
        "A": Instrument(id="A", number="1/A", status="in_force", since="2026-01-01", until="2027-01-01"),
        "B": Instrument(id="B", number="2/B", status="in_force", issued="2025-01-01"),
        "D": Instrument(id="D", number="Dự thảo", status="draft"),
        "U": Instrument(id="U", number="3/U", status="in_force"),
    },
    clauses={
        "A:Điều 3": Clause(id="A:Điều 3", instrument="A", gloss="Lời", gloss_en="Words"),
        "B:Điều 1": Clause(id="B:Điều 1", instrument="B", gloss="Chỉ tiếng Việt"),
    },
    profiles=(Profile(id="P", name="P", since="2026-01-01", framework="x"),),
)
PLACE = Place("catalog/a.yaml", 3)


def made(code: str, severity: Severity, *outcomes: Outcome, cites: tuple[str, ...] = (), practice: str = "p") -> Rule:
    def find(model: Model, day: str):
        """Title.

        Why: w.
        Found: f.
        Fix: x.
        Misses: m.
        Vì sao: v.
        Phát hiện: p.
        Khắc phục: k.
        Bỏ sót: b.
        """
        for element, outcome in zip(model, outcomes, strict=False):
            see = (Place("catalog/b.yaml", 9),) if element.id == "a" else ()
            yield Finding(element, Words("sai", "wrong"), Words("sửa", "mend"), outcome, see=see)

    return rule(
        code,
        severity,
        title=Words("Tên", "Title"),
        scope=lambda model, day: [element.id for element in model][: len(outcomes)],
        cites=cites,
        tier="law",
        practice=practice,
    )(find)


FAIL, OPEN = Outcome.FAIL, Outcome.INSUFFICIENT
RULES = (
    made("ONE-01", Severity.WARNING, FAIL, OPEN, OPEN, OPEN, OPEN, cites=("A:Điều 3",)),
    made("ONE-02", Severity.ERROR, FAIL, FAIL),
    made("ONE-03", Severity.ERROR),
)
ELEMENTS = [Application(id=id, name=id, place=PLACE if id != "b" else None) for id in "abcde"]
WAIVER = Waiver(id="W1", rule="ONE-02", elements=("b",), reason="lý do", granted_by="Sở", until="2027-01-01")
MODEL = Model(ELEMENTS, reference=REFERENCE, waivers=(WAIVER,))


def told(lang: str, *, full: bool = False) -> list[str]:
    return as_text(check(MODEL, as_of="2026-11-22", rules=RULES), REFERENCE, lang, full=full).splitlines()


def test_failures_come_first_and_gravest_first_then_a_few_open_questions_and_the_sums() -> None:
    lines = told("en")
    assert lines == [
        "catalog/a.yaml:3: ONE-02 error: wrong",
        "    see      catalog/b.yaml:9",
        "    fix      mend",
        "ONE-02 error: wrong",
        "    waived   lý do (Sở, < 2027-01-01)",
        "    fix      mend",
        "catalog/a.yaml:3: ONE-01 warning: wrong",
        "    cites    1/A, Điều 3",
        "    see      catalog/b.yaml:9",
        "    fix      mend",
        "ONE-01 insufficient: wrong",
        "    cites    1/A, Điều 3",
        "    fix      mend",
        *["catalog/a.yaml:3: ONE-01 insufficient: wrong", "    cites    1/A, Điều 3", "    fix      mend"] * 2,
        "    … ONE-01: 1 more insufficient; see all with --select ONE-01",
        "",
        "As of 2026-11-22 · framework nat-1.0 · legal profile P",
        "  ONE-01     Title: fail 1, insufficient 4",
        "  ONE-02     Title: fail 1, waived 1",
        "  ONE-03     Title: not applicable",
    ]


def test_the_same_in_vietnamese_and_in_full() -> None:
    lines = told("vi", full=True)
    assert lines[1:3] == ["    xem      catalog/b.yaml:9", "    sửa      sửa"]
    assert lines[4] == "    ngoại lệ lý do (Sở, < 2027-01-01)"
    assert lines[7] == "    căn cứ   1/A, Điều 3"
    assert sum("ONE-01 chưa đủ cơ sở đánh giá" in line for line in lines) == 4
    assert lines[-4:] == [
        "Ngày xét 2026-11-22 · khung nat-1.0 · hồ sơ pháp lý P",
        "  ONE-01     Tên: chưa đáp ứng 1, chưa đủ cơ sở đánh giá 4",
        "  ONE-02     Tên: chưa đáp ứng 1, ngoại lệ 1",
        "  ONE-03     Tên: không áp dụng",
    ]
    assert "    … ONE-01: còn 1 mục chưa đủ cơ sở đánh giá; xem hết bằng --select ONE-01" in told("vi")


def test_as_many_open_questions_as_are_shown_leave_none_to_see() -> None:
    report = check(MODEL, as_of="2026-11-22", rules=(made("ONE-04", Severity.INFO, OPEN, OPEN, OPEN),))
    assert "…" not in as_text(report, REFERENCE, "en")


def test_a_finding_as_json() -> None:
    value = json.loads(as_json(check(MODEL, as_of="2026-11-22", rules=RULES[:2]), REFERENCE, "en"))
    by_key = {(one["code"], one["element"]): one for one in value["findings"]}
    assert by_key["ONE-01", "a"] == {
        "code": "ONE-01",
        "outcome": "fail",
        "severity": "warning",
        "element": "a",
        "kind": "application",
        "message": "wrong",
        "fix": "mend",
        "cites": ["1/A, Điều 3"],
        "path": "catalog/a.yaml",
        "line": 3,
        "see": ["catalog/b.yaml:9"],
        "waived": None,
    }
    waived = by_key["ONE-02", "b"]
    assert (waived["path"], waived["line"]) == (None, None)
    assert waived["waived"] == {"id": "W1", "reason": "lý do", "until": "2027-01-01"}


CITING = made("ONE-05", Severity.INFO, FAIL, cites=("A:Điều 3", "B:Điều 1", "D", "U", "X:1"), practice="common sense")
PARTS = ["Why: w.", "", "Found: f.", "", "Fix: x.", "", "Misses: m.", ""]


def test_the_page_of_a_rule() -> None:
    assert page(CITING, REFERENCE, "en").splitlines() == [
        "ONE-05  Title",
        "(info; another instrument)",
        "",
        *PARTS,
        "Rests on: 1/A, Điều 3 (from 2026-01-01, until 2027-01-01)",
        "    Words",
        "Rests on: 2/B, Điều 1 (from 2025-01-01)",
        "    Chỉ tiếng Việt",
        "Rests on: Dự thảo (draft)",
        "Rests on: 3/U (from ?)",
        "Rests on: X, 1",
        "Practice: common sense",
    ]


def test_the_page_in_vietnamese_with_an_example() -> None:
    (example,) = check(MODEL, as_of="2026-11-22", rules=(CITING,)).findings
    assert page(CITING, REFERENCE, "vi", example).splitlines()[11:] == [
        "Căn cứ: 1/A, Điều 3 (từ 2026-01-01, đến trước 2027-01-01)",
        "    Lời",
        "Căn cứ: 2/B, Điều 1 (từ 2025-01-01)",
        "    Chỉ tiếng Việt",
        "Căn cứ: Dự thảo (dự thảo)",
        "Căn cứ: 3/U (từ ?)",
        "Căn cứ: X, 1",
        "Thông lệ: common sense",
        "",
        "Ví dụ: catalog/a.yaml:3: sai",
        "    → sửa",
    ]


def test_an_example_without_a_place_and_a_rule_without_practice() -> None:
    bare = made("ONE-06", Severity.INFO, FAIL, cites=("U",), practice="")
    example = Finding(ELEMENTS[1], Words("sai", "wrong"), Words("sửa", "mend"))
    assert page(bare, REFERENCE, "en", example).splitlines()[11:] == [
        "Rests on: 3/U (from ?)",
        "",
        "Example: wrong",
        "    → mend",
    ]


def test_the_rules_as_a_table() -> None:
    assert table(RULES[:1], "en") == "ONE-01     warning     Title"
    assert table(RULES[:1], "en", markdown=True).splitlines() == [
        "| Code | Severity | From | Asks |",
        "| --- | --- | --- | --- |",
        "| ONE-01 | warning | another instrument | Title |",
    ]
    assert table((), "vi", markdown=True).startswith("| Mã | Mức | Nguồn gốc | Yêu cầu |")


def test_a_rule_is_found_in_any_case_or_the_nearest_is_named() -> None:
    assert rule_called("one-02", RULES) is RULES[1]
    with pytest.raises(am.ArchmodelError, match="did you mean 'ONE-01'"):
        rule_called("ONE-001", RULES)
    with pytest.raises(am.ArchmodelError, match="see archmodel rules"):
        rule_called("zzzzzzzz", RULES)
