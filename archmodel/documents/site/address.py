"""Where pages lie, and which addresses of the outside world may become links.

Names of pages come from ids, which their pattern keeps to plain ASCII; anchors come from keys and are percent-encoded.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from archmodel.model.kinds import Layer

OVERVIEW, FINDINGS, SOURCES = "index.html", "phat-hien.html", "nguon.html"
FRAMEWORKS, INSTRUMENTS, GLOSSARY = "khung.html", "van-ban.html", "thuat-ngu.html"
GAPS, PLAN = "bao-phu.html", "ke-hoach.html"
LEADER = "lanh-dao.html"
QUALITY = "chat-luong.html"
DUPLICATES = "trung-lap.html"
TWO_TIER, ROADMAP, ROADMAP_CHART = "hai-cap.html", "lo-trinh.html", "lo-trinh.svg"
CHANGES = "thay-doi.html"
PICTURES = "hinh.html"
FLOWS = "luong.html"
NOTEBOOKS = "so-tay.html"
STYLE, PICTURE = "site.css", "buc-tranh.svg"
NETWORK_LIBRARY, NETWORK_SCRIPT = "tai-nguyen/vis-network.min.js", "tai-nguyen/luong.js"
NETWORK_LICENCE = "tai-nguyen/vis-network.LICENSE.txt"
SEARCH, A_TO_Z, AGENCIES, CONFIDENCE = "tim-kiem.html", "a-z.html", "co-quan.html", "do-tin-cay.html"
DOWNLOAD_PAGE, DOCUMENT = "tai-ve.html", "tai-lieu.html"
PAGE_SCRIPT, SEARCH_SCRIPT, SEARCH_DATA = (
    "tai-nguyen/trang.js",
    "tai-nguyen/tim-kiem.js",
    "tai-nguyen/tim-kiem-du-lieu.js",
)
SEARCH_LIBRARY, SEARCH_LICENCE = "tai-nguyen/minisearch.js", "tai-nguyen/minisearch.LICENSE.txt"
ELEMENT_FOLDER = "doi-tuong"
DOWNLOADS = "tai-ve"

_SIGNS = re.compile(r"[\x00-\x20\x7f<>\"'`\\^{}|]")


class Outside(NamedTuple):
    """An outside address as shown: ``href`` only where it may be followed, ``text`` always."""

    text: str
    href: str | None


def layer_page(layer: Layer) -> str:
    """The page of a layer."""
    return f"lop-{layer}.html"


def element_page(id: str) -> str:
    """The page of an element, from the root of the site."""
    return f"{ELEMENT_FOLDER}/{id}.html"


def appraisal_page(id: str) -> str:
    """The appraisal sheet of a system, from the root of the site."""
    return f"tham-tra/{id}.html"


def picture_page(slug: str) -> str:
    """The page of a picture, from the root of the site."""
    return f"hinh/{slug}.html"


def picture_file(slug: str, ending: str = ".svg") -> str:
    """A picture as a file, from the root of the site."""
    return f"hinh/{slug}{ending}"


def notebook_page(slug: str) -> str:
    """The page of a notebook, from the root of the site."""
    return f"so-tay/{slug}.html"


def notebook_file(slug: str) -> str:
    """A notebook as a file to open in JupyterLab, from the root of the site."""
    return f"{DOWNLOADS}/so-tay/{slug}.ipynb"


def cluster_page(id: str) -> str:
    """The page of a cluster of systems that do one job, by its centre, from the root of the site."""
    return f"trung-lap/{id}.html"


def sequence_page(id: str) -> str:
    """The page of the sequence of a service or function, from the root of the site."""
    return f"trinh-tu/{id}.html"


def chapter_page(slug: str) -> str:
    """A chapter of the formal document, from the root of the site."""
    return f"tai-lieu/{slug}.html"


def rule_page(code: str, part: int = 1) -> str:
    """The page of a rule, or a further part of its findings, from the root of the site."""
    return f"quy-tac/{code}.html" if part == 1 else f"quy-tac/{code}-{part}.html"


def flows_page(part: int) -> str:
    """A page of the rows of flows where they are many, from the root of the site."""
    return f"luong/{part}.html"


def kind_page(layer: str, kind: str, part: int) -> str:
    """A page of the elements of a kind where they are many, from the root of the site."""
    return f"lop-{layer}/{kind}-{part}.html"


def letter_page(name: str) -> str:
    """A page of the elements under a letter where they are many, from the root of the site."""
    return f"a-z/{name}.html"


def records_page(name: str) -> str:
    """A page of the records an agency answers for where they are many, from the root of the site."""
    return f"chat-luong/{name}.html"


def answers_page(name: str) -> str:
    """A page of the answers to a leader's questions, from the root of the site."""
    return f"lanh-dao/{name}.html"


def anchor(*parts: str) -> str:
    """A name to jump to, made of ids or keys."""
    return "--".join(re.sub(r"\s+", "-", part) for part in parts)


def jump(page: str, *parts: str) -> str:
    """The address of an anchor on a page."""
    return f"{page}#{quote(anchor(*parts))}"


def outside(url: str | None) -> Outside | None:
    """An address of the catalogue as a page shows it: only plain http and https addresses can be followed."""
    if url is None:
        return None
    if not url.startswith(("http://", "https://")) or _SIGNS.search(url):
        return Outside(url, None)
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return Outside(url, None)
    return Outside(host, url) if host else Outside(url, None)
