"""The network of flows on a screen: to search, filter and read the evidence of each flow, offline and without physics.

Decides what the script is given: texts, places computed here, colours; it draws with vis-network (vendored, unmodified)
and puts every text in as text. The data stand in the page as JSON that no name can break out of; the policy of the page
allows the scripts of the page and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from archmodel.model.record import Evidence
from archmodel.model.values import label
from archmodel.text.vietnamese import folded
from archmodel.text.words import Words
from archmodel.views.flow_values import ROUTES, STANDINGS, Arc, Flows, Line
from archmodel.views.flows import DRAWN_ONE_BY_ONE
from archmodel.views.flows_svg import BOX, COLOURS, LETTERS, LINE, legend, lines_of, placed
from archmodel.views.pen import Link, plain
from archmodel.views.picture import asset, digest, templates

VENDOR = "vis-network-10.1.5"
SMOOTH_UP_TO = 300
"""Arcs are curved up to so many; more are straight, which costs a browser less."""

WORDS: dict[str, Words] = {
    "search": Words("Tìm tên, mã, nội dung", "Find name, code, content"),
    "route": Words("Đường đi", "Route"),
    "platform": Words("Nền tảng", "Platform"),
    "domain": Words("Lĩnh vực", "Sector"),
    "state": Words("Trạng thái", "State"),
    "on": Words("Có hiệu lực ngày", "Holding on"),
    "all": Words("tất cả", "all"),
    "reset": Words("Bỏ lọc", "Clear"),
    "fit": Words("Vừa khung", "Fit"),
    "legend": Words("Chú giải", "Legend"),
    "count": Words("luồng", "flows"),
    "of": Words("trên", "of"),
    "pick": Words("Chọn một luồng, hoặc bấm vào đối tượng hay mũi tên.", "Pick a flow, or click an element or arrow."),
    "more": Words("luồng nữa; hãy lọc thêm", "more; narrow the filters"),
    "none": Words("Không có luồng nào khớp.", "No flow matches."),
    "sender": Words("Bên gửi", "Sender"),
    "receiver": Words("Bên nhận", "Receiver"),
    "way": Words("Đường đi", "Way"),
    "content": Words("Nội dung", "Content"),
    "both_ways": Words("Hai chiều", "Both ways"),
    "yes": Words("có", "yes"),
    "since": Words("Từ", "Since"),
    "until": Words("Đến trước", "Until"),
    "due": Words("Thời hạn", "Due"),
    "confidence": Words("Độ tin cậy", "Confidence"),
    "evidence": Words("Nguồn, minh chứng", "Evidence"),
    "no_evidence": Words("Chưa ghi nguồn", "No source recorded"),
    "severed": Words("đối tượng mất kết nối nếu nó dừng", "elements lose touch if it stops"),
    "script": Words(
        "Phần tương tác cần JavaScript; hình tĩnh và bảng bên dưới có cùng nội dung.",
        "Searching needs JavaScript; the drawing and table below hold the same.",
    ),
    "drawing": Words("Bản vẽ tĩnh (để in)", "Static drawing (for print)"),
    "network": Words("Sơ đồ luồng tương tác; danh sách bên cạnh có cùng nội dung", "Interactive network; the list beside it holds the same"),
}  # fmt: skip


def page(picture: Flows, lang: str) -> str:
    """A self-contained page."""
    from markupsafe import Markup

    style = f"{asset('picture.css')}\n{asset('network.css')}"
    scripts = (library(), asset("network.js"))
    return (
        templates()
        .get_template("flows_page.html")
        .render(
            lang=lang,
            title=picture.title.to(lang),
            standing=picture.standing(lang),
            alt=picture.alt(lang),
            table=picture.table(lang),
            words=Words("Nội dung hình dưới dạng bảng", "The same content as a table").to(lang),
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=digest(style),
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own file and the library
            script_hashes=" ".join(digest(script) for script in scripts),
            drawing=Markup(picture.svg(lang)) if len(picture.drawn[0]) <= DRAWN_ONE_BY_ONE else None,  # noqa: S704 - a drawing escapes its own texts
            network=fragment(picture, lang),
        )
    )


def fragment(picture: Flows, lang: str, link: Link | None = None, day: str = "") -> dict[str, Any]:
    """What the template ``network.html`` shows: words, choices of the filters, and the data as safe JSON.

    ``day`` is what the filter of days is set to at first.
    """
    from markupsafe import Markup

    told = {name: words.to(lang) for name, words in WORDS.items()}
    platforms = dict.fromkeys(id for line in picture.lines for id in line.platforms)
    return {
        "t": told,
        "day": day,
        "routes": [(route, ROUTES[route].to(lang)) for route, count in picture.counts().items() if count],
        "platforms": [(end.id, end.to(lang)) for end in picture.ends if end.id in platforms],
        "domains": [(id, words.to(lang)) for id, words in picture.domains],
        "states": [(name, STANDINGS[name].to(lang)) for name in STANDINGS],
        "legend": Markup(legend(lang)),  # noqa: S704 - a drawing escapes its own texts
        "data": Markup(_json(_data(picture, lang, link) | {"words": told})),  # noqa: S704 - no sign of markup is left in it
    }


def _json(value: Any) -> str:
    """JSON in which no text can end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _data(picture: Flows, lang: str, link: Link | None) -> dict[str, Any]:
    ends, arcs = picture.drawn
    lines = {end.id: lines_of(end, lang) for end in ends}
    severed = {point.id: point.severed for point in picture.weak}
    circling = {id for circle in picture.circles for id in circle}
    marked = severed.keys() | circling
    tall: dict[str, float] = {end.id: (len(lines[end.id]) + (end.id in marked)) * LINE + 10 for end in ends}
    places = placed(ends, arcs, tall)
    nodes = [
        {
            "id": end.id,
            "label": plain("\n".join(lines[end.id])),
            "name": plain(end.to(lang)),
            "x": round(places.at[end.id][0] + BOX / 2, 1),
            "y": round(places.at[end.id][1] + tall[end.id] / 2, 1),
            "look": "platform" if end.platform else "own" if end.own else "other",
            "severed": severed.get(end.id, 0),
            "circle": end.id in circling,
            "href": link(end.id) if link else None,
        }
        for end in ends
    ]
    return {
        "wide": BOX,
        "smooth": len(arcs) <= SMOOTH_UP_TO,
        "colours": COLOURS,
        "nodes": nodes,
        "arcs": [_arc(arc, lang) for arc in arcs],
        "lines": [_line(picture, line, lang) for line in picture.lines],
    }


def _arc(arc: Arc, lang: str) -> dict[str, Any]:
    letter = LETTERS[arc.route][lang == "en"]
    return {
        "from": arc.source,
        "to": arc.target,
        "route": arc.route,
        "standing": arc.standing,
        "both": arc.both_ways,
        "letter": letter if len(arc.lines) == 1 else f"{letter}{len(arc.lines)}",
        "lines": arc.lines,
    }


def _line(picture: Flows, line: Line, lang: str) -> dict[str, Any]:
    names = [plain(picture.named(id, lang)) for id in line.stops]
    way, content = plain(picture.way(line, lang)), plain(picture.content(line, lang))
    domains = {picture.by_id[id].domain for id in line.stops} - {None}
    return {
        "id": line.id,
        "source": names[0],
        "target": names[-1],
        "way": way,
        "content": content,
        "route": line.route,
        "standing": line.standing,
        "state": plain("; ".join(filter(None, (label("flow_state", line.state, lang), line.state_note)))),
        "both": line.both_ways,
        "platforms": line.platforms,
        "domains": sorted(domain for domain in domains if domain),
        "since": line.since,
        "until": line.until,
        "due": line.due,
        "confidence": label("confidence", line.confidence, lang),
        "evidence": [_evidence(item, lang) for item in line.evidence],
        "find": folded(" ".join((line.id, *line.stops, *names, way, content))),
    }


def _evidence(item: Evidence, lang: str) -> dict[str, Any]:
    """A source; its address becomes a link only where it is plain http or https."""
    url = item.url if item.url and item.url.startswith(("http://", "https://")) else None
    told: Iterable[str | None] = (item.date, label("confidence", item.confidence, lang), item.note)
    return {"document": plain(item.document), "url": url, "told": plain("; ".join(filter(None, told)))}


@cache
def library() -> str:
    """The text of vis-network."""
    return _vendored("vis-network.min.js")


def licence() -> str:
    """The licence vis-network is used under (MIT, one of its two)."""
    return _vendored("LICENSE-MIT")


def _vendored(name: str) -> str:
    return files(__package__).joinpath("vendor", VENDOR, name).read_text("utf-8")
