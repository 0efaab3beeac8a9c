"""Publishing again: the same bytes as from nothing, files that did not change left as they were, nothing half done."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted import planted

from archmodel.checks.run import check
from archmodel.documents.produce import produce
from archmodel.documents.site import publish
from archmodel.documents.site.manifest import MARKER, manifest_of
from archmodel.errors import ArchmodelError
from archmodel.model.elements import Application
from archmodel.model.model import Model

pytestmark = pytest.mark.slow  # each publishes several times

DAY = "2026-11-22"
OLD = 1_600_000_000_000_000_000
WHOLE, _ = planted()

EDITS = {
    "rename": lambda m: Model(
        [e.model_copy(update={"name": "Tên khác"}) if e.id == "application-1" else e for e in m], m.relations
    ),
    "remove": lambda m: Model([e for e in m if e.id != "control-1"], m.relations),
    "add": lambda m: Model([*m, Application(id="moi", name="Hệ thống mới", record="own")], m.relations),
    "flow": lambda m: Model(
        m, [r.model_copy(update={"content": "Khác"}) if r.type == "flow" else r for r in m.relations]
    ),
}


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from([*EDITS, "english", "internal"]), min_size=1, max_size=3))
def test_publishing_over_an_older_site_gives_what_publishing_anew_gives(steps: list[str], tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("rebuild")
    model, lang, audience = WHOLE, "vi", "public"
    produce(model, folder / "site", audience=audience, lang=lang, as_of=DAY)
    for step in steps:
        model = EDITS[step](model) if step in EDITS else model
        lang = "en" if step == "english" else lang
        audience = "internal" if step == "internal" else audience
        produce(model, folder / "site", audience=audience, lang=lang, as_of=DAY)
    produce(model, folder / "anew", audience=audience, lang=lang, as_of=DAY)
    assert files(folder / "site") == files(folder / "anew")


def test_a_file_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    model = Model([Application(id="a", name="A", record="own"), Application(id="b", name="B", record="own")])
    site = publish(model, check(model, as_of=DAY), tmp_path / "site")
    for name in site.files:
        os.utime(site.folder / name, ns=(OLD, OLD))
    other = Model([model["a"].model_copy(update={"description": "Khác"}), model["b"]])
    publish(other, check(other, as_of=DAY), tmp_path / "site")
    changed = {name for name in site.files if (site.folder / name).stat().st_mtime_ns != OLD}
    assert "doi-tuong/a.html" in changed
    assert {"doi-tuong/b.html", "van-ban.html", "tai-nguyen/vis-network.min.js"}.isdisjoint(changed)


def test_a_document_of_the_same_values_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import archmodel as am

    reference = am.load(Path(__file__).parent.parent.parent).reference
    model = Model(WHOLE, WHOLE.relations, settings=WHOLE.settings, reference=reference)
    first = produce(model, tmp_path / "site", forms=("docx", "pdf"), as_of=DAY)
    before = files(tmp_path / "site")
    writers = sys.modules["archmodel.documents.produce"]._WRITTEN
    for name in list(writers):
        monkeypatch.setitem(writers, name, lambda document: pytest.fail("made again"))
    again = produce(model, tmp_path / "site", forms=("docx", "pdf"), as_of=DAY)
    assert files(tmp_path / "site") == before
    assert first.published.files == again.published.files
    (tmp_path / "site/tai-ve/kien-truc-so.docx").write_bytes(b"changed by hand")
    with pytest.raises(pytest.fail.Exception, match="made again"):
        produce(model, tmp_path / "site", forms=("docx", "pdf"), as_of=DAY)


def test_the_manifest_tells_edition_day_and_files(tmp_path: Path) -> None:
    made = produce(WHOLE, tmp_path / "site", audience="public", lang="en", as_of=DAY)
    manifest = manifest_of(tmp_path / "site")
    assert manifest is not None
    assert (manifest.audience, manifest.lang, manifest.day) == ("public", "en", DAY)
    assert tuple(manifest.files) == made.published.files
    (tmp_path / "site" / MARKER).write_text("archmodel site\n", encoding="ascii")
    assert manifest_of(tmp_path / "site") is None


KILLED = """
import os, signal, sys
from pathlib import Path
import archmodel as am
from archmodel.documents.site import publish, swap
from archmodel.model.elements import Application
where, moment = Path(sys.argv[1]), sys.argv[2]
model = am.Model([Application(id="a", name="Khác", record="own")])
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
site = sys.modules["archmodel.documents.site.publish"]
if moment == "writing":
    site.network_files = die
else:
    taken = Path.rename
    Path.rename = lambda self, to: die() if ".new-" in self.name else taken(self, to)
publish(model, am.check(model, as_of="2026-11-22"), where)
"""


@pytest.mark.parametrize("moment", ["writing", "swapping"])
def test_a_run_that_is_killed_is_put_right_by_the_next(moment: str, tmp_path: Path) -> None:
    model = Model([Application(id="a", name="A", record="own")])
    publish(model, check(model, as_of=DAY), tmp_path / "site")
    before = files(tmp_path / "site")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "site"), moment], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "site").exists() == (moment == "writing")
    assert len(list(tmp_path.iterdir())) == 2  # the old site, whole or set aside, and what was begun
    with pytest.raises(ArchmodelError, match="no language"):
        publish(model, check(model, as_of=DAY), tmp_path / "site", lang="fr")
    publish(model, check(model, as_of=DAY), tmp_path / "site")
    assert files(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_disk_that_takes_no_more_leaves_the_old_site_whole(tmp_path: Path) -> None:
    model = Model([Application(id="a", name="A", record="own")])
    publish(model, check(model, as_of=DAY), tmp_path / "site")
    before = files(tmp_path / "site")
    full = Model([Application(id="a", name="Khác", record="own")])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
    try:
        with pytest.raises(ArchmodelError, match="cannot write to"):
            publish(full, check(full, as_of=DAY), tmp_path / "site")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert files(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
