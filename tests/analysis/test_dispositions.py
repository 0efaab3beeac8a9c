"""What is to become of systems, where the data of the past went, and where old addresses arrive."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.analysis.dispositions import dispositions
from archmodel.analysis.trails import trails
from archmodel.model.elements import Application, Dataset, Document, Interface, Organisation, Principle
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Access, Link, Migration, Proof, Relation, Succession

DAY = "2026-11-22"
D = Organisation(id="d", name="Quận", tier="district", until="2025-07-01")
X = Organisation(id="x", name="Phường X", tier="commune", since="2025-07-01")
DOC = Document(id="qd", name="QĐ", category="decision")


def own(id: str, **more: str) -> Application:
    return Application(id=id, name=id, record="own", **more)


def link(type: str, source: str, target: str, **more: str) -> Link:
    return Link(type=type, source=source, target=target, **more)


@pytest.mark.parametrize(
    ("disposition", "option"),
    [("keep", "keep"), ("connect", "adjust"), ("upgrade", "adjust"), ("merge", "merge"), ("replace_or_end", "retire"),
     ("new", "new"), ("undecided", "undecided"), (None, None)],
)  # fmt: skip
def test_the_option_is_read_in_the_words_of_the_plan(disposition: str | None, option: str | None) -> None:
    (plan,) = dispositions(Model([own("a", disposition=disposition)]), DAY)
    assert plan.option == option


def test_what_stays_but_changed_hands_is_transferred() -> None:
    links = [link("owned_by", "a", "d", until="2025-07-01"), link("owned_by", "a", "x", since="2025-07-01")]
    (plan,) = dispositions(Model([own("a", disposition="keep"), D, X], links), DAY)
    assert (plan.option, plan.former_owners, plan.owners) == ("transfer", ("d",), ("x",))


def test_a_decision_names_its_document_principle_and_target_and_nothing_is_missing() -> None:
    elements = [
        own("a", disposition="merge", disposition_on="2025-06-01"),
        own("b"),
        X,
        DOC,
        Principle(id="GP4", name="P"),
    ]
    relations: list[Relation] = [
        link("owned_by", "a", "x"), Proof(source="a", target="qd", role="decision"), link("realizes", "a", "GP4"),
        Succession(source="b", target="a"),
    ]  # fmt: skip
    plan = dispositions(Model(elements, relations), DAY)[0]
    assert (plan.decisions, plan.principles, plan.into, plan.missing) == (("qd",), ("GP4",), ("b",), ())


def test_what_is_not_recorded_is_named() -> None:
    (plan,) = dispositions(Model([own("a", disposition="merge")]), DAY)
    assert plan.missing == (
        "disposition_on", "evidenced_by (role: decision)", "realizes (principle)", "succeeds / migrates_to", "owned_by"
    )  # fmt: skip
    (plan,) = dispositions(Model([own("a")]), DAY)
    assert plan.missing == ("disposition", "evidenced_by (role: decision)", "owned_by")


def test_the_table_of_dispositions_shows_unknown_as_missing() -> None:
    table = am.tables.dispositions(Model([own("a"), own("b", disposition="keep")]), DAY)
    assert table["option"].isna().tolist() == [True, False]


def data(id: str, **more: str) -> Dataset:
    return Dataset(id=id, name=id, record="own", **more)


OLD = own("old", state="ended", until="2025-07-01")
KEPT = Access(source="old", target="s", mode="rw")


@pytest.mark.parametrize(
    ("others", "relations", "fate", "is_safe"),
    [
        ([], [], "lost", False),
        ([own("new", state="in_use")], [Succession(source="new", target="old", scope=("data",))], "moved", True),
        ([own("new", state="in_use")], [Succession(source="new", target="old")], "unknown", False),
        ([own("new", state="in_use")], [Succession(source="new", target="old", scope=("users",))], "lost", False),
        ([own("new", state="ended")], [Succession(source="new", target="old", scope=("data",))], "lost", False),
        ([own("new", state="in_use")], [Migration(source="old", target="new", state="done")], "moved", True),
        ([data("t", state="in_use")], [Migration(source="s", target="t", state="done")], "moved", True),
        ([data("t", state="in_use")], [Migration(source="s", target="t")], "unknown", False),
        ([data("t", state="in_use")], [Migration(source="s", target="t", state="running")], "moving", False),
        ([data("t", state="ended")], [Migration(source="s", target="t", state="done")], "stopped", False),
        ([data("t")], [Migration(source="s", target="t", state="done"), Migration(source="t", target="s", state="done")],
         "circle", False),
        ([data("t", state="in_use")], [link("archived_in", "s", "t")], "moved", True),
        ([own("other", state="in_use")], [Access(source="other", target="s", mode="w")], "kept", True),
    ],
)  # fmt: skip
def test_data_of_an_ended_system_has_a_home_or_is_found(
    others: list[Element], relations: list[Relation], fate: str, is_safe: bool
) -> None:
    homes = am.homes(Model([OLD, data("s"), *others], [KEPT, *relations]), DAY)
    found = next(home for home in homes if home.data == "s")
    assert (found.fate, found.is_safe, found.reason, found.left_by) == (fate, is_safe, "ended", "old")
    assert am.tables.homes(homes).loc["s", "fate"] == fate


def test_data_that_was_disposed_of_on_purpose_is_safe() -> None:
    gone = data("s", disposition="replace_or_end")
    homes = am.homes(Model([OLD, gone, DOC], [KEPT, Proof(source="s", target="qd", role="decision")]), DAY)
    assert [home.fate for home in homes] == ["disposed"]


def page(id: str, **more: str) -> Interface:
    return Interface(id=id, name=id, category=more.pop("category", "url"), **more)


@pytest.mark.parametrize(
    ("pages", "ways", "told"),
    [
        ([page("a", state="ended"), page("b", state="in_use")], [("a", "b")], (("a", "b"), None)),
        ([page("a", state="ended"), page("b")], [("a", "b")], (("a", "b"), None)),
        ([page("a", state="ended"), page("b", state="ended")], [("a", "b")], (("a", "b"), "dead_end")),
        ([page("a", state="ended")], [], (("a",), "dead_end")),
        ([page("a", state="ended"), page("b", state="ended")], [("a", "b"), ("b", "a")], (("a", "b", "a"), "circle")),
    ],
)
def test_an_old_address_is_followed(
    pages: list[Interface], ways: list[tuple[str, str]], told: tuple[tuple[str, ...], str | None]
) -> None:
    model = Model(pages, [link("redirects_to", *way) for way in ways])
    assert (trails(model, DAY)[0].path, trails(model, DAY)[0].fault) == told


def test_too_many_steps_are_told() -> None:
    pages = [page(f"p{n}", state="ended") for n in range(6)]
    model = Model(pages, [link("redirects_to", f"p{n}", f"p{n + 1}") for n in range(5)])
    assert trails(model, DAY)[0].fault == "length"


def test_mail_is_followed_as_long_as_it_is_forwarded() -> None:
    domains = [page(id, category="mail_domain", state="in_use") for id in ("a", "b", "c")]
    on = [link("forwards_to", "a", "b"), link("forwards_to", "b", "c", until="2026-01-01")]
    assert [(trail.path, trail.fault) for trail in trails(Model(domains, on), "2025-08-01")] == [
        (("a", "b", "c"), None),
        (("b", "c"), None),
    ]
    assert trails(Model(domains, on), DAY)[0].path == ("a", "b")
    loop = [link("forwards_to", "a", "b"), link("forwards_to", "b", "a")]
    assert trails(Model(domains, loop), DAY)[0].fault == "circle"
