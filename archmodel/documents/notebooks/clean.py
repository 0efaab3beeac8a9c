"""What of a notebook's HTML may stand on a page: words, tables, folds and drawn images; nothing that runs, loads or styles.

Outputs carry text of the catalogue and of whoever wrote the notebook, so all of it passes here. Looks are left to classes
the site's style sheet knows.
"""

from __future__ import annotations

import re

import nh3

_TAGS = {
    "a", "abbr", "b", "bdi", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "u", "ul", "var",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "*": {"lang"},
}
_CLASSES = {
    "div": {"am-face", "am-scroll", "highlight"},
    "figure": {"am-picture"},
    "table": {"dataframe"},
    "td": {"am-whole", "num"},
    "th": {"num"},
    "span": {"c", "c1", "k", "kc", "kn", "mi", "mf", "nd", "s", "s1", "s2", "sa", "sd", "sh", "sr", "fail", "insufficient", "pass", "more"},
}  # fmt: skip
_EMPTY_HEAD = re.compile(r"<th(?: scope=\"\w+\")?((?: (?:colspan|rowspan)=\"\d+\")*)>\s*</th>")
"""A head that says nothing, as the corner of a data frame: a reader's software would announce it in vain."""
_DRAWN = ("data:image/svg+xml;base64,", "data:image/png;base64,")


def clean_html(html: str) -> str:
    """HTML with only what a page may show; images stay where they carry their own content."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style", "iframe", "object", "svg", "math", "template", "noscript"},
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        allowed_classes=_CLASSES,
        url_schemes={"http", "https", "mailto", "data"},
    )
    return _EMPTY_HEAD.sub(r"<td\1></td>", cleaned)


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    """An image only from data, a link never to data."""
    if attribute == "src":
        return value if value.startswith(_DRAWN) else None
    if attribute == "href" and value.lower().lstrip().startswith("data:"):
        return None
    return value
