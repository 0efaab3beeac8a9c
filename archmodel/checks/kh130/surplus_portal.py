"""KH130-07: reorganised bodies with several portals, or with none on record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.bodies import in_effect, offices
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.platforms import own_systems
from archmodel.checks.kh130.portals import Site, by_owner, is_section, works
from archmodel.checks.kh130.reorganisation import speaks_for
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.text.words import Words


def _merged(model: Model, day: str) -> list[Organisation]:
    """The offices of the day that took over from others."""
    return [body for body in offices(model, day) if model.origin.outgoing(body.id, "succeeds")]


def _published(model: Model, day: str) -> set[str]:
    """The bodies recorded to publish in a section of a portal of the City: `used_by` on that portal."""
    portals = [portal for portal in own_systems(model, "portal") if works(model, portal, day)]
    return {r.target for portal in portals for r in model.outgoing(portal.id, "used_by") if r.holds_on(day)}


def _owned(model: Model, day: str) -> dict[str, list[Site]]:
    """The sites of each body, those of one subject aside: a site that realises a function speaks for that function."""
    every = by_owner(model, day)
    found = {id: [site for site in sites if not model.outgoing(site.id, "realizes")] for id, sites in every.items()}
    return {id: sites for id, sites in found.items() if sites}


def _silent(model: Model, day: str) -> list[Organisation]:
    owned, published = _owned(model, day), _published(model, day)
    return [body for body in _merged(model, day) if body.id not in owned and body.id not in published]


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    silent = _silent(model, day)
    city = speaks_for(model, silent) if silent else None
    return {body.id for body in _merged(model, day)} - {body.id for body in silent} | ({city.id} if city else set())


@rule(
    "KH130-07",
    Severity.ERROR,
    title=Words("Một cổng/trang thông tin điện tử cho mỗi đơn vị mới", "One portal per new unit"),
    scope=_judged,
    cites=("KH130:Phụ lục, mục II.1",),
    plan=("KH130-SP1.1",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Body formed by merger with two portals at work, or with none on record.

    Why: people who look for the new unit find two official sites that say different things, or none.
    Found: a body that succeeds others and owns two working portals (or addresses of sites) neither of which is part of
      the other; insufficient: portals of one body whose state is not stated; merged bodies with neither a portal nor a
      section of a City portal on record (named together, about the City).
    Fix: end or fold in the surplus portal (`part_of`), state `state`; a body that publishes in a section of a City
      portal is written in `used_by` of that portal; a site of one subject `realizes` the function it speaks for.
    Misses: the common template of interface (no record says which template a site follows). Sites that realise a
      function, such as one on land prices, are sites of that subject and not counted as the portal of the body.
    Vì sao: người dân tìm đơn vị mới thì gặp hai trang chính thức nói khác nhau, hoặc không gặp trang nào.
    Phát hiện: đơn vị kế thừa đơn vị khác mà có hai cổng (hay địa chỉ trang) đang chạy, không cổng nào là bộ phận của
      cổng kia. Chưa đủ cơ sở: chưa ghi trạng thái các cổng; đơn vị mới chưa có cổng hay chuyên mục trên cổng Thành phố
      (nêu chung một lần, về Thành phố).
    Khắc phục: kết thúc hoặc gộp cổng thừa (`part_of`), ghi `state`; đơn vị đăng trên chuyên mục thì ghi vào `used_by`
      của cổng Thành phố; trang theo chủ đề thì ghi `realizes` chức năng của nó.
    Bỏ sót: mẫu giao diện chung (chưa có bản ghi nêu mẫu nào). Trang có `realizes` một chức năng (như giá đất) là trang
      theo chủ đề, không tính là cổng của đơn vị.
    """
    owned = _owned(model, day)
    silent = _silent(model, day)
    if silent and (city := speaks_for(model, silent)):
        names = listed(body.id for body in silent)
        whom = Words(f"(hoặc 'used_by' của cổng Thành phố) cho {names}", f"(or 'used_by' of a City portal) for {names}")
        yield unstated(city, [Blank("portal 'owned_by'", whom)])
    for body in _merged(model, day):
        mine = owned.get(body.id, [])
        whole = [site for site in mine if not is_section(model, site, (other.id for other in mine), day)]
        yield from _weighed(model, body, whole, day)


def _weighed(model: Model, body: Organisation, mine: list[Site], day: str) -> Iterator[Finding]:
    states = {site.id: works(model, site, day) for site in mine}
    working = [id for id, state in states.items() if state]
    doubtful = [id for id, state in states.items() if state is None]
    if len(working) > 1:
        yield Finding(
            body,
            Words(f"'{body.id}' có {len(working)} cổng/trang cùng hoạt động: {listed(working)}",
                  f"'{body.id}' has {len(working)} portals at work: {listed(working)}"),
            Words("giữ một cổng; ghi 'until' hoặc 'part_of' cho cổng còn lại, hoặc ngoại lệ kèm lý do",
                  "keep one; give the others 'until' or 'part_of', or waive with a reason"),
            see=places(site for site in mine if states[site.id]),
        )  # fmt: skip
    elif doubtful:
        names = listed(doubtful)
        yield unstated(body, [Blank("'state'", Words(f"của cổng/trang {names}", f"of portal {names}"))])
    elif mine and not working:
        names = listed(states)
        whom = Words(f"thay cho {names} (đã dừng)", f"instead of {names} (out of work)")
        yield unstated(body, [Blank("portal 'owned_by'", whom)])
