"""KH130-21: reporting systems that stand beside the City's one platform."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_active
from archmodel.analysis.bodies import in_effect
from archmodel.checks.kh130.common_system import missing
from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.platforms import doubtful, end_of, kept, own_systems, working
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words

WHAT = Words("hệ thống báo cáo", "reporting system")


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    systems = own_systems(model, "reporting")
    in_play = {a.id for a in (*working(systems, day), *doubtful(systems, day))}
    owner = model.settings.owner or ""
    return in_play or ({owner} if owner in model else ())


@rule(
    "KH130-21",
    Severity.ERROR,
    title=Words("Hệ thống thông tin báo cáo trên một nền tảng chung", "One reporting platform"),
    scope=_judged,
    cites=("KH130:Phụ lục, mục II.5", "ND09_2019"),
    plan=("KH130-SP5.1",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Reporting system that neither feeds the City's platform nor ends, or platform that is not City-wide.

    Why: figures typed into several tools disagree, and nobody can say which one the City reports upwards.
    Found: the only platform has a scope smaller than the City; another own reporting system at work with no working
      flow into it, and no end with a successor. A system or flow without `state`, a platform without `scope`, and a
      City without any reporting system on record are insufficient.
    Fix: record the flow into the platform, or `until` on the tool and `succeeds` on what takes over from it.
    Misses: reporting done inside sector systems: only applications of the category reporting are known as such.
    Vì sao: số liệu nhập vào nhiều công cụ thì lệch nhau, không rõ số nào Thành phố báo cáo lên trên.
    Phát hiện: nền tảng duy nhất có phạm vi nhỏ hơn Thành phố; hệ thống báo cáo khác của Thành phố đang chạy mà không có
      luồng hoạt động vào nền tảng, cũng không có ngày kết thúc và hệ thống kế thừa. Hệ thống, luồng thiếu `state`, nền
      tảng thiếu `scope`, Thành phố chưa có bản ghi hệ thống báo cáo: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi luồng vào nền tảng, hoặc `until` ở công cụ và `succeeds` ở hệ thống tiếp nhận.
    Bỏ sót: báo cáo làm ngay trong hệ thống chuyên ngành: chỉ ứng dụng loại báo cáo được nhận ra.
    """
    main = kept(model, "reporting", day)
    if main is None:
        yield from missing(model, "reporting", WHAT)
        return
    systems = own_systems(model, "reporting")
    for system in doubtful(systems, day):
        yield unstated(system, [Blank("'state'")])
    for system in working(systems, day):
        if system.id == main.id:
            yield from _scope(system)
        else:
            yield from _beside(model, system, main, day)


def _scope(main: Application) -> Iterator[Finding]:
    if main.scope is None:
        yield unstated(main, [Blank("'scope'")])
    elif main.scope != "province":
        yield Finding(
            main,
            Words(f"hệ thống báo cáo '{main.id}' chỉ có phạm vi {main.scope}", f"reporting system '{main.id}' has only the scope {main.scope}"),
            Words("mở rộng thành nền tảng chung của Thành phố (scope: province)", "make it the City's platform (scope: province)"),
        )  # fmt: skip


def _beside(model: Model, system: Application, main: Application, day: str) -> Iterator[Finding]:
    feeding = [r for r in model.outgoing(system.id, "flow") if isinstance(r, Flow) and r.target == main.id]
    states = [is_active(flow, day) for flow in feeding]
    if any(states) or (end_of(system) and model.incoming(system.id, "succeeds")):
        return
    unknown = [flow.id for flow, state in zip(feeding, states, strict=True) if state is None]
    if unknown:
        yield unstated(system, [Blank("'state'", Words(f"của luồng {unknown[0]}", f"of flow {unknown[0]}"))])
        return
    yield Finding(
        system,
        Words(
            f"'{system.id}' báo cáo riêng: không có luồng vào '{main.id}', không có ngày kết thúc và hệ thống kế thừa",
            f"'{system.id}' reports by itself: no flow into '{main.id}', no end with a successor",
        ),
        Words(
            f"ghi luồng tới '{main.id}', hoặc 'until' và 'succeeds' từ hệ thống tiếp nhận",
            f"record the flow to '{main.id}', or 'until' and 'succeeds' from what takes over",
        ),
    )
