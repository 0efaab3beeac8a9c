"""KH130-12: entries to public services beside the one entry."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_active
from archmodel.analysis.bodies import in_effect
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.platforms import national_systems, own_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Application, Service
from archmodel.model.model import Model
from archmodel.text.words import Words


def _entries(model: Model, day: str) -> list[Application]:
    """The City's own public-service portals that work on ``day`` or may."""
    return [entry for entry in own_systems(model, "dvc_portal") if is_active(entry, day) is not False]


def _online(model: Model, day: str) -> list[Service]:
    return [service for service in model.services if service.category == "dvc" and service.holds_on(day)]


@rule(
    "KH130-12",
    Severity.ERROR,
    title=Words("Một giao diện truy cập dịch vụ công thống nhất", "One entry to public services"),
    scope=lambda model, day: (
        [x.id for x in (*_entries(model, day), *_online(model, day))] if in_effect(model, day) else ()
    ),
    cites=("KH130:Phụ lục, mục II.2", "ND118_2025", "ND224_2026:Điều 15 khoản 1"),
    plan=("KH130-SP2.1", "KH130-GP1"),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Public-service portal of the City beside the national one, or online service not reached through it.

    Why: two doors with two accounts and two sets of forms make people file twice and lose cases between them.
    Found: a working own public-service portal none of whose addresses redirects to the national one, where the national
      one is on record and works; an online service served by such a portal and not by the national one; insufficient:
      the state of an own portal is not stated, or the national portal (a reference record of category dvc_portal) is
      not on record or not known to work; an online service with no `serves` from it.
    Fix: end the own portal or add `redirects_to` from its address; record `serves` from the national portal.
    Misses: apps of other categories through which people may file; whether a redirect covers every page.
    Vì sao: hai cửa với hai tài khoản, hai bộ biểu mẫu khiến người dân nộp hai lần và hồ sơ lạc giữa hai nơi.
    Phát hiện: cổng dịch vụ công riêng đang chạy mà không địa chỉ nào chuyển hướng tới cổng quốc gia (đã ghi và đang chạy);
      dịch vụ công trực tuyến do cổng riêng phục vụ mà cổng quốc gia thì không. Chưa đủ cơ sở: chưa ghi trạng thái cổng
      riêng; chưa có bản ghi tham chiếu cổng quốc gia (category dvc_portal) đang khai thác; dịch vụ chưa có `serves`.
    Khắc phục: kết thúc cổng riêng hoặc ghi `redirects_to` ở địa chỉ của nó; ghi `serves` từ cổng quốc gia.
    Bỏ sót: ứng dụng loại khác có nhận hồ sơ; chuyển hướng có đủ mọi trang không.
    """
    unified = {entry.id for entry in national_systems(model, "dvc_portal") if is_active(entry, day)}
    own = {entry.id for entry in own_systems(model, "dvc_portal") if is_active(entry, day)}
    for entry in _entries(model, day):
        if _leads_to(model, entry, unified, day):
            continue
        if entry.id in own and unified:
            yield Finding(
                entry,
                Words(f"'{entry.id}' là cửa vào dịch vụ công thứ hai bên cạnh {listed(unified)}",
                      f"'{entry.id}' is a second entry to public services beside {listed(unified)}"),
                Words("ghi 'until', hoặc 'redirects_to' ở địa chỉ của nó tới cổng quốc gia",
                      "record its 'until', or 'redirects_to' from its address to the national portal"),
                see=places(model.targets(entry.id, "exposes")),
            )  # fmt: skip
        else:
            whose = Words(
                "của cổng quốc gia (record: reference, category: dvc_portal)",
                "of the national portal (record: reference, category: dvc_portal)",
            )
            yield unstated(entry, [Blank("'state' / 'redirects_to'")] if unified else [Blank("'usage'", whose)])
    for service in _online(model, day):
        serving = {link.source for link in holding(model.incoming(service.id, "serves"), day)}
        if serving & unified:
            continue
        if serving & own and unified:
            yield Finding(
                service,
                Words(f"dịch vụ '{service.id}' vào qua {listed(sorted(serving & own))}, không qua {listed(sorted(unified))}",
                      f"service '{service.id}' is entered through {listed(sorted(serving & own))}, not {listed(sorted(unified))}"),
                Words("đưa dịch vụ lên cổng quốc gia và ghi 'serves'", "offer it on the national portal and record 'serves'"),
                see=places(model.incoming(service.id, "serves")),
            )  # fmt: skip
        else:
            yield unstated(service, [Blank("'serves'", Words("từ cổng quốc gia", "from the national portal"))])


def _leads_to(model: Model, entry: Application, unified: set[str], day: str) -> bool:
    """Whether an address of ``entry`` redirects, directly or through others, to an address of a unified entry."""
    edge = [link.target for link in model.outgoing(entry.id, "exposes")]
    doors = {link.target for id in unified for link in model.outgoing(id, "exposes")}
    seen: set[str] = set()
    for _ in range(model.settings.max_redirect_hops):
        seen |= set(edge)
        edge = [
            r.target for id in edge for r in holding(model.outgoing(id, "redirects_to"), day) if r.target not in seen
        ]
        if set(edge) & doors:
            return True
    return False
