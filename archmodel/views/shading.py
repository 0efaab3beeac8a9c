"""What boxes of the landscape are shaded by: owner, disposition, findings, or the framework - each shade with a letter.

Decides which shades there are and who has which. What is not recorded has a shade of its own, and is never taken for good.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from archmodel.model.model import Model
from archmodel.model.record import Element, Managed
from archmodel.model.values import LABELS
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.marks import FILLS, GREY, Shade

if TYPE_CHECKING:
    from archmodel.checks.report import Report

Colour = Literal["layer", "owner", "disposition", "findings", "component"]
COLOURS = {
    "owner": Words("cơ quan chủ quản", "owner"),
    "disposition": Words("phương án xử lý", "disposition"),
    "findings": Words("phát hiện", "findings"),
    "component": Words("khung kiến trúc", "framework"),
}
_BY = {
    "sector": Words("lĩnh vực", "sector"),
    "owner": Words("cơ quan chủ quản", "owner"),
    "category": Words("phân loại", "category"),
}
OWNERS = 7
"""Owners with a shade of their own; the others share one."""

_UNKNOWN = Shade("?", "#ffffff", Words("chưa xác định", "unknown"))


class Shading(NamedTuple):
    """The shades of a legend, and the letter of each element that has one."""

    shades: tuple[Shade, ...]
    letters: dict[str, str]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many elements have each shade, in the order of the legend."""
        found = Counter(self.letters.values())
        return tuple(found[shade.letter] for shade in self.shades)


def shading_of(model: Model, elements: Iterable[Element], colour: str, report: Report | None = None) -> Shading:
    """The shading of some elements; empty for ``"layer"``, where the band tells all."""
    asked = tuple(element for element in elements if isinstance(element, Managed))
    if colour == "owner":
        return _by_owner(model, asked)
    if colour == "disposition":
        return _by_disposition(asked)
    if colour == "findings":
        return _by_findings(model, asked, report)
    if colour == "component":
        return _by_component(model, asked)
    return Shading((), {})


def title_of(model: Model, by: str, colour: str) -> Words:
    """The name of the architecture, and what it is grouped and shaded by where that is not the usual."""
    name, name_en = model.settings.name, model.settings.name_en
    asked = [_BY[by]] if by != "sector" else []
    asked += [COLOURS[colour]] if colour not in {"layer", by} else []
    if not asked:
        return Words(name, name_en)
    return Words(
        f"{name}: theo {' và '.join(one.vi for one in asked)}", f"{name_en}: by {' and '.join(one.en for one in asked)}"
    )


def owner_of(model: Model, id: str) -> Element | None:
    """The body that owns an element, the first by name where several do; None where nobody is recorded."""
    owners = sorted(model.targets(id, "owned_by"), key=lambda body: (sort_key(body.name), body.id))
    return owners[0] if owners else None


def _by_owner(model: Model, elements: tuple[Managed, ...]) -> Shading:
    owners = {element.id: owner_of(model, element.id) for element in elements}
    counts = Counter(owner.id for owner in owners.values() if owner)
    largest = [body for _, body in sorted((-count, body) for body, count in counts.items())][:OWNERS]
    own = {
        id: Shade(chr(ord("A") + n), FILLS[n], Words(composed(model[id].name), model[id].name_en or model[id].name))
        for n, id in enumerate(largest)
    }
    others = Shade("*", GREY, Words("cơ quan khác", "other bodies"))
    letters = {
        id: (own[owner.id].letter if owner.id in own else others.letter) if owner else _UNKNOWN.letter
        for id, owner in owners.items()
    }
    return _used((*own.values(), others, _UNKNOWN), letters)


def _by_disposition(elements: tuple[Managed, ...]) -> Shading:
    values = [value for value in LABELS["disposition"] if value != "undecided"]
    shades = {value: Shade(chr(ord("A") + n), FILLS[n], LABELS["disposition"][value]) for n, value in enumerate(values)}
    shades["undecided"] = Shade("–", GREY, LABELS["disposition"]["undecided"])
    letters = {e.id: shades[e.disposition].letter if e.disposition else _UNKNOWN.letter for e in elements}
    return _used((*shades.values(), _UNKNOWN), letters)


def _by_findings(model: Model, elements: tuple[Managed, ...], report: Report | None) -> Shading:
    from archmodel.checks.rule import Outcome
    from archmodel.checks.run import check

    report = report or check(model)
    failing = {finding.subject for finding in report.open}
    unsure = {f.subject for f in report.findings if f.outcome is Outcome.INSUFFICIENT and f.waived is None}
    bad = Shade("!", FILLS[5], Words("có phát hiện chưa đáp ứng", "some rule fails"))
    open_ = Shade("?", FILLS[1], Words("chưa đủ cơ sở đánh giá", "not enough to judge"))
    none = Shade("✓", FILLS[2], Words("không có phát hiện", "no finding"))
    letters = {e.id: (bad if e.id in failing else open_ if e.id in unsure else none).letter for e in elements}
    return _used((bad, open_, none), letters)


def _by_component(model: Model, elements: tuple[Managed, ...]) -> Shading:
    edition = f"{model.edition or model.settings.framework}/"
    sure = Shade(
        "T", FILLS[2], Words("đã xếp vào thành phần của khung, có nguồn", "placed in the framework, with a source")
    )
    inferred = Shade("S", FILLS[1], Words("xếp vào khung do suy luận", "placed in the framework by inference"))
    letters = {}
    for element in elements:
        found = [r for r in model.outgoing(element.id, "aligned_to") if r.target.startswith(edition)]
        known = any(r.confidence not in {None, "inferred"} for r in found)
        letters[element.id] = (sure if known else inferred if found else _UNKNOWN).letter
    return _used((sure, inferred, _UNKNOWN), letters)


def _used(shades: tuple[Shade, ...], letters: dict[str, str]) -> Shading:
    """The shades somebody has, in order."""
    used = set(letters.values())
    return Shading(tuple(shade for shade in shades if shade.letter in used), letters)
