"""Which edition judges a day, and how the components of an edition are filled."""

from __future__ import annotations

import pytest

from archmodel.analysis.coverage import Cover, Scope, coverage
from archmodel.analysis.editions import edition_on, lineage
from archmodel.analysis.spans import months_later
from archmodel.model.elements import Application, BusinessFunction, Interface, Organisation
from archmodel.model.framework import Edition, Entry, Listing, Profile, Reference
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Alignment
from archmodel.model.settings import Settings

DAY = "2026-11-22"


def listing(id: str, sort: str, *entries: Entry, status: str = "complete") -> Listing:
    return Listing(id=id, name=id, sort=sort, status=status, entries=entries)


EDITION = Edition(
    id="e",
    name="E",
    status="complete",
    listings=(
        listing("ministry", "component", Entry(key="M.1", role="own")),
        listing("province", "component", Entry(key="P.1", role="own"), Entry(key="P.2", role="open")),
        listing("national", "component", Entry(key="N.1")),
        listing(
            "commune", "commune_component",
            Entry(key="X", name="heading"), Entry(key="X.1", group="XA"), Entry(key="X.2", group="TINH"),
        ),
        listing("views", "view", Entry(key="V1")),
    ),
)  # fmt: skip


def scopes(*elements: Element, tier: str = "city", edition: Edition = EDITION, **aligned: str) -> dict[str, Scope]:
    body = Organisation(id="x", name="X", tier=tier)
    relations = [Alignment(source=id, target=f"e/{key.replace('_', '.')}") for id, key in aligned.items()]
    model = Model([body, *elements], relations, settings=Settings(owner="x"))
    return {scope.id: scope for scope in coverage(model, DAY, edition)}


def test_the_scopes_are_the_own_model_the_national_lists_and_the_commune_groups() -> None:
    found = scopes()
    assert list(found) == ["own", "national", "commune:XA", "commune:TINH", "views"]
    assert [component.key for component in found["commune:XA"].components] == ["X.1"]


@pytest.mark.parametrize(("tier", "key"), [("city", "P.1"), ("central", "M.1")])
def test_a_province_is_held_to_the_province_model_and_a_ministry_to_its_own(tier: str, key: str) -> None:
    assert scopes(tier=tier)["own"].components[0].key == key


def test_an_open_slot_nobody_fills_does_not_count() -> None:
    own = scopes(Application(id="a", name="A", state="in_use"), a="P_1")["own"]
    assert [component.outcome for component in own.components] == [Cover.IN_PLACE, Cover.NOT_REQUIRED]
    assert own.counted == (1, 1)


def test_an_open_slot_somebody_fills_counts() -> None:
    own = scopes(Application(id="a", name="A", state="planned"), a="P_2")["own"]
    assert [component.outcome for component in own.components] == [Cover.NONE, Cover.COMING]
    assert own.counted == (1, 2)


def test_what_people_do_fills_the_commune_model_and_nothing_else() -> None:
    work = BusinessFunction(id="f", name="F")
    assert scopes(work, f="X_1")["commune:XA"].components[0].elements == ("f",)
    assert scopes(work, f="P_1")["own"].components[0].outcome is Cover.NONE


def test_the_elements_named_are_those_of_the_best_cover() -> None:
    works, ended = Interface(id="a", name="A", state="in_use"), Interface(id="b", name="B", state="ended")
    assert scopes(works, ended, a="P_1", b="P_1")["own"].components[0].elements == ("a",)


def test_an_alignment_that_begins_later_is_on_its_way() -> None:
    later = Application(id="a", name="A", state="planned", since="2027")
    model = Model([later], [Alignment(source="a", target="e/P.1", since="2027")], settings=Settings(owner="x"))
    own = next(scope for scope in coverage(model, DAY, EDITION) if scope.id == "own")
    assert own.components[0].outcome is Cover.COMING


def test_a_list_nobody_has_is_a_scope_without_components() -> None:
    unread = Edition(id="e", name="E", status="partial", listings=(listing("c", "component", status="unknown"),))
    own = scopes(edition=unread)["own"]
    assert (own.status, own.components, own.counted) == ("unknown", (), (0, 0))


def test_a_framework_that_has_one_model_only_is_read_by_it() -> None:
    single = Edition(
        id="e", name="E", status="complete", listings=(listing("any", "component", Entry(key="A.1", role="own")),)
    )
    assert scopes(edition=single)["own"].components[0].key == "A.1"


def frames(*profiles: Profile) -> Model:
    editions = {
        "old": Edition(id="old", name="Old", status="unknown", since="2025-10-08", replaced_by="new"),
        "other": Edition(id="other", name="Other", status="unknown", since="2020-01-01", replaced_by="old"),
        "new": Edition(id="new", name="New", status="complete", since="2026-07-29"),
    }
    return Model([], settings=Settings(framework="new"), reference=Reference(editions=editions, profiles=profiles))


LAW = Profile(id="p", name="P", since="2026-07-01", framework="new")


@pytest.mark.parametrize(
    ("profiles", "day", "id"),
    [
        ((LAW,), "2026-07-29", "new"),
        ((LAW,), "2026-07-28", "old"),
        ((LAW,), "2026-06-30", None),
        ((), "2026-11-22", "new"),
        ((), "2019-12-31", None),
    ],
)
def test_a_day_is_judged_by_the_edition_its_law_names_once_it_has_begun(
    profiles: tuple[Profile, ...], day: str, id: str | None
) -> None:
    found = edition_on(frames(*profiles), day)
    assert (found.id if found else None) == id


def test_a_line_of_parents_that_turns_in_a_circle_ends() -> None:
    known = {key: Entry(key=key, parent=parent) for key, parent in {"a": "b", "b": "a"}.items()}
    assert [entry.key for entry in lineage(known, "a")] == ["a", "b"]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-07-29", 6, "2027-01-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-01", 12, "2027-12-01"),
        ("9999-12-31", 1, "9999-12-31"),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, later: str) -> None:
    assert months_later(day, months) == later
