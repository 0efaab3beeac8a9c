"""Who answers for a record: its owners, its operator, the one heir of a body that is gone, or nobody and why."""

from __future__ import annotations

import pytest

from archmodel.analysis.keepers import Keeper, Why
from archmodel.analysis.quality import quality
from archmodel.model.elements import Channel, Organisation
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Link, Relation, Succession

DAY = "2026-11-22"


def keepers(*relations: Relation, bodies: tuple[Element, ...]) -> tuple[Keeper, ...]:
    (record,) = quality(Model((Channel(id="k", name="K"), *bodies), relations), DAY).records
    return record.keepers


OLD = {"tier": "district", "until": "2025-07-01"}


def bodies(*heirs_of_old: str) -> tuple[tuple[Element, ...], tuple[Relation, ...]]:
    found = (
        Organisation(id="old", name="Huyện cũ", **OLD), Organisation(id="x", name="Xã X"), Organisation(id="y", name="Xã Y"),
    )  # fmt: skip
    return found, tuple(Succession(source=heir, target="old") for heir in heirs_of_old)


@pytest.mark.parametrize(
    ("links", "heirs_of_old", "answering"),
    [
        ((("owned_by", "x"), ("operated_by", "y")), (), [("x", None)]),
        ((("operated_by", "y"),), (), [("y", None)]),
        ((("owned_by", "x"), ("owned_by", "y")), (), [("x", None), ("y", None)]),
        ((("owned_by", "old"),), ("x",), [("x", None)]),
        ((("owned_by", "old"), ("owned_by", "x")), ("x",), [("x", None)]),
        ((("owned_by", "old"), ("operated_by", "y")), ("x", "y"), [(None, Why.SEVERAL_HEIRS)]),
        ((("owned_by", "old"),), (), [(None, Why.NO_HEIR)]),
        ((("owned_by", "ghost"),), (), [(None, Why.UNKNOWN)]),
        ((), (), [(None, Why.UNNAMED)]),
    ],
)
def test_who_answers(links: tuple[tuple[str, str], ...], heirs_of_old: tuple[str, ...], answering: object) -> None:
    found, successions = bodies(*heirs_of_old)
    relations = [Link(type=type, source="k", target=target) for type, target in links]
    found_out = keepers(*relations, *successions, bodies=found)
    assert [(keeper.body, keeper.why) for keeper in found_out] == answering


def test_an_owner_that_ended_with_its_body_is_followed_and_one_that_was_replaced_is_not() -> None:
    found, successions = bodies("x")
    gone = Link(type="owned_by", source="k", target="old", until="2025-07-01")
    left = Link(type="owned_by", source="k", target="y", until="2025-07-01")
    older = Organisation(id="older", name="Huyện trước", until="2008-08-01")
    first = Link(type="owned_by", source="k", target="older", until="2008-08-01")
    now = Link(type="owned_by", source="k", target="y")
    everyone = (*successions, Succession(source="y", target="older"))
    asked = [
        keepers(*links, *everyone, bodies=(*found, older))
        for links in ((gone,), (left,), (first, gone), (first,), (gone, now))
    ]
    assert [[(keeper.body, keeper.why) for keeper in held] for held in asked] == [
        [("x", None)], [(None, Why.UNNAMED)], [("x", None)], [("y", None)], [("y", None)],
    ]  # fmt: skip


def test_a_body_named_twice_answers_as_first_named() -> None:
    found, successions = bodies("x")
    links = [Link(type="owned_by", source="k", target=target) for target in ("old", "x")]
    (keeper,) = keepers(*links, *successions, bodies=found)
    assert (keeper.named, keeper.body, keeper.heirs) == ("old", "x", ("x",))


def test_a_part_and_a_day_know_the_bodies_of_the_whole() -> None:
    found, successions = bodies("x")
    link = Link(type="owned_by", source="k", target="old")
    model = Model((Channel(id="k", name="K"), *found), (link, *successions))
    for part in (model.at(DAY), model.select(["k"])):
        assert quality(part, DAY).records[0].keepers[0].body == "x"
