"""INTEG-02: flows between bodies of the City that go round its platform."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.analysis.activity import unsettled
from archmodel.checks.integ.exchange import leaves_path_open, own_pair, path, platforms, runs, same_owner
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words

MOST = 3
"""How many direct flows to other owners one system may keep; practice, no instrument fixes it."""


def _judged(model: Model, day: str) -> list[Flow]:
    """The flows between own systems that run or may run, known owners in common left out."""
    return [
        flow
        for flow in model.flows
        if own_pair(model, flow) and runs(flow, day) is not False and same_owner(model, flow, day) is not True
    ]


@rule(
    "INTEG-02",
    Severity.WARNING,
    title=Words("Hạn chế kết nối điểm - điểm trong nội bộ", "Internal exchange goes through the City platform"),
    scope=lambda model, day: [flow.id for flow in _judged(model, day)],
    cites=("ND194_2025:Điều 16", "ND278_2025:Điều 7", "QD85_2025_HN:Điều 7 khoản 3", "QD5918"),
    plan=("KH130-T5a", "KH130-R-b"),
    tier="must",
    confidence="medium",
    practice="TOGAF integration patterns; the threshold of three direct flows is practice",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Direct flow between systems of different owners, or a system that keeps many of them.

    Why: each direct link is built, secured and mended on its own; a few dozen of them stop every reorganisation.
    Found: a running flow between two own systems of different owners that goes past the City platform without a
      recorded reason fails; so does a system with more than three direct flows, whatever the reasons. A flow that does
      not say what it crosses, whether it runs, or whose ends record no owner is insufficient. The message gives the
      share of flows between owners that bypass the platform.
    Fix: route the exchange over the platform and write `via`, or record the `reason` on the flow.
    Misses: exchange inside one owner; flows from devices, bodies and services.
    Vì sao: mỗi kết nối thẳng phải dựng, bảo vệ và sửa riêng; vài chục kết nối như vậy cản mọi việc sắp xếp.
    Phát hiện: luồng đang chạy giữa hai hệ thống của Thành phố khác chủ quản, không qua nền tảng của Thành phố, không có
      lý do: chưa đáp ứng; hệ thống có hơn ba luồng thẳng cũng vậy, dù có lý do. Luồng chưa ghi đường đi, trạng thái hay
      chủ quản hai đầu: chưa đủ cơ sở đánh giá. Thông báo nêu tỷ lệ luồng đi vòng.
    Khắc phục: đưa qua nền tảng và ghi `via`, hoặc ghi `reason` ở luồng.
    Bỏ sót: trao đổi trong cùng chủ quản; luồng từ thiết bị, cơ quan, dịch vụ.
    """
    city = platforms(model, "own")
    judged = _judged(model, day)
    between = [flow for flow in judged if runs(flow, day) and same_owner(model, flow, day) is False]
    bypassing = [flow for flow in between if not leaves_path_open(flow) and not city & set(path(flow))]
    share = f"{len(bypassing)}/{len(between)}"
    for flow in judged:
        if flow.reason or city & set(path(flow)):
            continue
        missing = ["via"] if leaves_path_open(flow) else []
        missing += [unsettled(flow)] if runs(flow, day) is None else []
        missing += ["owned_by"] if same_owner(model, flow, day) is None else []
        yield _insufficient(flow, missing) if missing else _failing(flow, share)
    yield from _knots(model, bypassing)


def _failing(flow: Flow, share: str) -> Finding:
    return Finding(
        flow,
        Words(
            f"luồng '{flow.id}' từ '{flow.source}' tới '{flow.target}' nối thẳng hai chủ quản ({share} luồng đi vòng)",
            f"flow '{flow.id}' from '{flow.source}' to '{flow.target}' joins two owners directly ({share} do so)",
        ),
        Words(
            "đưa qua nền tảng của Thành phố, hoặc ghi 'reason'", "route it over the City platform, or write 'reason'"
        ),
    )


def _insufficient(flow: Flow, missing: list[str]) -> Finding:
    listed = ", ".join(missing)
    return Finding(
        flow,
        Words(
            f"luồng '{flow.id}' từ '{flow.source}' tới '{flow.target}' chưa ghi: {listed}",
            f"flow '{flow.id}' from '{flow.source}' to '{flow.target}' does not state: {listed}",
        ),
        Words(f"ghi {listed} (chủ quản ghi ở hai hệ thống)", f"state {listed} (owners on the two systems)"),
        Outcome.INSUFFICIENT,
    )


def _knots(model: Model, bypassing: list[Flow]) -> Iterator[Finding]:
    held: dict[str, list[str]] = defaultdict(list)
    for flow in bypassing:
        for id in {flow.source, flow.target}:
            held[id].append(flow.id)
    for id, flows in sorted(held.items()):
        if len(flows) > MOST:
            names = ", ".join(flows)
            yield Finding(
                model[id],
                Words(
                    f"'{id}' giữ {len(flows)} luồng thẳng: {names}", f"'{id}' keeps {len(flows)} direct flows: {names}"
                ),
                Words("chuyển dần qua nền tảng của Thành phố", "move them to the City platform"),
            )
