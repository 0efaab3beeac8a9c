"""SEC-04: hosts, networks and gateways weaker than what they carry."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.sec.carriers import loads
from archmodel.checks.sec.levels import System, security_of
from archmodel.checks.sec.verdicts import verdict
from archmodel.model.elements import Node
from archmodel.model.model import Model
from archmodel.text.words import Words

SHARED = frozenset({"cloud", "data_centre"})
TOP, ZONED = 5, 3


@rule(
    "SEC-04",
    Severity.ERROR,
    title=Words(
        "Cấp độ hạ tầng, nền tảng không thấp hơn hệ thống đặt trên đó",
        "Hosting and shared platforms are not weaker than what they carry",
    ),
    scope=loads,
    cites=("ND331_2026:Điều 30 khoản 8, khoản 9",),
    plan=("KH130-GP5",),
    confidence="medium",
    practice="high-water-mark rule of security categorisation; separation duty from the decree",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Host, network or gateway with a lower level than a system that rests on it.

    Why: whoever holds the host holds what runs on it; a safe system on a weak host is a weak system.
    Found: a host or network with a lower level than what it carries (in a data centre or cloud, without a zone set apart);
      a system of level 3 to 5 in a shared environment said not to be apart, or level 5 apart only logically; the City's
      gateway every flow of a system crosses, below its level. Levels or isolation not recorded are insufficient.
    Fix: raise the host, move the system, or record the zone as `security.isolation` of the system or of the host.
    Misses: data sets and interfaces (they have no level); facilities; systems whose host is not recorded.
    Vì sao: ai giữ máy chủ là giữ hệ thống chạy trên đó; hệ thống an toàn trên nền yếu là hệ thống yếu.
    Phát hiện: hạ tầng, mạng có cấp độ thấp hơn hệ thống đặt trên đó (ở trung tâm dữ liệu, đám mây: khi không có vùng riêng);
      hệ thống cấp 3-5 trong môi trường dùng chung mà không tách, hoặc cấp 5 chỉ tách lô-gíc; nền tảng của Thành phố mà mọi
      luồng của hệ thống đi qua có cấp thấp hơn. Chưa ghi cấp độ hay phân tách: chưa đủ cơ sở.
    Khắc phục: nâng hạ tầng, chuyển hệ thống, hoặc ghi vùng riêng vào `security.isolation`.
    Bỏ sót: dữ liệu và giao diện (không có cấp độ); cơ sở vật lý; hệ thống chưa ghi nơi đặt.
    """
    for id, carried in loads(model, day).items():
        host = model[id]
        if isinstance(host, System):
            judged = [fault for system in carried if (fault := _judge(host, system))]
            missing = [field for system in carried for field in _unsaid(host, system)]
            names = ", ".join(system.id for system in carried)
            named = Words(f"'{id}', nơi phục vụ {names},", f"'{id}', which carries {names},")
            yield from verdict(host, [*judged, *missing], _FIX, named)


_FIX = Words("nâng cấp độ, chuyển hệ thống, hoặc bố trí và ghi vùng riêng ('security.isolation')",
             "raise it, move the system, or set a zone apart and record it ('security.isolation')")  # fmt: skip


def _judge(host: System, system: System) -> Words | None:
    """What is wrong with a system resting on a host, as far as both record their levels."""
    carries, level, zone = security_of(system).level, security_of(host).level, _zone(host, system)
    if carries is None:
        return None
    if _is_shared(host) and carries >= ZONED and zone is not None and not _apart(carries, zone):
        return Words(f"'{system.id}' cấp {carries} đặt tại '{host.id}' mà phân tách là '{zone}'",
                     f"'{system.id}' of level {carries} is in '{host.id}' with isolation '{zone}'")  # fmt: skip
    if level is None or level >= carries or (_is_shared(host) and (zone is None or _apart(carries, zone))):
        return None
    return Words(f"'{host.id}' cấp {level} phục vụ '{system.id}' cấp {carries}",
                 f"'{host.id}' of level {level} carries '{system.id}' of level {carries}")  # fmt: skip


def _unsaid(host: System, system: System) -> Iterator[str]:
    carries, level, zone = security_of(system).level, security_of(host).level, _zone(host, system)
    if level is None and carries != 1 and not (_is_shared(host) and carries and zone and _apart(carries, zone)):
        yield f"security.level ({host.id})"
    if carries is None and (level != TOP or _is_shared(host)):
        yield f"security.level ({system.id})"
    if carries is not None and zone is None and _is_shared(host) and (carries >= ZONED or carries > (level or TOP)):
        yield f"security.isolation ({system.id})"


def _zone(host: System, system: System) -> str | None:
    return security_of(system).isolation or security_of(host).isolation


def _apart(level: int, zone: str) -> bool:
    return zone == "physical" or (zone == "logical" and level < TOP)


def _is_shared(host: System) -> bool:
    return isinstance(host, Node) and host.category in SHARED
