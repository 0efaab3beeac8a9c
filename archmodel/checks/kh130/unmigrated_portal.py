"""KH130-08: old portals whose content has not arrived anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active, is_own, unsettled
from archmodel.analysis.bodies import gone
from archmodel.analysis.lives import with_past
from archmodel.analysis.succession import successors
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Migration
from archmodel.text.days import certainly_after
from archmodel.text.words import Words

ARRIVED = frozenset({"done", "verified"})


def _old(model: Model, day: str) -> list[Application]:
    """The City's portals of bodies that ended or merged which no longer work, or may not."""
    return [
        portal
        for portal in with_past(model).applications
        if portal.category == "portal" and is_own(portal) and not is_active(portal, day)
        if any(_reorganised(model, owner, day) for owner in model.origin.targets(portal.id, "owned_by"))
    ]


def _reorganised(model: Model, owner: object, day: str) -> bool:
    return isinstance(owner, Organisation) and (gone(owner, day) or bool(successors(model.origin, owner.id)))


@rule(
    "KH130-08",
    Severity.ERROR,
    title=Words("Nội dung cổng cũ được hợp nhất, không mất dữ liệu", "Old portal content is merged without loss"),
    scope=lambda model, day: [portal.id for portal in _old(model, day)],
    cites=("KH130:Phụ lục, mục II.1",),
    plan=("KH130-SP1.2",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Old portal whose content was not moved or archived before it ended.

    Why: decisions, notices and fees people rely on vanish with the site that carried them.
    Found: a portal of a body that ended or merged which has ended while its content is still to be moved, or before
      the day its move was done; insufficient: its content (`accesses`) and where it went (`migrates_to`, `archived_in`)
      is not recorded, or the state, day or evidence of the move; or whether the portal works at all.
    Fix: record the content, its `migrates_to` with state, on and evidence such as counts, or `archived_in`.
    Misses: portals that go on under a successor, which lose nothing by it; whether the counts agree; important pages,
      which KH130-09 follows.
    Vì sao: quyết định, thông báo, biểu phí người dân dựa vào mất theo trang từng đăng chúng.
    Phát hiện: cổng của đơn vị đã kết thúc hay sáp nhập đã dừng mà nội dung chưa chuyển xong, hoặc dừng trước ngày chuyển
      xong. Chưa đủ cơ sở: chưa ghi nội dung (`accesses`) và nơi đến (`migrates_to`, `archived_in`), trạng thái, ngày, minh
      chứng chuyển, hoặc cổng còn hoạt động hay không.
    Khắc phục: ghi nội dung, `migrates_to` kèm state, on và minh chứng (số mục), hoặc `archived_in`.
    Bỏ sót: cổng do đơn vị kế thừa tiếp tục dùng (không mất gì); số mục có khớp không; trang quan trọng (KH130-09 xét).
    """
    for portal in _old(model, day):
        ended = is_active(portal, day) is False
        wrong: list[Words] = []
        absent = [] if ended else [Blank(f"'{unsettled(portal)}'")]
        homes = _content(model, portal)
        if not homes:
            absent.append(Blank("'accesses', 'migrates_to' / 'archived_in'", Words("của nội dung", "of its content")))
        for id in homes:
            against, missing = _moved(model, portal, id, ended=ended)
            wrong += against
            absent += missing
        if wrong:
            told = together(wrong)
            yield Finding(
                portal,
                Words(f"cổng cũ '{portal.id}': {told.vi}", f"old portal '{portal.id}': {told.en}"),
                Words(
                    "chuyển xong nội dung và ghi state, on, minh chứng",
                    "finish the move; record state, on and evidence",
                ),
            )
        elif absent:
            yield unstated(portal, absent)


def _content(model: Model, portal: Application) -> list[str]:
    """Where the content of a portal is kept: the portal itself where it migrates as one, else its data sets."""
    if model.origin.outgoing(portal.id, "migrates_to"):
        return [portal.id]
    return list(dict.fromkeys(link.target for link in model.origin.outgoing(portal.id, "accesses")))


def _moved(model: Model, portal: Application, id: str, *, ended: bool) -> tuple[list[Words], list[Blank]]:
    """What contradicts that the content ``id`` arrived in time, and what is not recorded to know."""
    past = model.origin
    moves = [link for link in past.outgoing(id, "migrates_to") if isinstance(link, Migration)]
    if past.outgoing(id, "archived_in"):
        return [], []
    if not moves:
        return [], [Blank("'migrates_to' / 'archived_in'", Words(f"của {id}", f"of {id}"))]
    arrived = [move for move in moves if move.state in ARRIVED]
    where = listed(move.target for move in moves)
    if not arrived and any(move.state is None for move in moves):
        return [], [Blank("'migrates_to.state'", Words(f"từ {id} tới {where}", f"from {id} to {where}"))]
    if not arrived:
        return (
            [Words(f"đã dừng mà '{id}' chưa chuyển xong tới {where}", f"ended, yet '{id}' is still to move to {where}")]
            if ended
            else []
        ), []
    late = [move for move in arrived if move.on and portal.until and certainly_after(move.on, portal.until)]
    if len(late) == len(arrived):
        told = f"'{id}' {late[0].on} > {portal.until}"
        return [Words(f"dừng trước khi chuyển xong ({told})", f"ended before the move was done ({told})")], []
    evident = bool(past.outgoing(id, "evidenced_by")) or any(move.evidence for move in arrived)
    missing = [
        name for name, is_there in (("on", any(move.on for move in arrived)), ("evidence", evident)) if not is_there
    ]
    return [], [Blank(f"'migrates_to.{name}'", Words(f"từ {id}", f"from {id}")) for name in missing]
