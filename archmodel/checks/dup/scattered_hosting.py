"""DUP-05: rooms and centres of one's own where shared hosting fits."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import COMING, is_active, is_own, linked
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import listed, places, together
from archmodel.model.elements import Node
from archmodel.model.model import Model
from archmodel.text.words import Words

ROOMS = {"server_room", "server"}
CENTRES = {"data_centre", "cluster"}
SHARED = {"data_centre", "cloud"}


def _shared(model: Model, day: str) -> list[Node]:
    """Data centres and clouds others may use that run on the day, or may: the City's own and those of the nation."""
    return [node for node in model.nodes if node.category in SHARED and is_active(node, day) is not False]


def _judged(model: Model, day: str) -> list[Node]:
    """Rooms a unit under the City runs - not the City itself, and not who has its shared centre - and centres to come."""
    shared = _shared(model, day)
    if not shared:
        return []
    common = {body.id for n in shared for t in ("owned_by", "operated_by") for body in linked(model, n.id, t, day)}
    common.add(model.settings.owner or "")
    rooms = [n for n in model.nodes if n.category in ROOMS and is_active(n, day) is not False]
    apart = [n for n in rooms if common.isdisjoint(b.id for b in linked(model, n.id, "owned_by", day))]
    coming = [n for n in model.nodes if n.category in CENTRES and n.state in COMING and (n.until or "9") > day]
    return [node for node in (*apart, *coming) if is_own(node)]


@rule(
    "DUP-05",
    Severity.WARNING,
    title=Words("Không trùng hạ tầng lưu trữ vận hành", "No scattered hosting where shared hosting fits"),
    scope=lambda model, day: [node.id for node in _judged(model, day)],
    cites=("QD1425", "KH130:Phụ lục, mục I.2", "ND224_2026:Điều 23 khoản 2"),
    plan=("KH130-GP2", "KH130-R-c"),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Server room of a unit, or new data centre, with no reason recorded.

    Why: every room needs guards, power, backup and people; scattered rooms are the first to fail and to be breached.
    Found: while a shared data centre or cloud runs, an own server room or server of a unit below the City without a
      recorded reason and review day, or whose review day has passed; and an own data centre or cluster planned or in
      build without a recorded reason why the shared or national one cannot serve. The message counts what is hosted.
      Where it is not recorded whether the room or the shared centre still runs, it is insufficient.
    Fix: move what is hosted there; or state `reuse_considered` on the node (or a `reason` on each `hosted_on`) and the
      review day as `disposition_on`.
    Misses: systems whose host is not recorded; whether the reason is a good one.
    Vì sao: mỗi phòng máy cần bảo vệ, điện, sao lưu, người trực; phòng máy phân tán là nơi hỏng và bị xâm nhập trước.
    Phát hiện: khi đã có trung tâm dữ liệu hoặc đám mây dùng chung, phòng máy chủ, máy chủ của đơn vị trực thuộc chưa ghi lý
      do và ngày xem xét lại, hoặc đã quá ngày đó; trung tâm dữ liệu, cụm tính toán dự kiến hay đang xây mà chưa ghi vì sao
      không dùng được phần dùng chung, quốc gia. Thông báo đếm số hệ thống đặt tại đó. Chưa ghi phòng máy hay trung tâm
      dùng chung còn hoạt động không: chưa đủ cơ sở đánh giá.
    Khắc phục: chuyển hệ thống đi; hoặc ghi `reuse_considered` ở nút (hay `reason` ở từng `hosted_on`) và ngày xem xét lại
      ở `disposition_on`.
    Bỏ sót: hệ thống chưa ghi nơi đặt; lý do có xác đáng hay không.
    """
    shared = _shared(model, day)
    running = [node for node in shared if is_active(node, day)]
    for node in _judged(model, day):
        lacks = _lacks(model, node, day)
        if not lacks:
            continue
        told = together(lacks)
        instead = [other for other in (running or shared) if other is not node]
        hosted = sum(r.holds_on(day) for r in model.incoming(node.id, "hosted_on"))
        count = f" × {node.instances}" if node.instances else ""
        load = Words(f" ({hosted} hệ thống, dữ liệu)", f" (hosts {hosted})") if hosted else Words("", "")
        coming = node.state in COMING
        sure = bool(running) and (coming or is_active(node, day) is True)
        unsure = [n.id for n in (node, *([] if running else instead)) if not coming and is_active(n, day) is None]
        doubt = Words(f"; chưa ghi 'state' của {listed(unsure)}", f"; 'state' not stated: {listed(unsure)}")
        yield Finding(
            node,
            Words(
                f"'{node.id}'{count}{load.vi} tách khỏi hạ tầng dùng chung "
                f"{listed(n.id for n in instead)}: {told.vi}{'' if sure else doubt.vi}",
                f"'{node.id}'{count}{load.en} stands apart from the shared "
                f"{listed(n.id for n in instead)}: {told.en}{'' if sure else doubt.en}",
            ),
            _PLAN if coming else _MOVE,
            Outcome.FAIL if sure else Outcome.INSUFFICIENT,
            see=places(instead),
        )


_PLAN = Words("dùng hạ tầng dùng chung thay vì xây mới; hoặc ghi 'reuse_considered'",
              "use the shared infrastructure instead; or state 'reuse_considered'")  # fmt: skip
_MOVE = Words("chuyển về hạ tầng dùng chung; hoặc ghi 'reuse_considered' và 'disposition_on'",
              "move to the shared infrastructure; or state 'reuse_considered' and 'disposition_on'")  # fmt: skip


def _lacks(model: Model, node: Node, day: str) -> list[Words]:
    """What the record lacks of a reason that still holds."""
    hosted = [r for r in model.incoming(node.id, "hosted_on") if r.holds_on(day)]
    lacks = []
    if not node.reuse_considered and not (hosted and all(r.reason for r in hosted)):
        lacks.append(Words("không ghi lý do", "no reason is recorded"))
    if node.state in COMING:
        return lacks
    if node.disposition_on is None:
        lacks.append(Words("không ghi ngày xem xét lại", "no review day is recorded"))
    elif node.disposition_on < day[: len(node.disposition_on)]:
        lacks.append(
            Words(f"quá ngày xem xét lại {node.disposition_on}", f"the review day {node.disposition_on} has passed")
        )
    return lacks
