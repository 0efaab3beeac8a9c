"""KH130-01: district-level bodies that still own, run, use or lead something."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import holding, is_active, unsettled
from archmodel.analysis.bodies import in_effect, is_group
from archmodel.analysis.deadlines import is_open
from archmodel.analysis.lives import with_past
from archmodel.analysis.succession import functions_taken
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.reorganisation import speaks_for
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Organisation, Task
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.text.days import certainly_after
from archmodel.text.words import Words

LINKS = ("owned_by", "operated_by", "used_by", "led_by")


def _districts(model: Model) -> list[Organisation]:
    return [body for body in with_past(model).organisations if body.tier == "district"]


def _held(model: Model) -> dict[str, list[Relation]]:
    """The links to district-level bodies, by the id of what they answer for."""
    held: dict[str, list[Relation]] = {}
    for body in _districts(model):
        for link in with_past(model).incoming(body.id):
            if link.type in LINKS and link.source in with_past(model):
                held.setdefault(link.source, []).append(link)
    return held


def _untaken(model: Model, day: str) -> list[Organisation]:
    """The districts whose functions nobody is recorded to have taken over."""
    return [body for body in _districts(model) if not is_group(body) and not functions_taken(model, body, day)]


def _judged(model: Model, day: str) -> set[str]:
    if not in_effect(model, day):
        return set()
    untaken = _untaken(model, day)
    city = speaks_for(model, untaken) if untaken else None
    bodies = {body.id for body in _districts(model)} - {body.id for body in untaken}
    return {*bodies, *_held(model), *([city.id] if city else [])}


@rule(
    "KH130-01",
    Severity.ERROR,
    title=Words(
        "Không còn đơn vị cấp huyện là chủ thể đang hoạt động",
        "No district-level unit remains as owner, operator or user",
    ),
    scope=_judged,
    cites=("KH130:Phần I, yêu cầu c; Mục 1",),
    plan=("KH130-R-c", "KH130-T1c"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """District-level body that outlives the district tier, or still answers for something.

    Why: from the first day of two-tier government no district can sign, pay, repair or be called about a system.
    Found: a district-level body that ends after that day or not at all; a working system, data set or node it owns,
      runs or uses, or open work it leads; insufficient: the state of what it answers for is not stated, or nobody is
      recorded to own it after the district; the day a body ended is vague; who took over the functions of districts
      is not recorded (named together, about the City).
    Fix: end the old relation with `until` and record who took over; record `succeeds` with scope function.
    Misses: functions of a district nobody recorded (only `assigned_to` is compared); coordinating bodies of tasks.
    Vì sao: từ ngày chính quyền hai cấp hoạt động, không cấp huyện nào còn ký, chi, sửa hay trả lời về một hệ thống.
    Phát hiện: đơn vị cấp huyện kết thúc sau ngày đó hoặc không kết thúc; hệ thống, dữ liệu, hạ tầng đang chạy do cấp
      huyện sở hữu, vận hành, dùng, hay việc còn mở do cấp huyện chủ trì. Chưa đủ cơ sở: chưa ghi trạng thái, chủ quản
      tiếp theo, ngày kết thúc rõ; chưa ghi ai nhận chức năng của cấp huyện (nêu chung một lần, về Thành phố).
    Khắc phục: ghi `until` cho quan hệ cũ và ghi đơn vị tiếp nhận; ghi `succeeds` với phạm vi function.
    Bỏ sót: chức năng cấp huyện chưa ai ghi (chỉ so `assigned_to`); đơn vị phối hợp của nhiệm vụ.
    """
    effect = model.settings.days.effect or day
    for body in _districts(model):
        yield from _outlives(body, effect)
    untaken = _untaken(model, day)
    if untaken and (city := speaks_for(model, untaken)):
        names = listed(body.id for body in untaken)
        whom = Words(f"của đơn vị nhận chức năng cấp huyện {names}", f"of those who took over the functions of {names}")
        yield unstated(city, [Blank("'succeeds' (scope: function)", whom)])
    for id, links in _held(model).items():
        yield from _answered_for(with_past(model)[id], links, with_past(model), day)


def _outlives(body: Organisation, effect: str) -> Iterator[Finding]:
    if body.until is None or certainly_after(body.until, effect):
        end = body.until or "-"
        yield Finding(
            body,
            Words(f"đơn vị cấp huyện '{body.id}' còn sau {effect} (until: {end})",
                  f"district-level body '{body.id}' outlives {effect} (until: {end})"),
            Words("ghi 'until' và đơn vị kế thừa", "record its 'until' and who succeeds it"),
        )  # fmt: skip
    elif body.holds_on(effect):
        vague = Words(f"đủ ngày (nay ghi {body.until})", f"to the day (now {body.until})")
        yield unstated(body, [Blank("'until'", vague)])


def _answered_for(element: Element, links: list[Relation], past: Model, day: str) -> Iterator[Finding]:
    told = ", ".join(f"{link.type} {link.target}" for link in holding(links, day))
    working = is_open(element, day) if isinstance(element, Task) else is_active(element, day)
    if working is False:
        return
    if told and working:
        yield Finding(
            element,
            Words(f"'{element.id}' đang hoạt động mà vẫn ghi {told} (cấp huyện)",
                  f"'{element.id}' is active and still {told} (district level)"),
            Words("ghi 'until' cho quan hệ cũ và đơn vị tiếp nhận", "end the old relation and record who took over"),
            at=holding(links, day)[0].place,
        )  # fmt: skip
    elif told:
        yield unstated(element, [Blank(f"'{unsettled(element)}'", Words(f"(vẫn ghi {told})", f"(it is still {told})"))])
    elif not holding(past.outgoing(element.id, "owned_by"), day):
        old = listed(link.target for link in links if link.type == "owned_by")
        if old:
            yield unstated(element, [Blank("'owned_by'", Words(f"sau {old}", f"after {old}"))])
