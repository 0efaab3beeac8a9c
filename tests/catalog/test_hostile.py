"""Files that mean harm or come from careless tools: each is read rightly or refused in plain words, and never hangs."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import archmodel as am

APPS = "applications/a.yaml"
CSV = "applications/a.csv"
NO_ANCHORS = "YAML anchors (&), aliases (*) and tags (!) are not used here"


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail instead of hanging."""

    def late(*_: object) -> None:
        raise TimeoutError(f"not done within {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def _no_test_hangs() -> Iterator[None]:
    with within(20):
        yield


def facts(shown: list[str]) -> list[str]:
    """Each problem without its folder and its remedy."""
    return [text.split("\n")[0].removeprefix("catalog/").replace(" problem:", "") for text in shown]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (APPS, ""),
        (APPS, "# nothing yet\n"),
        (APPS, "---\n"),
        (APPS, "~\n"),
        (APPS, "[]\n"),
        (CSV, "id,name\n"),
        (CSV, "id,name\n,\n\n"),
        ("README.md", "# notes"),
        (".hidden/x.yaml", "- ["),
    ],
)
def test_a_file_without_records_is_an_empty_catalogue(write, name: str, content: str) -> None:
    assert len(am.load(write({name: content}))) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf- id: a\n  name: S\xe1\xbb\x9f\n",
        b"- id: a\r\n  name: S\xe1\xbb\x9f\r\n",
        b"- id: a\r  name: S\xe1\xbb\x9f\r",
        "- id: a\n  name: Sơ\u0309\n".encode(),
        b'- {"id": "a", "name": "S\\u1edf"}',
    ],
    ids=["BOM", "CRLF", "CR", "NFD", "JSON"],
)
def test_forms_of_text_that_mean_the_same(write, content: bytes) -> None:
    assert am.load(write({APPS: content}))["a"].name == "Sở"


def test_a_csv_from_a_spreadsheet(write) -> None:
    assert am.load(write({CSV: b'\xef\xbb\xbfid,name\r\na,"S\xe1\xbb\x9f, ban"\r\n'}))["a"].name == "Sở, ban"


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("- &x {id: a}\n- *x\n", f"{APPS}:1: {NO_ANCHORS}"),
        ("- id: a\n  name: *x\n", f"{APPS}:2: {NO_ANCHORS}"),
        ("- id: a\n  <<: {name: A}\n  name: A\n", f"{APPS}:2: there is no field '<<'"),
        ("- id: a\n  name: !!python/object/apply:os.system [id]\n", f"{APPS}:2: {NO_ANCHORS}"),
        ("- id: a\n  name: !!str A\n", f"{APPS}:2: {NO_ANCHORS}"),
        ("- !!python/object:os.system {}\n", f"{APPS}:1: {NO_ANCHORS}"),
        ("- id: a\n---\n- id: b\n", f"{APPS}:2: a file holds one YAML document"),
        ("- id: a\n  ? [x]\n  : y\n", f"{APPS}:2: a key must be a word"),
        ("- id: a\n  {x: y}: z\n", f"{APPS}:2: a key must be a word"),
        ('- id: a\n  "@line": 7\n', f"{APPS}:2: a key cannot be '@line'"),
        ("[" * 100_000, f"{APPS}:1: nested deeper than 12 levels"),
        ("- id: a\n  name: " + "{a: " * 50, f"{APPS}:2: nested deeper than 12 levels"),
        ('- id: a\n  name: "A\\0B"\n', f"{APPS}:2: there is a control character"),
        ('- id: a\n  name: "\\e[2J"\n', f"{APPS}:2: there is a control character"),
        ('- id: a\n  name: "\\uD800"\n',
         f"{APPS}:2: the YAML does not parse: found invalid Unicode character escape code"),
        ("- id: a\n\tname: A\n",
         f"{APPS}:2: the YAML does not parse: found a tab character that violates indentation"),
        ("%YAML 9.9\n---\n- id: a\n", f"{APPS}:1: the YAML does not parse: found incompatible YAML document"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else None,
)  # fmt: skip
def test_yaml_tricks_are_refused(problems, text: str, fact: str) -> None:
    assert facts(problems({APPS: text})) == [fact]


def test_a_billion_laughs_costs_nothing(problems) -> None:
    lines = ["- &l0 [ha, ha]"] + [f"- &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 10)]
    with within(2):
        assert facts(problems({APPS: "\n".join(lines)})) == [f"{APPS}:1: {NO_ANCHORS}"]


@pytest.mark.parametrize("name", [APPS, CSV])
@pytest.mark.parametrize(
    ("content", "fact"),
    [
        (b"- id: \xff\n", "1: not UTF-8"),
        ("- id: a\n  name: Sở\n".encode("utf-16"), "1: not UTF-8"),
        ("đường\nđi\nđó \0".encode(), "3: there is a control character"),
        (b"a\nb\x1b[31m", "2: there is a control character"),
    ],
)
def test_bytes_that_are_not_text(problems, name: str, content: bytes, fact: str) -> None:
    assert facts(problems({name: content})) == [f"{name}:{fact}"]


def test_a_file_of_fifty_megabytes(problems) -> None:
    assert facts(problems({APPS: b"- id: " + b"a" * (50 * 2**20)})) == [
        f"{APPS}:1: the file has 50 MB, the limit is 32 MB"
    ]


def test_long_values_are_refused_without_being_repeated(problems) -> None:
    word = "a" * 2**22
    shown = problems({APPS: f"- id: a\n  name: {word}\n  state: {word}\n- id: b\n  name: B\n  ? {word}\n  : x\n"})
    assert facts(shown) == [
        f"{APPS}:2: 'name' must be at most 2000 characters, not '{'a' * 60}…'",
        f"{APPS}:3: 'state' has the value '{'a' * 60}…', which is not in its list",
        f"{APPS}:6: there is no field '{'a' * 60}…'",
    ]


def test_a_huge_cell(problems) -> None:
    assert facts(problems({CSV: f"id,name\na,A\nb,{'b' * 200_000}\n"})) == [
        f"{CSV}:3: the CSV does not parse: field larger than field limit (100000)"
    ]


def test_very_many_keys(problems) -> None:
    text = "- id: a\n  name: A\n" + "".join(f"  key{n}: x\n" for n in range(5_000))
    with within(10):
        assert len(problems({APPS: text})) == 5_000


def test_very_many_columns(problems) -> None:
    with within(10):
        assert len(problems({CSV: "id,name," + ",".join(f"key{n}" for n in range(5_000)) + "\n"})) == 5_000


@pytest.mark.parametrize("name", ["a.yaml", "a.csv"])
def test_a_pipe_is_not_waited_for(write, problems, name: str) -> None:
    folder = write({"applications/b.yaml": "- {id: b, name: B}\n"}) / "applications"
    os.mkfifo(folder / name)
    with within(3):
        assert facts(problems({})) == [f"applications/{name}:1: not a regular file"]


def test_links_do_not_lead_out(write, problems, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("- id: secret\n")
    (tmp_path / "elsewhere").mkdir()
    folder = write({"applications/b.yaml": "- {id: b, name: B}\n"}) / "applications"
    (folder / "gone.yaml").symlink_to("nothing.yaml")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "out.yaml").symlink_to(secret)
    (folder / "sub").symlink_to(tmp_path / "elsewhere")
    assert facts(problems({})) == [
        "applications/gone.yaml:1: it cannot be opened: No such file or directory",
        "applications/loop.yaml:1: it cannot be opened: Too many levels of symbolic links",
        "applications/out.yaml:1: the link leads out of the folder",
        "applications/sub:1: a linked folder is not followed",
    ]


def test_a_link_within_the_folder_is_read(write) -> None:
    root = write({"applications/b.yaml.txt": "- {id: b, name: B}\n"})
    (root / "applications" / "b.yaml").symlink_to("b.yaml.txt")
    assert "b" in am.load(root)


def test_settings_in_a_pipe_are_not_waited_for(write) -> None:
    root = write({APPS: "- {id: a, name: A}\n"})
    os.mkfifo(root.parent / "archmodel.toml")
    with within(3):
        assert "a" in am.load(root)


def test_a_hostile_file_name_is_shown_harmless(problems) -> None:
    assert facts(problems({"applications/\x1b[2J\n.yaml": "id: a"})) == [
        "applications/\\x1b[2J\\n.yaml:1: a file is a list of records"
    ]


VALID = {
    APPS: (
        "- id: his\n  name: Bệnh viện\n  state: in_use\n  owned_by: [so-yte, {to: x, since: 2024-05}]\n"
        "  aliases:\n    - HIS\n  security: {level: 3}\n  evidence:\n    - document: Báo cáo\n      date: 2025-11\n"
        "      confidence: primary\n- id: lgsp\n  name: 'Trục'\n  public: true\n"
    ),
    "flows/f.csv": 'id,source,target,via,evidence.document,evidence.date\nF1,his,lgsp,lgsp;x,"Kế hoạch, 130",2025-05-12\n',
}
SPICE = "\n\r\t \0\x1b:-[]{}&*!?|>%@`'\"#,;~\\<=0129aệ\ud7ff\ufeff\u2028é\U0001f600"


@pytest.mark.parametrize("name", VALID)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(write, tmp_path: Path, name: str) -> None:
    (tmp_path / "archmodel.toml").touch()
    (tmp_path / "framework_v4").mkdir()
    dice = random.Random(130)
    read = refused = 0
    lines: list[int] = []
    for _ in range(400):
        text = list(VALID[name])
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(text))
            match dice.randrange(4):
                case 0:
                    del text[at]
                case 1:
                    text.insert(at, dice.choice(SPICE))
                case 2:
                    text[at] = dice.choice(SPICE)
                case _:
                    text[at:at] = text[at : at + dice.randint(2, 30)]
        try:
            am.load(write({name: "".join(text)}))
            read += 1
        except am.CatalogueError as error:
            refused += 1
            lines += [problem.place.line for problem in error.problems]
    assert read > 20
    assert refused > 100
    assert min(lines) >= 1
