"""A table filters without accents, sorts by the Vietnamese alphabet, and is taken away as text that no program runs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import pytest

import archmodel as am
from archmodel.lab.grid.files import as_csv, as_xlsx

HOSTILE = "<img src=x onerror=alert(1)>"
FORMULA = "=HYPERLINK(1)"


def frame() -> pd.DataFrame:
    rows = [("d", "Đất đai", 3, FORMULA), ("a", "Ảnh viễn thám", 10, None), ("b", "Dân cư", None, HOSTILE)]
    return pd.DataFrame(rows, columns=["id", "tên", "số", "ghi chú"]).convert_dtypes().set_index("id")


def firsts(grid: Any) -> list[str]:
    return [row[0] for row in grid.view["rows"]]


@pytest.mark.parametrize(
    ("state", "found"),
    [({}, ["d", "a", "b"]), ({"query": "dat DAI"}, ["d"]), ({"query": "khong"}, []), ({"order": "tên"}, ["a", "b", "d"]),
     ({"order": "số"}, ["d", "a", "b"]), ({"order": "số", "falling": True}, ["a", "d", "b"]), ({"order": "khác"}, ["d", "a", "b"])],
)  # fmt: skip
def test_rows_are_found_and_sorted(state: dict[str, Any], found: list[str]) -> None:
    grid = am.show(frame(), "Bảng")
    for name, value in state.items():
        setattr(grid, name, value)
    assert firsts(grid) == found
    assert grid.rows["id"].tolist() == found


def test_numbers_within_text_sort_as_numbers() -> None:
    grid = am.show(pd.DataFrame({"mã": ["F10", "F9", "F1"]}))
    grid.order = "mã"
    assert firsts(grid) == ["F1", "F9", "F10"]


def test_the_given_frame_stays_as_it_was_and_rows_come_in_batches() -> None:
    given = pd.DataFrame({"n": range(120)})
    grid = am.show(given)
    grid.order, grid.falling = "n", True
    assert (len(grid.view["rows"]), grid.view["total"]) == (50, 120)
    assert given["n"].tolist() == list(range(120))


def test_csv_keeps_formulas_from_running() -> None:
    assert as_csv(frame().reset_index()).decode("utf-8-sig").splitlines() == [
        "id,tên,số,ghi chú", f"d,Đất đai,3,'{FORMULA}", "a,Ảnh viễn thám,10,", f"b,Dân cư,,{HOSTILE}",
    ]  # fmt: skip


def test_xlsx_holds_text_as_text_and_is_the_same_every_time() -> None:
    data = as_xlsx(frame().reset_index())
    assert data == as_xlsx(frame().reset_index())
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert sheet
    assert [cell.value for cell in sheet[2]] == ["d", "Đất đai", 3, FORMULA]
    assert sheet["D2"].data_type == "s"
    assert sheet["C4"].value is None


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_taken_away_is_what_is_shown(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    grid = am.show(frame(), "Phát hiện")
    grid.query = "dat"
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(grid, "send", lambda content, buffers: sent.append((content, buffers)))
    grid._sent(grid, {"take": form}, [])
    grid._sent(grid, {"take": "exe"}, [])
    grid._sent(grid, "x", [])
    ((content, buffers),) = sent
    assert content == {"name": f"phat-hien.{form}"}
    assert buffers == [{"csv": as_csv, "xlsx": as_xlsx}[form](grid.rows)]


def test_where_no_widget_runs_a_plain_table_stands() -> None:
    bundle, _ = am.show(frame(), HOSTILE)._repr_mimebundle_()
    assert "<img" not in bundle["text/html"]
    assert "3 trong 3 dòng" in bundle["text/html"]
    assert bundle["text/plain"] == f"<Grid {HOSTILE!r}: 3 rows, 4 columns>"
