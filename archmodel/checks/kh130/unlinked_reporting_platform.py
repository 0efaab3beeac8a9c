"""KH130-23: a reporting platform cut off from the national one, or units it is not set up for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_active
from archmodel.analysis.bodies import in_effect, offices
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.common_system import stopped_using, unrecorded
from archmodel.checks.kh130.lists import listed, unstated
from archmodel.checks.kh130.national_link import ties, unbroken, works
from archmodel.checks.kh130.platforms import kept, national_systems, own_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.model import Model
from archmodel.text.words import Words

NATIONAL = Words("hệ thống báo cáo quốc gia", "the national reporting system")


def _judged(model: Model, day: str) -> Iterable[str]:
    main = kept(model, "reporting", day) if in_effect(model, day) else None
    return (main.id,) if main else ()


@rule(
    "KH130-23",
    Severity.ERROR,
    title=Words("Liên thông Hệ thống thông tin báo cáo quốc gia", "Linked with the national reporting system"),
    scope=_judged,
    cites=("KH130:Phụ lục, mục II.5", "ND09_2019"),
    plan=("KH130-SP5.3",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """City reporting platform whose tie to the national one is down or broke, or office taken off it.

    Why: a figure the centre cannot draw is asked for again on paper, from units that have just been formed.
    Found: no flow with a reference reporting system works, or none held on some day since the plan was issued; an
      office whose recorded use of the platform has ended. No such flow, a flow without `state` or `since`, and offices
      no `used_by` speaks of are insufficient.
    Fix: record the flow with `since` and `state`; put `used_by` on the platform for each reporting unit.
    Misses: which reference reporting system is the national one (any will do; one that succeeds another counts for
      both); which offices are bound to report.
    Vì sao: số liệu trung ương không lấy được thì lại đòi trên giấy, từ những đơn vị vừa thành lập.
    Phát hiện: không luồng nào với hệ thống báo cáo tham chiếu hoạt động, hoặc có ngày gián đoạn kể từ khi ban hành Kế
      hoạch; cơ quan đã thôi dùng nền tảng. Chưa có luồng, luồng thiếu `state`, `since`, cơ quan chưa được `used_by` nào
      nhắc tới: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi luồng kèm `since`, `state`; ghi `used_by` ở nền tảng cho từng đơn vị báo cáo.
    Bỏ sót: hệ thống báo cáo tham chiếu nào là hệ thống quốc gia (hệ thống nào cũng tính; hệ thống kế thừa tính cho cả
      hai); cơ quan nào có nghĩa vụ báo cáo.
    """
    main = kept(model, "reporting", day)
    if main is None:
        return
    past = with_past(model)
    national = [system.id for system in national_systems(past, "reporting")]
    flows = ties(past, (system.id for system in own_systems(past, "reporting")), national)
    wrong, absent = works(flows, day, NATIONAL)
    if flows and not wrong:
        broken, unknown = unbroken(flows, model.settings.days.issue or model.settings.days.effect or day, day)
        wrong, absent = [*wrong, *broken], [*absent, *unknown]
    ended = stopped_using(model, "reporting", day)
    if dropped := [office.id for office in offices(model, day) if office.id in ended]:
        names = listed(dropped)
        wrong.append(
            Words(f"cơ quan đã thôi là đơn vị báo cáo: {names}", f"offices no longer set up to report: {names}")
        )
    if is_active(main, day):
        absent += unrecorded(model, "reporting", day)
    if wrong:
        told = together(wrong)
        yield Finding(
            main,
            Words(f"'{main.id}': {told.vi}", f"'{main.id}': {told.en}"),
            Words("nối lại với hệ thống quốc gia; ghi 'flow' và 'used_by' hiện nay", "restore the tie; record the 'flow' and 'used_by' of today"),
        )  # fmt: skip
    if absent:
        yield unstated(main, absent)
