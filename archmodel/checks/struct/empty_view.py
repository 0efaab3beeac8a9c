"""STRUCT-09: views that show nothing and elements nothing speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.model import Model
from archmodel.text.words import Words


@rule(
    "STRUCT-09",
    Severity.WARNING,
    title=Words("Vệ sinh khung nhìn - phần tử không dùng, sơ đồ rỗng", "View hygiene - unused items and empty views"),
    scope=lambda model, day: model.elements,
    practice="Archi validator checks UnusedElements, UnusedRelations, EmptyViews",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """View with nothing in it, or element with no relation at all.

    Why: an empty diagram promises what is not there; an element nothing is linked to was forgotten or is not needed.
    Found: a view nothing is `shown_in`; an element without any relation (insufficient: its place is not recorded).
    Fix: put `shown_in` on the elements the view shows, or remove the view; link the element or remove it.
    Misses: shapes nested without a relation and concepts foreign to a viewpoint: views here carry no geometry yet.
      Every element is a row of a published table, so that "in no view" alone is not a finding.
    Vì sao: sơ đồ rỗng hứa điều không có; phần tử không nối với gì là bị quên hoặc không cần.
    Phát hiện: khung nhìn không có phần tử `shown_in`; phần tử không có quan hệ nào (chưa đủ cơ sở đánh giá).
    Khắc phục: ghi `shown_in` ở phần tử được vẽ, hoặc bỏ khung nhìn; nối phần tử, hoặc bỏ.
    Bỏ sót: hình lồng nhau thiếu quan hệ và khái niệm lạ với góc nhìn: khung nhìn chưa có hình học. Mọi phần tử đều là
      một dòng của bảng công bố, nên "không có trong sơ đồ" chưa phải phát hiện.
    """
    for view in model.views:
        if not model.incoming(view.id, "shown_in"):
            yield Finding(
                view,
                Words(f"khung nhìn '{view.id}' không có phần tử nào", f"view '{view.id}' shows nothing"),
                Words("ghi 'shown_in' ở các phần tử được vẽ", "put 'shown_in' on the elements it shows"),
            )
    for element in model:
        if element.kind != "view" and not model.outgoing(element.id) and not model.incoming(element.id):
            yield Finding(
                element,
                Words(f"'{element.id}' không có quan hệ nào", f"'{element.id}' has no relation"),
                Words(
                    "nối với đối tượng liên quan, hoặc bỏ nếu không cần", "link it to what it concerns, or remove it"
                ),
                Outcome.INSUFFICIENT,
            )
