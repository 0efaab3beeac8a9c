"""Who does which job for whom: the City's systems by the functions they carry and the bodies that use them.

Peers are found in buckets of one function and one user, so that the cost follows the pairs there are to tell of and not
the number of systems.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from archmodel.analysis.activity import is_active, is_family, is_own
from archmodel.analysis.ties import told_apart
from archmodel.model.elements import Application, BusinessFunction, Process, Service
from archmodel.model.model import Model

MOST = 50
_BODY_SCOPES = {"body", "unit"}


@dataclass(frozen=True)
class Doer:
    """A system, its jobs (True where a source says so, False where they are our reading), and its users.

    ``users`` are the bodies named, ``groups`` the groups those are members of; ``everyone`` stands for the whole City.
    """

    system: Application
    active: bool | None
    jobs: dict[str, bool]
    users: frozenset[str]
    groups: frozenset[str]
    everyone: bool
    apart: frozenset[str]
    wholes: frozenset[str]

    @property
    def users_known(self) -> bool:
        """Whether the record says whom it serves."""
        return self.everyone or bool(self.users)

    def shares_users_with(self, other: Doer) -> bool:
        """Whether both are recorded to serve some body in common."""
        if self.everyone or other.everyone:
            return self.users_known and other.users_known
        return bool(self.users & (other.users | other.groups) or self.groups & other.users)


def doers(model: Model, day: str) -> tuple[Doer, ...]:
    """The City's own systems that work on ``day`` or may; modules that carry no job of their own are left out."""
    found = (
        _doer(model, system, active, day)
        for system in model.applications
        if is_own(system) and not is_family(system) and (active := is_active(system, day)) is not False
    )
    return tuple(doer for doer in found if doer.jobs or not doer.wholes)


def _doer(model: Model, system: Application, active: bool | None, day: str) -> Doer:
    def ends(type: str) -> frozenset[str]:
        return frozenset(r.target for r in model.outgoing(system.id, type) if r.holds_on(day))

    jobs: dict[str, bool] = {}
    for relation in (*model.outgoing(system.id, "realizes"), *model.outgoing(system.id, "serves")):
        job = model.elements.get(relation.target)
        if isinstance(job, BusinessFunction | Process | Service) and relation.holds_on(day):
            jobs[job.id] = jobs.get(job.id, False) or relation.confidence != "inferred"
    users = ends("used_by") or (ends("owned_by") if system.scope in _BODY_SCOPES else frozenset())
    groups = frozenset(r.target for user in users for r in model.outgoing(user, "member_of") if r.holds_on(day))
    everyone = system.scope == "province" and not model.outgoing(system.id, "used_by")
    apart = frozenset(told_apart(model, system.id, day))
    return Doer(system, active, jobs, users, groups, everyone, apart, ends("part_of"))


class Peers:
    """The systems that share a job, by job and by user."""

    def __init__(self, doers: tuple[Doer, ...]) -> None:
        self._of_job: dict[str, list[Doer]] = defaultdict(list)
        self._broad: dict[str, list[Doer]] = defaultdict(list)
        self._of_user: dict[tuple[str, str], list[Doer]] = defaultdict(list)
        self._of_group: dict[tuple[str, str], list[Doer]] = defaultdict(list)
        for doer in doers:
            for job in doer.jobs:
                self._of_job[job].append(doer)
                if doer.everyone or not doer.users_known:
                    self._broad[job].append(doer)
                for user in doer.users:
                    self._of_user[job, user].append(doer)
                for group in doer.groups:
                    self._of_group[job, group].append(doer)

    def of(self, doer: Doer) -> tuple[Doer, ...]:
        """The systems that share a job with ``doer`` and share users or may, fifty at most, without those told apart."""
        found = {
            other.system.id: other
            for other in chain.from_iterable(self._sharing(job, doer) for job in doer.jobs)
            if other is not doer and other.system.id not in doer.apart and not other.wholes & doer.wholes
        }
        return tuple(found.values())

    def _sharing(self, job: str, doer: Doer) -> Iterator[Doer]:
        if doer.everyone or not doer.users_known:
            return islice(self._of_job[job], MOST)
        every = [self._broad[job]]
        every += [
            found for user in sorted(doer.users) for found in (self._of_user[job, user], self._of_group[job, user])
        ]
        every += [self._of_user[job, group] for group in sorted(doer.groups)]
        return islice(chain.from_iterable(every), MOST)
