"""Models of git revisions: real repositories, read without a checkout, with the mistakes people and attackers make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import archmodel as am
from archmodel.errors import ArchmodelError, CatalogueError

Git = Callable[..., str]


def save(folder: Path, name: str, text: str) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-qm", "x")


@pytest.fixture
def repository(tmp_path: Path, git: Git) -> Path:
    """Two commits of a workspace below the top, and an uncommitted change on disk."""
    save(tmp_path, "ws/archmodel.toml", 'name = "Một"\n')
    save(tmp_path, "ws/catalog/applications/a.yaml", "- id: a\n  name: Ứng dụng\n")
    commit(git)
    save(tmp_path, "ws/archmodel.toml", 'name = "Hai"\n')
    save(tmp_path, "ws/catalog/applications/b.yaml", "- id: b\n  name: Khác\n")
    commit(git)
    save(tmp_path, "ws/catalog/applications/c.yaml", "- id: c\n  name: Chưa ghi lại\n")
    return tmp_path


@pytest.mark.parametrize(
    ("revision", "name", "ids"),
    [
        ("HEAD", "Hai", ["a", "b"]),
        ("HEAD~1", "Một", ["a"]),
        ("main", "Hai", ["a", "b"]),
        ("HEAD:ws", "Hai", ["a", "b"]),
        ("HEAD:ws/catalog", "Hai", ["a", "b"]),
        ("HEAD:.", "Hai", ["a", "b"]),
        ("HEAD:../ws/", "Hai", ["a", "b"]),
    ],
)
def test_a_revision_is_read_as_committed(repository: Path, revision: str, name: str, ids: list[str]) -> None:
    before = sorted(repository.rglob("*"))
    model = am.load(repository / "ws", revision=revision)
    assert (model.settings.name, list(model.elements)) == (name, ids)
    assert sorted(repository.rglob("*")) == before


def test_places_name_the_revision(repository: Path, git: Git) -> None:
    assert str(am.load(repository / "ws", revision="HEAD~1")["a"].place) == "HEAD~1:ws/catalog/applications/a.yaml:1"
    save(repository, "ws/catalog/applications/b.yaml", "- id: b\n  nam: Khác\n")
    commit(git)
    with pytest.raises(CatalogueError) as failure:
        am.load(repository / "ws", revision="main")
    assert str(failure.value.problems[-1].place) == "main:ws/catalog/applications/b.yaml:2"


def test_mistakes_in_the_settings_of_a_revision_have_a_place(repository: Path, git: Git) -> None:
    save(repository, "ws/archmodel.toml", 'nmae = "A"\n')
    commit(git)
    with pytest.raises(CatalogueError) as failure:
        am.load(repository / "ws", revision="HEAD")
    assert str(failure.value.problems[0].place) == "HEAD:ws/archmodel.toml:1"


def test_the_frameworks_are_those_of_the_revision(repository: Path, git: Git) -> None:
    save(repository, "ws/framework_v4/k-1/edition.yaml", "- {id: k-1, name: Khung, status: partial}\n")
    commit(git)
    assert list(am.load(repository / "ws", revision="HEAD").reference.editions) == ["k-1"]
    assert "nat-1.0" in am.load(repository / "ws", revision="HEAD~1").reference.editions


def test_a_bare_catalogue_needs_no_settings(tmp_path: Path, git: Git) -> None:
    save(tmp_path, "kho/applications/a.yaml", "- {id: a, name: A}\n")
    commit(git)
    assert list(am.load(tmp_path, revision="HEAD:kho").elements) == ["a"]


def test_what_attributes_would_change_is_read_as_committed(repository: Path, git: Git) -> None:
    save(repository, ".gitattributes", "ws/catalog/applications/a.yaml export-ignore\n*.yaml export-subst\n")
    commit(git)
    assert "a" in am.load(repository / "ws", revision="HEAD")


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("-x", "'-x' is no git revision"),
        ("--upload-pack=touch", "is no git revision"),
        ("", "'' is no git revision"),
        (":ws", "':ws' is no git revision"),
        ("a\nb", r"'a\\nb' is no git revision"),
        ("mian", "has no revision 'mian'; did you mean 'main'"),
        ("HEAD..HEAD~1", "has no revision 'HEAD..HEAD~1'"),
        ("HEAD:ws/catalgo", "has no folder 'ws/catalgo'; did you mean 'HEAD:ws/catalog'"),
        ("HEAD:ws/archmodel.toml", "has no folder 'ws/archmodel.toml'"),
        ("HEAD:../../etc", r"has no folder '\.\./etc'"),
        ("HEAD:/etc", "has no folder '/etc'"),
    ],
)
def test_what_is_not_there_is_said_in_words(repository: Path, revision: str, says: str) -> None:
    with pytest.raises(ArchmodelError, match=says):
        am.load(repository / "ws", revision=revision)


def test_no_repository_and_no_git_are_said_in_words(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path.parent / f"{tmp_path.name}-bare").mkdir()
    with pytest.raises(ArchmodelError, match="in no git repository"):
        am.load(tmp_path.parent / f"{tmp_path.name}-bare", revision="HEAD")
    with pytest.raises(ArchmodelError, match="git cannot read it"):
        am.load(tmp_path / "nowhere", revision="HEAD")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ArchmodelError, match="git is not found"):
        am.load(repository, revision="HEAD")


def test_a_hook_may_ask_too(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    assert list(am.load(repository / "ws", revision="HEAD~1").elements) == ["a"]


def test_a_catalogue_outside_the_workspace_is_refused(repository: Path, git: Git) -> None:
    save(repository, "ws/archmodel.toml", 'catalog = "../../etc"\n')
    commit(git)
    with pytest.raises(ArchmodelError, match="leads out of the workspace"):
        am.load(repository / "ws", revision="HEAD")


def test_links_large_files_and_other_types_are_problems(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "ws/catalog/applications/link.yaml").symlink_to("/etc/passwd")
    save(repository, "ws/catalog/applications/photo.png", "x")
    save(repository, "ws/catalog/applications/.hidden.yaml", ":")
    save(repository, "ws/catalog/.draft/a.yaml", ":")
    (repository / "ws/catalog/applications/latin.yaml").write_bytes(b"- id: \xff\n")
    save(repository, "ws/catalog/applications/large.yaml", "#" * 900)
    commit(git)
    monkeypatch.setattr("archmodel.catalog.revision.MAX_BYTES", 800)
    with pytest.raises(CatalogueError) as failure:
        am.load(repository / "ws", revision="HEAD")
    told = {problem.place.path.rpartition("/")[2]: problem.fact.en for problem in failure.value.problems}
    assert told == {
        "large.yaml": "the file has 0 MB, the limit is 32 MB",
        "latin.yaml": "not UTF-8",
        "link.yaml": "not a regular file in this revision",
        "photo.png": "files of type '.png' are not read here",
    }


def test_a_tree_with_hostile_names_opens_no_file(repository: Path, git: Git) -> None:
    blob = git("hash-object", "-w", "--stdin", given="- {id: evil, name: E}\n")
    inner = git("mktree", given=f"100644 blob {blob}\t\x1b[31m.yaml\n")
    tree = git("mktree", given=f"040000 tree {inner}\tapplications\n")
    model = am.load(repository / "ws", revision=f"{tree}:")
    assert str(model["evil"].place) == f"{tree}:applications/\\x1b[31m.yaml:1"


def test_contents_a_partial_clone_lacks_are_a_problem(repository: Path, git: Git) -> None:
    object = git("rev-parse", "HEAD:ws/catalog/applications/a.yaml")
    (repository / ".git/objects" / object[:2] / object[2:]).unlink()
    with pytest.raises(CatalogueError, match="lacks the contents"):
        am.load(repository / "ws", revision="HEAD")
