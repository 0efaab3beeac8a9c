"""A new workspace, empty or as the example, and the example itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import archmodel as am
from archmodel.catalog import starter
from archmodel.catalog.starter import create, example_folder
from archmodel.checks.run import check
from archmodel.model.kinds import KINDS


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_empty_workspace(tmp_path: Path) -> None:
    made = create(tmp_path / "new", example=False)
    assert [path.relative_to(tmp_path / "new").as_posix() for path in made] == [
        "archmodel.toml",
        "catalog/organisations/organisations.yaml",
        "catalog/applications/applications.yaml",
        "notebooks/01_bat_dau.ipynb",
    ]
    assert len(am.load(tmp_path / "new")) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


@pytest.mark.parametrize("name", ["organisations", "applications"])
def test_the_commented_sample_is_right_once_its_marks_are_gone(tmp_path: Path, name: str) -> None:
    create(tmp_path, example=False)
    file = tmp_path / "catalog" / name / f"{name}.yaml"
    sample = [line.removeprefix("# ") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    file.write_text("\n".join(sample), encoding="utf-8")
    assert len(am.load(tmp_path)) == 1


def test_the_commented_settings_are_right_once_their_marks_are_gone(tmp_path: Path) -> None:
    create(tmp_path, example=False)
    file = tmp_path / "archmodel.toml"
    first, *rest = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([first, *(line.removeprefix("# ") for line in rest)]), encoding="utf-8")
    settings = am.load(tmp_path).settings
    assert (settings.owner, settings.days.effect) == ("ubnd", "2025-07-01")


def test_the_example_is_copied_whole(tmp_path: Path) -> None:
    made = create(tmp_path / "vd", example=True)
    assert tree(tmp_path / "vd") == tree(example_folder())
    assert set(made) == {path for path in (tmp_path / "vd").rglob("*") if path.is_file()}


def test_a_folder_with_other_files_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "catalog" / "nodes").mkdir(parents=True)
    (tmp_path / "catalog" / "nodes" / "n.yaml").write_text("- {id: n, name: N}\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    create(tmp_path, example=False)
    assert am.load(tmp_path).nodes.ids == ("n",)
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "mine"


def test_files_that_are_there_are_listed_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "catalog" / "applications").mkdir(parents=True)
    (tmp_path / "catalog" / "applications" / "applications.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / "archmodel.toml").write_text("mine", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(am.ArchmodelError) as caught:
        create(tmp_path, example=False)
    assert caught.value.show("en") == (
        f"'{tmp_path}' already has: archmodel.toml, catalog/applications/applications.yaml\n"
        "    fix  choose another folder, or move these files away"
    )
    assert tree(tmp_path) == before


@pytest.mark.parametrize("block", ["file", "link"])
def test_what_stands_in_the_way_is_refused(tmp_path: Path, block: str) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    if block == "file":
        (home / "catalog").touch()
    else:
        (home / "catalog").symlink_to(elsewhere)
    with pytest.raises(am.ArchmodelError, match="already has: catalog/organisations/organisations"):
        create(home, example=False)
    assert list(elsewhere.iterdir()) == []
    assert [path.name for path in home.iterdir()] == ["catalog"]


def test_a_failure_midway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if target.name == "applications.yaml":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(starter.Path, "rename", full)
    with pytest.raises(am.ArchmodelError, match="cannot be written: No space left on device"):
        create(tmp_path / "deep" / "new", example=False)
    assert not (tmp_path / "deep" / "new").exists()
    assert list((tmp_path / "deep").iterdir()) == []


def test_the_example_has_every_kind_and_says_it_is_made_up() -> None:
    model = am.load(example_folder())
    assert {element.kind for element in model} == set(KINDS)
    assert 60 <= len(model) <= 80
    assert "hư cấu" in model.settings.name
    for record in (*model, *model.relations):
        assert {item.document for item in record.evidence} == {"Dữ liệu hư cấu để minh họa"}
    addresses = [interface.address for interface in model.interfaces if interface.address]
    assert all(address.endswith("vidu.example") for address in addresses)


def test_the_readme_of_the_example_lists_what_the_structure_rules_find() -> None:
    lines = (example_folder() / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line.startswith(("| STRUCT-", "| WAIVER-"))]
    listed = {(code.strip("| "), subject.strip("`")) for code, subject, _ in rows}
    report = check(am.load(example_folder()), select=["STRUCT"])
    assert {(f.code, f.subject) for f in report.findings if f.outcome.value == "fail"} == listed
    assert [f.subject for f in report.findings if f.waived] == ["F06"]
    assert {"px-ho", "F05"} <= {f.subject for f in report.findings if f.outcome.value == "insufficient"}
