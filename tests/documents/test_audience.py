"""The public edition: no byte of any file holds a value that is withheld; the internal edition holds them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from planted import HIDDEN_TEXTS, planted

import archmodel as am
from archmodel.documents.produce import produce
from archmodel.model import withheld
from archmodel.model.audience import for_public
from archmodel.model.model import Model

pytestmark = pytest.mark.slow  # each publishes whole editions

ROOT = Path(__file__).parent.parent.parent
FORMS = ("docx", "pdf", "xlsx")
DAY = "2026-11-22"


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file under a folder as text, however it is packed: archives opened, PDF read, escapes undone."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from _read(path.relative_to(folder).as_posix(), path.read_bytes())


def _read(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for item in package.namelist():
                yield from _read(f"{name}!{item}", package.read(item))
    elif data[:4] == b"%PDF":
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        yield name, re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages)) + str(reader.metadata)
    else:
        raw = data.decode("utf-8", errors="replace")
        bare = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), unescape(raw))
        yield name, f"{raw}\n{bare}\n{re.sub(r'<[^>]*>', '', bare)}"


def leaks(folder: Path, marks: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (name, mark) for name, text in texts(folder) for mark in marks if mark in text or mark.replace(" ", "") in text
    ]


@pytest.fixture(scope="module")
def small() -> tuple[Model, tuple[str, ...]]:
    model, marks = planted()
    reference = am.load(ROOT).reference
    return Model(
        model, model.relations, settings=model.settings, reference=reference, waivers=model.waivers
    ), marks  # fmt: skip


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_public_file_holds_a_withheld_value(small: tuple[Model, tuple[str, ...]], lang: str, tmp_path: Path) -> None:
    model, marks = small
    produce(model, tmp_path / "site", audience="public", forms=FORMS, lang=lang, as_of=DAY)
    assert leaks(tmp_path / "site", marks) == []


def test_the_scan_finds_the_values_in_the_internal_edition(
    small: tuple[Model, tuple[str, ...]], tmp_path: Path
) -> None:
    model, marks = small
    produce(model, tmp_path / "site", audience="internal", forms=FORMS, as_of=DAY)
    found = leaks(tmp_path / "site", marks)
    seen = {mark for _, mark in found}
    assert len(seen) > 0.75 * len(marks), sorted(set(marks) - seen)
    assert set(HIDDEN_TEXTS) <= seen
    names = {name.partition("!")[0] for name, _ in found}
    assert {
        "luong.html",
        "doi-tuong/application-1.html",
        "tham-tra/application-1.html",
        "tai-ve/kien-truc-so.xlsx",
    } <= names


@pytest.mark.parametrize("row", withheld.FIELDS, ids=lambda row: ".".join((*sorted(row.kinds), *row.path)))
def test_every_row_of_the_list_holds_something_back(small, row: withheld.Withheld, monkeypatch) -> None:
    model, marks = small
    rest = tuple(one for one in withheld.FIELDS if one != row)
    monkeypatch.setattr("archmodel.model.audience.FIELDS", rest)
    without = for_public(model)
    monkeypatch.undo()
    assert sum(without.withheld.values()) < sum(for_public(model).withheld.values())
    assert set(_strings(for_public(model))).isdisjoint(marks)
    if row.path[0] not in {"authenticated", "encrypted", "logged"} and row.kinds != {"waiver"}:
        assert not set(_strings(without)).isdisjoint(marks)


@pytest.mark.slow
def test_no_public_file_of_the_real_catalogue_holds_what_it_withholds(tmp_path: Path) -> None:
    model = am.load(ROOT)
    public = for_public(model)
    told = "\n".join(_strings(public))
    held = {text for text in set(_strings(model)) if len(text) > 40 and text not in told}
    texts_of, books = ROOT / "catalog" / "document", ROOT / "notebooks"
    produce(model, tmp_path / "site", audience="public", forms=FORMS, as_of=DAY, texts=texts_of, notebooks=books)
    assert not (tmp_path / "site" / "so-tay" / "06-security.html").exists()
    assert (tmp_path / "site" / "so-tay" / "01-tour.html").exists()
    everything = "\n".join(text for _, text in texts(tmp_path / "site"))
    assert len(held) > 200
    assert [text for text in sorted(held) if text in everything] == []


def _strings(model: Model) -> Iterator[str]:
    """The notes, contacts and other texts of every record of a model."""
    for record in (*model, *model.relations):
        stack = list(record.model_dump(exclude={"place"}).values())
        while stack:
            value = stack.pop()
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict):
                stack += value.values()
            elif isinstance(value, (list, tuple)):
                stack += value
