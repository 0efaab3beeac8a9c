"""The notebooks on the site: a list with whom each is for and what it answers, a page each, and the files to open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from archmodel.documents.site import address
from archmodel.documents.site.publication import Publication


class NotebookRow(NamedTuple):
    """A notebook on the list; addresses run from the root of the site."""

    title: str
    role: str
    question: str
    href: str
    file: str
    body: Markup


def notebook_rows(site: Publication) -> tuple[NotebookRow, ...]:
    """The notebooks in order."""
    return tuple(
        NotebookRow(
            site.say(book.title),
            site.say(book.role),
            site.say(book.question),
            address.notebook_page(book.slug),
            address.notebook_file(book.slug),
            Markup(body),  # noqa: S704 - cleaned when it was made
        )
        for book, body in site.notebooks
    )


def notebook_files(site: Publication) -> Iterator[tuple[str, str]]:
    """The notebooks as files to open, as they were written."""
    for book, _ in site.notebooks:
        yield address.notebook_file(book.slug), book.source.decode("utf-8")
