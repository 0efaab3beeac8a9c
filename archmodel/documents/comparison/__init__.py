"""A comparison as one HTML file that is read, printed and kept: no script, no second file, no request."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from archmodel.analysis.difference import Side
from archmodel.checks.comparison import Comparison
from archmodel.checks.rule import Finding
from archmodel.documents.site.changes import compared, field_row
from archmodel.documents.site.publication import Ref
from archmodel.model.record import Element
from archmodel.model.relations import RELATIONS
from archmodel.text.words import Words
from archmodel.views.dates import written

_WORDS = {
    "title": Words("Bản so sánh kiến trúc số", "Comparison of the digital architecture"),
    "counts": Words("Số thay đổi", "Number of changes"),
    "sort": Words("Thay đổi", "Change"),
    "elements": Words("Đối tượng", "Elements"),
    "relations": Words("Quan hệ", "Relations"),
    "types": Words("Quan hệ theo loại", "Relations by type"),
    "none": Words("Không có gì khác.", "Nothing differs."),
    "name": Words("Tên", "Name"),
    "code": Words("Mã", "Code"),
    "day": Words("Ngày", "Day"),
    "fields": Words("Trường", "Fields"),
    "unknown": Words("Chưa xác định", "Unknown"),
    "reordered": Words("đổi thứ tự", "order changed"),
    "suggested": Words("Có thể chỉ đổi mã (tên gần giống)", "Perhaps only renamed (names alike)"),
    "old": Words("Trước", "Before"),
    "new": Words("Sau", "After"),
    "likeness": Words("Độ giống", "Likeness"),
    "beside": Words("Khác, ngoài bản ghi", "Beside the records"),
    "settings": Words("Cấu hình", "Settings"),
    "waivers": Words("Ngoại lệ", "Waivers"),
    "misfits": Words("Giá trị ngoài danh mục hoặc bỏ trống", "Values outside their list, or blank"),
    "reference": Words("Khung, văn bản", "Frameworks and law"),
    "undecided": Words("Đối tượng để trong mục tiêu chỉ vì chưa ghi phương án xử lý",
                       "Elements in the target only because no disposition is recorded"),
    "findings": Words("Phát hiện", "Findings"),
    "unjudged": Words("Không so sánh phát hiện: không yêu cầu, hoặc một bên không có ngày để xét.",
                      "Findings were not compared: not asked for, or one side has no day to judge."),
    "as_of": Words("Ngày xét", "As of"),
    "gained": Words("Phát hiện thêm", "Findings gained"),
    "lost": Words("Phát hiện bớt", "Findings lost"),
    "rule": Words("Quy tắc", "Rule"),
    "outcome": Words("Kết quả", "Outcome"),
    "message": Words("Nội dung", "Finding"),
    "fix": Words("Cách khắc phục", "Remedy"),
    "place": Words("Nơi ghi", "Place"),
}  # fmt: skip


def as_html(comparison: Comparison, lang: str = "vi") -> str:
    """The comparison as one HTML file.

    Args:
        comparison: what changed, with or without findings.
        lang: ``"vi"`` or ``"en"``; names stay Vietnamese in both.
    """
    names = _called(comparison.old, lang), _called(comparison.new, lang)
    style = files(__package__).joinpath("templates", "comparison.css").read_text("utf-8")
    found = comparison.findings
    return _template().render(
        t={name: words.to(lang) for name, words in _WORDS.items()},
        lang=lang,
        page=compared(comparison, lang, _named, names=names, anchor="c"),
        comparison=comparison,
        settings=[field_row(change, lang) for change in comparison.settings],
        misfits=[field_row(change, lang) for change in comparison.misfits],
        relations=[
            (change, [field_row(field, lang) for field in change.fields if change.old and change.new])
            for change in comparison.relations
            if change.how in {"added", "removed", "changed"}
        ],
        findings=[("gained", _rows(found.gained, lang)), ("lost", _rows(found.lost, lang))] if found else [],
        days=" → ".join(written(day, lang) for day in dict.fromkeys((found.old_day, found.new_day))) if found else "",
        types={name: relation.forward.to(lang) for name, relation in RELATIONS.items()},
        by_rule=found.by_rule if found else {},
        style=style,
        digest=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )


def _called(side: Side, lang: str) -> str:
    return written(side.name.to(lang), lang) if side.name.vi == side.day else side.name.to(lang)


def _named(element: Element) -> Ref:
    return Ref(element.id, element.name, None, None, element.kind)


def _rows(findings: tuple[Finding, ...], lang: str) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (f.code, f.outcome.value, f.outcome.words.to(lang), f.message.to(lang), f.fix.to(lang), str(f.place or ""))
        for f in findings
    ]


@cache
def _template() -> Template:
    return Environment(
        loader=PackageLoader("archmodel.documents.comparison", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    ).get_template("comparison.html")
