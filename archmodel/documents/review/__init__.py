"""The findings as one HTML file a reviewer prints, filters and signs off: no script, no second file, no request."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from archmodel.checks.report import Report
from archmodel.checks.rule import Outcome, Severity
from archmodel.documents.site.findings import rules, tallies
from archmodel.documents.site.publication import Publication
from archmodel.model.model import Model
from archmodel.text.words import Words

_WORDS = {
    "title": Words("Phiếu rà soát kiến trúc số", "Review of the digital architecture"),
    "as_of": Words("Ngày xét", "As of"),
    "framework": Words("khung", "framework"),
    "profile": Words("hồ sơ pháp lý", "legal profile"),
    "filter": Words("Lọc (không cần mạng, không chạy mã)", "Filter (offline, no script)"),
    "subject": Words("Đối tượng", "Subject"),
    "outcome": Words("Kết quả", "Outcome"),
    "message": Words("Nội dung", "Finding"),
    "fix": Words("Cách khắc phục", "Remedy"),
    "place": Words("Nơi ghi", "Place"),
    "opinion": Words("Ý kiến người rà soát", "Reviewer's opinion"),
    "cites": Words("Căn cứ", "Rests on"),
    "severity": Words("Mức độ", "Severity"),
    "waived": Words("Ngoại lệ", "Waived"),
    "none": Words("Không có phát hiện nào.", "No findings."),
    "sign": Words("Kết luận rà soát", "Conclusion of the review"),
    "reviewer": Words("Người rà soát (họ tên, chức vụ)", "Reviewer (name, office)"),
    "date": Words("Ngày", "Date"),
    "signature": Words("Chữ ký", "Signature"),
}


def as_html(model: Model, report: Report, lang: str = "vi") -> str:
    """The report as one HTML file.

    Args:
        model: what was judged, for the names of elements and the titles of instruments.
        report: what the rules say.
        lang: ``"vi"`` or ``"en"``.
    """
    site = Publication(model, report, lang)
    style = files(__package__).joinpath("templates", "review.css").read_text("utf-8")
    return _template().render(
        site=site,
        t={name: site.say(words) for name, words in _WORDS.items()},
        name=site.words_of(model.settings),
        report=report,
        rules=rules(site),
        tallies=tallies(site),
        outcomes=[(o.value, site.say(o.words)) for o in (Outcome.FAIL, Outcome.INSUFFICIENT)]
        + [("waived", site.say(_WORDS["waived"]))],
        severities=[(s.value, site.say(s.words)) for s in Severity],
        style=style,
        digest=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


@cache
def _template() -> Template:
    return Environment(
        loader=PackageLoader("archmodel.documents.review", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("review.html")
