"""What would feel it if something stopped: by hand on small models, by brute force on random ones, on Hanoi."""

from __future__ import annotations

import json

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import archmodel as am
from archmodel.analysis.impact import impact
from archmodel.analysis.impact_formats import shown
from archmodel.errors import ArchmodelError
from archmodel.model.dependence import needs
from archmodel.model.elements import Application, BusinessFunction, Node, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import RELATIONS, Flow, Link, Relation, Use

DAY = "2026-11-22"


def apps(*ids: str, **more: str) -> list[Application]:
    return [Application(id=id, name=f"Hệ thống {id}", state="in_use", **more) for id in ids]


def link(type: str, source: str, target: str, confidence: str | None = None, **more: str) -> Relation:
    evidence = [Evidence(document="D", confidence=confidence)] if confidence else []
    return RELATIONS[type].relation(type=type, source=source, target=target, evidence=evidence, **more)


def paths(found: am.Model | object) -> dict[str, list[str]]:
    return {row.element.id: [step.end for step in row.path] for row in found.rows}  # type: ignore[attr-defined]


def test_what_hangs_on_a_node_is_reached_through_what_runs_on_it() -> None:
    model = Model(
        [Node(id="dc", name="Trung tâm"), *apps("a"), BusinessFunction(id="f", name="Tiếp dân"),
         Organisation(id="xa", name="Xã")],
        [link("hosted_on", "a", "dc"), link("realizes", "a", "f"), Use(source="a", target="xa")],
    )  # fmt: skip
    found = impact(model, "dc", as_of=DAY)
    assert paths(found) == {"a": ["a"], "f": ["a", "f"], "xa": ["a", "xa"]}
    assert [row.element.id for row in found.services] == ["f"]
    assert [row.element.id for row in found.units] == ["xa"]
    assert found.counts == {"organisation": 1, "business_function": 1, "application": 1}
    assert [row.element.id for row in impact(model, "xa", direction="up", as_of=DAY).rows] == ["a", "dc"]
    assert len(impact(model, "dc", depth=1, as_of=DAY)) == 1


def test_a_part_is_felt_by_the_whole_but_not_by_its_sisters() -> None:
    model = Model(apps("whole", "one", "two", "user"), [
        link("part_of", "one", "whole"), link("part_of", "two", "whole"), link("serves", "whole", "user"),
    ])  # fmt: skip
    assert paths(impact(model, "one", as_of=DAY)) == {"whole": ["whole"], "user": ["whole", "user"]}
    assert paths(impact(model, "whole", as_of=DAY)) == {"one": ["one"], "two": ["two"], "user": ["user"]}
    assert paths(impact(model, "one", direction="up", as_of=DAY)) == {"whole": ["whole"]}


def test_a_whole_felt_first_through_a_part_and_then_itself_does_reach_the_other_parts() -> None:
    model = Model(apps("one", "whole", "two", "far"), [
        link("part_of", "one", "whole"), link("part_of", "two", "whole"), link("serves", "one", "far"),
        link("serves", "far", "whole"),
    ])  # fmt: skip
    found = impact(model, "one", as_of=DAY)
    assert {row.element.id: row.distance for row in found.rows} == {"whole": 1, "far": 1, "two": 3}


def test_of_equally_short_paths_the_surest_is_told_whatever_the_order() -> None:
    links = [
        link("serves", "a", "m", "inferred"), link("serves", "m", "z", "primary"),
        link("serves", "a", "n", "secondary"), link("serves", "n", "z", "primary"),
    ]  # fmt: skip
    for order in (links, links[::-1]):
        row = impact(Model(apps("a", "m", "n", "z"), order), "a", as_of=DAY)["z"]
        assert [step.end for step in row.path] == ["n", "z"]
        assert (row.confidence, row.inferred, row.stated) == ("secondary", False, True)


def test_a_path_is_as_sure_as_its_weakest_step() -> None:
    model = Model(apps("a", "b", "c", "d"), [
        link("serves", "a", "b", "primary"), link("serves", "b", "c", "inferred"), link("serves", "c", "d"),
    ])  # fmt: skip
    found = impact(model, "a", as_of=DAY)
    assert [(row.element.id, row.confidence, row.inferred) for row in found.rows] == [
        ("b", "primary", False), ("c", "inferred", True), ("d", None, True),
    ]  # fmt: skip


def test_what_is_planned_or_suspended_is_told_apart_and_what_has_ended_not_at_all() -> None:
    model = Model(
        [*apps("a", "b", "late"), Application(id="plan", name="P", state="planned"),
         Application(id="dead", name="D", state="ended"), Application(id="gone", name="G", until="2026-01-01")],
        [Flow(id="F1", source="a", target="b", state="planned"), link("serves", "b", "late"),
         link("serves", "a", "plan"), link("serves", "a", "dead"), link("serves", "a", "gone")],
    )  # fmt: skip
    found = impact(model, "a", as_of=DAY)
    assert found.rows == ()
    assert [row.element.id for row in found.idle] == ["b", "plan", "late"]


def test_a_link_or_system_of_unknown_state_is_said_to_be_so() -> None:
    model = Model([*apps("a", "b", "c", "behind"), Application(id="x", name="X")], [
        Flow(id="F1", source="a", target="b"), Flow(id="F2", source="a", target="c", state="in_use"),
        link("serves", "c", "x"), link("serves", "b", "behind"),
    ])  # fmt: skip
    stated = {row.element.id: row.stated for row in impact(model, "a", as_of=DAY).rows}
    assert stated == {"b": False, "c": True, "x": False, "behind": False}
    assert "trạng thái chưa ghi" in shown(impact(model, "a", as_of=DAY), "text")


def test_days_decide() -> None:
    model = Model(apps("a", "b"), [link("serves", "a", "b", since="2025-07-01", until="2026-01-01")])
    found = {day: len(impact(model, "a", as_of=day)) for day in ("2025-06-30", "2025-07-01", "2026-01-01")}
    assert found == {"2025-06-30": 0, "2025-07-01": 1, "2026-01-01": 0}


def test_members_of_a_group_feel_what_the_group_uses_and_families_count_as_many() -> None:
    model = Model(
        [*apps("a"), Application(id="cong", name="Cổng xã", state="in_use", instances=126),
         *(Organisation(id=id, name=id) for id in ("nhom", "x1", "x2"))],
        [Use(source="a", target="nhom"), link("member_of", "x1", "nhom"), link("member_of", "x2", "nhom"),
         link("serves", "a", "cong")],
    )  # fmt: skip
    found = impact(model, "a", as_of=DAY)
    assert [row.element.id for row in found.units] == ["nhom", "x1", "x2"]
    assert (len(found), found.things) == (4, 129)
    assert impact(model, "x1", as_of=DAY).rows == ()


def test_duties_are_told_and_not_followed() -> None:
    model = Model([*apps("a", "b"), Organisation(id="so", name="Sở")], [
        link("owned_by", "a", "so"), link("operated_by", "b", "so"), link("serves", "a", "b"),
    ])  # fmt: skip
    found = impact(model, "a", as_of=DAY)
    assert [(duty.body, duty.type) for duty in found.duties] == [("so", "owned_by")]
    assert found.asked() == {"so": ["b"]}
    whole = impact(model, "so", as_of=DAY)
    assert whole.rows == ()
    assert [duty.element for duty in whole.duties] == ["a", "b"]


def test_what_cannot_be_asked_is_refused_with_a_remedy() -> None:
    model = Model([*apps("cong-dvc"), *apps("cu", until="2025-07-01")])
    for id, fix in (("cong-dvx", "did you mean 'cong-dvc'?"), ("cu", "until 2025-07-01")):
        with pytest.raises(ArchmodelError) as failure:
            impact(model, id, as_of=DAY)
        assert fix in failure.value.fix.en
    with pytest.raises(ArchmodelError, match="a depth of 0"):
        impact(model, "cong-dvc", depth=0, as_of=DAY)


TYPES = sorted(set(RELATIONS) - {"flow"})


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(TYPES), st.integers(0, 7), st.integers(0, 7)), max_size=24),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=6),
)
def test_reach_and_distance_equal_those_of_networkx(
    links: list[tuple[str, int, int]], flows: list[tuple[int, int, int, bool]]
) -> None:
    relations = [link(type, f"e{a}", f"e{b}") for type, a, b in links]
    relations += [
        Flow(id=f"F{n}", source=f"e{a}", target=f"e{b}", via=(f"e{c}",), both_ways=both, state="in_use")
        for n, (a, b, c, both) in enumerate(flows)
    ]
    model = Model(apps(*(f"e{n}" for n in range(8))), relations)
    for backwards in (False, True):
        graph = _expanded(relations, backwards=backwards)
        lengths: dict[str, int] = {}
        for (id, _), length in nx.single_source_shortest_path_length(graph, ("e0", False)).items():
            lengths[id] = min(length, lengths.get(id, length))
        del lengths["e0"]
        found = impact(model, "e0", direction="up" if backwards else "down", as_of=DAY)
        assert {row.element.id: row.distance for row in found.rows} == lengths
        assert all(len(row.path) == row.distance for row in found.rows)


def _expanded(relations: list[Relation], *, backwards: bool) -> nx.DiGraph[tuple[str, bool]]:
    """Each element twice, the second time as a whole reached over one of its parts, which leads to no part."""
    graph: nx.DiGraph[tuple[str, bool]] = nx.DiGraph()
    graph.add_node(("e0", False))
    for relation in relations:
        for need in needs(relation):
            start, end = (need.dependent, need.on) if backwards else (need.on, need.dependent)
            if start == end or end == "e0":
                continue
            part, whole = relation.type == "part_of" and start == relation.source, False
            if relation.type == "part_of" and start == relation.target:
                whole = True
            for over in (False, True):
                if not (over and whole):
                    graph.add_edge((start, over), (end, part))
    return graph


def test_on_hanoi_the_end_of_the_city_platform_is_as_read_by_hand(hanoi: Model) -> None:
    found = impact(hanoi, "lgsp-hn", as_of=DAY)
    direct = {row.element.id for row in found.rows if row.distance == 1}
    assert direct == {"b-f09", "ext-14-he-thong", "ext-7-he-thong", "ihanoi", "ndop", "ndxp"}
    assert {row.element.id for row in found.rows if row.distance == 2} == {
        "ai-catp", "b-f02", "b-ihanoi", "b-ihn-acc", "b-ihn-acc2", "b-ihn-pa", "b-sla-ihanoi", "d-phananh", "d-taikhoan",
    }  # fmt: skip
    assert {row.element.id for row in found.idle} == {"vm-kho", "cong-dlm", "d-lichvien", "d-dulieumo"}
    assert len(found) == 15


def test_json_holds_every_path(hanoi: Model) -> None:
    value = json.loads(shown(impact(hanoi, "lgsp-hn", as_of=DAY), "json"))
    assert (value["schema"], value["element"], value["as_of"]) == (1, "lgsp-hn", DAY)
    row = next(row for row in value["rows"] if row["element"] == "b-f02")
    assert row["path"] == [
        {"from": "lgsp-hn", "to": "ihanoi", "type": "flow", "relation": "F013", "confidence": "inferred"},
        {"from": "ihanoi", "to": "b-f02", "type": "realizes", "relation": None, "confidence": "inferred"},
    ]


def test_a_hostile_name_is_text_in_a_cell_and_in_a_notebook() -> None:
    model = Model([*apps("a"), Application(id="b", name="=cmd|<script>", state="in_use")], [link("serves", "a", "b")])
    found = impact(model, "a", as_of=DAY)
    assert ",'=cmd|<script>," in shown(found, "csv")
    assert "<script>" not in found._repr_html_()


def test_a_long_run_of_one_sort_is_folded_in_text() -> None:
    model = Model(apps("a", *(f"b{n:02}" for n in range(20))), [link("serves", "a", f"b{n:02}") for n in range(20)])
    text = shown(impact(model, "a", as_of=DAY), "text", "en")
    assert "└─ … and 16 more applications" in text
    assert isinstance(model.relations[0], Link)


def test_the_table_has_a_row_for_each_element_reached(hanoi: Model) -> None:
    table = am.tables.impact(am.impact(hanoi, "lgsp-hn", as_of=DAY))
    assert (len(table), int(table["runs"].sum())) == (19, 15)
    assert table.loc["b-f02", ["distance", "path"]].tolist() == [2, "ihanoi > b-f02"]
