"""The least security level the recorded facts give a system, by the decree of the day.

The criteria are data, a table for each legal profile; what a criterion asks of the facts is a function here. Facts the
record leaves open make the floor an interval: ``sure`` is certain, ``open`` names what could still raise it. What the
model has no facts for - state secrets, national systems that may never stop, conditional business services - is left to hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archmodel.analysis.activity import is_family
from archmodel.analysis.succession import reachable
from archmodel.checks.sec.levels import System, data_of
from archmodel.model.elements import Application, Dataset
from archmodel.model.framework import Reference
from archmodel.model.model import Model
from archmodel.text.words import Words

JOINING = frozenset({"integration_platform", "iam"})
MANY_BODIES = frozenset({"national", "sector", "interprovincial", "ministry", "province"})


class Criterion(NamedTuple):
    """What gives a level: a trait of the facts, a threshold where the decree counts subjects, and its clause."""

    level: int
    trait: str
    clause: str
    at_least: int = 0


class Decree(NamedTuple):
    """The instrument that fixes levels, and its criteria."""

    instrument: str
    criteria: tuple[Criterion, ...]


DECREES: dict[str, Decree] = {
    "P-2025": Decree(
        "ND85_2016",
        (
            Criterion(2, "personal data", "Điều 8"),
            Criterion(2, "infrastructure", "Điều 8"),
            Criterion(3, "online service portal", "Điều 9"),
            Criterion(3, "procedure handling", "Điều 9"),
            Criterion(3, "subjects", "Điều 9", 10_000),
            Criterion(3, "shared infrastructure", "Điều 9"),
        ),
    ),
    "P-2026B": Decree(
        "ND331_2026",
        (
            Criterion(2, "personal data", "Điều 12"),
            Criterion(2, "infrastructure", "Điều 12"),
            Criterion(3, "procedure handling", "Điều 13 khoản 2 điểm b"),
            Criterion(3, "subjects online", "Điều 13 khoản 2", 100_000),
            Criterion(3, "sensitive subjects online", "Điều 13 khoản 2", 10_000),
            Criterion(3, "shared infrastructure", "Điều 13 khoản 3"),
        ),
    ),
}
"""By legal profile; thresholds of NĐ 331/2026 were read in secondary notes, not in the gazette."""

TRAITS = {
    "personal data": Words("xử lý dữ liệu cá nhân", "it handles personal data"),
    "infrastructure": Words("là hạ tầng thông tin dùng chung", "it is shared information infrastructure"),
    "online service portal": Words("là cổng dịch vụ công trực tuyến", "it is an online-service portal"),
    "procedure handling": Words("giải quyết thủ tục hành chính", "it handles administrative procedures"),
    "subjects": Words("dữ liệu cá nhân của nhiều chủ thể", "personal data of many subjects"),
    "subjects online": Words("dịch vụ trực tuyến với nhiều chủ thể dữ liệu", "an online service with many data subjects"),
    "sensitive subjects online": Words(
        "dịch vụ trực tuyến với nhiều chủ thể dữ liệu nhạy cảm", "an online service with many sensitive subjects"
    ),
    "shared infrastructure": Words(
        "là hạ tầng dùng chung của nhiều cơ quan", "it is infrastructure many bodies share"
    ),
}  # fmt: skip


class Facts(NamedTuple):
    """What the catalogue says of a system that a criterion may ask."""

    system: System
    data: tuple[Dataset, ...]
    data_is_known: bool


class Floor(NamedTuple):
    """The level that is certain, the criterion that gives it, and the fields that could still raise it, by level."""

    decree: Decree
    sure: int
    criterion: Criterion | None
    open: tuple[tuple[int, str], ...]


def decrees(reference: Reference, day: str) -> tuple[Decree, ...]:
    """The decree of the day; both, old and new, where the law has changed and its decree is not yet there."""
    profile = reference.profile(day)
    if profile is None:
        return (DECREES["P-2025" if reference.profiles else "P-2026B"],)
    decree = DECREES.get(profile.id, DECREES["P-2026B"])
    instrument = reference.instruments.get(decree.instrument)
    since = (instrument.since or instrument.issued or "") if instrument else ""
    return (DECREES["P-2025"], decree) if since > day else (decree,)


def facts_of(model: Model, system: System, day: str) -> Facts:
    """The facts of a system and of its parts."""
    if not isinstance(system, Application):
        return Facts(system, (), data_is_known=True)
    members = (system, *(part for part in reachable(model, system.id, ("part_of",), backwards=True, day=day)))
    data = dict.fromkeys(item for part in members for item in data_of(model, part.id, day) if not is_family(item))
    return Facts(system, tuple(data), bool(data) or system.holds_no_data is True)


def floor(facts: Facts, decree: Decree) -> Floor:
    """The least level by one decree."""
    sure, reason, left = 1, None, []
    for criterion in decree.criteria:
        met = _met(facts, criterion)
        if met is True and criterion.level > sure:
            sure, reason = criterion.level, criterion
        elif isinstance(met, str):
            left.append((criterion.level, met))
    return Floor(decree, sure, reason, tuple(item for item in left if item[0] > sure))


def _met(facts: Facts, criterion: Criterion) -> bool | str:
    """Whether the facts meet a criterion; the field that is missing where they do not tell."""
    system, trait = facts.system, criterion.trait
    category = getattr(system, "category", None)
    if trait == "procedure handling":
        return category == "tthc_case"
    if trait == "online service portal":
        return category == "dvc_portal"
    if trait in {"infrastructure", "shared infrastructure"}:
        if isinstance(system, Application) and category not in JOINING:
            return False
        return True if trait == "infrastructure" else (system.scope in MANY_BODIES if system.scope else "scope")
    if not isinstance(system, Application):
        return False
    unmarked = _named("personal_data", [item.id for item in facts.data if item.personal_data is None])
    marks = {"sensitive"} if trait.startswith("sensitive") else {"basic", "sensitive"}
    personal = [item for item in facts.data if item.personal_data in marks]
    if trait == "personal data":
        return bool(personal) or unmarked or (False if facts.data_is_known else "accesses")
    if trait.endswith("online") and system.public is False:
        return False
    many = any((item.subjects or 0) >= criterion.at_least for item in personal)
    uncounted = _named("subjects", [item.id for item in personal if item.subjects is None])
    if many and trait.endswith("online") and system.public is None:
        return "public"
    return many or uncounted or unmarked or (False if facts.data_is_known else "accesses")


def _named(field: str, ids: list[str]) -> str:
    return f"{field} ({', '.join(ids)})" if ids else ""


def floors(model: Model, system: System, day: str) -> Iterator[Floor]:
    """The floor of a system by each decree that counts on ``day``."""
    facts = facts_of(model, system, day)
    return (floor(facts, decree) for decree in decrees(model.reference, day))
