"""KH130-09: important addresses of ended portals that lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.analysis.activity import is_active, is_own
from archmodel.analysis.bodies import owners
from archmodel.analysis.lives import with_past
from archmodel.analysis.registers import same_place
from archmodel.analysis.trails import exposing, followed, held_under, is_successors
from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.portals import SITES
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Interface
from archmodel.model.model import Model
from archmodel.text.words import Words

FIX = Words("ghi 'redirects_to' tới trang đang hoạt động của đơn vị kế thừa",
            "add 'redirects_to' to a working address of the successor")  # fmt: skip


def _left(model: Model, day: str) -> list[Interface]:
    """The own pages and APIs of portals that ended or merged and of bodies that ended, unless stated unimportant."""
    return [
        page
        for page in with_past(model).interfaces
        if page.category in {"url", "api"} and is_own(page) and page.important is not False
        if _was_left(model, page, day)
    ]


def _was_left(model: Model, page: Interface, day: str) -> bool:
    past = model.origin
    portals = [app for app in exposing(past, page) if app.category in SITES]
    if portals and all(is_active(app, day) is False for app in portals):
        return True
    if not portals and exposing(past, page):
        return False
    bodies = [owners(model, home, day) for home in held_under(model, page)]
    return any(ended for _, ended in bodies) and not any(living for living, _ in bodies)


@rule(
    "KH130-09",
    Severity.ERROR,
    title=Words(
        "URL/API quan trọng được giữ nguyên hoặc chuyển hướng", "Important URLs and APIs are kept or redirected"
    ),
    scope=lambda model, day: [page.id for page in _left(model, day)],
    cites=("KH130:Phụ lục, mục II.1",),
    plan=("KH130-SP1.3",),
    tier="must",
    practice="hop limit and loop test are common web practice",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Important address of an ended portal that leads nowhere.

    Why: links in decisions, search engines and other systems go on calling the old address for years.
    Found: an important address of a portal or body that ended which is out of work and neither kept nor redirected; a
      redirect that runs in a circle, through too many steps, to an address out of work, or to a body that did not
      succeed the old owner; an address now used by such a body; insufficient: `important` is not stated of an address
      that no redirect leads on from, or whose host now serves another body; the state or owner of the end is not.
    Fix: add `redirects_to` to the successor's working page, or keep the address; state `important`.
    Misses: paths nobody recorded; whether the page reached shows the same content.
    Vì sao: liên kết trong văn bản, máy tìm kiếm, hệ thống khác còn gọi địa chỉ cũ nhiều năm.
    Phát hiện: địa chỉ quan trọng của cổng hay đơn vị đã kết thúc, không còn chạy mà không giữ, không chuyển hướng; chuyển
      hướng thành vòng, qua quá nhiều bước, tới trang đã dừng, hoặc tới đơn vị không kế thừa; địa chỉ nay do đơn vị như
      vậy dùng. Chưa đủ cơ sở: chưa ghi `important` của địa chỉ chưa chuyển hướng hay nay phục vụ đơn vị khác; chưa ghi
      trạng thái, chủ quản của nơi đến.
    Khắc phục: ghi `redirects_to` tới trang đang chạy của đơn vị kế thừa, hoặc giữ địa chỉ; ghi `important`.
    Bỏ sót: đường dẫn chưa ai ghi; trang đến có cùng nội dung không.
    """
    places: dict[str, list[Interface]] = defaultdict(list)
    for page in with_past(model).interfaces:
        if page.address:
            places[same_place(page.address)].append(page)
    for page in _left(model, day):
        if is_active(page, day):
            continue
        now = [other for other in places[same_place(page.address)] if is_active(other, day)]
        wrong, absent = _taken_over(model, page, now[0], day) if now else _leads(model, page, day)
        if wrong and page.important:
            yield Finding(
                page,
                Words(f"địa chỉ quan trọng '{page.id}' {wrong.vi}", f"important address '{page.id}' {wrong.en}"),
                FIX,
            )
        elif wrong:
            yield unstated(page, [Blank("'important'", Words(f"({wrong.vi})", f"({wrong.en})")), *absent])
        elif absent:
            yield unstated(page, absent)


def _taken_over(model: Model, page: Interface, now: Interface, day: str) -> tuple[Words | None, list[Blank]]:
    """An address that works under another record: right for a successor, who must still lead on the old pages."""
    if is_successors(model, now, page, day) is False:
        return Words(
            f"nay là '{now.id}' của đơn vị không kế thừa", f"is now '{now.id}' of a body that did not succeed"
        ), []
    whom = Words(f"(địa chỉ nay là '{now.id}')", f"(the address is now '{now.id}')")
    return None, [] if page.important else [Blank("'important'", whom)]


def _leads(model: Model, page: Interface, day: str) -> tuple[Words | None, list[Blank]]:
    """Where the redirects of an address lead: what is wrong with it, and what is not recorded to know."""
    trail = followed(model, page, day)
    told, end = " → ".join(trail.path), trail.end
    if trail.fault == "circle":
        return Words(f"chuyển hướng thành vòng: {told}", f"is redirected in a circle: {told}"), []
    if trail.fault == "length":
        most = model.settings.max_redirect_hops
        return Words(f"chuyển hướng quá {most} bước: {told}", f"takes more than {most} redirects: {told}"), []
    if trail.works is None:
        needed = [Blank("'state'", Words(f"của {end.id}", f"of {end.id}"))]
        return None, needed if page.important else [Blank("'important'"), *needed]
    if trail.fault == "dead_end":
        return Words(f"không dẫn tới trang đang hoạt động: {told}", f"leads to no working page: {told}"), []
    answers = is_successors(model, end, page, day)
    if answers is False:
        return Words(
            f"chuyển hướng tới '{end.id}' của đơn vị không kế thừa",
            f"leads to '{end.id}' of a body that did not succeed",
        ), []
    return None, [] if answers else [Blank("'owned_by'", Words(f"của {end.id}", f"of {end.id}"))]
