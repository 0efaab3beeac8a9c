"""`archmodel lab`: JupyterLab starts on the workspace, quiet, and says plainly when it is not there."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from archmodel.cli import lab
from archmodel.cli.lab import command, settings_for
from archmodel.errors import ArchmodelError

ROOT = Path(__file__).parent.parent.parent


def test_it_opens_the_first_notebook_of_the_workspace(tmp_path: Path) -> None:
    assert "--LabApp.default_url=/lab/tree/notebooks/01_tour.ipynb" in command(ROOT, tmp_path)


def test_a_workspace_without_notebooks_opens_as_a_folder(tmp_path: Path) -> None:
    assert "--LabApp.default_url=/lab" in command(tmp_path, tmp_path, browser=False)
    assert "--no-browser" in command(tmp_path, tmp_path, browser=False)


def test_without_jupyterlab_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(lab, "find_spec", lambda name: None)
    with pytest.raises(ArchmodelError, match="JupyterLab is not installed"):
        command(tmp_path, tmp_path)


@pytest.mark.parametrize(("lang", "locale"), [("vi", {"locale": "vi_VN"}), ("en", None)])
def test_the_interface_is_in_the_language_asked_for_and_the_settings_last_one_run(lang: str, locale: object) -> None:
    with settings_for(lang) as folder:
        told = json.loads((folder / "overrides.json").read_text(encoding="utf-8"))
    assert told.get("@jupyterlab/translation-extension:plugin") == locale
    assert told["@jupyterlab/extensionmanager-extension:plugin"] == {"enabled": False}
    assert not folder.exists()


def test_without_the_language_pack_the_interface_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "find_spec", lambda name: None)
    with settings_for("vi") as folder:
        assert "translation-extension" not in (folder / "overrides.json").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_server_starts_and_neither_news_nor_updates_are_asked_for(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with settings_for("vi") as settings:
        words = [*command(tmp_path, settings, browser=False, port=port), "--IdentityProvider.token="]
        server = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            told = _asked(
                f"http://127.0.0.1:{port}/lab/api/settings/@jupyterlab/apputils-extension:notification", server
            )
        finally:
            server.terminate()
            server.wait(timeout=30)
    properties = json.loads(told)["schema"]["properties"]
    assert properties["fetchNews"]["default"] == "false"
    assert properties["checkForUpdates"]["default"] is False


def _asked(address: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(240):
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read().decode("utf-8")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
    raise AssertionError("the server never answered")
