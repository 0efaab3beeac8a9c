"""A list as an agency sends it: separators, byte-order mark, Vietnamese headings, and every mistake told."""

from __future__ import annotations

import unicodedata

import pytest

from archmodel.analysis.duplicates.subject import Row
from archmodel.analysis.duplicates.table import MAX_CELL, rows_of
from archmodel.errors import CatalogueError


def mistakes(text: str) -> list[tuple[int | None, str, str]]:
    with pytest.raises(CatalogueError) as caught:
        rows_of(text, "t.csv")
    return [(p.place.line, p.fact.en, p.fix.en) for p in caught.value.problems]


WANTED = [Row("1", "Phần mềm đất đai", "Sở NN&MT", "Hồ sơ")]


@pytest.mark.parametrize(
    "text",
    [
        "id,name_vi,owner,function\n1,Phần mềm đất đai,Sở NN&MT,Hồ sơ\n",
        "\ufeffid,name_vi,owner,function\r\n1,Phần mềm đất đai,Sở NN&MT,Hồ sơ\r\n",
        "id;name_vi;owner;function\n1;Phần mềm đất đai;Sở NN&MT;Hồ sơ",
        "id\tname_vi\towner\tfunction\n1\tPhần mềm đất đai\tSở NN&MT\tHồ sơ",
        'Mã;Tên hệ thống;Đơn vị chủ quản;Chức năng chính\n"1";"Phần mềm  đất đai";"Sở NN&MT";"Hồ sơ"',
        "STT,TEN PHAN MEM,CHU QUAN,MO TA\n\n1,Phần mềm đất đai,Sở NN&MT,Hồ sơ\n,,,\n",
        unicodedata.normalize("NFD", "Mã,Tên,Chủ quản,Chức năng\n1,Phần mềm đất đai,Sở NN&MT,Hồ sơ\n"),
    ],
)
def test_one_list_in_many_dresses(text: str):
    assert rows_of(text) == WANTED


def test_a_short_row_lacks_its_last_cells():
    assert rows_of("id,name_vi,owner\n1,Đất đai\n") == [Row("1", "Đất đai")]


def test_a_quoted_separator_stays_in_its_cell():
    assert rows_of('id;name_vi\n1;"Đất đai; ""hộ tịch"""') == [Row("1", 'Đất đai; "hộ tịch"')]


def test_a_heading_that_is_missing_is_told_with_the_nearest_one():
    lead = "the first line reads id,name_vi[,owner,function,data,users]"
    assert mistakes("id,nam_vi\n1,A\n") == [(1, "the column 'name_vi' is missing (there is 'nam_vi')", lead)]
    assert mistakes("") == [(1, "the column 'id' is missing", lead), (1, "the column 'name_vi' is missing", lead)]


def test_all_mistakes_of_the_rows_are_told_at_once():
    assert mistakes("id,name_vi\n1,A\n,B\n2,\n1,C\n") == [
        (3, "the row lacks 'id'", "fill the cell"),
        (4, "the row lacks 'name_vi'", "fill the cell"),
        (5, "id '1' is taken on line 2", "use another id"),
    ]


def test_a_line_is_counted_after_a_cell_of_two_lines():
    assert mistakes('id,name_vi\n1,"A\nB"\n1,C\n') == [(4, "id '1' is taken on line 2", "use another id")]


@pytest.mark.parametrize(
    "text", ['id,name_vi\n1,"A', 'id,name_vi\n1,"A"B\n', f"id,name_vi\n1,{'x' * (MAX_CELL + 1)}\n"]
)
def test_what_is_no_table_is_told(text: str):
    found = mistakes(text)
    assert len(found) == 1
    assert found[0][1].startswith("not a CSV table: ")
    assert found[0][2] == "check quotes and separators"
