"""KH130-14: procedures left without a system when a case-handling system ended."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import COMING, is_own
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.relations import Proof
from archmodel.text.days import first
from archmodel.text.words import Words


def _ended(model: Model, day: str) -> list[Application]:
    """The City's own case-handling systems whose recorded end has passed."""
    return [
        app
        for app in with_past(model).applications
        if app.category == "tthc_case" and is_own(app) and app.until is not None and not app.holds_on(day)
        if (app.since or "") <= day
    ]


@rule(
    "KH130-14",
    Severity.ERROR,
    title=Words(
        "Kết thúc phân hệ TTHC không làm gián đoạn thủ tục",
        "Ending a case-handling subsystem leaves no procedure uncovered",
    ),
    scope=lambda model, day: [app.id for app in _ended(model, day)],
    cites=("KH130:Phụ lục, mục II.2",),
    plan=("KH130-SP2.3",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Ended case-handling system whose procedures were not taken over the same day.

    Why: a procedure no system handles is a counter that turns people away, and cases in progress are forgotten.
    Found: an ended own system of category tthc_case some of whose procedures another system serves only from a later
      day; insufficient: which procedures it served (`serves`), which system serves them since, the state of that one,
      who received the cases in progress (`succeeds`, `migrates_to`), or the comparison of the options (`evidenced_by`
      with role comparison) is not recorded.
    Fix: record `serves` of the old and the new system with their days, the successor, and the comparison.
    Misses: whether the system kept was the best in the comparison; gaps that opened later.
    Vì sao: thủ tục không hệ thống nào xử lý là quầy phải từ chối dân, hồ sơ dở dang bị quên.
    Phát hiện: hệ thống riêng loại tthc_case đã kết thúc mà thủ tục của nó chỉ được hệ thống khác phục vụ từ ngày muộn hơn.
      Chưa đủ cơ sở: chưa ghi thủ tục đã phục vụ (`serves`), hệ thống phục vụ tiếp, trạng thái hệ thống đó, nơi nhận hồ
      sơ dở dang (`succeeds`, `migrates_to`), hay văn bản so sánh các phương án (`evidenced_by`, vai trò comparison).
    Khắc phục: ghi `serves` của hệ thống cũ và mới kèm ngày, hệ thống kế thừa, văn bản so sánh.
    Bỏ sót: hệ thống được giữ có phải tốt nhất trong so sánh không; gián đoạn xuất hiện về sau.
    """
    past = model.origin
    for app in _ended(model, day):
        served = list(dict.fromkeys(link.target for link in past.outgoing(app.id, "serves")))
        late: list[str] = []
        absent = [] if served else [Blank("'serves'", Words("các thủ tục", "its procedures"))]
        for id in served:
            gap, missing = _covered(past, app, id)
            late += gap
            absent += missing
        data = [app.id, *(link.target for link in past.outgoing(app.id, "accesses"))]
        if not past.incoming(app.id, "succeeds") and not any(past.outgoing(id, "migrates_to") for id in data):
            absent.append(Blank("'succeeds' / 'migrates_to'", Words("cho hồ sơ dở dang", "for cases in progress")))
        proofs = [link for link in past.outgoing(app.id, "evidenced_by") if isinstance(link, Proof)]
        if not any(link.role == "comparison" for link in proofs):
            absent.append(Blank("'evidenced_by' (role: comparison)"))
        if late:
            names = listed(late)
            yield Finding(
                app,
                Words(f"'{app.id}' kết thúc {app.until}, gián đoạn thủ tục {names}",
                      f"'{app.id}' ended on {app.until} and left a gap for {names}"),
                Words("cho hệ thống mới phục vụ từ ngày hệ thống cũ kết thúc, hoặc sửa ngày",
                      "let the new system serve from the day the old one ends, or mend the days"),
                see=places(link for id in served for link in past.incoming(id, "serves") if link.source != app.id),
            )  # fmt: skip
        elif absent:
            yield unstated(app, absent)


def _covered(past: Model, app: Application, service: str) -> tuple[list[str], list[Blank]]:
    """The gap a procedure was left with on the day ``app`` ended, and what is not recorded to know there is none."""
    day = first(app.until or "").isoformat()
    doubtful, later = [], []
    for link in past.incoming(service, "serves"):
        other = past.elements.get(link.source)
        if not isinstance(other, Application) or other.id == app.id or other.state in COMING:
            continue
        if link.holds_on(day) and other.holds_on(day):
            if other.state is not None or other.usage is not None:
                return [], []
            doubtful.append(other.id)
        else:
            later.append(max(link.since or "", other.since or ""))
    if doubtful:
        return [], [Blank("'state'", Words(f"của {listed(doubtful)}", f"of {listed(doubtful)}"))]
    if starts := sorted(since for since in later if since > day):
        return [f"{service} ({app.until} - {starts[0]})"], []
    return [], [Blank("'serves'", Words(f"tới {service} từ hệ thống khác", f"of {service} by another system"))]
