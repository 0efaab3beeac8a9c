"""SEC-09: data centres and high-level systems on one line, without a zone or a backup."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.sec.levels import System, own_systems, security_of
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.elements import Application, Network, Node
from archmodel.model.model import Model
from archmodel.model.relations import Connection
from archmodel.text.words import Words

HIGH, ROUTES = 4, 2


def _lines(model: Model, system: System, day: str) -> list[Connection]:
    """How a system, or the node it is hosted on, is joined to the dedicated state data network."""
    hosts = (r.target for r in model.outgoing(system.id, "hosted_on") if r.holds_on(day))
    return [
        r
        for id in (system.id, *hosts)
        for r in model.outgoing(id, "connected_by")
        if isinstance(r, Connection)
        and r.holds_on(day)
        and isinstance(network := model.elements.get(r.target), Network)
        and network.category == "tslcd"
    ]


def _is_centre(system: System) -> bool:
    return isinstance(system, Node) and system.category == "data_centre"


def _judged(model: Model, day: str) -> Iterator[tuple[System, list[Connection]]]:
    for system in own_systems(model, day):
        lines = _lines(model, system, day)
        if lines or _is_centre(system) or (security_of(system).level or 0) >= HIGH:
            yield system, lines


@rule(
    "SEC-09",
    Severity.WARNING,
    title=Words("Kênh truyền, cổng kết nối và hai hướng vật lý", "Network paths - gateway, zones, two physical routes"),
    scope=lambda model, day: [system.id for system, _ in _judged(model, day)],
    cites=("QD1425", "TT06_2026:Điều 5 khoản 3 điểm c, khoản 4; Điều 8 khoản 1, khoản 2, khoản 3"),
    tier="law",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Data centre or system of level 4 or 5 on a single route, or connected without level, zone or backup.

    Why: one cut cable must not stop a city; what joins the state network without a zone opens it to all the others.
    Found: a data centre of the City, or a system of level 4 or 5 on the dedicated network, with fewer than two physical
      routes recorded; a connected system said to be in no separated zone; a system of level 4 or 5 whose backup is said not
      to apply. Line, routes, level, zone or backup not recorded is insufficient.
    Fix: order a second route (the post office or the hosting enterprise lays it) and record `connected_by` with `routes`,
      `security.isolation`, and `quality.backup` or `fallback`.
    Misses: the gateway itself and fibre, which the catalogue does not tell apart from other equipment; systems not
      recorded as joined to the dedicated network and below level 4.
    Vì sao: đứt một tuyến cáp không được làm dừng Thành phố; hệ thống vào mạng chuyên dùng không phân vùng mở lối tới mọi hệ thống khác.
    Phát hiện: trung tâm dữ liệu của Thành phố, hoặc hệ thống cấp 4-5 trên mạng chuyên dùng, ghi chưa đủ hai hướng vật lý; hệ
      thống kết nối ghi không phân vùng; hệ thống cấp 4-5 ghi sao lưu không áp dụng. Chưa ghi kênh, số hướng, cấp độ, phân vùng
      hay sao lưu: chưa đủ cơ sở.
    Khắc phục: thêm hướng thứ hai (Cục Bưu điện Trung ương hoặc doanh nghiệp cho thuê xây dựng), ghi `connected_by` kèm `routes`,
      `security.isolation`, và `quality.backup` hoặc `fallback`.
    Bỏ sót: cổng kết nối và loại cáp (chưa phân biệt được); hệ thống dưới cấp 4 chưa ghi kết nối mạng chuyên dùng.
    """
    fix = Words("thêm hướng vật lý thứ hai, phân vùng, sao lưu", "add a second route, a zone, a backup")
    for system, lines in _judged(model, day):
        said = [*_routes(system, lines), *_zone(system, lines), *_backup(model, system, day)]
        yield from verdict(system, said, fix)


def _routes(system: System, lines: list[Connection]) -> Iterator[Words | str]:
    if not _is_centre(system) and (not lines or (security_of(system).level or 0) < HIGH):
        return
    counts = [line.routes for line in lines]
    routes = sum(count or 0 for count in counts)
    if not lines:
        yield "connected_by (tslcd, routes)"
    elif routes < ROUTES and None in counts:
        yield "connected_by.routes"
    elif routes < ROUTES:
        yield Words(f"'{system.id}' chỉ có {routes} hướng vật lý tới mạng truyền số liệu chuyên dùng",
                    f"'{system.id}' has only {routes} physical route to the dedicated data network")  # fmt: skip


def _zone(system: System, lines: list[Connection]) -> Iterator[Words | str]:
    if not lines:
        return
    security = security_of(system)
    if security.level is None:
        yield "security.level"
    if security.isolation is None:
        yield "security.isolation"
    elif security.isolation == "none":
        yield Words(
            f"'{system.id}' nối mạng chuyên dùng mà không phân vùng", f"'{system.id}' is connected in no separate zone"
        )


def _backup(model: Model, system: System, day: str) -> Iterator[Words | str]:
    if (security_of(system).level or 0) < HIGH or system.fallback is not None:
        return
    quality = system.quality if isinstance(system, Application) else None
    hosts = {r.target for r in model.outgoing(system.id, "hosted_on") if r.holds_on(day)}
    if {"backup", "fallback", "quality.backup"} & set(system.not_applicable):
        yield Words(
            f"'{system.id}' cấp cao mà ghi sao lưu không áp dụng", f"'{system.id}' says backup does not apply to it"
        )
    elif not (quality and quality.backup) and len(hosts) < ROUTES:
        yield "quality.backup / fallback" if isinstance(system, Application) else "fallback"
