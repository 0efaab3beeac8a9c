"""The page of files to download: what each is for, how large, its SHA-256, and what the checks of the workbook say.

By the SHA-256 anyone can tell a copy is whole. Of a public edition the page tells the outcome of each check and how many
remarks there are, not the remarks: they name cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from archmodel.documents.site import address
from archmodel.documents.site.publication import Publication
from archmodel.interchange.workbook.remarks import Result
from archmodel.text.words import Words

SORTS = {
    ".docx": Words("Tài liệu kiến trúc, bản Word để sửa tiếp", "The architecture document, Word, to edit on"),
    ".pdf": Words("Tài liệu kiến trúc, bản PDF để đọc và in", "The architecture document, PDF, to read and print"),
    ".xlsx": Words("Bảng dữ liệu theo Mẫu 03 của Bộ", "The data workbook after the ministry's Mẫu 03"),
    ".csv": Words("Bảng, mở bằng phần mềm bảng tính", "A table, for a spreadsheet program"),
    ".json": Words("Dữ liệu cho phần mềm khác đọc", "Data for other programs"),
    ".xml": Words(
        "Mô hình để trao đổi giữa các công cụ kiến trúc", "The model, to exchange between architecture tools"
    ),
    ".graphml": Words("Đồ thị của mô hình", "The model as a graph"),
    ".drawio": Words("Sơ đồ để sửa bằng draw.io", "A diagram to edit in draw.io"),
    ".svg": Words("Hình vẽ, phóng to không vỡ", "A drawing that can be enlarged"),
}
"""What a file is, by its ending."""
SHOWN = 20
"""How many remarks of a check are told."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file: its address from the root, what it is, its size as read by people, and its SHA-256 in hexadecimal."""

    name: str
    href: str
    what: str
    size: str
    digest: str


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


def downloads_page(site: Publication, drawn: Mapping[str, bytes]) -> DownloadsPage:
    """The files offered - those handed in, then drawings by their address from the root - and the workbook's checks."""
    handed = {f"{address.DOWNLOADS}/{name}": data for name, data in sorted(site.downloads.items())}
    rows = (_row(site, href, data) for href, data in (*handed.items(), *drawn.items()))
    return DownloadsPage(tuple(rows), tuple(_check(site, result) for result in site.checked))


def _check(site: Publication, result: Result) -> CheckRow:
    shown = () if site.is_public else result.remarks[:SHOWN]
    told = (f"{one.cell}: {site.say(one.message)}" if one.cell else site.say(one.message) for one in shown)
    count = len(result.remarks) + result.more
    return CheckRow(
        result.key, site.say(result.title), result.outcome.value, site.say(result.outcome.words), tuple(told), count
    )


def _row(site: Publication, href: str, data: bytes) -> FileRow:
    path = PurePosixPath(href)
    what = SORTS.get(path.suffix, Words("Tệp dữ liệu", "A data file"))
    return FileRow(path.name, href, site.say(what), _size(site, len(data)), sha256(data).hexdigest())


def _size(site: Publication, count: int) -> str:
    """A size in bytes, kilobytes (1,000) or megabytes, with the decimal sign of the language."""
    if count < 1000:
        return f"{count} B"
    number = f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
    return number if site.lang == "en" else number.replace(".", ",")
