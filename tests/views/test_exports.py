"""What pictures become for programs that edit them: sound, the same each time, and no name acts in any of them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from scenes import DAY, PICTURES, scene_of

from archmodel.errors import ArchmodelError
from archmodel.model.model import Model
from archmodel.views import heatmap
from archmodel.views.drawio import drawio
from archmodel.views.graphml import scene_graphml
from archmodel.views.mermaid import mermaid
from archmodel.views.scene import Frame, Record, Scene

NAMES = (
    "<script>alert(1)</script>", "\"'&]]>-->", "%%{init: {'theme':'dark'}}%%", "a\nend\nclick n_a callback", "end", "subgraph",
    "\u202eđảo\u200f", "\x00\x0b\x9f", '"] --> b["', "`**md**`", "#quot;&lt;img src=x onerror=alert(1)&gt;", ";:::cls|x|",
)  # fmt: skip


def hostile() -> Scene:
    record = Record()
    band = record.area("end", NAMES[0], Frame(0, 0, 900, 900), "#ffffff")
    ids = [record.node(f"n{n}", name, Frame(n, n, 10, 5), band, note=name) for n, name in enumerate(NAMES)]
    for one, other, name in zip(ids, ids[1:], NAMES, strict=False):
        record.edge(one, other, name, ((0, 0), (5, 0), (5, 5)), label=name, standing=name)
    record.note(NAMES[0], Frame(0, 0, 9, 9))
    record.meanings["#000000"] = NAMES[0]
    return record.scene(NAMES[0], NAMES[1], NAMES[2], "vi", (900, 900))


def cells(text: str) -> list[ET.Element]:
    """Cells of a draw.io file, each with its id, whether it stands alone or in an object."""
    (root,) = ET.fromstring(text).iter("root")
    return [
        cell if cell.tag == "mxCell" else ET.Element("mxCell", {**cell[0].attrib, "id": cell.attrib["id"]})
        for cell in root
    ]


@pytest.mark.parametrize("name", PICTURES)
def test_a_drawio_file_has_one_id_a_cell_known_parents_and_ends_and_numbers(name: str, hanoi: Model) -> None:
    scene = scene_of(PICTURES[name](hanoi))
    text = drawio(scene)
    found = cells(text)
    ids = [cell.attrib["id"] for cell in found]
    assert len(ids) == len(set(ids))
    for place, cell in enumerate(found):
        parent = cell.attrib.get("parent")
        assert place == 0 if parent is None else parent in ids[:place]
        for end in ("source", "target"):
            assert cell.attrib.get(end, ids[0]) in ids
    assert sum("edge" in cell.attrib for cell in found) == len(scene.edges)
    for geometry in ET.fromstring(text).iter("mxGeometry"):
        assert [float(geometry.attrib[key]) for key in ("x", "y", "width", "height") if key in geometry.attrib] or (
            geometry.attrib["relative"] == "1"
        )
    layers = [cell for cell in found if cell.attrib.get("parent") == "root"]
    assert len(layers) == sum(area.within is None for area in scene.areas) + 2


@pytest.mark.parametrize("name", PICTURES)
def test_a_mermaid_file_says_each_box_and_line_once_in_words_of_its_grammar(name: str, hanoi: Model) -> None:
    scene = scene_of(PICTURES[name](hanoi))
    assert grammar(mermaid(scene)) == (len(scene.nodes), len(scene.edges), len(scene.areas))


def grammar(text: str) -> tuple[int, int, int]:
    """Boxes, lines and subgraphs of a flowchart whose every line is of a form we write; labels hold no sign that acts."""
    label = r'"(?:[^"<>&%{}\[\]`|#\\;]|#\d+;)+"'
    forms = {
        "node": rf"n_\w+\[{label}\]",
        "area": rf"subgraph n_\w+\[{label}\]",
        "edge": rf"n_\w+ <?-(?:-|\.-)>\|{label}\| n_\w+",
        "end": "end",
        "other": r"flowchart (?:TB|LR)|n_\w+ ~~~ n_\w+|%% .*|acc(?:Title|Descr): .*|classDef look\d+ [\w:#, -]+|class [\w,]+ look\d+|linkStyle [\d,]+ stroke:#\w+",
    }
    kinds = [
        next(kind for kind, form in forms.items() if re.fullmatch(form, line.strip())) for line in text.splitlines()
    ]
    assert kinds.count("end") == kinds.count("area")
    assert text.count("%%") == 2
    return kinds.count("node"), kinds.count("edge"), kinds.count("area")


@pytest.mark.parametrize("name", PICTURES)
def test_a_graphml_file_is_read_back_by_networkx_with_the_same_boxes_and_lines(
    name: str, hanoi: Model, tmp_path: Path
) -> None:
    picture = PICTURES[name](hanoi)
    scene = scene_of(picture)
    graph = nx.read_graphml(picture.save(tmp_path / "p.graphml"), force_multigraph=True)
    for node in scene.nodes:
        told = graph.nodes[node.id]
        assert (told["label"], told.get("element")) == (node.label, node.element)
        assert told["x"] == pytest.approx(node.frame.x, abs=0.06)
    lines = {key: (one, other, told["label"]) for one, other, key, told in graph.edges(keys=True, data=True)}
    assert lines == {edge.id: (edge.source, edge.target, edge.words) for edge in scene.edges}


def test_hostile_names_are_text_in_every_file() -> None:
    scene = hostile()
    assert grammar(mermaid(scene)) == (len(NAMES), len(NAMES) - 1, 1)
    assert "#60;script#62;" in mermaid(scene)
    drawn = ET.fromstring(drawio(scene))
    assert {node.tag for node in drawn.iter()} == {"mxfile", "diagram", "mxGraphModel", "root", "mxCell", "object", "mxGeometry", "Array", "mxPoint"}  # fmt: skip
    shown = ("label", "value", "tooltip")
    labels = [node.attrib[name] for node in drawn.iter() for name in shown if name in node.attrib]
    assert not [text for text in labels if re.search(r"<(?!/?(?:b|br|font)[ >])", text)]
    graph = nx.parse_graphml(scene_graphml(scene), force_multigraph=True)
    assert graph.nodes["n0"]["label"] == NAMES[0]
    for text in (mermaid(scene), drawio(scene), scene_graphml(scene)):
        assert not re.search("[\u202e\u200f\x00\x0b\x9f]", text)


@pytest.mark.parametrize("ending", [".drawio", ".mmd", ".graphml"])
def test_files_are_the_same_each_time_and_in_either_language(ending: str, hanoi: Model, tmp_path: Path) -> None:
    one, other, english = (
        PICTURES["focus"](hanoi).save(tmp_path / f"{n}{ending}", lang).read_bytes()
        for n, lang in enumerate(("vi", "vi", "en"))
    )
    assert one == other != english


def test_a_picture_without_boxes_says_so(hanoi: Model, tmp_path: Path) -> None:
    with pytest.raises(ArchmodelError, match=r"has no boxes and lines to save as 'a\.drawio'"):
        heatmap(hanoi, DAY).save(tmp_path / "a.drawio")
