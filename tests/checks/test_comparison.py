"""Findings gained and lost, and how a comparison is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

import archmodel as am
from archmodel.checks.comparison import diff
from archmodel.checks.comparison_formats import as_json, as_text
from archmodel.checks.rule import Outcome
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import RELATIONS, Flow, Relation
from archmodel.model.settings import Settings

SETTINGS = Settings(name="Thử", as_of="2026-11-22")
OLD, NEW = "2025-06-30", "2025-07-01"


def model(*records: Application | Organisation | Relation) -> Model:
    elements = [record for record in records if not isinstance(record, Relation)]
    return Model(elements, [r for r in records if isinstance(r, Relation)], settings=SETTINGS)


def app(id: str, **fields: Any) -> Application:
    return Application(id=id, name=f"Hệ thống {id}", **fields)


def link(source: str, type: str, target: str, **fields: Any) -> Relation:
    return RELATIONS[type].relation(type=type, source=source, target=target, **fields)


def dangling(comparison: Any) -> tuple[list[str], list[str]]:
    found = comparison.findings
    return tuple([f.subject for f in side if f.code == "STRUCT-04"] for side in (found.gained, found.lost))


def test_findings_are_gained_and_lost() -> None:
    loose, tied = model(app("a"), link("a", "owned_by", "x")), model(app("a"))
    assert dangling(diff(tied, loose)) == (["a"], [])
    assert dangling(diff(loose, tied)) == ([], ["a"])
    assert dangling(diff(loose, loose)) == ([], [])
    outcomes = [finding.outcome for finding in diff(model(), loose).findings.gained]
    assert outcomes == sorted(outcomes, key=lambda outcome: outcome is not Outcome.FAIL)
    assert len(set(outcomes)) == 2
    assert diff(tied, loose).findings.by_rule["STRUCT-04"] == (1, 0)
    assert "; findings gained " in repr(diff(tied, loose))
    assert "<p>Phát hiện: thêm " in diff(tied, loose)._repr_html_()


def test_of_two_findings_of_one_subject_the_new_one_is_gained() -> None:
    old = model(app("a"), link("a", "owned_by", "x"))
    new = model(app("a"), link("a", "owned_by", "w"), link("a", "owned_by", "x"))
    (gained,) = (f for f in diff(old, new).findings.gained if f.code == "STRUCT-04")
    assert "'w'" in gained.message.en


def test_a_rename_loses_and_gains_no_finding() -> None:
    old = model(app("a", code="1"), link("a", "owned_by", "x"))
    new = model(app("b", code="1"), link("b", "owned_by", "x"))
    assert dangling(diff(old, new)) == ([], [])


def test_findings_may_be_left_out_and_the_target_has_none() -> None:
    here = model(app("a"))
    assert diff(here, here, findings=False).findings is None
    assert diff(here.at(NEW), here.plateau("target")).findings is None


def test_the_days_judged_are_those_compared() -> None:
    here = model(Organisation(id="q", name="Q", tier="district", until=NEW), app("a"), link("a", "owned_by", "q"))
    found = diff(here.at(OLD), here.at(NEW)).findings
    assert (found.old_day, found.new_day) == (OLD, NEW)
    assert am.diff(here, here).findings.new_day == "2026-11-22"


CHANGED = diff(
    model(
        app("doi", state="in_use", evidence=(Evidence(document="Cũ"),), aliases=("x",)),
        app("xoa", code="1"),
        app("ma", source_code="S"),
        Flow(id="F1", source="doi", target="doi", content="hồ sơ"),
    ),
    model(
        app("doi", state="trial", evidence=(Evidence(document="Mới", confidence="primary"),), aliases=("x", "y")),
        app("ma-moi", source_code="S"),
        Organisation(id="phuong", name="Phường", tier="commune"),
        link("doi", "used_by", "phuong"),
        Flow(id="F1", source="doi", target="doi", content="hồ sơ"),
    ),
    findings=False,
    names=("HEAD~1", "."),
)


def test_the_text_tells_each_change_once() -> None:
    assert as_text(CHANGED).splitlines() == [
        "HEAD~1 → .",
        "  Đối tượng: xóa khỏi hồ sơ 1, thêm vào hồ sơ 1, đổi mã 1, sửa 1",
        "  Quan hệ: thêm vào hồ sơ 1",
        "",
        "Xóa khỏi hồ sơ: Hệ thống, ứng dụng (1)",
        "  xoa  Hệ thống xoa",
        "",
        "Thêm vào hồ sơ: Cơ quan, tổ chức, cấp xã (1)",
        "  phuong  Phường",
        "",
        "Đổi mã: Hệ thống, ứng dụng (1)",
        "  ma → ma-moi  Hệ thống ma-moi [source_code]",
        "      name: Hệ thống ma → Hệ thống ma-moi",
        "",
        "Sửa: Hệ thống, ứng dụng (1)",
        "  doi  Hệ thống doi",
        "      evidence − document: Cũ",
        "      evidence + document: Mới, confidence: primary",
        "      aliases + y",
        "      state: in_use → trial",
        "",
        "Quan hệ, thêm vào hồ sơ (1): được dùng bởi 1",
        "  doi được dùng bởi phuong",
    ]


def test_the_text_of_days_names_heirs_and_is_short_unless_asked() -> None:
    wards = [Organisation(id=f"p{n:02}", name=f"Phường {n}", tier="commune", since=NEW) for n in range(12)]
    quan = Organisation(id="quan", name="Quận", tier="district", until=NEW)
    here = model(quan, *wards, *(link(w.id, "succeeds", "quan") for w in wards), link("quan", "part_of", "quan"))
    found = diff(here.at(OLD), here.at(NEW), findings=False)
    text = as_text(found, "en")
    assert "  quan  Quận (2025-07-01); succeeded by Phường 0, Phường 1, Phường 2 and 9 more" in text
    assert "  p00  Phường 0 (2025-07-01); succeeds Quận" in text
    assert "  … 2 more, see all with --full" in text
    assert "p11" not in text
    assert "quan is part of quan" not in text
    full = as_text(found, "en", full=True)
    assert "p11" in full
    assert "quan is part of quan" in full


def test_findings_and_what_has_none_are_told() -> None:
    here = model(app("a"))
    loose = model(app("a"), link("a", "owned_by", "x"))
    assert "  STRUCT-04  +1 −0" in as_text(diff(here, loose))
    assert "Phát hiện: không so sánh" in as_text(diff(here.at(NEW), here.plateau("target")))
    own = model(app("a", record="own"))
    assert "Chưa quyết định: 1 đối tượng" in as_text(diff(own.at(NEW), own.plateau("target")))


def test_json_holds_everything() -> None:
    value = json.loads(as_json(CHANGED))
    assert value["schema"] == 1
    assert value["counts"]["elements"] == {"removed": 1, "added": 1, "renamed": 1, "changed": 1}
    assert value["elements"][2]["old_id"] == "ma"
    changed = value["elements"][3]
    assert changed["fields"][0] == {
        "field": "evidence",
        "old": [{"document": "Cũ"}],
        "new": [{"document": "Mới", "confidence": "primary"}],
    }
    assert (changed["old"]["state"], changed["new"]["state"]) == ("in_use", "trial")
    assert value["findings"] is None
    assert value["relations"][0]["type"] == "used_by"


@pytest.mark.slow
def test_the_reorganisation_of_hanoi_reads_as_it_was(hanoi: Model) -> None:
    found = diff(hanoi.at(OLD), hanoi.at(NEW))
    text = as_text(found)
    assert "Kết thúc: Cơ quan, tổ chức, cấp huyện (30)" in text
    assert "Bắt đầu: Cơ quan, tổ chức, cấp xã (126)" in text
    assert {change.how for change in found.elements} == {"ended", "begun"}
    assert found.apply(hanoi.at(OLD)).elements.keys() == hanoi.at(NEW).elements.keys()
