"""The page of downloads: each file with what it is, and what the ministry's checks say of the workbook.

Of a public edition it tells the outcome of each check and how many remarks there are, not the remarks: they name cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archmodel.documents.site import address
from archmodel.documents.site.publication import Publication
from archmodel.interchange.workbook.remarks import Result
from archmodel.text.words import Words

FORMS = {
    "docx": Words("Văn bản theo thể thức hành chính, để soạn tiếp (Word)", "The formal document, to edit on (Word)"),
    "pdf": Words("Văn bản theo thể thức hành chính, để đọc (PDF)", "The formal document, to read (PDF)"),
    "xlsx": Words("Bộ bảng dữ liệu theo Mẫu 03 (Excel)", "Data workbook after Mẫu 03 (Excel)"),
}
"""What a file is, by its ending."""
SHOWN = 20


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file to download: its name and address, what it is, its size in kilobytes."""

    name: str
    href: str
    what: str
    size: int


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check of the workbook: key, what it asks, outcome as a plain word and in words, remarks with their cells."""

    key: str
    title: str
    outcome: str
    outcome_words: str
    remarks: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class DownloadsPage:
    """What the page shows."""

    files: tuple[FileRow, ...]
    checks: tuple[CheckRow, ...]


def downloads_page(site: Publication, files: Mapping[str, bytes], checked: Iterable[Result]) -> DownloadsPage:
    """The files to download, and the checks of the workbook among them."""
    return DownloadsPage(
        tuple(
            FileRow(name, f"{address.DOWNLOADS}/{name}", _what(site, name), -(-len(data) // 1024))
            for name, data in files.items()
        ),
        tuple(_check(site, result) for result in checked),
    )


def _what(site: Publication, name: str) -> str:
    words = FORMS.get(name.rpartition(".")[2])
    return site.say(words) if words else name


def _check(site: Publication, result: Result) -> CheckRow:
    told = [f"{remark.cell}: {site.say(remark.message)}" if remark.cell else site.say(remark.message) for remark in result.remarks]  # fmt: skip
    shown = () if site.is_public else tuple(told[:SHOWN])
    count = len(result.remarks) + result.more
    return CheckRow(
        result.key, site.say(result.title), result.outcome.value, site.say(result.outcome.words), shown, count
    )
