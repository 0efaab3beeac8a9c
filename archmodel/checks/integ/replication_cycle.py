"""INTEG-05: copies of data that feed each other, or are fed twice, or by nobody who keeps the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.checks.integ.exchange import runs, touches_city
from archmodel.checks.integ.masters import items, keepers
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.text.words import Words

NOT_COPIES = {"query", "change_request", "acknowledgement"}


def _labelled(model: Model, day: str) -> dict[str, list[Flow]]:
    """The flows that copy or may copy, by the data set or entity they are labelled with."""
    found: dict[str, list[Flow]] = defaultdict(list)
    for flow in model.flows:
        if flow.purpose not in NOT_COPIES and runs(flow, day) is not False and touches_city(model, flow):
            for item in items(model, flow):
                found[item.id].append(flow)
    return found


@rule(
    "INTEG-05",
    Severity.ERROR,
    title=Words("Không có vòng lặp nguồn dữ liệu chủ", "No cyclic mastering or replication"),
    scope=_labelled,
    cites=("ND224_2026:Điều 23 khoản 5",),
    practice="TOGAF data principles: data is shared, data has a trustee; one source for each truth",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Data copied in a circle, into one place from two sources, or from a place that does not keep the original.

    Why: in a circle of copies an old value overtakes the new one, and nobody can say where it came from.
    Found: among running flows of purpose replication that carry the same data, a cycle (a copy both ways is one), a
      receiver fed by two senders, or a first sender that is not the master, fails. Where a flow does not state its
      purpose or whether it runs, or no master is recorded, it is insufficient.
    Fix: state `purpose` on the flows that carry the data; keep one master and one path to each copy; record the master
      (`mastered_in` of an entity, `master` of a data set, or the id of the original in `copy_of`).
    Misses: copies made over a platform that is not an end of the flow; topics recorded as one entity, which are judged
      only where a flow carries the topic itself.
    Vì sao: sao chép vòng thì giá trị cũ đè giá trị mới, không ai biết nguồn từ đâu.
    Phát hiện: trong các luồng sao chép (purpose: replication) đang chạy của cùng dữ liệu, có vòng (sao chép hai chiều là
      vòng), nơi nhận từ hai nguồn, hoặc nguồn đầu không phải nơi giữ bản gốc: chưa đáp ứng. Luồng chưa ghi mục đích,
      trạng thái, hoặc chưa ghi nơi giữ bản gốc: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `purpose` ở luồng; giữ một bản gốc, một đường tới mỗi bản sao; ghi nơi giữ bản gốc.
    Bỏ sót: bản sao tại nền tảng không phải đầu mút; chủ đề gộp chỉ xét khi luồng mang chính chủ đề ấy.
    """
    for id, flows in sorted(_labelled(model, day).items()):
        copies = [flow for flow in flows if flow.purpose and runs(flow, day)]
        unclear = [flow.id for flow in flows if not (flow.purpose and runs(flow, day))]
        home = keepers(model, model[id], day)
        fault = _fault(copies, home)
        if fault:
            yield Finding(model[id], Words(f"'{id}': {fault.vi}", f"'{id}': {fault.en}"), _FIX, see=places(copies))
        elif unclear or not home:
            yield _insufficient(model[id], unclear, bool(home))


_FIX = Words("giữ một bản gốc và một đường tới mỗi bản sao", "keep one master and one path to each copy")


def _fault(copies: list[Flow], home: frozenset[str]) -> Words | None:
    edges = {(flow.source, flow.target) for flow in copies}
    edges |= {(target, source) for flow in copies if flow.both_ways for source, target in [(flow.source, flow.target)]}
    if circle := _circle(edges):
        names = ", ".join(sorted(circle))
        return Words(f"sao chép thành vòng giữa {names}", f"copied in a circle among {names}")
    feeding: dict[str, set[str]] = defaultdict(set)
    for source, target in edges:
        feeding[target].add(source)
    for target, sources in sorted(feeding.items()):
        if len(sources) > 1:
            names = ", ".join(sorted(sources))
            return Words(f"'{target}' nhận từ nhiều nguồn: {names}", f"'{target}' is fed by {names}")
    strange = sorted({source for source, _ in edges} - set(feeding) - home)
    if strange and home:
        names = ", ".join(strange)
        return Words(f"nguồn {names} không giữ bản gốc", f"the source {names} does not keep the master")
    return None


def _circle(edges: set[tuple[str, str]]) -> set[str]:
    """What is left when everything nothing leads to, or that leads nowhere, is taken away again and again."""
    onward: dict[str, set[str]] = defaultdict(set)
    back: dict[str, set[str]] = defaultdict(set)
    for source, target in edges:
        onward[source].add(target)
        back[target].add(source)
    left = {*onward, *back}
    waiting = [node for node in left if not (onward[node] and back[node])]
    while waiting:
        node = waiting.pop()
        left.discard(node)
        for near, far in ((onward, back), (back, onward)):
            for other in near.pop(node, set()):
                far[other].discard(node)
                if not far[other]:
                    waiting.append(other)
    return left


def _insufficient(item: Element, unclear: list[str], mastered: bool) -> Finding:
    points = [f"purpose/state ({', '.join(unclear)})"] if unclear else []
    home = "copy_of (id)" if item.kind == "dataset" else "mastered_in"
    listed = ", ".join(points if mastered else [*points, home])
    return Finding(
        item,
        Words(f"'{item.id}' chưa rõ nguồn và bản sao, chưa ghi: {listed}", f"'{item.id}' does not state: {listed}"),
        Words(f"ghi {listed}", f"state {listed}"),
        Outcome.INSUFFICIENT,
    )
