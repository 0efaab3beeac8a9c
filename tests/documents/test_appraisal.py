"""The appraisal sheet: a form people conclude on, the same facts in three formats, hostile words inert, one page a system."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from archmodel.analysis.audience import for_public
from archmodel.checks.questions import questions
from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.cli import main
from archmodel.documents.appraisal import as_html
from archmodel.documents.appraisal.formats import as_json, as_text
from archmodel.documents.appraisal.sheet import sheet
from archmodel.documents.appraisal.words import WORDS
from archmodel.documents.site import Published
from archmodel.documents.site.leader import leader_values
from archmodel.documents.site.publication import Publication
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application, BusinessFunction, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Link
from archmodel.model.waiver import Waiver

DAY = "2026-11-22"
HOSTILE = "<img src=x onerror=alert(1)>"
READ = (Evidence(document="Quyết định", confidence="primary"),)


@pytest.fixture(scope="module")
def judged(hanoi: Model) -> Report:
    return check(hanoi, as_of=DAY)


@pytest.fixture
def small() -> Model:
    waiver = Waiver(
        id="w", rule="STRUCT-04", elements=("a",), reason="đang bổ sung", granted_by="Sở", until="2027-01-01"
    )
    system = Application(id="a", name="Kho dữ liệu", record="own", state="in_use", evidence=READ)
    return Model(
        [system, Organisation(id="so", name="Sở"), BusinessFunction(id="f", name="Việc")],
        [Link(type="owned_by", source="a", target="so"), Link(type="part_of", source="a", target="nowhere")],
        waivers=[waiver],
    )


def test_the_form_leaves_number_day_conclusion_and_signatures_to_people(small: Model) -> None:
    html = as_html(small, check(small, as_of=DAY), "a")
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "PHIẾU THẨM TRA", "Kho dữ liệu"):
        assert words in html
    assert "…………, ngày …… tháng …… năm ……" in html
    closing = html[html.index('<section class="blank">') :]
    text = re.sub(r"<[^>]+>|\s+", " ", closing)
    assert " ".join(text.split()) == (
        "VII. Kết luận của người thẩm tra Kết luận của người thẩm tra: VIII. Ý kiến của lãnh đạo Ý kiến của lãnh đạo: "
        "NGƯỜI THẨM TRA (Ký, ghi rõ họ tên) LÃNH ĐẠO CƠ QUAN THẨM TRA (Ký, ghi rõ họ tên, đóng dấu)"
    )


def test_an_english_sheet_keeps_no_vietnamese_words_of_its_own(small: Model) -> None:
    html = as_html(small, check(small, as_of=DAY), "a", "en")
    assert "SOCIALIST REPUBLIC OF VIET NAM" in html
    assert not [words.vi for words in WORDS.values() if words.vi in html and words.vi not in words.en]


def test_each_rule_stands_in_one_part_with_its_outcome(small: Model) -> None:
    report = check(small, as_of=DAY, ignore=["SEC"])
    made = sheet(Publication(small, report, "en"), "a")
    codes = [
        code for p in made.parts.values() for code in (*(line.code for line in p.lines), *p.not_applicable, *p.not_run)
    ]
    assert len(codes) == len(set(codes))
    assert {"DUP-01", "KH130-30", "FW4-12", "STRUCT-09", "LIFE-07", "DOC-08"} <= set(codes)
    assert "SEC-01" in made.parts["law"].not_run
    told = {line.code: line for line in made.parts["record"].lines}
    assert told["STRUCT-04"].standing == "waived"
    assert told["STRUCT-04"].said[0].waived == "Sở, until 2027-01-01: đang bổ sung"
    assert told["STRUCT-05"].standing == "pass"
    assert told["STRUCT-05"].said == ()


def test_what_is_missing_names_the_record_the_field_and_who_waits(small: Model) -> None:
    made = sheet(Publication(small, check(small, as_of=DAY), "en"), "a")
    (lack,) = [lack for lack in made.missing if lack.field == "disposition"]
    assert (lack.words, lack.record) == ("Disposition [disposition]", "a")
    assert lack.waiting[:3] == ("Must change?", "Must merge?", "Must retire?")


def test_three_formats_say_the_same(small: Model) -> None:
    report = check(small, as_of=DAY)
    value: dict[str, Any] = json.loads(as_json(small, report, "a", "en"))
    text, html = as_text(small, report, "a", "en"), as_html(small, report, "a", "en")
    assert value["conclusion"] is None
    assert (value["schema"], value["as_of"], value["element"]["id"]) == (1, DAY, "a")
    verdicts = {q["question"]: q["verdict"] for q in value["questions"]}
    assert verdicts["responsible"] == "yes"
    assert verdicts["duplicate"] == "not_enough"
    for asked in value["questions"]:
        assert asked["sentence"] in text
    for rule in value["rules"]:
        assert rule["code"] in text
        assert rule["code"] in html
    assert as_html(small, report, "a", "en") == html


def test_hostile_words_are_text(hostile: Model, report: Report) -> None:
    for id in ("app", "data", "node", "task"):
        html = as_html(hostile, report, id)
        assert "<img" not in html
        assert "<script" not in html
        assert "&lt;img src=x onerror=alert(1)&gt;" in html
        assert "href" not in html.replace('<link rel="icon" href="data:,">', "")


def test_what_no_sheet_is_made_of(small: Model) -> None:
    report = check(small, as_of=DAY)
    with pytest.raises(ArchmodelError, match="no appraisal sheet is made of this kind: organisation"):
        as_html(small, report, "so")
    with pytest.raises(ArchmodelError, match="no element is called 'aa'"):
        as_html(small, report, "aa")


def test_withheld_facts_stay_withheld(hostile: Model) -> None:
    public = for_public(hostile)
    made = sheet(Publication(public, check(public, as_of=DAY), "vi"), "app")
    assert [fact.field for fact in made.page.facts.rows if fact.field == "security"] == []
    assert made.page.facts.withheld == ("Cấp độ và hồ sơ an toàn", "Ghi chú")


def test_the_site_carries_a_sheet_of_each_own_system_and_links_to_it(site: Published) -> None:
    assert [name for name in site.files if name.startswith("tham-tra/")] == ["tham-tra/app.html"]
    for name in ("lanh-dao.html", "doi-tuong/app.html"):
        assert "tham-tra/app.html" in (site.folder / name).read_text(encoding="utf-8")


def test_the_leaders_page_counts_each_system_once_and_each_agency_its_own(hanoi: Model, judged: Report) -> None:
    asked = questions(hanoi, judged)
    page = leader_values(Publication(hanoi, judged, "en"), asked)
    own = asked.of("application")
    assert len(page.total.systems) == len(own)
    for _, counts in page.total.heads:
        assert sum(count.number for count in counts) == len(own)
    health = next(row for row in page.agencies if row.ref and row.ref.id == "so-yte")
    assert {row.ref.id for row in health.systems} == {
        e.id for e in hanoi.applications.where(owner="so-yte", record="own")
    }
    cell = health.systems[0].cells[0]
    assert cell.href == f"tham-tra/{health.systems[0].ref.id}.html#hoi-duplicate"


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "vidu"
    main(["init", str(folder), "--example"])
    id = re.findall(
        r"^- id: (\S+)", next((folder / "catalog" / "applications").glob("*.yaml")).read_text("utf-8"), re.MULTILINE
    )[0]
    capsys.readouterr()
    output = tmp_path / "phieu.html"
    words = ["appraise", id, "--workspace", str(folder), "--as-of", DAY]
    assert main([*words, "--output", str(output)]) == 0
    assert "PHIẾU THẨM TRA" in output.read_text("utf-8")
    capsys.readouterr()
    assert main([*words, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["element"]["id"] == id
    assert main([*words, "--format", "text", "--lang", "en"]) == 0
    assert "APPRAISAL SHEET" in capsys.readouterr().out
    assert main(["appraise", "nothing-like-it", "--workspace", str(folder)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_every_own_system_of_hanoi_has_a_sheet(hanoi: Model, judged: Report) -> None:
    site = Publication(hanoi, judged, "vi")
    for system in [*hanoi.applications.where(record="own")][::12]:
        made = sheet(site, system.id)
        assert len(made.asked) == 6
        assert made.missing
