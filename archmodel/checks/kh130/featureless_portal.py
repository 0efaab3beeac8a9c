"""KH130-10: portals and public systems without the features the plan asks for."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_active, is_family, is_own
from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.portals import SITES
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.text.words import Words

OF_PORTALS = ("smart_search", "web", "mobile", "vneid")
OF_PUBLIC = ("city_entry", "vneid")


def _public(model: Model, day: str) -> list[Application]:
    """The City's portals and public-facing systems that work on ``day`` or may."""
    return [
        app
        for app in model.applications
        if is_own(app) and not is_family(app) and is_active(app, day) is not False
        if app.category == "portal" or (app.public and app.category != "dvc_portal")
    ]


@rule(
    "KH130-10",
    Severity.WARNING,
    title=Words(
        "Cổng có tìm kiếm thông minh, đa nền tảng, tương thích định danh số", "Portal features asked by the plan"
    ),
    scope=lambda model, day: [app.id for app in _public(model, day)],
    cites=("KH130:Phụ lục, mục II.1; mục I.1", "ND224_2026:Điều 29 khoản 3", "ND69_2024", "TT22_2023"),
    plan=("KH130-SP1.4", "KH130-GP1"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Portal or public system known to lack a feature the plan asks for, or silent about it.

    Why: people come by phone, search in their own words and hold one identity; each missing piece sends them away.
    Found: a working portal whose `missing_features` names smart_search, web, mobile or vneid, or a public-facing system
      whose `missing_features` names city_entry or vneid; insufficient: such a feature stands neither in `features`, in
      `missing_features`, in `not_applicable`, nor in a relation: a flow with the identity platform (planned ones too)
      for vneid; a flow, `serves` or `part_of` with the City portal or a public-service portal for city_entry. The state
      of a portal or system that lacks or may lack one is not stated.
    Fix: build the feature or record the plan; write its key in `features`, or in `not_applicable` (a hotline).
    Misses: how good a search is; stores of accounts a system keeps beside the common identity; systems not marked
      `public`.
    Vì sao: người dân dùng điện thoại, tìm bằng lời thường và có một định danh; thiếu mảnh nào là mất người dùng ở đó.
    Phát hiện: cổng đang chạy có `missing_features` nêu smart_search, web, mobile hay vneid; hệ thống phục vụ người dân có
      `missing_features` nêu city_entry hay vneid. Chưa đủ cơ sở: tính năng không nêu ở `features`, `missing_features`,
      `not_applicable` hay quan hệ: luồng với nền tảng định danh (kể cả dự kiến) cho vneid; luồng, `serves`, `part_of` với
      cổng Thành phố hay cổng dịch vụ công cho city_entry; chưa ghi trạng thái.
    Khắc phục: bổ sung tính năng hoặc ghi kế hoạch; ghi khóa vào `features`, hoặc `not_applicable` (như tổng đài).
    Bỏ sót: chất lượng tìm kiếm; kho tài khoản riêng ngoài định danh chung; hệ thống chưa ghi `public`.
    """
    identity = {app.id for app in model.applications if app.category == "iam"}
    entries = _entries(model)
    for app in _public(model, day):
        told = {*app.features, *app.not_applicable}
        if _touches(model, app.id, identity, day):
            told.add("vneid")
        if app.id in entries or _touches(model, app.id, entries, day):
            told.add("city_entry")
        asked = [name for name in (OF_PORTALS if app.category == "portal" else OF_PUBLIC) if name not in told]
        if app.public and app.category == "portal" and "city_entry" not in told:
            asked.append("city_entry")
        lacking = ", ".join(name for name in asked if name in app.missing_features)
        silent = [name for name in asked if name not in app.missing_features]
        blanks = [Blank("'features'", Words(f"về {', '.join(silent)}", f"about {', '.join(silent)}"))] if silent else []
        if is_active(app, day) is None and (lacking or silent):
            yield unstated(app, [Blank("'state'"), *blanks])
        elif lacking:
            yield Finding(
                app,
                Words(f"'{app.id}' còn thiếu {lacking}", f"'{app.id}' lacks {lacking}"),
                Words("bổ sung, hoặc ghi luồng/nhiệm vụ dự kiến", "add it, or record the planned flow"),
            )
        elif blanks:
            yield unstated(app, blanks)


def _entries(model: Model) -> set[str]:
    """The ids of the City portal and of the public-service portals."""
    owner = model.settings.owner
    mine = {link.source for link in model.incoming(owner, "owned_by")} if owner else set()
    return {a.id for a in model.applications if a.category in SITES and (a.category == "dvc_portal" or a.id in mine)}


def _touches(model: Model, id: str, others: set[str], day: str) -> bool:
    """Whether a flow, `serves` or `part_of` that holds or is planned joins ``id`` with one of ``others``, either way."""
    links = [*holding(model.outgoing(id), day), *holding(model.incoming(id), day)]
    return any(
        {link.source, link.target} & (others - {id})
        for link in links
        if link.type in {"serves", "part_of"}
        or (link.type == "flow" and getattr(link, "state", None) not in {"ended", "not_connected"})
    )
