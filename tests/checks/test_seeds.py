"""Every rule against the real catalogue: its seeded defect is found, where it was made, and nothing else changes."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from seeding import DAY, Field, Texts, difference, edited, edits_of, line_of, said, seeds

import archmodel as am
from archmodel.checks import RULES
from archmodel.checks.rule import Finding
from archmodel.errors import Place

SEED = seeds()
KEYS = {"why", "day", "ground", "defect", "expect", "also", "elsewhere"}
EVERY = pytest.mark.parametrize("code", SEED)


@pytest.fixture(scope="module")
def field() -> Field:
    """The real files, read once for all seeds."""
    return Field()


def test_every_rule_has_its_seed() -> None:
    assert set(SEED) == {rule.code for rule in RULES}
    assert [
        code for code, seed in SEED.items() if not seed["why"] or not seed["defect"] or not seed.keys() <= KEYS
    ] == []


def test_the_texts_make_the_model_that_loading_the_folder_makes(field: Field, hanoi: am.Model) -> None:
    model = field.model(field.texts)
    assert [element.model_dump() for element in model] == [element.model_dump() for element in hanoi]
    assert [(r.place, r.model_dump()) for r in model.relations] == [(r.place, r.model_dump()) for r in hanoi.relations]
    assert (model.settings, model.misfits, model.waivers) == (hanoi.settings, hanoi.misfits, hanoi.waivers)


@pytest.mark.slow
@EVERY
def test_a_ground_adds_nothing_to_find(field: Field, code: str) -> None:
    day = SEED[code].get("day", DAY)
    before, ground = field.report(field.texts, day), field.report(ground_of(field, code), day)
    known = {said(finding)[:3] for finding in before.findings}
    assert [said(finding) for finding in ground.findings if said(finding)[:3] not in known] == []


@pytest.mark.slow
@EVERY
def test_the_defect_is_found_where_it_was_made_and_nothing_else_changes(field: Field, code: str) -> None:
    assert faults(field, code, SEED[code]) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ({"defect": []}, "not found: FW4-09 NV-CAP-NHAT-KHUNG fail"),
        ({"expect": {"subject": "ubnd"}}, "not found: FW4-09 ubnd fail"),
        ({"expect": {"outcome": "insufficient"}}, "not found: FW4-09 NV-CAP-NHAT-KHUNG insufficient"),
        ({"expect": {"line": "name: Cập nhật Khung"}}, "expected at catalog/tasks/framework-update.yaml:2"),
        ({"also": [{"code": "FW4-08", "subject": "x", "outcome": "fail", "why": "-"}]}, "not found: FW4-08 x fail"),
    ],
)
def test_a_seed_that_promises_something_else_does_not_pass(field: Field, spoilt: dict[str, Any], told: str) -> None:
    seed = dict(SEED["FW4-09"])
    changed = {key: {**seed["expect"], **value} if key == "expect" else value for key, value in spoilt.items()}
    assert told in " | ".join(faults(field, "FW4-09", {**seed, **changed}))


@pytest.mark.slow
def test_a_defect_that_brings_something_else_does_not_pass(field: Field) -> None:
    seed = SEED["FW4-09"]
    stray = {"file": "catalog/principles/principles.yaml", "add": "- {id: P9, name: Nguyên tắc không ai theo}"}
    told = " | ".join(faults(field, "FW4-09", {**seed, "defect": [*seed["defect"], stray]}))
    assert "also new: FW4-11 P9 insufficient" in told
    assert "also new: STRUCT-09 P9 insufficient" in told
    lost = {**SEED["FW4-05"], "ground": [], "defect": [*edits_of(SEED["FW4-05"]["ground"]), *SEED["FW4-05"]["defect"]]}
    assert "lost: FW4-05 b-f10 insufficient" in " | ".join(faults(field, "FW4-05", lost))


def ground_of(field: Field, code: str) -> Texts:
    return edited(field.texts, edits_of(SEED[code].get("ground", [])))


def faults(field: Field, code: str, seed: dict[str, Any]) -> list[str]:
    """What a run says otherwise than the seed promises, in words; nothing where it keeps its promise."""
    day = seed.get("day", DAY)
    before = edited(field.texts, edits_of(seed.get("ground", [])))
    after = edited(before, seed["defect"])
    found = difference(field.report(before, day), field.report(after, day))
    new, wrong = list(found.new), []
    expected = seed["expect"] if isinstance(seed["expect"], list) else [seed["expect"]]
    for promise in (*({"code": code, **one} for one in expected), *seed.get("also", ())):
        finding = next(
            (f for f in new if said(f)[:3] == (promise["code"], promise["subject"], promise["outcome"])), None
        )
        if finding is None:
            wrong.append(f"not found: {promise['code']} {promise['subject']} {promise['outcome']}")
            continue
        new.remove(finding)
        if "line" in promise:
            wrong += misplaced(finding, promise, before, after, anywhere="elsewhere" in seed)
    return [*wrong, *(f"also new: {_told(f)}" for f in new), *(f"lost: {_told(f)}" for f in found.lost)]


def misplaced(finding: Finding, promise: dict[str, str], before: Texts, after: Texts, *, anywhere: bool) -> list[str]:
    """Whether a finding stands at the line promised and, unless the seed says why not, leads to what was changed."""
    place = Place(promise["file"], line_of(after[promise["file"]], promise["line"]))
    wrong = [] if finding.place == place else [f"expected at {place}, found at {finding.place}"]
    touched = {Place(file, line) for file, text in after.items() for line in touched_lines(before.get(file, ""), text)}
    if not anywhere and touched.isdisjoint({finding.place, *finding.see}):
        wrong.append(f"neither its place nor what else to see is the record that was changed: {_told(finding)}")
    return wrong


def touched_lines(before: str, after: str) -> set[int]:
    """The lines that changed, and for each the line its record begins on: ``- id`` in YAML, itself in CSV."""
    if before == after:
        return set()
    old, new = before.split("\n"), after.split("\n")
    found: set[int] = set()
    for tag, _, _, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for line in range(start, max(end, start + 1)) if tag != "equal" else ():
            begins = (at for at in range(min(line, len(new) - 1), -1, -1) if new[at].startswith("- "))
            found |= {line + 1, next(begins, line) + 1}
    return found


def _told(finding: Finding) -> str:
    return f"{' '.join(said(finding)[:3])} @{finding.place}: {finding.message.en}"
