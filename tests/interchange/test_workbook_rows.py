"""The rows of the workbook from small models: codes, how a cell stands, and what each table says of what."""

from __future__ import annotations

from typing import Any

import pytest

import archmodel as am
from archmodel.checks.rule import Outcome
from archmodel.errors import ArchmodelError
from archmodel.interchange import workbook
from archmodel.interchange.workbook.cells import Standing
from archmodel.interchange.workbook.codes import Codes, relation_code
from archmodel.interchange.workbook.form import LINKS, MAPPINGS, OBJECTS, WORK, form_of
from archmodel.model.elements import Application, Dataset, Gap, Interface, Organisation, Task
from archmodel.model.framework import Edition
from archmodel.model.record import Element, Unknown
from archmodel.model.relations import Alignment, Flow, Link

DAY = "2026-11-22"


def small(hanoi: am.Model, *elements: Element, relations: tuple[Any, ...] = ()) -> am.Model:
    return am.Model(elements, relations, reference=hanoi.reference, settings=hanoi.settings)


def rows(model: am.Model, table: str) -> list[Any]:
    return list(workbook.made(model, DAY).rows(table))


def test_codes_keep_what_is_written_and_never_meet(hanoi: am.Model) -> None:
    model = small(
        hanoi,
        Application(id="a", name="A", code="KT-b"),
        Application(id="b", name="B"),
        Application(id="n", name="N", record="reference", scope="national"),
        Application(id="r", name="R", record="reference", scope="ministry"),
        Interface(id="x", name="X", record="own", scope="commune"),
        Organisation(id="bo", name="Bộ", tier="central"),
        Dataset(id="d", name="D"),
        relations=(Link(type="owned_by", source="d", target="bo"),),
    )
    codes = Codes(model)
    assert [codes.of(id) for id in "abnrxd"] == ["KT-b", "KT-b.", "QG-n", "LQ-r", "CX-x", "LQ-d"]
    assert codes.of("nowhere") == "nowhere"


def test_codes_stay_when_records_come_and_go(hanoi: am.Model) -> None:
    fewer = small(hanoi, *(element for n, element in enumerate(hanoi) if n % 2))
    whole, part = Codes(hanoi), Codes(fewer)
    kept = [e.id for e in fewer if getattr(e, "record", None) and getattr(e, "scope", None)]
    assert [part.of(id) for id in kept] == [whole.of(id) for id in kept]


def test_relation_codes_are_of_the_id_or_of_what_is_joined() -> None:
    flow = Flow(id="F1", source="a", target="b")
    first, again, later = (Link(type="exposes", source="a", target="b", since=since) for since in (None, None, "2026"))
    assert relation_code(flow) == "QH-F1"
    assert relation_code(first) == relation_code(again) != relation_code(later)


def test_a_cell_says_how_it_stands(hanoi: am.Model) -> None:
    element = Application(
        id="a", name="A", record="own", state="suspended", not_applicable=("owned_by",),
        unknown=(Unknown(field="scope", contact="Sở A", due="2026-12-31"),),
    )  # fmt: skip
    row = rows(small(hanoi, element), OBJECTS)[0]
    assert row["owner"].standing is Standing.NOT_APPLICABLE
    assert row["source_code"].standing is Standing.NOT_APPLICABLE
    assert row["scope"].standing is Standing.UNKNOWN
    assert row["state"].text == "Khác"
    assert row["note"].text == "Trạng thái vòng đời: Tạm dừng\nChưa xác định 'scope': Sở A làm rõ, hạn 2026-12-31"


def test_a_relation_is_turned_so_that_the_dependant_comes_first(hanoi: am.Model) -> None:
    model = small(
        hanoi, Application(id="a", name="A"), Application(id="b", name="B LGSP", abbreviation="LGSP"), Dataset(id="d", name="D"),
        relations=(
            Link(type="serves", source="a", target="b"),
            Link(type="part_of", source="a", target="b"),
            Flow(id="F", source="a", target="d", via=("b",), carries=("d",), mechanism=("API", "HL7"), state="in_use"),
        ),
    )  # fmt: skip
    flow, part, serves = rows(model, LINKS)
    assert [flow[f].text for f in ("code", "source", "type", "target", "content", "channel", "state")] == [
        "QH-F", "KT-a", "Trao đổi dữ liệu", "KT-d", "D", "LGSP; API", "Đang khai thác",
    ]  # fmt: skip
    assert flow["note"].text == "Cơ chế theo nguồn: API; HL7\nQua: B LGSP"
    assert (part["type"].text, part["note"].text) == ("Quan hệ khác", "là bộ phận của")
    assert [serves[f].text for f in ("source", "type", "target")] == ["KT-b", "Sử dụng dịch vụ", "KT-a"]


def test_a_party_to_a_flow_is_an_object_and_an_end_nowhere_shows(hanoi: am.Model) -> None:
    model = small(
        hanoi, Application(id="a", name="A"), Organisation(id="o", name="Ô"),
        relations=(Flow(id="F", source="a", target="o"), Flow(id="G", source="a", target="gone")),
    )  # fmt: skip
    assert [row["code"].text for row in rows(model, OBJECTS)] == ["KT-a", "KT-o"]
    assert [row["target"].text for row in rows(model, LINKS)] == ["KT-o", "gone"]
    result = {r.key: r for r in workbook.results(workbook.made(model, DAY))}["Q6"]
    assert (result.outcome, result.remarks[0].message.vi) == (Outcome.FAIL, "'gone' không có trong DM_DOITUONG")


def test_layer_component_and_place_come_from_the_framework(hanoi: am.Model) -> None:
    model = small(
        hanoi, Application(id="a", name="A"), Application(id="b", name="B"),
        relations=(Alignment(source="a", target="nat-1.0/P.L2.NTL.02", mapping="equivalent"),),
    )  # fmt: skip
    first, second = rows(model, OBJECTS)
    assert [first[f].text for f in ("layer", "component")] == ["Dữ liệu và nền tảng lõi", "Nền tảng lõi"]
    assert second["layer"].standing is Standing.UNKNOWN
    placed, unplaced = rows(model, MAPPINGS)
    name = "Hạ tầng kết nối, chia sẻ dữ liệu cấp tỉnh (LGSP/LDOP)"
    assert [placed[f].text for f in ("general_model", "own_model", "commune_model", "entry", "mapping", "issuer")] == [
        name, name, "Không áp dụng", name, "Tương đương", "Thủ tướng Chính phủ",
    ]  # fmt: skip
    assert (unplaced["code"].text, unplaced["mapping"].text) == ("KT-b", "Chưa ánh xạ")


def test_gaps_and_tasks_meet_in_pairs_and_neither_is_lost(hanoi: am.Model) -> None:
    model = small(
        hanoi, Gap(id="g", name="Thiếu", requirement="Phải có"), Gap(id="h", name="Thiếu nữa"),
        Task(id="t", name="Làm", state="done_verified"), Task(id="u", name="Khác", source_code="DA-7"),
        relations=(Link(type="addresses", source="t", target="g"),),
    )  # fmt: skip
    found = [(r["gap"].text, r["task"].text) for r in rows(model, WORK) if not r["gap"].text.startswith("ND-nat")]
    assert found == [("ND-g", "NV-t"), ("ND-h", "Chưa xác định"), ("Chưa xác định", "DA-7")]
    assert rows(model, WORK)[0]["state"].text == "Hoàn thành - đã kiểm chứng"


def test_what_ended_is_left_out_and_what_is_to_come_is_not(hanoi: am.Model) -> None:
    ended, coming = Application(id="a", name="A", until="2026-01-01"), Application(id="b", name="B", since="2027")
    assert [row["code"].text for row in rows(small(hanoi, ended, coming), OBJECTS)] == ["KT-b"]


def test_a_reference_without_the_form_is_told_in_words(hanoi: am.Model) -> None:
    bare = hanoi.reference.model_copy(
        update={"editions": {"nat-1.0": Edition(id="nat-1.0", name="N", status="unknown")}}
    )
    with pytest.raises(ArchmodelError, match="no framework prescribes"):
        workbook.made(am.Model([], reference=bare), DAY)


def test_every_word_of_the_form_is_in_its_list(hanoi: am.Model) -> None:
    for table in form_of(hanoi, DAY).edition.tables:
        for column in table.columns:
            assert column.field
            assert set(column.labels.values()) <= set(column.values)
