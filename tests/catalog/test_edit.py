"""Writing changes back: exactly the lines meant, comments and line ends kept, read back as meant, never over another's work."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import archmodel as am
from archmodel.catalog.edit import Edit, edit
from archmodel.catalog.record_file import record_key
from archmodel.errors import ArchmodelError
from archmodel.model.change import Swap, changed
from archmodel.model.model import Model
from archmodel.text.files import write_atomically

ROOT = Path(__file__).parents[2]
APPS = "applications/a.yaml"
Write = Callable[[dict[str, str | bytes]], Path]

COMMENTED = """\
# Danh mục hệ thống của Sở
# sắp theo mã

# hệ thống đầu
- id: his   # mã cũ: HIS-01
  name: 'HIS'
  # trạng thái lấy từ báo cáo
  state:   in_use   # tháng 11
  owned_by: so-yte  # theo quyết định
  evidence: # nguồn
    - {document: Báo cáo, confidence: primary}   # trang 3

# hệ thống sau
- id: lis
  name: LIS
  note: >
    Dòng một

    dòng hai
"""


def lines(text: str) -> list[str]:
    """The lines a diff takes out and puts in, heads aside."""
    return [line for line in text.splitlines() if line[:1] in "+-" and line[:3] not in {"+++", "---"}]


def says(model: Model) -> Counter[tuple[object, ...]]:
    return Counter(record_key(record) for record in (*model, *model.relations))


@pytest.mark.parametrize("shape", ["plain", "crlf", "bom"])
def test_one_field_changes_exactly_its_line(write: Write, shape: str) -> None:
    old = {"plain": COMMENTED, "crlf": COMMENTED.replace("\n", "\r\n"), "bom": "\ufeff" + COMMENTED}[shape]
    root = write({APPS: old.encode()})
    edit(root).set("his", state="upgrading").write()
    new = (root / APPS).read_bytes().decode()
    assert new == old.replace("state:   in_use   # tháng 11", "state:   upgrading   # tháng 11")


def test_nothing_to_change_is_no_file(write: Write) -> None:
    root = write({APPS: COMMENTED})
    assert str(edit(root).patch()) == ""
    assert edit(root).set("his", state="upgrading").set("his", state="in_use").patch().files == ()
    assert edit(root).set("his", state="ended").undo().patch().files == ()


TIES: dict[str, tuple[str, Callable[[Edit], Edit], str]] = {
    "a bare target ends": (
        "  owned_by: so-yte  # theo quyết định\n",
        lambda e: e.end("his", "owned_by", "so-yte", on="2026-12-01"),
        "  owned_by: {to: so-yte, until: 2026-12-01}  # theo quyết định\n",
    ),
    "a bare target ends and another begins": (
        "  owned_by: so-yte  # theo quyết định\n",
        lambda e: e.end("his", "owned_by", "so-yte", on="2026-12-01").relate("his", "owned_by", "ubnd", since="2026-12-01"),
        "  owned_by:\n    - {to: so-yte, until: 2026-12-01}  # theo quyết định\n    - {to: ubnd, since: 2026-12-01}\n",
    ),
    "a list in brackets": (
        "  owned_by: [so-yte, ubnd]\n",
        lambda e: e.end("his", "owned_by", "ubnd", on="2026-12-01"),
        "  owned_by: [so-yte, {to: ubnd, until: 2026-12-01}]\n",
    ),
    "a list in lines": (
        "  owned_by:   # hai bên\n    - so-yte\n    # bên sau\n    - to: ubnd   # từ 2024\n      since: 2024\n",
        lambda e: e.end("his", "owned_by", "ubnd", on="2026-12-01").relate("his", "owned_by", "bv"),
        "  owned_by:   # hai bên\n    - so-yte\n    # bên sau\n    - to: ubnd   # từ 2024\n      since: 2024\n      until: 2026-12-01\n    - bv\n",
    ),
    "a mapping becomes a list": (
        "  owned_by:   # chính\n    to: so-yte\n    # ghi chú\n    since: 2024\n",
        lambda e: e.relate("his", "owned_by", "ubnd"),
        "  owned_by:   # chính\n    - to: so-yte\n      # ghi chú\n      since: 2024\n    - ubnd\n",
    ),
    "a new key before the evidence": (
        "",
        lambda e: e.relate("his", "owned_by", "ubnd"),
        "  owned_by: ubnd\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TIES)
def test_relations_change_where_they_stand(write: Write, case: str) -> None:
    before, act, after = TIES[case]
    head, tail = "# đầu\n- id: his\n  name: HIS\n", "# cuối\n\n- id: lis\n  name: LIS\n"
    bodies = "".join(f"- id: {id}\n  name: {id}\n" for id in ("so-yte", "ubnd", "bv"))
    root = write({APPS: head + before + tail, "organisations/o.yaml": bodies})
    act(edit(root)).write()
    assert (root / APPS).read_text(encoding="utf-8") == head + after + tail


def test_a_value_goes_with_its_line_and_a_new_one_has_its_place(write: Write) -> None:
    root = write({APPS: COMMENTED})
    told = str(edit(root).set("lis", note=None).set("his", category="sector", until="2027").patch())
    assert lines(told) == ["+  category: sector", "+  until: 2027", "-  note: >", "-    Dòng một", "-", "-    dòng hai"]


def test_a_list_of_lines_becomes_one_in_brackets_and_keeps_its_remark(write: Write) -> None:
    root = write(
        {APPS: "- id: his\n  name: HIS\n  features:   # theo đề án\n    - tra cứu\n    - in\n  state: in_use\n"}
    )
    told = str(edit(root).set("his", features=("tra cứu", "nộp, sửa")).patch())
    assert lines(told) == [
        "-  features:   # theo đề án", "-    - tra cứu", "-    - in", '+  features: [tra cứu, "nộp, sửa"]   # theo đề án',
    ]  # fmt: skip


def test_a_new_record_goes_among_its_kin_by_id(write: Write) -> None:
    root = write({APPS: COMMENTED, "applications/b.yaml": "- id: z\n  name: Z\n"})
    edit(root).add("application", "kho", "Kho: dữ liệu", beside="his").write()
    text = (root / APPS).read_text(encoding="utf-8")
    assert text == COMMENTED.replace("# hệ thống sau\n", '- id: kho\n  name: "Kho: dữ liệu"\n\n# hệ thống sau\n')
    edit(root).add("application", "zz", "ZZ").write()
    assert (root / APPS).read_text(encoding="utf-8") == text + "\n- id: zz\n  name: ZZ\n"


def test_a_cell_changes_alone(write: Write) -> None:
    csv = 'id,name,aliases,until\r\n"x1","Phường ""A"", cũ",Một;Hai,\r\nx2,B,,\r\n'
    root = write({"organisations/o.csv": csv})
    edit(root).set("x1", until="2026-12-01", aliases=("Ba", "Tư, năm")).write()
    assert (root / "organisations/o.csv").read_bytes().decode() == csv.replace(
        "Một;Hai,\r\n", '"Ba;Tư, năm",2026-12-01\r\n'
    )


@pytest.mark.parametrize("fields", [{"note": "x"}, {"name": "=1+1"}, {"aliases": ("a; b",)}])
def test_what_a_row_cannot_say_moves_its_record_to_the_yaml_beside(write: Write, fields: dict[str, str]) -> None:
    root = write({"organisations/o.csv": "id,name,aliases,part_of\nx1,A,,\nx2,B,Bê,x1\n"})
    changed = edit(root).set("x2", **fields)
    changed.write()
    assert (root / "organisations/o.csv").read_text(encoding="utf-8") == "id,name,aliases,part_of\nx1,A,,\n"
    assert (root / "organisations/o.yaml").is_file()
    assert says(am.load(root)) == says(changed.model)


def test_a_relation_of_its_own_ends_in_its_row_or_beside(write: Write) -> None:
    files = {"organisations/o.yaml": "- {id: a, name: A}\n- {id: b, name: B}\n",
             "relations/r.csv": "type,source,target\npart_of,a,b\nmember_of,a,b\n",
             "relations/u.csv": "type,source,target,until\nspecializes,a,b,\n"}  # fmt: skip
    root = write(files)
    edit(root).end("a", "part_of", "b", on="2026-12-01").end("a", "specializes", "b", on="2026-12-01").write()
    assert (root / "relations/r.csv").read_text(encoding="utf-8") == "type,source,target\nmember_of,a,b\n"
    assert (root / "relations/r.yaml").read_text(encoding="utf-8") == (
        "- type: part_of\n  source: a\n  target: b\n  until: 2026-12-01\n"
    )
    assert (root / "relations/u.csv").read_text(encoding="utf-8").endswith("specializes,a,b,2026-12-01\n")


@pytest.mark.parametrize(
    "text",
    ["no", "4.10", "~", "null", "true", "- a", "a: b", "a #b", "[a]", "{a}", '"q"', "'q'", "a\nb", "x\u2028y", "x\x85y", "x\ufeffy", "&n", "*n",
     "!t", "%p", "@m", "…", "=1+1", "a, b", "https://a.example/?b=1#c", "a:", "# a", "---", "...", "? a", "|", ">", "1:30"],
)  # fmt: skip
def test_any_text_comes_back_as_it_went(write: Write, text: str) -> None:
    root = write({APPS: COMMENTED})
    changed = edit(root).set("his", description=text).add("application", "new", text, aliases=[text, text])
    changed.write()
    model = am.load(root)
    assert (model["his"].description, model["new"].name, model["new"].aliases) == (text, text, (text, text))


def test_the_diff_is_what_git_applies(write: Write) -> None:
    root = write({APPS: COMMENTED.rstrip("\n"), "organisations/o.csv": "id,name\nubnd,UBND"})
    changed = edit(root).set("lis", state="in_use").set("ubnd", note="x").relate("his", "owned_by", "ubnd")
    diff = str(changed.patch())
    (root / "p.diff").write_bytes(diff.encode())
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    subprocess.run(["git", "apply", "p.diff"], cwd=root, check=True)
    applied = {path.name: path.read_bytes() for path in root.rglob("*.*") if path.suffix in {".yaml", ".csv"}}
    subprocess.run(["git", "apply", "-R", "p.diff"], cwd=root, check=True)
    shutil.rmtree(root / ".git")
    changed.write()
    assert applied == {path.name: path.read_bytes() for path in root.rglob("*.*") if path.suffix in {".yaml", ".csv"}}


def test_a_file_somebody_changed_meanwhile_is_not_overwritten(write: Write) -> None:
    root = write({APPS: COMMENTED, "organisations/o.yaml": "- id: ubnd\n  name: UBND\n"})
    changed = edit(root).set("ubnd", name="UBND Thành phố").set("his", state="ended")
    patch = changed.patch()
    write({APPS: COMMENTED + "# thêm\n"})
    with pytest.raises(ArchmodelError, match="changed since it was read"):
        patch.write()
    assert (root / "organisations/o.yaml").read_text(encoding="utf-8") == "- id: ubnd\n  name: UBND\n"
    changed.write()
    write({APPS: COMMENTED.replace("in_use", "planned")})
    with pytest.raises(ArchmodelError, match="changed since loading"):
        changed.patch()


def test_a_failure_halfway_leaves_every_file_as_it_was(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write({APPS: COMMENTED, "organisations/o.yaml": "- id: ubnd\n  name: UBND\n"})
    patch = edit(root).set("ubnd", name="UBND Thành phố").set("his", state="ended").patch()

    def full(path: Path, text: str) -> None:
        if "organisations" in str(path):
            raise OSError(28, "No space left on device")
        write_atomically(path, text)

    monkeypatch.setattr("archmodel.catalog.patch.write_atomically", full)
    with pytest.raises(ArchmodelError, match="no file was changed"):
        patch.write()
    assert (root / APPS).read_text(encoding="utf-8") == COMMENTED


def test_a_layout_that_cannot_be_changed_in_place_is_refused_and_left(write: Write) -> None:
    root = write({APPS: "[{id: a, name: A}, {id: b, name: B}]\n"})
    with pytest.raises(ArchmodelError, match="layout of a file"):
        edit(root).set("a", name="AA").patch()


def test_a_row_with_a_value_set_aside_is_not_rewritten_without_it(write: Write) -> None:
    root = write({"applications/a.csv": "id,name,state\na,A,chạy\n"})
    with pytest.raises(ArchmodelError, match="layout of a file"):
        edit(root).set("a", note="x").patch()


@pytest.mark.parametrize("name", ["a.yaml", "a.csv"])
def test_text_no_file_may_hold_is_never_written(write: Write, name: str) -> None:
    root = write({f"applications/{name}": {"a.yaml": "- id: a\n  name: A\n", "a.csv": "id,name\na,A\n"}[name]})
    with pytest.raises(ArchmodelError):
        edit(root).set("a", name="x\x07y").patch()


@pytest.mark.parametrize(
    ("act", "fix"),
    [
        (lambda e: e.set("hiss", state="ended"), "did you mean 'his'?"),
        (lambda e: e.set("his", stat="ended"), "did you mean 'state'?"),
        (lambda e: e.set("his", state="endd"), "did you mean 'ended'?"),
        (lambda e: e.add("application", "His", "X"), "ids are never reused"),
        (lambda e: e.add("application", "ubnd", "X"), "ids are never reused"),
        (lambda e: e.relate("his", "ownd_by", "lis"), "did you mean 'owned_by'?"),
        (lambda e: e.relate("his", "owned_by", "lis"), "of kind: organisation"),
        (lambda e: e.relate("his", "hosted_on", "liss"), "did you mean 'lis'?"),
        (lambda e: e.end("his", "owned_by", "so-yte", on="2026-13-01"), "write the day as"),
        (lambda e: e.end("his", "serves", "lis", on="2026-12-01"), "model.outgoing('his')"),
    ],
)
def test_what_does_not_fit_is_told_at_once(write: Write, act: Callable[[Edit], Edit], fix: str) -> None:
    root = write({APPS: COMMENTED, "organisations/o.yaml": "- {id: UBND, name: UBND}\n"})
    with pytest.raises(ArchmodelError) as failure:
        act(edit(root))
    assert fix in failure.value.fix.en


@pytest.mark.slow
def test_hanoi_rewritten_in_every_file_reads_as_meant(tmp_path: Path, hanoi: Model) -> None:
    """Every record and relation of the real catalogue is changed at once, each in one of several ways."""
    shutil.copytree(ROOT / "catalog", tmp_path / "catalog")
    shutil.copy(ROOT / "archmodel.toml", tmp_path)
    start = edit(tmp_path)
    ways = (
        {"note": 'Ghi chú: "x" #1', "until": "2030"},
        {"aliases": ("Một, hai", "ba")},
        {"note": None, "name_en": None},
    )
    swaps = [Swap(e, e.model_copy(update=ways[n % 3])) for n, e in enumerate(start.base)]
    turns: tuple[dict[str, str], ...] = ({"until": "2030-01-01"}, {"note": "chú ý: [a]"})
    relations = start.base.relations
    swaps += [Swap(r, r.model_copy(update=turns[at % 2]), at) for at, r in enumerate(relations) if at % 3]
    swaps += [Swap(relations[at], None, at) for at in reversed(range(len(relations))) if not at % 3]
    swaps += [Swap(None, r.model_copy(update={"since": "2031", "place": None, "evidence": ()}))
              for at, r in enumerate(relations) if not at % 30 and r.type != "flow"]  # fmt: skip
    meant = changed(start.base, swaps)
    Edit(start._workspace, start.base, tuple(swaps), meant).write()
    assert says(am.load(tmp_path)) == says(meant)
    assert len(meant.relations) < len(hanoi.relations)
