"""The appraisal sheet (phiếu thẩm tra): one system or task against framework, plan and law, as a form people sign.

One file with no script and no request as HTML, plain lines as text, and a stable shape as JSON. Nothing here concludes.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from archmodel.checks.report import Report
from archmodel.documents.appraisal.sheet import sheet
from archmodel.documents.appraisal.words import WORDS, style_sheet
from archmodel.documents.site.publication import Publication
from archmodel.model.model import Model

__all__ = ["as_html"]


def as_html(model: Model, report: Report, id: str, lang: str = "vi") -> str:
    """The sheet of one element as one printable HTML file.

    Args:
        model: what was judged.
        report: what the rules say of it.
        id: whose sheet.
        lang: ``"vi"`` or ``"en"``; names stay Vietnamese in both.

    Raises:
        ArchmodelError: no element has the id, or it is of a kind no sheet is made of.
    """
    site = Publication(model, report, lang)
    style = style_sheet()
    return _template().render(
        site=site,
        s=sheet(site, id),
        w={name: site.say(words) for name, words in WORDS.items()},
        name=site.words_of(model.settings),
        linked=False,
        root="",
        style=style,
        digest=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


@cache
def _template() -> Template:
    return Environment(
        loader=PackageLoader("archmodel.documents.appraisal", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("sheet.html")
