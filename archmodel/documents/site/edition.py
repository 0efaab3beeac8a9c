"""Which edition a site is: whom it may be shown to, and in words what a public one leaves out and why."""

from __future__ import annotations

from dataclasses import dataclass

from archmodel.checks import RULES
from archmodel.checks.withheld import UNPUBLISHED
from archmodel.documents.site.findings import Cite, cite
from archmodel.documents.site.publication import Publication
from archmodel.model.withheld import AUDIENCES, GROUPS


@dataclass(frozen=True, slots=True)
class Left:
    """What is left out for one reason: how many values, and the clauses it rests on."""

    words: str
    count: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class EditionNotice:
    """The name of the edition; what was left out, and the rules not judged in public by code, with the reason."""

    name: str
    is_public: bool
    count: int
    left: tuple[Left, ...]
    rules: tuple[tuple[str, str], ...]


def edition_notice(site: Publication) -> EditionNotice:
    """What the site says of itself on its first page."""
    counts = site.model.withheld or {}
    left = tuple(
        Left(site.say(group.words), counts[key], tuple(cite(site, clause) for clause in group.cites))
        for key, group in GROUPS.items()
        if counts.get(key)
    )
    known = {name for rule in RULES for name in (rule.code, rule.family)}
    rules = tuple((name, site.say(why)) for name, why in UNPUBLISHED.items() if name in known)
    is_public = site.is_public
    name = site.say(AUDIENCES[site.model.audience])
    return EditionNotice(name, is_public, sum(one.count for one in left), left, rules if is_public else ())
