"""The page of data flows: the network to search, streams by sector, the matrix, weak points, sequences, and every flow.

Decides which pictures the page shows of the day of the site and which services are followed; the pictures themselves
are computed by ``archmodel.views``. The network holds flows of all times, set to the day of the site, so that a reader
can look at another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from archmodel.documents.site.address import (
    FLOWS,
    NETWORK_LIBRARY,
    NETWORK_LICENCE,
    NETWORK_SCRIPT,
    element_page,
    sequence_page,
)
from archmodel.documents.site.flow_list import flow_pages
from archmodel.documents.site.publication import Publication, Ref
from archmodel.documents.site.ties import FlowRow, flow_row
from archmodel.text.words import Words
from archmodel.views import Flows, Matrix, Sequence, flows, matrix, sankey, sequence
from archmodel.views.flow_values import ROUTES, STANDINGS
from archmodel.views.flows_page import fragment, library, licence
from archmodel.views.flows_svg import LETTERS
from archmodel.views.picture import Picture, Table, asset

FOLLOWED = 30
"""Services followed on the page; the library follows any other."""

WEAKEST = 200
"""Elements others hang on listed, those that cut off the most first."""

WORDS: dict[str, Words] = {
    "lead": Words(
        "Ai gửi dữ liệu gì cho ai, qua nền tảng nào hay trực tiếp. Chỉ thể hiện luồng có nguồn ghi nhận; luồng không có ở đây là chưa biết, không phải là không có.",
        "Who sends what to whom, over which platform or directly. Only flows some source records are shown; one that is missing is unknown, not absent.",
    ),
    "network": Words("Sơ đồ luồng", "Network of flows"),
    "drawing": Words("Bản vẽ tĩnh (để in)", "Static drawing (for print)"),
    "weak": Words("Điểm nghẽn", "Single points of failure"),
    "weak_more": Words(
        "Đối tượng mà nếu dừng thì các bên khác mất kết nối với nhau, tính trên các luồng đã ghi nhận. Luồng chưa ghi có thể làm thay đổi kết quả.",
        "Elements whose failure cuts others off from each other, computed from the flows recorded. Flows not yet recorded may change this.",
    ),
    "element": Words("Đối tượng", "Element"),
    "severed": Words("Số đối tượng mất kết nối", "Elements cut off"),
    "pieces": Words("Số phần rời nhau", "Parts left"),
    "through": Words("Số luồng đi qua hoặc kết thúc tại đó", "Flows through or at it"),
    "no_weak": Words("Không thấy điểm nghẽn nào.", "No single point of failure is seen."),
    "more_weak": Words("đối tượng khác, mỗi đối tượng cắt rời ít hơn, không kể ở đây", "more that cut off fewer are not listed here"),
    "circles": Words("Vòng khép kín", "Circles"),
    "circles_more": Words(
        "Dữ liệu đi một vòng và trở lại nơi gửi qua các luồng một chiều hoặc hai chiều theo hướng gửi.",
        "Data goes round and comes back to its sender, following the direction in which each flow is sent.",
    ),
    "no_circles": Words("Không thấy vòng khép kín nào.", "No circle is seen."),
    "streams": Words("Dòng dữ liệu theo lĩnh vực", "Flows by sector"),
    "matrix": Words("Ma trận bên gửi – bên nhận", "Senders by receivers"),
    "matrix_more": Words("Hàng là bên gửi, cột là bên nhận.", "Rows send, columns receive."),
    "sender": Words("Bên gửi", "Sender"),
    "sequences": Words("Trình tự của dịch vụ, chức năng", "Services and functions step by step"),
    "no_sequences": Words("Chưa ghi dịch vụ hay chức năng nào có hệ thống và luồng.", "No service or function has a system and flows recorded."),
    "more_sequences": Words("dịch vụ, chức năng khác không vẽ ở đây", "more services and functions are not drawn here"),
    "flows": Words("Tất cả các luồng", "Every flow"),
    "same": Words("Nội dung hình dưới dạng bảng", "The same content as a table"),
    "both_ways": Words("hai chiều", "both ways"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with the words for who cannot see it; ``href`` where it has a page of its own."""

    title: str
    alt: str
    drawing: Markup
    table: Table
    href: str = ""


@dataclass(frozen=True, slots=True)
class WeakRow:
    """An element others hang on."""

    ref: Ref
    severed: int
    pieces: int
    through: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell of the matrix: letter, classes that colour it, and what it says to who does not see colours."""

    text: str
    route: str
    standing: str
    told: str


@dataclass(frozen=True, slots=True)
class Square:
    """The matrix as rows of cells, None where nothing passes."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Mark | None, ...]], ...]
    routes: tuple[Mark, ...]
    standings: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class FlowPart:
    """A page of the rows of flows where they are many."""

    href: str
    title: str
    flows: tuple[FlowRow, ...]


@dataclass(frozen=True, slots=True)
class FlowPage:
    """What the page shows; where flows are many the network to search is left out, and their rows stand in ``parts``."""

    w: dict[str, str]
    standing: str
    alt: str
    network: dict[str, Any] | None
    drawing: Shown
    weak: tuple[WeakRow, ...]
    weaker: int
    circles: tuple[tuple[Ref, ...], ...]
    streams: Shown
    matrix: Square
    matrix_alt: str
    matrix_drawing: Markup
    sequences: tuple[Shown, ...]
    unfollowed: int
    flows: tuple[FlowRow, ...]
    parts: tuple[FlowPart, ...]
    scripts: tuple[str, str] = (NETWORK_LIBRARY, NETWORK_SCRIPT)


def flow_page(site: Publication) -> FlowPage:
    """The values of the page."""
    model = site.model.at(site.day)
    picture, square = flows(model), matrix(model)
    followed, listed = _followed(site), flow_pages(site)
    rows = {page: tuple(flow_row(site, flow) for flow in flows) for page, flows in listed.items()}
    return FlowPage(
        w={name: site.say(words) for name, words in WORDS.items()},
        standing=picture.standing(site.lang),
        alt=picture.alt(site.lang),
        network=fragment(flows(site.model), site.lang, _link(site), site.day) if FLOWS in rows else None,
        drawing=_shown(site, picture),
        weak=_weak(site, picture),
        weaker=max(len(picture.weak) - WEAKEST, 0),
        circles=tuple(tuple(site.ref(id) for id in (*circle, circle[0])) for circle in picture.circles),
        streams=_shown(site, sankey(model)),
        matrix=_square(site, square),
        matrix_alt=square.alt(site.lang),
        matrix_drawing=Markup(square.svg(site.lang, _link(site))),  # noqa: S704 - a drawing escapes its own texts
        sequences=tuple(_shown(site, one, sequence_page(one.about)) for one in followed[:FOLLOWED]),
        unfollowed=max(len(followed) - FOLLOWED, 0),
        flows=rows.pop(FLOWS, ()),
        parts=tuple(FlowPart(page, _from_to(site, part), part) for page, part in rows.items()),
    )


def _from_to(site: Publication, part: tuple[FlowRow, ...]) -> str:
    return f"{site.say(WORDS['flows'])}: {part[0].id} – {part[-1].id}"


def network_files() -> tuple[tuple[str, str], ...]:
    """The scripts of the network, one copy for the site, and the licence of the library."""
    return (
        (NETWORK_LIBRARY, library()),
        (NETWORK_SCRIPT, asset("network.js")),
        (NETWORK_LICENCE, licence()),
    )


def _link(site: Publication, root: str = "") -> Any:
    def link(id: str) -> str | None:
        id = id.removeprefix("domain:")
        return f"{root}{element_page(id)}" if id in site.model else None

    return link


def _shown(site: Publication, picture: Picture, href: str = "") -> Shown:
    root = "../" * href.count("/")
    drawing = Markup(picture.svg(site.lang, _link(site, root)))  # noqa: S704 - a drawing escapes its own texts
    return Shown(picture.title.to(site.lang), picture.alt(site.lang), drawing, picture.table(site.lang), href)


def _weak(site: Publication, picture: Flows) -> tuple[WeakRow, ...]:
    through: dict[str, int] = {}
    for line in picture.lines:
        for id in set(line.stops):
            through[id] = through.get(id, 0) + 1
    return tuple(
        WeakRow(site.ref(point.id), point.severed, point.pieces, through[point.id]) for point in picture.weak[:WEAKEST]
    )


def _square(site: Publication, square: Matrix) -> Square:
    place = {key: n for n, (key, _) in enumerate(square.receivers)}
    rows: dict[str, list[Mark | None]] = {key: [None] * len(square.receivers) for key, _ in square.senders}
    for (sender, receiver), cell in square.cells.items():
        both = " ⇄" if cell.both_ways else ""
        told = f"{ROUTES[cell.route].to(site.lang)}; {STANDINGS[cell.standing].to(site.lang)}: {', '.join(line.id for line in cell.lines)}"
        rows[sender][place[receiver]] = Mark(f"{cell.text(site.lang)}{both}", cell.route, cell.standing, told)
    english = site.lang == "en"
    return Square(
        columns=tuple(words.to(site.lang) for _, words in square.receivers),
        rows=tuple((words.to(site.lang), tuple(rows[key])) for key, words in square.senders),
        routes=tuple(Mark(LETTERS[route][english], route, "coming", words.to(site.lang)) for route, words in ROUTES.items()),
        standings=tuple(Mark("", "unstated", standing, words.to(site.lang)) for standing, words in STANDINGS.items()),
    )  # fmt: skip


def _followed(site: Publication) -> list[Sequence]:
    """Services and functions with at least one flow or data access recorded, by name."""
    model = site.model.at(site.day)
    behaviour = site.sorted([*model.of("service"), *model.of("business_function"), *model.of("process")])
    made = (sequence(model, element.id) for element in behaviour)
    return [one for one in made if any(step.rests_on for step in one.steps)]
