"""A save is told once, with what it changed; what cannot be read is told too, and the model stays until it can."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archmodel.errors import ArchmodelError
from archmodel.lab.follower import Follower, News
from archmodel.lab.watch import Watch, watch

APPS = "catalog/applications/a.yaml"
BEFORE = "- {id: his, name: HIS, record: own}\n- {id: lis, name: LIS, record: own}\n"
AFTER = "- {id: his, name: HIS mới, record: own}\n- {id: pacs, name: PACS, record: own, owned_by: so-ytee}\n"


def save(root: Path, text: str, name: str = APPS) -> None:
    (root / name).write_text(text, encoding="utf-8")


def heard(follower: Follower) -> News:
    """The news of a save: the first look sees it, the second finds the files still."""
    assert follower.look() is None
    news = follower.look()
    assert news is not None
    assert follower.look() is None
    return news


def test_a_save_is_told_with_what_it_changed(workspace: Path) -> None:
    follower = Follower(workspace)
    assert follower.look() is None
    save(workspace, AFTER)
    news = heard(follower)
    assert news.files == (APPS,)
    assert news.comparison
    assert [change.how for change in news.comparison.elements] == ["removed", "added", "changed"]
    assert "pacs" in follower.model
    assert news.findings() == ""
    judged = follower.judged(news)
    assert judged.comparison
    assert judged.comparison.findings
    assert "STRUCT-04" in {finding.code for finding in judged.comparison.findings.gained}
    assert "STRUCT-04" in judged.findings("en")
    assert judged.text("en").startswith(f"Saved: {APPS}\n")


def test_findings_lost_are_told_by_the_report_before(workspace: Path) -> None:
    follower = Follower(workspace)
    save(workspace, AFTER)
    follower.judged(heard(follower))
    save(workspace, BEFORE)
    judged = follower.judged(heard(follower))
    assert judged.comparison
    assert judged.comparison.findings
    assert "STRUCT-04" in {finding.code for finding in judged.comparison.findings.lost}


def test_a_file_still_being_written_waits_until_it_is_still(workspace: Path) -> None:
    follower = Follower(workspace)
    for text in ("- {id: a, ", "- {id: a, name: A}\n", AFTER):
        save(workspace, text)
        assert follower.look() is None
    assert follower.look() is not None


def test_half_a_file_is_told_and_the_model_stays_until_it_can_be_read(workspace: Path) -> None:
    follower = Follower(workspace)
    model = follower.model
    save(workspace, "- {id: his, name: ")
    news = heard(follower)
    assert isinstance(news.problem, ArchmodelError)
    assert news.text("vi").splitlines()[-1] == "Vẫn giữ mô hình trước đó."
    assert f"{APPS}:2: lỗi dữ liệu" in news.text("vi")
    assert follower.judged(news) is news
    assert follower.model is model
    save(workspace, BEFORE)
    assert heard(follower).text("en") == f"Saved: {APPS}\nThe model is the same."


@pytest.mark.parametrize("text", ["language = \n", 'catalog = "khong-co"\n'])
def test_broken_settings_are_told_and_mended(workspace: Path, text: str) -> None:
    follower = Follower(workspace)
    settings = (workspace / "archmodel.toml").read_text(encoding="utf-8")
    save(workspace, text, "archmodel.toml")
    assert "archmodel.toml" in heard(follower).text()
    save(workspace, settings.replace("Thử", "Khác"), "archmodel.toml")
    assert heard(follower).problem is None
    assert follower.model.settings.name == "Khác"


def test_a_file_that_comes_or_goes_is_told(workspace: Path) -> None:
    follower = Follower(workspace)
    (workspace / "catalog/goals").mkdir()
    save(workspace, "- {id: g, name: G}\n", "catalog/goals/g.yaml")
    save(workspace, "notes", "catalog/goals/.g.yaml.swp")
    assert heard(follower).files == ("catalog/goals/g.yaml",)
    (workspace / "catalog/goals/g.yaml").unlink()
    assert heard(follower).files == ("catalog/goals/g.yaml",)


def waited(until: Callable[[], bool]) -> None:
    for _ in range(600):
        if until():
            return
        time.sleep(0.05)
    raise AssertionError("it never came")


def test_in_a_notebook_the_model_follows_and_asking_again_is_the_same_watch(workspace: Path) -> None:
    live = watch(workspace)
    try:
        assert watch(workspace) is live
        save(workspace, "- {id: his, name: <b>HIS}\n")
        waited(lambda: live.news is not None and "lis" not in live.model)
        assert "&lt;b&gt;HIS" in live._repr_html_()
        assert "đang theo dõi" in live._repr_html_()
    finally:
        live.stop()
    assert "đã dừng" in live._repr_html_()
    again = watch(workspace)
    assert again is not live
    assert isinstance(again, Watch)
    again.stop()


def _hear_ctrl_c() -> None:
    """A shell starts what runs in the background with Ctrl-C ignored, and a program inherits that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_the_command_tells_each_save_and_ctrl_c_ends_it_cleanly(workspace: Path) -> None:
    words = [sys.executable, "-m", "archmodel", "watch", "--workspace", str(workspace), "--no-findings"]
    with subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hear_ctrl_c,  # noqa: PLW1509  # it takes no lock
    ) as program:
        try:
            assert program.stdout
            assert program.stderr
            assert program.stderr.readline() == "Đang theo dõi 3 đối tượng; Ctrl-C để dừng.\n"
            save(workspace, AFTER)
            assert program.stdout.readline() == f"Đã lưu: {APPS}\n"
            program.send_signal(signal.SIGINT)
            _, told = program.communicate(timeout=60)
        finally:
            program.kill()
    assert (program.returncode, told) == (0, "Đã dừng theo dõi.\n")
