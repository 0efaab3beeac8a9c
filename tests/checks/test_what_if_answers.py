"""What a what-if answers on Hanoi: findings gained and lost, JSON and text, the files it would change."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

import archmodel as am
from archmodel.catalog.record_file import record_key
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding
from archmodel.checks.what_if import beyond, what_if
from archmodel.checks.what_if_formats import shown
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.text.words import Words

ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"


def test_the_end_of_the_city_platform_is_as_worked_out_by_hand(hanoi: Model) -> None:
    what = what_if(hanoi, on="2026-11-22").retire("lgsp-hn")
    assert {f"{r.source} {r.type} {r.target}" for r in what.model.relations if r.until == "2026-11-22"} == {
        "lgsp-hn owned_by ubnd", "lgsp-hn operated_by so-khcn", "lgsp-hn realizes b-f09", "ihanoi flow lgsp-hn",
        "vm-kho flow lgsp-hn", "lgsp-hn flow ndxp", "lgsp-hn flow ndop", "lgsp-hn flow ext-7-he-thong",
        "lgsp-hn flow ext-14-he-thong",
    }  # fmt: skip
    gained = {(f.code, f.subject) for f in what.findings.gained}
    assert {("LIFE-02", "lgsp-hn"), ("FW4-05", "b-f09"), ("FW4-04", "ubnd"), ("KH130-27", "ubnd")} <= gained
    assert "nat-1.0/P.L2.NTL.02" in next(f.message.vi for f in what.findings.gained if f.code == "FW4-04")
    assert {(f.code, f.subject) for f in what.findings.lost} >= {("FW4-07", "lgsp-hn"), ("SEC-01", "lgsp-hn")}
    assert len(what.impact["lgsp-hn"]) == 15
    assert what.undo().findings.gained == ()


def test_of_two_findings_alike_the_one_that_went_is_told() -> None:
    about = Application(id="a", name="A")
    one, two, three = (Finding(about, Words(f"'a' {n}", f"'a' {n}"), Words("", "")) for n in ("one", "two", "three"))
    before, after = (Report(DAY, "nat-1.0", None, found, ()) for found in ((one, two), (two,)))
    assert beyond(before, after) == (one,)
    assert beyond(after, before) == ()
    reworded = Report(DAY, "nat-1.0", None, (three, two), ())
    assert beyond(reworded, before) == ()


def test_json_and_text_tell_the_same_acts(hanoi: Model) -> None:
    what = what_if(hanoi, on="2026-11-22").retire("lgsp-hn")
    value = json.loads(shown(what, "json", "en"))
    assert value["steps"] == [{"act": "end 'lgsp-hn'", "on": "2026-11-22", "ended": ["lgsp-hn"], "told": []}]
    change = next(change for change in value["changes"] if change["about"] == "lgsp-hn")
    assert (change["act"], change["before"]["until"], change["after"]["until"]) == ("ended", None, "2026-11-22")
    assert len(value["changes"]) == 10
    assert "What if end 'lgsp-hn' (2026-11-22)" in shown(what, "text", "en")


def test_what_was_tried_can_be_written_into_the_files_and_read_back(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "catalog", tmp_path / "catalog")
    shutil.copy(ROOT / "archmodel.toml", tmp_path)
    what = (
        what_if(am.load(tmp_path), on="2026-11-22")
        .merge("ihanoi", "ht-tthc", into="mot-cua", name="Một cửa số")
        .reassign("mot-cua", operator="so-khcn")
        .retire("lgsp-hn", on="2027-01-01")
        .move("qlvb-hn", host="dc-54thd")
        .rename("so-yte", "Sở Y tế Hà Nội: mới")
    )
    what.write(tmp_path)
    found, meant = (
        Counter(record_key(record) for record in (*model, *model.relations))
        for model in (am.load(tmp_path), what.model)
    )
    assert found == meant
    with pytest.raises(ArchmodelError, match="changed since loading"):
        what.patch(tmp_path)
