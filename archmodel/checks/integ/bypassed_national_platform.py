"""INTEG-01: exchange with national systems that goes round the platforms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from archmodel.analysis.activity import is_family, is_own, unsettled
from archmodel.checks.integ.exchange import general, is_outside, leaves_path_open, path, platforms, runs, system
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.text.words import Words

APPROVAL = ("reason", "until", "basis")


def _judged(model: Model, day: str) -> Iterator[tuple[Flow, Element]]:
    """The flows between an own system and an outside one that run or may run, with the outside end."""
    for flow in model.flows:
        ends = system(model, flow.source), system(model, flow.target)
        own = [end for end in ends if end and is_own(end)]
        outside = [end for end in ends if end and is_outside(end) is not False]
        if own and outside and runs(flow, day) is not False and not _is_vague(outside[0]):
            yield flow, outside[0]


def _is_vague(outside: Element) -> bool:
    return is_family(outside) and is_outside(outside) is None


@rule(
    "INTEG-01",
    Severity.ERROR,
    title=Words(
        "Trao đổi với hệ thống ngoài Thành phố đi qua LGSP và NDXP",
        "Exchange with outside systems passes LGSP and NDXP",
    ),
    scope=lambda model, day: [flow.id for flow, _ in _judged(model, day)],
    cites=(
        "KH130:Mục 5",
        "ND278_2025:Điều 7",
        "ND194_2025:Điều 16; Điều 20",
        "TT13_2017:Điều 16",
        "QD85_2025_HN:Điều 7 khoản 3",
        "ND47_2020:Điều 46",
    ),
    plan=("KH130-T5b",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Flow to a national or ministry system that does not cross the City platform and the national one.

    Why: a link past the platforms is not watched, not traced, and breaks first when units merge.
    Found: a running flow recorded as direct, or over platforms that leave out the City's or NDXP/NDOP, fails unless it
      has the marks of an approved exception (reason, until, basis) or crosses a national platform made for one purpose,
      such as the document axis. A flow that leaves open what it crosses, whether it runs, the level of the outside
      system, or part of the approval is insufficient.
    Fix: write `via` with the platforms in order; for an approved direct link write `reason`, `until` and `basis`.
    Misses: the Agent Node of a connection to NDOP and the difference of LGSP and LDOP: no element records them; flows
      whose end is a service or a body; groups of outside systems of unknown level.
    Vì sao: kết nối vòng qua nền tảng thì không giám sát, không truy vết được, và đứt trước tiên khi sắp xếp.
    Phát hiện: luồng đang chạy ghi là trực tiếp, hoặc qua nền tảng mà thiếu nền tảng Thành phố hay NDXP/NDOP: chưa đáp
      ứng, trừ khi có đủ dấu hiệu của ngoại lệ được duyệt (reason, until, basis) hoặc qua trục chuyên dùng quốc gia.
      Chưa ghi đường đi, trạng thái, cấp của hệ thống ngoài, hoặc thiếu một phần phê duyệt: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `via` theo thứ tự; kết nối thẳng được duyệt thì ghi `reason`, `until`, `basis`.
    Bỏ sót: Agent Node của kết nối NDOP, phân biệt LGSP với LDOP (chưa có đối tượng ghi); luồng có đầu là dịch vụ hay cơ
      quan; nhóm hệ thống ngoài chưa rõ cấp.
    """
    city, national = platforms(model, "own"), platforms(model, "reference")
    whole = general(model, national, day)
    for flow, outside in _judged(model, day):
        crossed = set(path(flow))
        approved = [name for name in APPROVAL if getattr(flow, name)]
        if (crossed & city and crossed & whole) or crossed & (national - whole) or len(approved) == len(APPROVAL):
            continue
        say = partial(_finding, flow, outside, bool(crossed & city), bool(crossed & whole))
        missing = ["via"] if leaves_path_open(flow) else []
        missing += [unsettled(flow)] if runs(flow, day) is None else []
        missing += [f"scope ({outside.id})"] if is_outside(outside) is None else []
        if "reason" in approved:
            missing = [name for name in APPROVAL if name not in approved]
        yield say(missing)


def _finding(flow: Flow, outside: Element, city: bool, national: bool, missing: list[str]) -> Finding:
    ends = f"'{flow.source}' → '{flow.target}'"
    if missing:
        listed = ", ".join(missing)
        return Finding(
            flow,
            Words(
                f"luồng '{flow.id}' ({ends}): chưa rõ {listed} để biết có phải qua và có qua LGSP, NDXP/NDOP",
                f"flow '{flow.id}' ({ends}) leaves open {listed}: crossing LGSP and NDXP/NDOP cannot be judged",
            ),
            Words(f"ghi rõ {listed}", f"settle {listed}"),
            Outcome.INSUFFICIENT,
        )
    absent_vi = " và ".join(
        n for n, is_there in (("nền tảng của Thành phố", city), ("NDXP/NDOP", national)) if not is_there
    )
    absent = " and ".join(n for n, is_there in (("the City platform", city), ("NDXP/NDOP", national)) if not is_there)
    return Finding(
        flow,
        Words(
            f"luồng '{flow.id}' ({ends}) tới '{outside.name}' không qua {absent_vi}, không có ngoại lệ được duyệt",
            f"flow '{flow.id}' ({ends}) leaves out {absent}, with no approved exception",
        ),
        Words(
            "chuyển qua nền tảng và ghi 'via'; hoặc ghi 'reason', 'until', 'basis' của ngoại lệ",
            "route it over the platforms and write 'via'; or write 'reason', 'until', 'basis' of the exception",
        ),
    )
