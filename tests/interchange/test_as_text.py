"""The model as JSON and GraphML: every record, the same each time, read back without loss."""

from __future__ import annotations

import json

import networkx as nx
import pytest

from archmodel.errors import ArchmodelError
from archmodel.interchange import as_graphml, as_json
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Flow, Link

FROM = (Evidence(document="VB 1", confidence="primary"),)
MODEL = Model(
    [Organisation(id="so", name="Sở\x0b <&>"), Application(id="app", name="Ứng dụng", record="own", aliases=("A", "B"), evidence=FROM)],
    [Flow(id="F1", source="app", target="nowhere", via=("so",), both_ways=True), Link(type="owned_by", source="app", target="so")],
)  # fmt: skip


def test_json_says_kind_and_type_and_leaves_out_what_nobody_recorded() -> None:
    value = json.loads(as_json.text(MODEL))
    assert (value["schema"], value["day"]) == (1, None)
    assert value["elements"][1] == {
        "kind": "application", "id": "app", "name": "Ứng dụng", "aliases": ["A", "B"], "record": "own",
        "evidence": [{"document": "VB 1", "confidence": "primary"}],
    }  # fmt: skip
    assert value["relations"] == [
        {"type": "owned_by", "source": "app", "target": "so"},
        {"type": "flow", "source": "app", "target": "nowhere", "id": "F1", "via": ["so"], "both_ways": True},
    ]


def test_json_of_the_city_is_read_back_to_the_same_records(hanoi: Model) -> None:
    document = as_json.text(hanoi)
    rows = as_json.read(document)
    assert {element.id: element.model_dump() for element in rows.elements} == {e.id: e.model_dump() for e in hanoi}
    assert len(rows.relations) == len(hanoi.relations)
    assert as_json.text(Model(rows.elements, rows.relations, settings=hanoi.settings, waivers=rows.waivers)) == document


@pytest.mark.parametrize("document", ["", "[]", '{"schema": 2}'])
def test_another_document_is_refused_in_words(document: str) -> None:
    with pytest.raises(ArchmodelError, match="not a JSON document of archmodel"):
        as_json.read(document)


def test_graphml_has_every_element_relation_and_end() -> None:
    graph = nx.parse_graphml(as_graphml.text(MODEL), force_multigraph=True)
    assert graph.nodes["app"] == {
        "kind": "application", "layer": "application", "label": "Ứng dụng", "name": "Ứng dụng", "aliases": "A; B",
        "record": "own", "confidence": "primary", "sources": "VB 1",
    }  # fmt: skip
    assert graph.nodes["so"]["label"] == "Sở <&>"
    assert graph.nodes["nowhere"] == {"kind": "unknown", "label": "nowhere"}
    assert {key: told for *_, key, told in graph.edges(keys=True, data=True)} == {
        "F1": {"type": "flow", "via": "so", "both_ways": True},
        "owned_by:app:so": {"type": "owned_by"},
    }


def test_graphml_of_the_city_keeps_counts_and_attributes(hanoi: Model) -> None:
    graph = nx.parse_graphml(as_graphml.text(hanoi), force_multigraph=True)
    assert graph.number_of_edges() == len(hanoi.relations)
    assert {
        id: told["label"] for id, told in graph.nodes(data=True) if told["kind"] not in {"component", "unknown"}
    } == {element.id: element.name for element in hanoi}
    assert {told["kind"] for _, told in graph.nodes(data=True)} >= {"application", "component"}
