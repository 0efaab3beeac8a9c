"""Notebooks as documents: run against the catalogue on the day of publishing, cleaned, and handed on as pages.

``book`` reads what a notebook says of itself, ``running`` runs it, ``exporter`` turns it into HTML, ``clean`` decides what of
that HTML may stand on a page. Where pages lie and what surrounds them is left to the site.
"""

from archmodel.documents.notebooks.book import Book, NotebookPage, read_books
from archmodel.documents.notebooks.chapters import notebook_pages

__all__ = ["Book", "NotebookPage", "notebook_pages", "read_books"]
