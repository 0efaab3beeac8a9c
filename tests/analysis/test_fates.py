"""What became of all that dissolved bodies had: every fate by what is recorded, and nothing dropped."""

from __future__ import annotations

import pytest

import archmodel as am
from archmodel.analysis.codes import Held
from archmodel.analysis.fate import Fate, fate_of
from archmodel.analysis.fates import fates
from archmodel.checks.fates import Telling
from archmodel.model.elements import (
    Application,
    BusinessFunction,
    Code,
    Dataset,
    Document,
    Interface,
    Node,
    Organisation,
    Task,
)
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Access, Link, Migration, Proof, Relation, Succession, Use

DAY = "2026-11-22"
D = Organisation(id="d", name="Quận", tier="district", until="2025-07-01")
X = Organisation(id="x", name="Phường X", tier="commune", since="2025-07-01")
OWNED = Link(type="owned_by", source="a", target="d", until="2025-07-01")
TAKEN = Link(type="owned_by", source="a", target="x", since="2025-07-01")
DOC = Document(id="qd", name="QĐ", category="decision")


def app(**more: str) -> Application:
    return Application(id="a", name="A", **more)


def page(**more: str) -> Interface:
    return Interface(id="a", name="A", **more)


def link(type: str, source: str, target: str, **more: str) -> Link:
    return Link(type=type, source=source, target=target, **more)


@pytest.mark.parametrize(
    ("element", "others", "relations", "fate"),
    [
        (app(state="in_use"), [], [OWNED, TAKEN], Fate("continued", ("x",))),
        (app(state="in_use"), [], [OWNED], Fate("unknown", (), "owner")),
        (app(), [], [OWNED, TAKEN], Fate("unknown", ("x",), "state")),
        (app(state="ended"), [], [OWNED], Fate("unknown", (), "successor")),
        (app(state="ended"), [DOC], [OWNED, Proof(source="a", target="qd", role="decision")], Fate("retired", ("qd",))),
        (app(state="ended"), [Application(id="b", name="B", state="in_use")], [OWNED, Succession(source="b", target="a")],
         Fate("taken_over", ("b",))),
        (app(state="ended"), [Application(id="b", name="B", state="ended")], [OWNED, Succession(source="b", target="a")],
         Fate("unknown", (), "successor")),
        (Dataset(id="a", name="A", state="ended"), [Dataset(id="b", name="B", state="in_use")],
         [OWNED, Migration(source="a", target="b", state="done")], Fate("moved", ("b",))),
        (Dataset(id="a", name="A", state="ended"), [Dataset(id="b", name="B", state="in_use")],
         [OWNED, Migration(source="a", target="b", state="planned")], Fate("unknown", (), "move")),
        (page(state="ended"), [Interface(id="n", name="N", state="in_use")], [OWNED, link("redirects_to", "a", "n")],
         Fate("redirected", ("n",))),
        (page(state="ended"), [Interface(id="n", name="N", state="ended")], [OWNED, link("redirects_to", "a", "n")],
         Fate("unknown", (), "address")),
        (page(state="ended", address="q.hn"), [Interface(id="n", name="N", state="in_use", address="http://Q.hn/")], [OWNED],
         Fate("taken_over", ("n",))),
        (page(), [Application(id="p", name="P", state="in_use")], [link("exposes", "p", "a"), TAKEN], Fate("continued", ("x",))),
        (BusinessFunction(id="a", name="A"), [], [link("assigned_to", "d", "a")], Fate("unknown", (), "owner")),
        (BusinessFunction(id="a", name="A"), [], [link("assigned_to", "d", "a"), link("assigned_to", "x", "a")],
         Fate("continued", ("x",))),
        (Task(id="a", name="A", state="done_verified"), [], [link("led_by", "a", "d")], Fate("retired")),
        (Task(id="a", name="A"), [], [link("led_by", "a", "d")], Fate("unknown", (), "lead")),
        (Task(id="a", name="A"), [], [link("led_by", "a", "d"), link("led_by", "a", "x")], Fate("unknown", ("x",), "lead")),
        (Task(id="a", name="A"), [], [link("led_by", "a", "d"), link("led_by", "a", "x", since="2025-07-01")],
         Fate("continued", ("x",))),
        (Organisation(id="a", name="A", until="2025-07-01"), [], [Succession(source="x", target="a")],
         Fate("taken_over", ("x",))),
        (Organisation(id="a", name="A", until="2025-07-01"), [], [], Fate("unknown", (), "heirs")),
        (Organisation(id="a", name="A"), [], [], Fate("continued", ("a",))),
    ],
)  # fmt: skip
def test_a_fate_rests_on_what_is_recorded(
    element: Element, others: list[Element], relations: list[Relation], fate: Fate
) -> None:
    assert fate_of(Model([element, D, X, *others], relations), element, DAY) == fate


def test_what_a_body_had_is_found_directly_through_its_systems_and_through_its_group() -> None:
    elements = [
        D, Organisation(id="g", name="G", name_status="family", tier="district", until="2025-07-01"),
        app(state="in_use"), page(state="in_use").model_copy(update={"id": "w"}), Dataset(id="s", name="S"),
        Node(id="n", name="N"), Application(id="h", name="H"), Dataset(id="read", name="R"), Application(id="u", name="U"),
    ]  # fmt: skip
    relations = [
        link("member_of", "d", "g"), OWNED, link("exposes", "a", "w"), Access(source="a", target="s", mode="rw"),
        Access(source="a", target="read", mode="r"), link("owned_by", "n", "g"), link("hosted_on", "h", "n"),
        link("operated_by", "a", "d"), Use(source="u", target="d"),
    ]  # fmt: skip
    (found,) = fates(Model(elements, relations), DAY)
    assert [(item.element, item.ties, item.through) for item in found.items] == [
        ("a", ("owned_by", "operated_by"), None),
        ("u", ("used_by",), None),
        ("w", ("exposes",), None),
        ("s", ("accesses",), None),
        ("n", ("owned_by",), "g"),
        ("h", ("hosted_on",), "g"),
    ]


def test_a_code_stays_with_its_body_and_reuse_is_seen() -> None:
    old = D.model_copy(update={"codes": (Code(system="GSO", value="001", until="2025-07-01"),)})
    new = X.model_copy(update={"codes": (Code(system="GSO", value="001"),)})
    third = new.model_copy(update={"id": "y"})
    (found,) = fates(Model([old, new, third]), DAY)
    assert [(code.code, code.until, code.reused_by) for code in found.codes] == [
        (Held("GSO", "001"), "2025-07-01", ("x", "y"))
    ]


def test_only_what_has_ended_by_the_day_is_asked() -> None:
    assert fates(Model([D, X]), "2025-06-30") == ()
    assert [found.body for found in fates(Model([D, X]).at(DAY), DAY)] == ["d"]
    assert fates(Model([D, X]), DAY, tier="commune") == ()


def test_nothing_of_the_thirty_districts_is_dropped(hanoi: am.Model) -> None:
    districts = [found for found in fates(hanoi, DAY, tier="district") if hanoi[found.body].codes]
    assert len(districts) == 30
    for found in districts:
        listed = {item.element for item in found.items}
        for holder in (found.body, *hanoi.targets(found.body, "member_of").ids):
            for relation in hanoi.incoming(holder):
                if relation.type not in {"member_of", "succeeds"}:
                    assert relation.source in listed, relation
            assert {r.type for r in hanoi.outgoing(holder)} <= {"part_of", "member_of", "in_sector"}


def test_every_fate_is_shown_or_told_to_be_unknown_by_a_finding(hanoi: am.Model) -> None:
    telling = Telling(am.check(hanoi, as_of=DAY))
    every = fates(hanoi, DAY)
    assert len(every) > 500
    assert [(found.body, item.element) for found in every for item in telling.silent(found)] == []
    unknown = {item.element for found in every for item in found.unknown}
    assert {"portal-quan", "tam-quan", "ioc-badinh", "KH130-T4b"} <= unknown
    assert all(telling.of_item(item) for found in every for item in found.unknown)


def test_a_finding_about_something_else_does_not_count(hanoi: am.Model) -> None:
    telling = Telling(am.check(hanoi, as_of=DAY, select=("SEC",)))
    assert all(telling.silent(found) == found.unknown for found in fates(hanoi, DAY, tier="district"))
