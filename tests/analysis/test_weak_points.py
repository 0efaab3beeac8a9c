"""Weak points and circles of small networks, by hand."""

from __future__ import annotations

import pytest

from archmodel.analysis.weak_points import WeakPoint, circles, weak_points


def pairs(text: str) -> list[tuple[str, str]]:
    return [(pair[0], pair[1]) for pair in text.split()]


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ("", []),
        ("ab", []),
        ("ab bc ca", []),
        ("ab bc", [("b", 1, 2)]),
        ("ha hb hc", [("h", 2, 3)]),
        ("ab bc ca cd de", [("c", 2, 2), ("d", 1, 2)]),
        ("ab bc ca cd de ec", [("c", 2, 2)]),
        ("ab xy yz", [("y", 1, 2)]),
        ("aa ab ba", []),
    ],
)
def test_a_member_others_hang_on_is_found(links: str, found: list[tuple[str, int, int]]) -> None:
    assert weak_points(pairs(links)) == tuple(WeakPoint(*one) for one in found)


def test_a_long_chain_needs_no_recursion() -> None:
    chain = [(f"n{n:05}", f"n{n + 1:05}") for n in range(5000)]
    assert weak_points(chain)[0] == WeakPoint("n02500", 2500, 2)


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ("ab bc", []),
        ("ab bc ca", ["abc"]),
        ("ab ba cd", ["ab"]),
        ("aa", ["a"]),
        ("ab bc cd da ca", ["abc"]),
        ("xy yx ab ba", ["ab", "xy"]),
    ],
)
def test_data_that_comes_back_is_found(links: str, found: list[str]) -> None:
    assert circles(pairs(links)) == tuple(tuple(one) for one in found)
