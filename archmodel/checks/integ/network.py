"""The network of flows on a day: who reaches the City platform, surely or perhaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from archmodel.analysis.succession import reachable
from archmodel.checks.integ.exchange import leaves_path_open, path, platforms, runs
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words


class Network:
    """Flows as undirected edges, parts joined to their wholes; walked once from the City's platforms."""

    def __init__(self, model: Model, day: str) -> None:
        self._model, self._day = model, day
        self._flows: dict[str, list[Flow]] = defaultdict(list)
        self._hubs = platforms(model, "own")
        sure: list[tuple[str, ...]] = []
        perhaps: list[tuple[str, ...]] = []
        for flow in model.flows:
            for id in set(path(flow)):
                self._flows[id].append(flow)
            state = runs(flow, day)
            if state is not False:
                (sure if state else perhaps).append(path(flow))
                if leaves_path_open(flow) and flow.route != "internal":
                    perhaps += [(flow.source, hub) for hub in self._hubs]
        sure += [
            (relation.source, relation.target)
            for relation in model.relations
            if relation.type == "part_of" and relation.source in model and model[relation.source].kind == "application"
        ]
        self._joined = _reached(self._hubs, sure)
        self._perhaps = _reached(self._hubs, [*sure, *perhaps])

    def wholes(self, id: str) -> tuple[str, ...]:
        """What ``id`` is part of, nearest first."""
        return tuple(element.id for element in reachable(self._model, id, ["part_of"]))

    def cut_off(self, id: str) -> Words | None:
        """What shows that ``id`` is cut off, or None where nothing does; plans and links within a body show nothing."""
        flows = self._of(id)
        if not flows or id in self._perhaps:
            return None
        names = ", ".join(flow.id for flow in flows)
        if all(runs(flow, self._day) is False and flow.state != "planned" for flow in flows):
            return Words(f"không có luồng nào đang chạy ({names})", f"has no running flow ({names})")
        leaving = [flow for flow in flows if runs(flow, self._day) and flow.route != "internal"]
        if not self._hubs or not leaving:
            return None
        names = ", ".join(flow.id for flow in leaving)
        return Words(
            f"có luồng ({names}) nhưng không dẫn tới nền tảng của Thành phố",
            f"has flows ({names}) but none leads to the City platform",
        )

    def open_points(self, id: str) -> list[str]:
        """What is not recorded that would tell whether ``id`` is joined."""
        flows = [flow for flow in self._of(id) if runs(flow, self._day) is not False and flow.route != "internal"]
        if id in self._joined and self._of(id):
            return []
        if not flows:
            return ["flow"]
        if not self._hubs:
            return ["integration_platform"]
        unclear = [flow.id for flow in flows if leaves_path_open(flow)]
        return [f"via/state ({', '.join(unclear or [flow.id for flow in flows])})"]

    def _of(self, id: str) -> list[Flow]:
        """The flows of ``id`` and of what it is part of."""
        found = {flow.id: flow for one in (id, *self.wholes(id)) for flow in self._flows.get(one, ())}
        return list(found.values())


def _reached(starts: Iterable[str], paths: Iterable[tuple[str, ...]]) -> set[str]:
    near: dict[str, set[str]] = defaultdict(set)
    for ids in paths:
        for one, other in pairwise(ids):
            near[one].add(other)
            near[other].add(one)
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        fresh = near[waiting.pop()] - seen
        seen |= fresh
        waiting += fresh
    return seen
