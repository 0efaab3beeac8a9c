"""Taking records out, doing an act again, taking it back, and what an edit looks like in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import archmodel as am
from archmodel.catalog.edit import edit
from archmodel.errors import ArchmodelError, CatalogueError
from archmodel.text.files import write_atomically

APPS, BODIES, FLOWS = "applications/a.yaml", "organisations/o.yaml", "flows/f.yaml"
Write = Callable[[dict[str, str | bytes]], Path]

FILES = {
    APPS: """\
# hệ thống
# đầu tiên
- id: his   # mã cũ
  name: HIS
  owned_by: so-yte

# hệ thống sau
- id: lis
  name: LIS
  owned_by: so-yte # theo quyết định
""",
    BODIES: "- id: so-yte\r\n  name: Sở Y tế\r\n- id: ubnd\r\n  name: UBND\r\n",
    FLOWS: "- id: F1\n  source: his\n  target: lis\n",
}


@pytest.fixture
def root(write: Write) -> Path:
    return write(dict(FILES))


def texts(root: Path) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in FILES}


def test_a_record_goes_with_its_remarks_and_its_relations(root: Path) -> None:
    edit(root).remove("his", ties=True).write()
    assert (root / APPS).read_text(encoding="utf-8").splitlines()[0] == "# hệ thống sau"
    assert (root / FLOWS).read_text(encoding="utf-8") == ""
    assert set(am.load(root).elements) == {"lis", "so-yte", "ubnd"}


def test_what_others_name_is_not_taken_from_under_them(root: Path) -> None:
    with pytest.raises(ArchmodelError, match="'so-yte' is still named by: his owned_by, lis owned_by"):
        edit(root).remove("so-yte")
    edit(root).remove("so-yte", ties=True).write()
    assert "owned_by" not in (root / APPS).read_text(encoding="utf-8")


def test_a_platform_flows_cross_is_not_taken_from_under_them(write: Write) -> None:
    root = write({**FILES, FLOWS: "- id: F1\n  source: his\n  target: lis\n  via: [gw]\n", APPS: FILES[APPS] + "- id: gw\n  name: GW\n"})  # fmt: skip
    with pytest.raises(ArchmodelError, match="'gw' is still named by: F1; change those flows first"):
        edit(root).remove("gw", ties=True)


def test_a_flow_and_a_relation_are_taken_out(root: Path) -> None:
    edit(root).remove("F1").unrelate("lis", "owned_by", "so-yte").write()
    model = am.load(root)
    assert (model.flows, model.outgoing("lis")) == ((), ())
    assert edit(root).unrelate("lis", "owned_by", "so-yte").swaps == ()


def test_saying_again_what_is_so_changes_nothing(root: Path) -> None:
    change = edit(root).add("application", "new", "Mới", state="in_use").relate("new", "owned_by", "ubnd")
    change = change.set("his", state="in_use").end("lis", "owned_by", "so-yte", on="2026-12-01")
    change.write()
    again = edit(root).add("application", "new", "Mới", state="in_use").relate("new", "owned_by", "ubnd")
    again = again.set("his", state="in_use").end("lis", "owned_by", "so-yte", on="2026-12-01")
    assert (again.swaps, again.patch().files, again.write()) == ((), (), ())


def test_another_record_of_a_taken_id_is_refused(root: Path) -> None:
    with pytest.raises(ArchmodelError, match="the id 'his' is already used"):
        edit(root).add("application", "his", "Khác")


def test_a_cell_that_writes_may_be_run_again(root: Path) -> None:
    change = edit(root).set("his", name="Bệnh án")
    paths = change.write()
    once = texts(root)
    assert change.write() == paths
    assert "Bệnh án" in str(change.patch())
    assert texts(root) == once


def test_undo_gives_the_files_their_bytes_and_may_be_run_again(root: Path) -> None:
    change = edit(root).set("ubnd", name="UBND Thành phố").add("goal", "g", "Mục tiêu").remove("his", ties=True)
    change.write()
    assert (root / "goals/goals.yaml").is_file()
    undone = change.undo()
    assert texts(root) == {name: text.encode() for name, text in FILES.items()}
    assert not (root / "goals/goals.yaml").exists()
    assert undone.undo().undo().undo().undo().swaps == ()
    assert texts(root) == {name: text.encode() for name, text in FILES.items()}
    change.write()
    assert "his" not in am.load(root)


def test_undo_does_not_run_over_what_another_wrote_since(root: Path) -> None:
    change = edit(root).set("his", name="Bệnh án")
    change.write()
    (root / APPS).write_text((root / APPS).read_text(encoding="utf-8") + "# thêm\n", encoding="utf-8")
    with pytest.raises(ArchmodelError, match=r"the file 'applications/a\.yaml' changed since it was read"):
        change.undo()


def test_an_interruption_leaves_every_file_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change = edit(root).set("ubnd", name="UBND Thành phố").set("his", name="Bệnh án")

    def stopped(path: Path, text: str) -> None:
        write_atomically(path, text)
        if path.name == "o.yaml" and "Thành phố" in text:
            raise KeyboardInterrupt

    monkeypatch.setattr("archmodel.catalog.patch.write_atomically", stopped)
    with pytest.raises(KeyboardInterrupt):
        change.write()
    assert texts(root) == {name: text.encode() for name, text in FILES.items()}


def test_rights_of_a_file_stay(root: Path) -> None:
    (root / APPS).chmod(0o664)
    edit(root).set("his", name="Bệnh án").write()
    assert (root / APPS).stat().st_mode & 0o777 == 0o664


def test_a_relation_is_not_set_as_a_field(root: Path) -> None:
    with pytest.raises(ArchmodelError, match=r"'owned_by' is a relation, not a field; use \.relate\('his', 'owned_by'"):
        edit(root).set("his", owned_by="ubnd")


def test_a_file_that_cannot_be_read_any_more_is_refused_in_the_words_of_its_problem(write: Write) -> None:
    root = write({APPS: "- id: a\n  name: A\n  aliases: [x]\n"})
    change = edit(root).set("a", state="in_use")
    half = "- id: a\n  name: A\n  aliases: [x\n"
    write({APPS: half})
    with pytest.raises(CatalogueError, match=r"applications/a\.yaml:"):
        change.write()
    assert (root / APPS).read_text(encoding="utf-8") == half


def test_the_face_is_the_diff_in_colour_with_every_word_escaped(root: Path) -> None:
    html = edit(root).set("his", name="<img src=x onerror=alert(1)>")._repr_html_()
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert "<img" not in html
    assert "Thay đổi 1 tệp" in html
    assert "applications/a.yaml <span>(+1 −1)" in html
    assert edit(root)._repr_html_() == "<div><b>Không có gì thay đổi</b></div>"
