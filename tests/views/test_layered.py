"""Places of a network: senders left of receivers, nothing on top of anything, the same each time."""

from __future__ import annotations

from archmodel.views.layered import MOST_RANKS, RING, Size, layered

SIZE = Size(wide=100, across=50, down=10, page=700)


def placed(text: str, ids: str = "") -> dict[str, tuple[float, float]]:
    links = [(pair[0], pair[1]) for pair in text.split()]
    order = ids or "".join(dict.fromkeys("".join(text.split())))
    return layered(list(order), links, dict.fromkeys(order, 20.0), SIZE).at


def overlapping(at: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    spots = sorted(at.items())
    return [
        (one, other)
        for n, (one, (x, y)) in enumerate(spots)
        for other, (to_x, to_y) in spots[n + 1 :]
        if abs(x - to_x) < SIZE.wide and abs(y - to_y) < 20
    ]


def test_receivers_stand_right_of_senders() -> None:
    at = placed("ab bc ac")
    assert [at[id][0] for id in "abc"] == [0, 150, 300]


def test_a_sender_stands_beside_its_first_receiver() -> None:
    assert placed("ab bc xc")["x"][0] == 150


def test_a_circle_is_cut_and_keeps_its_order() -> None:
    assert [placed("ab bc ca")[id][0] for id in "abc"] == [0, 150, 300]


def test_parts_without_links_between_them_stand_apart() -> None:
    at = placed("ab cd ef gh")
    assert overlapping(at) == []
    assert at["a"][1] == at["c"][1]


def test_a_member_without_links_has_a_place() -> None:
    assert set(placed("ab", "abz")) == {"a", "b", "z"}
    assert placed("aa") == {"a": (0, 0)}


def test_a_long_link_bends_around_what_it_passes() -> None:
    found = layered(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")], dict.fromkeys("abc", 20.0), SIZE)
    ((x, y),) = found.bends["a", "c"]
    assert x == 150
    assert not found.at["b"][1] <= y <= found.at["b"][1] + 20


def tangled(count: int) -> dict[str, tuple[float, float]]:
    ids = [f"n{n:03}" for n in range(count)]
    links = [(one, other) for n, one in enumerate(ids) for other in ids[n + 1 : n + 4]]
    return layered(ids, links, dict.fromkeys(ids, 20.0), SIZE).at


def test_a_tangle_stands_in_a_ring_and_a_large_one_in_a_square() -> None:
    ring, square = tangled(MOST_RANKS + 3), tangled(RING + 20)
    assert overlapping(ring) == []
    assert overlapping(square) == []
    assert len({x for x, _ in ring.values()}) > 6
    assert len({x for x, _ in square.values()}) < 8


def test_a_ring_wider_than_the_page_still_has_room() -> None:
    assert overlapping(tangled(RING - 1)) == []


def test_the_order_of_links_given_twice_does_not_matter() -> None:
    assert placed("ab bc ab") == placed("ab bc")
