"""DOC-02: mandatory diagrams that are not there or not labelled."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.doc.architecture import framework_of, listings, standing
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import View
from archmodel.model.framework import Entry
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.vietnamese import composed
from archmodel.text.words import Words

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf")


def _asked(model: Model, day: str) -> list[Entry]:
    """The diagrams a province must have by the framework of the day."""
    edition = framework_of(model, None, day)
    return [
        entry
        for listing in listings(edition, "diagram")
        for entry in listing.entries
        if entry.group == "tinh" and entry.strength == "shall"
    ]


def _keeper(model: Model, day: str) -> Element | None:
    """What a missing diagram is missing from: the standing document, or else the owner of the workspace."""
    return next(iter(standing(model, day)), None) or model.elements.get(model.settings.owner or "")


def _views(model: Model, day: str) -> dict[str, View]:
    return {composed(view.code): view for view in model.views if view.code and view.holds_on(day)}


def _code(entry: Entry) -> str:
    return composed(entry.code or entry.key)


def _scope(model: Model, day: str) -> list[str]:
    asked, views = _asked(model, day), _views(model, day)
    found = [views[_code(entry)].id for entry in asked if _code(entry) in views]
    keeper = _keeper(model, day)
    return [*found, keeper.id] if asked and keeper else found


@rule(
    "DOC-02",
    Severity.ERROR,
    title=Words("Đủ sơ đồ bắt buộc và thông tin kèm sơ đồ", "Required diagrams exist and are labelled"),
    scope=_scope,
    cites=("QD1425:Phụ lục I, Hình 7, Hình 8, Hình 9", "DRAFT_GUIDE:Mẫu 02"),
    plan=("KH130-T1d",),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Mandatory diagram that is missing, or that does not say what it shows.

    Why: the three provincial diagrams are how a reviewer reads the rest; unlabelled, today's and tomorrow's look alike.
    Found: a mandatory diagram without a view while other mandatory ones are there, or a source file that is only a
      picture, fails. No mandatory diagram at all, and a view without purpose, state shown, scope, version or day,
      source, source file or legend, is insufficient.
    Fix: add a view with the `code` of the diagram; write `purpose`, `plateau`, `scope`, `version` or `since`,
      `evidence`, `source_file`, `legend`.
    Misses: arrows drawn with no relation behind them (views carry no geometry yet); the relations a view shows, which
      STRUCT-07 judges. Frameworks before 1425/QĐ-TTg name no mandatory diagrams.
    Vì sao: ba sơ đồ cấp tỉnh là cách người thẩm định đọc phần còn lại; thiếu nhãn thì hiện trạng và mục tiêu như nhau.
    Phát hiện: thiếu khung nhìn của một sơ đồ bắt buộc khi đã có sơ đồ khác, hoặc tệp nguồn chỉ là ảnh: chưa đáp ứng.
      Chưa có sơ đồ bắt buộc nào, hoặc khung nhìn thiếu mục đích, trạng thái, phạm vi, phiên bản hay ngày, nguồn, tệp
      nguồn, chú giải: chưa đủ cơ sở đánh giá.
    Khắc phục: thêm khung nhìn có `code` của sơ đồ; ghi `purpose`, `plateau`, `scope`, `version` hay `since`,
      `evidence`, `source_file`, `legend`.
    Bỏ sót: mũi tên không có quan hệ (khung nhìn chưa có hình học); quan hệ được vẽ do STRUCT-07 xét. Khung trước QĐ
      1425/QĐ-TTg không nêu sơ đồ bắt buộc.
    """
    asked, views, keeper = _asked(model, day), _views(model, day), _keeper(model, day)
    codes = [_code(entry) for entry in asked]
    absent = [code for code in codes if code not in views]
    if absent and keeper:
        names = ", ".join(absent)
        yield Finding(
            keeper,
            Words(f"chưa có sơ đồ bắt buộc {names}", f"the mandatory diagrams {names} have no view"),
            Words(f"thêm khung nhìn có code {names}", f"add views with the codes {names}"),
            Outcome.INSUFFICIENT if len(absent) == len(codes) else Outcome.FAIL,
        )
    for code in codes:
        if code in views:
            yield from _labels(views[code])


def _labels(view: View) -> Iterator[Finding]:
    if view.source_file and view.source_file.lower().endswith(PICTURES):
        yield Finding(
            view,
            Words(
                f"'{view.id}': {view.source_file} không sửa được", f"'{view.id}': {view.source_file} cannot be edited"
            ),
            Words("ghi tệp sửa được ở 'source_file'", "name the editable file in 'source_file'"),
        )
        return
    fields = ("purpose", "plateau", "scope", "evidence", "source_file", "legend")
    missing = [name for name in fields if not getattr(view, name)]
    missing += [] if view.version or view.since else ["version"]
    if missing:
        listed = ", ".join(missing)
        yield Finding(
            view,
            Words(f"sơ đồ '{view.id}' chưa ghi: {listed}", f"diagram '{view.id}' does not state: {listed}"),
            Words(f"ghi {listed}", f"write {listed}"),
            Outcome.INSUFFICIENT,
        )
