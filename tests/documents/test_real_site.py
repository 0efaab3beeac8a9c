"""Hanoi's whole site, read once: every link and fragment leads somewhere, one heading, tables named, no page too heavy."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag

import pytest

from archmodel.checks.run import check
from archmodel.documents.formal import formal
from archmodel.documents.site import publish
from archmodel.model.model import Model

pytestmark = pytest.mark.slow
HEAVIEST = 400_000
LINK = re.compile(r'\s(?:href|src|action|xlink:href)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')


class Site(NamedTuple):
    folder: Path
    texts: dict[str, str]


@pytest.fixture(scope="module")
def whole(hanoi: Model, tmp_path_factory: pytest.TempPathFactory) -> Site:
    report = check(hanoi, as_of="2026-11-22")
    files = {"kien-truc-so.pdf": b"%PDF-1.7"}
    site = publish(
        hanoi, report, tmp_path_factory.mktemp("a") / "site", downloads=files, document=formal(hanoi, report)
    )
    texts = {name: (site.folder / name).read_text("utf-8") for name in site.files if name.endswith((".html", ".svg"))}
    return Site(site.folder, texts)


def broken(site: Site) -> list[tuple[str, str]]:
    """Links that lead nowhere, or out of the site without being marked as such."""
    ids = {name: {unescape(id) for id in ID.findall(text)} for name, text in site.texts.items()}
    files = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*")}
    lost = []
    for name, text in site.texts.items():
        for raw in set(LINK.findall(text)):
            link = unescape(raw)
            if link.startswith(("http://", "https://", "data:")):
                continue
            path, fragment = urldefrag(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path))) if path else name
            if target not in files or (fragment and unquote(fragment) not in ids.get(target, ())):
                lost.append((name, link))
    return lost


def test_every_link_and_fragment_leads_somewhere(whole: Site) -> None:
    assert len(whole.texts) > 1500
    assert broken(whole) == []


def test_a_broken_link_is_found(whole: Site) -> None:
    hurt = {"a.html": '<a href="index.html#nowhere">', "b.html": '<a href="no.html">', **whole.texts}
    assert broken(Site(whole.folder, hurt)) == [("a.html", "index.html#nowhere"), ("b.html", "no.html")]


def test_outside_addresses_are_links_people_follow_never_loads(whole: Site) -> None:
    for name, text in whole.texts.items():
        assert not re.search(
            r'<(?:script|link|img|iframe|source|use|image)\b[^>]*(?:src|href)="(?:https?:)?//', text
        ), name
        for tag in re.findall(r"<a\b[^>]*\"https?://[^>]*>", text):
            assert 'rel="noopener noreferrer"' in tag, (name, tag)


def test_every_page_has_one_title_steps_and_named_tables(whole: Site) -> None:
    for name, text in whole.texts.items():
        if not name.endswith(".html"):
            continue
        assert text.count("<h1") == 1, name
        assert text.count("<table") == text.count("<caption"), name
        assert text.count('<nav class="crumbs"') == 1, name
        assert text.count("<main") == 1, name


def test_headings_go_down_a_step_at_a_time(whole: Site) -> None:
    for name, text in whole.texts.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (name, levels)


def test_ids_are_unique(whole: Site) -> None:
    for name, text in whole.texts.items():
        ids = ID.findall(text)
        assert len(ids) == len(set(ids)), (name, sorted(id for id in set(ids) if ids.count(id) > 1)[:5])


def test_no_page_is_too_heavy_for_a_phone(whole: Site) -> None:
    heavy = {name: len(text.encode()) for name, text in whole.texts.items() if name.endswith(".html")}
    assert {name: size for name, size in heavy.items() if size > HEAVIEST} == {}


def test_the_old_addresses_of_clusters_and_rules_stand(whole: Site) -> None:
    assert 'id="STRUCT-02"' in whole.texts["phat-hien.html"]
    assert 'id="nhom-' in whole.texts["trung-lap.html"]
    assert 'id="trinh-tu"' in whole.texts["luong.html"]
