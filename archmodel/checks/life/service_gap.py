"""LIFE-03: days on which nothing serves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archmodel.analysis.activity import is_own
from archmodel.analysis.continuity import DAYS_BEFORE, timeline, watched_of
from archmodel.analysis.lives import with_past
from archmodel.analysis.spans import Span, shifted, span
from archmodel.checks.life.gathering import gathered
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import days_of, listed
from archmodel.model.elements import Service
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.days import first
from archmodel.text.words import Words


def _watched(model: Model, service: Service, day: str) -> Span | None:
    """From thirty days before the reorganisation to the day, cut to the life of the service."""
    effect = model.settings.days.effect
    return watched_of(service, shifted(effect, -DAYS_BEFORE), day) if effect else None


def _replaced(model: Model) -> Iterator[Managed]:
    """The City's systems and data sets that ended and have a successor."""
    if model.settings.days.effect is None:
        return
    for old in (*model.applications, *model.datasets):
        if is_own(old) and (old.until or old.state == "ended") and model.sources(old.id, "succeeds"):
            yield old


@rule(
    "LIFE-03",
    Severity.ERROR,
    title=Words("Không có khoảng trống phục vụ", "No service gap at any date"),
    scope=lambda model, day: [
        *(service.id for service in model.services if _watched(model, service, day)),
        *(old.id for old in _replaced(model)),
    ],
    cites=("KH130:Phần I, yêu cầu a; Phụ lục, mục I.3",),
    plan=("KH130-R-a", "KH130-GP3"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Service, or handover from old to new, with days on which nothing works.

    Why: the plan forbids any break; a gap of one day closes counters for everybody.
    Found: a service that no application can have served on some day since thirty days before the reorganisation; an
      ended system or data set whose first successor begins after its end. The message tells the gap to the day. Where
      days or states leave it open, or no application is recorded, it is insufficient.
    Fix: mend the days if they are wrong; else record what served in between, or move the end of the old system.
    Misses: overlaps are not told: they are no fault. An announced stop (LIFE-06) ends no life and so makes no gap. With
      several successors the first one counts, whatever part it takes.
    Vì sao: kế hoạch không cho phép gián đoạn; một ngày trống là mọi nơi phải ngừng tiếp nhận.
    Phát hiện: dịch vụ có ngày không ứng dụng nào có thể phục vụ, tính từ ba mươi ngày trước khi sắp xếp; hệ thống, dữ liệu
      đã kết thúc mà bên kế thừa đầu tiên bắt đầu sau đó. Thông báo nêu khoảng trống đến từng ngày. Ngày, trạng thái chưa
      rõ hoặc chưa ghi ứng dụng nào: chưa đủ cơ sở đánh giá.
    Khắc phục: sửa ngày nếu sai; nếu đúng thì ghi hệ thống đã phục vụ ở giữa, hoặc lùi ngày kết thúc của hệ thống cũ.
    Bỏ sót: không nêu khoảng chồng vì đó không phải lỗi. Tạm ngừng có báo trước (LIFE-06) không kết thúc hệ thống nên
      không thành khoảng trống. Có nhiều bên kế thừa thì tính bên bắt đầu sớm nhất.
    """
    for service in model.services:
        watched = _watched(model, service, day)
        if watched:
            yield from _served(model, service, watched)
    for old in _replaced(model):
        yield from _handed_over(model, old)


def _served(model: Model, service: Service, watched: Span) -> Iterator[Finding]:
    found = timeline(with_past(model), service, watched)
    fix = Words("sửa ngày, hoặc ghi ứng dụng đã phục vụ ('serves')", "mend the days, or record what served ('serves')")
    if found.standing == "unrecorded":
        none = Words("chưa ghi ứng dụng nào phục vụ ('serves')", "no application is recorded to serve it ('serves')")
        yield from gathered(service, [], [none], fix)
        return
    doubtful = [stretch.element for stretch in found.stretches if stretch.sure is None]
    unsettled = listed(doubtful or (stretch.element for stretch in found.stretches))
    absent = [Words(f"'since', 'until', 'state' của {unsettled} chưa cho biết ai phục vụ {days_of(gap).vi}", f"'since', 'until', 'state' of {unsettled} do not tell who served {days_of(gap).en}") for gap in found.open]  # fmt: skip
    wrong = [
        Words(f"không ứng dụng nào phục vụ {days_of(gap).vi}", f"no application served {days_of(gap).en}")
        for gap in found.gaps
    ]
    see = (model.origin[stretch.element] for stretch in found.stretches)
    yield from gathered(service, wrong, absent, fix, see=see)


def _handed_over(model: Model, old: Managed) -> Iterator[Finding]:
    links = [r for r in model.incoming(old.id, "succeeds") if r.source in model]
    begins = {r.source: model[r.source].since or r.since for r in links}
    stated = [since for since in begins.values() if since]
    fix = Words("sửa ngày, hoặc ghi hệ thống đã chạy ở giữa", "mend the days, or record what worked in between")
    wrong, absent = [], []
    end = span(None, old.until).until if old.until else date.max
    gap = Span(end, min(map(first, stated), default=date.min))
    if gap.days > 0 and len(stated) == len(begins):
        news = listed(begins)
        wrong.append(Words(f"dừng {old.until}, {news} mới có từ {min(stated)}: trống {days_of(gap).vi}", f"ends {old.until}, {news} begins {min(stated)}: nothing {days_of(gap).en}"))  # fmt: skip
    elif not old.until:
        absent.append(Words("đã kết thúc, chưa ghi 'until'", "ended, 'until' is not stated"))
    elif not any(span(None, since).until <= first(old.until) for since in stated):
        names = listed(id for id, since in begins.items() if not since or len(since) < 10)
        absent.append(Words(f"dừng {old.until}; ngày chưa đủ rõ để so: 'since' của {names or old.id}", f"ends {old.until}; days too vague to compare: 'since' of {names or old.id}"))  # fmt: skip
    yield from gathered(old, wrong, absent, fix, see=links)
