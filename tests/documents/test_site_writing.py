"""Writing a site: the same bytes every time, the old one whole where a run fails, nothing of others replaced."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from archmodel.checks.report import Report
from archmodel.documents.site import publish
from archmodel.documents.site.manifest import MARKER
from archmodel.errors import ArchmodelError
from archmodel.model.model import Model


def test_publishing_twice_gives_the_same_bytes(hostile: Model, report: Report, tmp_path: Path) -> None:
    first = publish(hostile, report, tmp_path / "a")
    second = publish(hostile, report, tmp_path / "b")
    assert first.files == second.files
    for name in first.files:
        assert (first.folder / name).read_bytes() == (second.folder / name).read_bytes(), name


@pytest.mark.slow
def test_bytes_do_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import archmodel as am; from archmodel.checks.run import check;"
        "from archmodel.documents.site import publish; m = am.load(sys.argv[1]);"
        "publish(m, check(m, as_of='2026-11-22'), Path(sys.argv[2]))"
    )
    example = Path(__file__).parents[2] / "archmodel" / "example"
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
        subprocess.run([sys.executable, "-c", code, example, tmp_path / seed], check=True, env=environment)
    files = sorted(path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*") if path.is_file())
    assert len(files) > 50
    for file in files:
        assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes(), file


def test_a_failed_run_leaves_the_old_site_whole(
    hostile: Model, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = publish(hostile, report, tmp_path / "site")
    before = {name: (site.folder / name).read_bytes() for name in site.files}
    monkeypatch.setattr(sys.modules["archmodel.documents.site.pages"], "glossary", lambda site: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(hostile, report, tmp_path / "site", lang="en")
    assert {name: (site.folder / name).read_bytes() for name in site.files} == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_new_run_replaces_the_whole_site(hostile: Model, report: Report, tmp_path: Path) -> None:
    site = publish(hostile, report, tmp_path / "site")
    (site.folder / "doi-tuong" / "gone.html").write_text("old", encoding="utf-8")
    publish(hostile, report, tmp_path / "site")
    assert not (site.folder / "doi-tuong" / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_something_else_is_never_replaced(hostile: Model, report: Report, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(ArchmodelError) as failure:
        publish(hostile, report, tmp_path)
    assert "holds something archmodel did not publish" in failure.value.fact.en
    assert failure.value.fix.vi
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_a_file_in_the_way_is_an_error(hostile: Model, report: Report, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", encoding="utf-8")
    with pytest.raises(ArchmodelError, match="is a file, not a folder"):
        publish(hostile, report, tmp_path / "site")


def test_an_empty_folder_is_taken(hostile: Model, report: Report, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(hostile, report, tmp_path / "site")
    assert (tmp_path / "site" / MARKER).is_file()


def test_an_unknown_language_is_an_error(hostile: Model, report: Report, tmp_path: Path) -> None:
    with pytest.raises(ArchmodelError, match="no language 'fr'"):
        publish(hostile, report, tmp_path / "site", lang="fr")
