"""Publishing: every page computed, written and swapped in as one folder of plain files.

The bytes depend on the model, the report and the language alone: no clock, no machine, no order of a set. Which pages there
are is told by ``pages``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

import archmodel
from archmodel.analysis.roadmap import roadmap
from archmodel.checks.report import Report
from archmodel.documents.appraisal.words import style_sheet
from archmodel.documents.site import address
from archmodel.documents.site.downloads import downloads_page
from archmodel.documents.site.edition import edition_notice
from archmodel.documents.site.flow_page import network_files
from archmodel.documents.site.manifest import MARKER, Manifest, digest
from archmodel.documents.site.pages import Crumb, Page, menu, pages, picture_of
from archmodel.documents.site.publication import Publication
from archmodel.documents.site.swap import replacing, write_into
from archmodel.documents.site.words import WORDS
from archmodel.errors import ArchmodelError
from archmodel.interchange.workbook.remarks import Result
from archmodel.model.model import Model
from archmodel.text.progress import steps
from archmodel.text.words import Words
from archmodel.views import gantt
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
    checked: tuple[Result, ...] = (),
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
        downloads: files to offer on the first page, by name.
        checked: what the checks of the workbook say, where one is among the downloads.
        inspect: looks at the new folder before it takes the place of the old; what it raises leaves the old one.
        made: the keys downloads were made under, by name, for the manifest of the folder.

    Raises:
        ArchmodelError: the language is unknown, or ``output`` cannot or must not be replaced.
    """
    if lang not in LANGUAGES:
        raise ArchmodelError(
            Words(f"không có ngôn ngữ '{lang}'", f"there is no language '{lang}'"),
            Words("dùng vi hoặc en", "use vi or en"),
        )
    site = Publication(model, report, lang)
    done: dict[str, str] = {}
    with replacing(Path(output)) as folder:

        def put(path: str, data: bytes) -> None:
            write_into(folder, path, data, Path(output))
            done[path] = digest(data)

        _write_all(site, lambda path, text: put(path, text.encode()), downloads or {}, checked)
        for name, data in (downloads or {}).items():
            put(f"{address.DOWNLOADS}/{name}", data)
        manifest = Manifest(model.audience, lang, report.day, dict(done), made or {})
        (folder / MARKER).write_bytes(manifest.text().encode())
        if inspect:
            inspect(folder)
    return Published(Path(output), tuple(sorted(done)), lang, report.day)


def _write_all(
    site: Publication, write: Callable[[str, str], None], downloads: Mapping[str, bytes], checked: tuple[Result, ...]
) -> None:
    words = {name: site.say(both) for name, both in WORDS.items()}
    shared = {
        "site": site,
        "t": words,
        "name": site.words_of(site.model.settings),
        "nav": menu(site, words),
        "version": archmodel.__version__,
        "edition": edition_notice(site),
        "downloads": tuple((name, f"{address.DOWNLOADS}/{name}") for name in downloads),
    }
    offered = [_offered(site, words, downloads, checked)] if downloads else []
    for page in steps(chain(pages(site, words), offered), Words("trang", "pages")):
        root = "../" * page.path.count("/")
        here = {"root": root, "here": page.path, "title": page.title, "crumbs": page.crumbs}
        write(page.path, _templates().get_template(page.template).render(shared | here | page.more))
    own = (files(__package__).joinpath("templates", name).read_text("utf-8") for name in ("site.css", "flows.css"))
    write(address.STYLE, "\n".join((*own, style_sheet(), asset("network.css"))))
    for path, text in network_files():
        write(path, text)
    write(address.PICTURE, picture_of(site, links=False))
    write(address.ROADMAP_CHART, gantt(roadmap(site.model, site.day)).svg(site.lang))


def _offered(
    site: Publication, words: dict[str, str], downloads: Mapping[str, bytes], checked: tuple[Result, ...]
) -> Page:
    """The page of downloads."""
    title = words["page_downloads"]
    steps = (Crumb(words["home"], address.OVERVIEW), Crumb(title, None))
    values = {"page": downloads_page(site, downloads, checked)}
    return Page(address.DOWNLOADS_PAGE, "downloads.html", title, steps, values)


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
