"""The explorer finds by folded words, narrows by filters and days, tells an element whole, and keeps hostile text inert."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

import archmodel as am
from archmodel.checks.run import check
from archmodel.errors import ArchmodelError, Place
from archmodel.lab.explorer import words
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Evidence
from archmodel.model.relations import Flow, Link
from archmodel.model.settings import Days, Plateau, Settings

HOSTILE = "<img src=x onerror=alert(1)>"
DAY = "2026-11-22"


def model() -> Model:
    source = (Evidence(document="Báo cáo", url="javascript:alert(1)", date="2026-01", confidence="inferred"),)
    elements = (
        Organisation(id="so-yte", name="Sở Y tế"),
        Organisation(id="ubnd", name="UBND Quận", until="2025-07-01"),
        Application(id="qlvb", name="Quản lý văn bản", state="in_use", record="own", evidence=source,
                    place=Place("catalog/applications/a.yaml", 7)),
        Application(id="dat", name="Đất đai", abbreviation="VBDLIS", state="ended"),
        Application(id="ai", name="Trợ lý tra cứu", aliases=("Bản đồ văn phòng",)),
        Application(id="x", name=HOSTILE, note=HOSTILE),
    )  # fmt: skip
    relations = (
        Link(type="owned_by", source="qlvb", target="so-yte"),
        Link(type="owned_by", source="dat", target="ubnd"),
        Flow(id="F1", source="qlvb", target="dat", via=("ai",), content=HOSTILE),
    )
    plateaus = (Plateau(name="Trước", name_en="Before", on="2025-06-30"), Plateau(name="Đích", on="target"))
    settings = Settings(name="Thử", as_of=DAY, plateaus=plateaus, days=Days(issue="2025-05-12"))
    return Model(elements, relations, settings=settings)


def explorer(**state: str) -> Any:
    return am.explore(model(), **state)


def ids(widget: Any) -> list[str]:
    return [row["id"] for row in widget.listing["rows"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [("van ban", ["qlvb", "ai"]), ("VĂN  bản", ["qlvb", "ai"]), ("dat dai", ["dat"]), ("vbdlis", ["dat"]),
     ("so-yte", ["so-yte"]), ("khong co", []), ("", ["x", "dat", "qlvb", "so-yte", "ai", "ubnd"])],
)  # fmt: skip
def test_every_word_is_sought_and_the_words_as_one_come_first(query: str, found: list[str]) -> None:
    assert ids(explorer(query=query)) == found


@pytest.mark.parametrize(
    ("state", "found"),
    [({"layer": "business"}, {"so-yte", "ubnd"}), ({"kind": "application", "owner": "so-yte"}, {"qlvb"}),
     ({"kind": "application", "owner": "?"}, {"ai", "x"}), ({"standing": "ended"}, {"dat"}),
     ({"kind": "application", "standing": "?"}, {"ai", "x"}), ({"day": "2025-07-01", "layer": "business"}, {"so-yte"}),
     ({"day": "target", "kind": "application"}, {"qlvb", "ai", "x"})],
)  # fmt: skip
def test_filters_and_days_narrow(state: dict[str, str], found: set[str]) -> None:
    assert set(ids(explorer(**state))) == found


def test_a_filter_offers_what_the_other_conditions_leave() -> None:
    choices = explorer(kind="application", owner="so-yte").listing["choices"]
    assert choices["owner"] == [["so-yte", "Sở Y tế", 1], ["ubnd", "UBND Quận", 1], ["?", "Chưa xác định", 2]]
    assert choices["standing"] == [["in_use", "Đang vận hành", 1]]
    assert explorer(query="khong co", kind="application").listing["choices"]["kind"] == [
        ["application", "Hệ thống, ứng dụng", 0]
    ]


def test_an_element_is_told_whole_with_its_place_and_how_sure_it_is() -> None:
    page = explorer(opened="qlvb").page
    assert (page["path"], page["line"], page["confidence"], page["inferred"]) == (
        "catalog/applications/a.yaml", 7, "Suy luận", True,
    )  # fmt: skip
    assert [[tie["id"] for tie in group["ties"]] for group in page["ties"]] == [["so-yte"]]
    assert [(flow["way"], flow["ends"][0]["id"]) for flow in page["flows"]] == [("out", "dat")]
    assert page["evidence"][0]["href"] is None
    assert {row["code"] for row in page["findings"]} == {f.code for f in check(model()).about("qlvb")}
    assert page["judged"] == DAY


def test_what_is_not_there_on_the_day_is_said_to_be_absent() -> None:
    widget = explorer(opened="ubnd")
    assert "absent_today" not in widget.page
    widget.day = "2025-07-01"
    assert widget.page == {"id": "ubnd", "name": "UBND Quận", "absent_today": True}
    widget.opened = "khong-co"
    assert widget.page["absent_today"]


def test_a_day_that_is_none_is_refused_in_words() -> None:
    widget = explorer(day=DAY)
    with pytest.raises(ArchmodelError, match="'2026-13-01' is not a day"):
        widget.day = "2026-13-01"
    assert widget.day == DAY


def test_what_was_found_goes_on_in_code() -> None:
    widget = explorer(query="van ban", opened="qlvb", day=DAY)
    assert widget.found.ids == ("qlvb", "ai")
    assert (widget.found.model.day, widget.element.name) == (DAY, "Quản lý văn bản")


def test_the_slider_spans_the_plateaus_with_a_year_on_either_side() -> None:
    assert explorer().calendar == {
        "first": "2024-05-12",
        "last": "2027-11-22",
        "today": DAY,
        "marks": [
            {"value": "", "label": "Mọi ngày"},
            {"value": "2025-06-30", "label": "Trước"},
            {"value": "target", "label": "Đích"},
        ],
    }


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_where_no_widget_runs_a_table_tells_the_same_and_nothing_acts() -> None:
    bundle, _ = am.explore(model(), opened="x", kind="application")._repr_mimebundle_()
    face = _Tags()
    face.feed(bundle["text/html"])
    assert face.tags <= {"div", "b", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "p", "small"}
    assert face.text.count(HOSTILE) >= 2
    assert "4 trong 4 đối tượng" in face.text
    assert "mở sổ tay trong JupyterLab" in face.text
    assert bundle["text/plain"] == "<Explorer of 'Thử': 4 listed, x open>"


def test_what_goes_to_the_browser_is_plain_and_speaks_the_language_asked_for() -> None:
    widget = am.explore(model(), lang="en", opened="qlvb")
    assert json.loads(json.dumps({"listing": widget.listing, "page": widget.page})) is not None
    assert widget.words == {name: text.en for name, text in words.WORDS.items()}
    assert widget.page["confidence"] == "Inferred"
    assert widget.calendar["marks"][1]["label"] == "Before"


def test_rows_come_in_batches_and_a_new_search_begins_with_the_first() -> None:
    many = Model([Application(id=f"a{n}", name=f"Hệ thống {n}") for n in range(250)])
    widget = am.explore(many)
    assert (len(widget.listing["rows"]), widget.listing["total"]) == (100, 250)
    widget.shown = 200
    assert len(widget.listing["rows"]) == 200
    widget.query = "he"
    assert (len(widget.listing["rows"]), widget.shown) == (100, 100)
