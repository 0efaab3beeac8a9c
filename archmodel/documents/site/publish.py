"""Publishing: every page computed, written and swapped in as one folder of plain files.

The bytes depend on the model, the report and the language alone: no clock, no machine, no order of a set. Which pages there
are is told by ``pages``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

import archmodel
from archmodel.checks.report import Report
from archmodel.documents.appraisal.words import style_sheet
from archmodel.documents.formal.tree import Formal
from archmodel.documents.notebooks.book import NotebookPage
from archmodel.documents.site import address
from archmodel.documents.site.edition import edition_notice
from archmodel.documents.site.flow_page import network_files
from archmodel.documents.site.manifest import MARKER, Manifest, digest
from archmodel.documents.site.menu import Shared, menu
from archmodel.documents.site.notebooks import notebook_files
from archmodel.documents.site.pages import drawings, pages
from archmodel.documents.site.publication import Publication
from archmodel.documents.site.search import Entry, entries_of, index, search_files
from archmodel.documents.site.swap import replacing, write_into
from archmodel.documents.site.words import WORDS
from archmodel.errors import ArchmodelError
from archmodel.interchange.workbook.remarks import Result
from archmodel.model.model import Model
from archmodel.text.progress import steps
from archmodel.text.words import Words
from archmodel.views.picture import asset

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: the folder, its files relative to it in order, the language and the day."""

    folder: Path
    files: tuple[str, ...]
    lang: str
    day: str


def publish(
    model: Model,
    report: Report,
    output: Path,
    *,
    lang: str = "vi",
    downloads: Mapping[str, bytes] | None = None,
    checked: Iterable[Result] = (),
    document: Formal | None = None,
    notebooks: Iterable[NotebookPage] = (),
    made: Mapping[str, str] | None = None,
    inspect: Callable[[Path], None] | None = None,
) -> Published:
    """Write the site of a model and the report on it.

    The edition is the model's own: public once it was narrowed by ``archmodel.model.audience.for_public``.

    Args:
        model: the architecture, whole or part, at all times or narrowed to a day.
        report: what the checks say of it; the site speaks of its day.
        output: the folder to write; one published before is replaced as a whole.
        lang: ``"vi"`` or ``"en"``; names stay Vietnamese in both.
        downloads: files to offer, by name.
        checked: what the checks of the workbook say, where one is among the downloads.
        document: the formal document of the same model, to show as chapters.
        notebooks: notebooks that ran, each to be a page and a file.
        made: the keys downloads were made under, by name, for the manifest of the folder.
        inspect: looks at the new folder before it takes the place of the old; what it raises leaves the old one.

    Raises:
        ArchmodelError: the language is unknown, or ``output`` cannot or must not be replaced.
    """
    if lang not in LANGUAGES:
        raise ArchmodelError(
            Words(f"không có ngôn ngữ '{lang}'", f"there is no language '{lang}'"),
            Words("dùng vi hoặc en", "use vi or en"),
        )
    site = Publication(model, report, lang, document, downloads or {}, tuple(checked), tuple(notebooks))
    done: dict[str, str] = {}
    with replacing(Path(output)) as folder:

        def put(path: str, data: bytes) -> None:
            write_into(folder, path, data, Path(output))
            done[path] = digest(data)

        _write_all(site, lambda path, text: put(path, text.encode()))
        for name, data in (downloads or {}).items():
            put(f"{address.DOWNLOADS}/{name}", data)
        manifest = Manifest(model.audience, lang, report.day, dict(done), made or {})
        (folder / MARKER).write_bytes(manifest.text().encode())
        if inspect:
            inspect(folder)
    return Published(Path(output), tuple(sorted(done)), lang, report.day)


def _write_all(site: Publication, write: Callable[[str, str], None]) -> None:
    words = {name: site.say(both) for name, both in WORDS.items()}
    shared = {
        "site": site,
        "t": words,
        "name": site.words_of(site.model.settings),
        "nav": menu(site, words),
        "version": archmodel.__version__,
        "edition": edition_notice(site),
    }
    found: list[Entry] = []
    beside = Shared(_templates().get_template("menu.html"), shared)
    for page in steps(pages(site, words), Words("trang", "pages")):
        root = "../" * page.path.count("/")
        here = beside.on(page.path, root) | {
            "root": root,
            "here": page.path,
            "title": page.title,
            "crumbs": page.crumbs,
        }
        write(page.path, _templates().get_template(page.template).render(shared | here | page.more))
        found += entries_of(page.template, page.path, page.title, page.more.get("page"), words)
    own = (
        files(__package__).joinpath("templates", name).read_text("utf-8")
        for name in ("site.css", "reading.css", "flows.css", "notebooks.css")
    )
    write(address.STYLE, "\n".join((*own, style_sheet(), asset("network.css"))))
    searched = (*search_files(), (address.SEARCH_DATA, index(found, words)))
    for path, text in (*network_files(), *notebook_files(site), *searched):
        write(path, text)
    for path, drawing in drawings(site).items():
        write(path, drawing)


@cache
def _templates() -> Environment:
    """The templates, compiled once per process; text is escaped, and a name nobody defined is an error."""
    return Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("archmodel.documents.site", "templates"),
                PrefixLoader(
                    {
                        "appraisal": PackageLoader("archmodel.documents.appraisal", "templates"),
                        "views": PackageLoader("archmodel.views", "templates"),
                    }
                ),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
