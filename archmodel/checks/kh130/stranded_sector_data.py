"""KH130-25: sectors whose data stops on its way from the communes to the centre, and district data without a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import holding, is_active, is_family, is_own
from archmodel.analysis.bodies import in_effect, owners
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.carriage import Carriage, carriage
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Application, Dataset, Organisation, Sector
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.text.words import Words

SHOWING = frozenset({"portal", "channel"})


def _formed_at_base(model: Model, day: str) -> dict[str, list[str]]:
    """The sectors by id, with the systems and data in them that communes own or use; portals and channels only show."""
    found: dict[str, list[str]] = {}
    elements: list[Application | Dataset] = [*model.applications, *model.datasets]
    for element in elements:
        if is_family(element) or is_active(element, day) is False or element.category in SHOWING:
            continue
        links = (*model.outgoing(element.id, "owned_by"), *model.outgoing(element.id, "used_by"))
        bodies = (model.elements.get(relation.target) for relation in holding(links, day))
        if any(isinstance(body, Organisation) and body.tier == "commune" and body.holds_on(day) for body in bodies):
            for relation in model.outgoing(element.id, "in_sector"):
                if isinstance(model.elements.get(relation.target), Sector):
                    found.setdefault(relation.target, []).append(element.id)
    return found


def _of_districts(model: Model, day: str) -> list[Dataset]:
    """The City's data that was formed at district level."""
    return [
        data
        for data in with_past(model).datasets
        if is_own(data)
        and not is_family(data)
        and (data.scope == "district" or any(body.tier == "district" for body in owners(model, data.id, day)[1]))
    ]


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    return [*_formed_at_base(model, day), *(data.id for data in _of_districts(model, day))]


@rule(
    "KH130-25",
    Severity.WARNING,
    title=Words(
        "Dữ liệu chuyên ngành liên thông giữa cấp xã, Thành phố và Trung ương",
        "Sector data flows commune - City - centre",
    ),
    scope=_judged,
    cites=("KH130:Mục 2",),
    plan=("KH130-T2c",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Sector whose data the communes form and no working flow carries on, or district data nobody planned the use of.

    Why: with the districts gone nobody carries files upwards by hand; what does not flow stays in the commune.
    Found: a sector where communes own or use systems, and every way on record to a system outside the City is down. No
      way on record, a way over flows without `state`, and data formed by districts without `use_plan` are insufficient.
    Fix: record the flows from the commune's or the City's system to the national one, with `state`; write `use_plan`.
    Misses: sectors no system or data set of which is linked to a commune; one working way is enough for a sector; how
      district data was split over communes, which `use_plan` tells in words.
    Vì sao: không còn cấp huyện thì không ai chuyển hồ sơ lên bằng tay; dữ liệu không chảy là nằm lại ở xã.
    Phát hiện: lĩnh vực có hệ thống cấp xã sở hữu hoặc dùng mà mọi đường đã ghi ra hệ thống ngoài Thành phố đều ngừng.
      Chưa ghi đường nào, đường qua luồng thiếu `state`, dữ liệu cấp huyện thiếu `use_plan`: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi luồng từ hệ thống của xã hoặc Thành phố lên quốc gia, kèm `state`; ghi `use_plan`.
    Bỏ sót: lĩnh vực không có hệ thống, dữ liệu nào gắn với cấp xã; mỗi lĩnh vực chỉ cần một đường hoạt động; cách chia
      dữ liệu cấp huyện cho các xã (nêu bằng lời trong `use_plan`).
    """
    ways = carriage(model, day)
    for id, sources in _formed_at_base(model, day).items():
        yield from _carried(model, model[id], sources, ways, day)
    for data in _of_districts(model, day):
        if data.use_plan is None:
            yield unstated(data, [Blank("'use_plan'", Words("(dữ liệu cấp huyện)", "(data formed by a district)"))])


def _carried(model: Model, sector: Element, sources: list[str], ways: Carriage, day: str) -> Iterator[Finding]:
    if ways.sure.intersection(sources):
        return
    names = listed(sources)
    if ways.possible.intersection(sources):
        links = (r for id in sources for r in (*model.outgoing(id, "flow"), *model.incoming(id, "flow")))
        flows = {r.id for r in links if isinstance(r, Flow) and (r.state == "other" or is_active(r, day) is None)}
        which = f" {listed(sorted(flows))}" if flows else ""
        of = Words(f"của luồng{which} (đường đi từ {names})", f"of flow{which} (on the way from {names})")
        yield unstated(sector, [Blank("'state'", of)])
    elif ways.drawn.intersection(sources):
        kept = [*sources, *(link.target for id in sources for link in model.outgoing(id, "accesses"))]
        yield Finding(
            sector,
            Words(
                f"dữ liệu lĩnh vực '{sector.id}' từ cấp xã ({names}) không ra khỏi Thành phố: mọi luồng đã ghi đều ngừng",
                f"data of the sector '{sector.id}' from the communes ({names}) does not leave the City: every flow on record is down",
            ),
            Words("khôi phục hoặc ghi luồng thay thế", "restore the flow, or record the one that took its place"),
            see=places(flow for id in dict.fromkeys(kept) for flow in model.outgoing(id, "flow")),
        )
    else:
        of = Words(f"từ {names} tới hệ thống ngoài Thành phố", f"from {names} to a system outside the City")
        yield unstated(sector, [Blank("'flow'", of)])
