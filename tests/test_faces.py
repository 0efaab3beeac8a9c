"""Every answer shows itself in a notebook: escaped, offline, without script or style sheet; folded where it is long."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

import archmodel as am
from archmodel.checks.findings import Findings
from archmodel.checks.rule import Finding
from archmodel.model.elements import Application
from archmodel.model.relations import Flow
from archmodel.model.rows import Rows
from archmodel.text.markup import face
from archmodel.text.words import Words

DAY, ID = "2026-11-22", "lgsp-hn"
HOSTILE = "<img src=x onerror=alert(1)>"

ANSWERS: dict[str, Callable[[am.Model, Any], Any]] = {
    "model": lambda model, report: model,
    "part": lambda model, report: am.graph.around(model, ID),
    "element": lambda model, report: model[ID],
    "collection": lambda model, report: model.applications,
    "no elements": lambda model, report: model.applications.where(state="in_use", owner="khong-co"),
    "relation": lambda model, report: model.flows[0],
    "report": lambda model, report: report,
    "findings": lambda model, report: report.findings,
    "finding": lambda model, report: report.findings[0],
    "gaps": lambda model, report: am.gaps(model, DAY),
    "duplicates": lambda model, report: am.duplicates(model, DAY),
    "clusters": lambda model, report: am.duplicates(model, DAY).clusters,
    "cluster": lambda model, report: am.duplicates(model, DAY).clusters[0],
    "pairs": lambda model, report: am.duplicates(model, DAY).matches,
    "pair": lambda model, report: am.duplicates(model, DAY).matches[0],
    "questions": am.questions,
    "answers": lambda model, report: am.questions(model, report)[ID],
    "quality": lambda model, report: am.quality(model, DAY),
    "difference": lambda model, report: am.diff(model.at("2025-06-30"), model.at("2025-07-01")),
    "impact": lambda model, report: am.impact(model, ID),
    "responsibility": lambda model, report: am.answers_for(model, ID, DAY),
    "fates": lambda model, report: am.fates(model, DAY),
    "fate": lambda model, report: am.fates(model, DAY)[0],
    "homes": lambda model, report: am.homes(model, DAY),
    "trails": lambda model, report: am.trails(model, DAY),
    "continuity": lambda model, report: am.continuity(model, DAY),
    "roadmap": lambda model, report: am.roadmap(model, DAY),
    "what-if": lambda model, report: am.what_if(model, on=DAY).retire(ID),
    "findings changed": lambda model, report: am.what_if(model, on=DAY).retire(ID).findings,
    "picture": lambda model, report: am.views.landscape(model),
    "picture of a part": lambda model, report: am.views.flows(am.graph.around(model, ID)),
}


@pytest.fixture(scope="module")
def report(hanoi: am.Model) -> Any:
    return am.check(hanoi, as_of=DAY)


@pytest.mark.parametrize("name", ANSWERS)
def test_it_shows_itself(name: str, hanoi: am.Model, report: Any) -> None:
    answer = ANSWERS[name](hanoi, report)
    html = answer._repr_html_()
    assert re.search(r"<(table|b|img)\b", html)
    assert not re.search(r"<(script|style|link|iframe|svg)\b|\bon\w+=|var\(--jp|https?://[^<]*[\"']", html)
    assert len(html) < 600_000
    assert len(repr(answer)) < 1_000 or name.startswith(("picture", "fate"))


def test_words_are_escaped() -> None:
    html = face(HOSTILE, HOSTILE, [(HOSTILE, HOSTILE * 20)], (HOSTILE, "b"), HOSTILE)
    assert "<img" not in html


def test_hostile_records_are_inert() -> None:
    system = Application(id="a", name=HOSTILE, description=HOSTILE, aliases=(HOSTILE,))
    finding = Finding(system, Words(HOSTILE, HOSTILE), Words(HOSTILE, HOSTILE))
    flow = Flow(id="f", source="a", target=HOSTILE, content=HOSTILE)
    for shown in (system, finding, Findings([finding]), flow):
        assert "<img" not in shown._repr_html_()
        assert "&lt;img" in shown._repr_html_()


def test_a_long_table_folds_and_a_very_long_one_ends_in_a_number() -> None:
    folded = face("a", "", [(str(n),) for n in range(20)])
    assert "<summary>thêm 8 dòng</summary>" in folded
    assert ">19</td>" in folded
    ended = face("a", "", [(str(n),) for n in range(310)])
    assert ">300</td>" not in ended
    assert "… và 10 dòng nữa" in ended
    assert "<details" not in face("a", "", [("1",)] * 12)


def test_a_long_cell_folds() -> None:
    assert face("a", "", [("từ " * 200,)]).count("<details><summary>từ từ") == 1


class Sizes(Rows[Application]):
    title, head = Words("Cỡ", "Sizes"), ("Mã",)

    def cells(self, item: Application) -> tuple[str, ...]:
        return (item.id,)


SIZES = Sizes([Application(id="a", name="A", state="in_use"), Application(id="b", name="B")])


def test_rows_narrow_by_what_their_items_say() -> None:
    assert [item.id for item in SIZES.where(state="in_use")] == ["a"]
    assert [item.id for item in SIZES.where(id=("b", "c"))] == ["b"]
    assert [item.id for item in SIZES.where(lambda item: item.name == "B", state=None)] == ["b"]
    assert repr(SIZES[:1]) == "<Sizes: 1>"
    assert Sizes().where(anything=1) == ()


def test_rows_name_what_was_misspelt() -> None:
    with pytest.raises(am.ArchmodelError, match="these rows have no 'stat'; did you mean 'state'"):
        SIZES.where(stat="in_use")


def test_completion_lists_the_words_of_the_architecture() -> None:
    assert {name for name in dir(SIZES[0]) if not name.startswith("_")} >= {"name", "state", "confidence", "holds_on"}
    assert [name for name in dir(SIZES[0]) if name.startswith(("model_dump", "parse", "construct"))] == []
    assert "Iterable" not in dir(am.tables)
    assert dir(am.graph) == ["around", "digraph"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ANSWERS)
def test_completion_works(name: str, hanoi: am.Model, report: Any) -> None:
    """Jedi reads return annotations of properties and fails as a whole on some; IPython then shows nothing at all."""
    import jedi

    answer = ANSWERS[name](hanoi, report)
    found = {one.name for one in jedi.Interpreter("answer.", [{"answer": answer}]).complete()}
    assert {word for word in dir(answer) if not word.startswith("_")} <= found


def test_a_misspelt_name_is_told_in_words(hanoi: am.Model) -> None:
    with pytest.raises(AttributeError, match="Model has no 'aplications'; did you mean 'applications'"):
        _ = hanoi.aplications
    with pytest.raises(AttributeError, match="Application has no 'stat'; did you mean 'state'"):
        _ = SIZES[0].stat
    with pytest.raises(AttributeError, match="archmodel has no 'chek'; did you mean 'check'"):
        _ = am.chek
    with pytest.raises(AttributeError, match="no 'zzz'; type a dot, then Tab") as unknown:
        _ = hanoi.zzz
    assert unknown.value._render_traceback_() == [
        "Model không có 'zzz'",
        "    cách sửa  gõ dấu chấm rồi phím Tab để xem các tên",
    ]
    assert not hasattr(hanoi, "_ipython_display_")
