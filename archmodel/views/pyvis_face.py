"""The network of flows as a pyvis network, for who wants to go on working with it in a notebook.

Decides what pyvis is given: the same members, places and colours as our own page, no physics, and texts in which no
sign of markup is left, for pyvis escapes none. What pyvis then writes asks the internet for its style sheets; to hand
something on, save the picture instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archmodel.errors import ArchmodelError
from archmodel.text.words import Words
from archmodel.views.flow_values import STANDINGS, Flows
from archmodel.views.flows_svg import BOX, COLOURS, LINE, lines_of, placed
from archmodel.views.pen import plain

if TYPE_CHECKING:
    from pyvis.network import Network  # type: ignore[import-untyped]

_INERT = str.maketrans({"<": "‹", ">": "›", "&": "＆", '"': "”", "'": "’", "\\": "＼"})


def network(picture: Flows, lang: str = "vi") -> Network:
    """The picture as ``pyvis.network.Network``, free to change.

    Raises:
        ArchmodelError: pyvis is not installed.
    """
    try:
        from pyvis.network import Network
    except ImportError:
        raise ArchmodelError(
            Words("thiếu thư viện pyvis", "pyvis is not installed"),
            Words("cài archmodel[lab], hoặc dùng .interactive()", "install archmodel[lab], or use .interactive()"),
        ) from None
    ends, arcs = picture.drawn
    lines = {end.id: lines_of(end, lang) for end in ends}
    tall: dict[str, float] = {end.id: len(lines[end.id]) * LINE + 10 for end in ends}
    places = placed(ends, arcs, tall)
    made = Network(directed=True, height="780px", width="100%", cdn_resources="in_line", notebook=True)
    made.toggle_physics(False)
    made.set_edge_smooth("continuous")
    for end in ends:
        x, y = places.at[end.id]
        made.add_node(
            end.id,
            label=inert("\n".join(lines[end.id])),
            title=inert(end.to(lang)),
            shape="box",
            x=round(x + BOX / 2, 1),
            y=round(y, 1),
            color="#9fb8d3" if end.platform else "#eef4fa" if end.own else "#ffffff",
            physics=False,
        )
    for arc in arcs:
        told = "; ".join(picture.lines[place].id for place in arc.lines)
        title = inert(f"{told}: {STANDINGS[arc.standing].to(lang)}")
        made.add_edge(arc.source, arc.target, title=title, color=COLOURS[arc.route], dashes=arc.standing != "live")
    return made


def inert(text: str) -> str:
    """Text whose signs of markup are exchanged for look-alikes that no browser reads as markup."""
    return plain(text).translate(_INERT)
