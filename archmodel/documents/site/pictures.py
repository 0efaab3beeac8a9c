"""The pictures of the site: a gallery of the whole, a page for each, and two small ones on the pages of systems and data.

Decides which pictures there are and which elements have their own; what is drawn is decided in ``archmodel.views``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from archmodel.analysis.activity import is_own
from archmodel.analysis.impact import impact_in
from archmodel.analysis.roadmap import roadmap
from archmodel.documents.site.address import element_page, picture_file, picture_page
from archmodel.documents.site.halt import DEPTH
from archmodel.documents.site.publication import Publication
from archmodel.model.record import Element
from archmodel.text.vietnamese import slug as slug_of
from archmodel.text.words import Words
from archmodel.views.diagram import diagrams
from archmodel.views.diagram_values import Diagram
from archmodel.views.focus import Surroundings
from archmodel.views.gantt import gantt
from archmodel.views.heatmap import heatmap
from archmodel.views.impact_tree import tree_of
from archmodel.views.landscape import landscape
from archmodel.views.lineage import lineage
from archmodel.views.matrix import matrix
from archmodel.views.overlap import overlap
from archmodel.views.picture import Picture, Table, written_scene
from archmodel.views.sankey import sankey
from archmodel.views.succession import succession
from archmodel.views.timeline import timeline

PICTURED = frozenset({"application", "dataset", "node", "network"})
MOST = 1000
"""Own systems, data sets, nodes and networks up to which each has pictures of its own; the gallery says so."""

LARGE = (1500, 1100)
"""Width and height of a drawing past which it is printed on A3."""


class Shown(NamedTuple):
    """A picture on its own page; ``across`` where it is wider than tall, ``large`` where A4 would make it too small to read: it is printed so."""

    slug: str
    title: str
    about: str
    href: str
    file: str
    alt: str
    standing: str
    table: Table
    drawing: Markup
    plain: str
    editable: tuple[Editable, ...]
    across: bool
    large: bool


class Editable(NamedTuple):
    """A picture as a file for another program: what that is called, where it lies, what it holds."""

    name: str
    href: str
    text: str


class Small(NamedTuple):
    """A picture on an element's page."""

    title: str
    alt: str
    drawing: Markup


@dataclass(frozen=True)
class Pictures:
    """The pictures of a publication, each drawn when it is asked for."""

    site: Publication

    def __iter__(self) -> Iterator[Shown]:
        for slug, about, picture in self._all:
            yield self._shown(slug, about, picture)

    @property
    def _all(self) -> Iterator[tuple[str, Words, Picture]]:
        site = self.site
        today = site.model.at(site.day)
        for drawn in diagrams(today):
            yield slug_of(drawn.code), _about(drawn), drawn
        yield "linh-vuc", _ABOUT["sector"], landscape(today)
        yield "chu-quan", _ABOUT["owner"], landscape(today, by="owner", colour="owner")
        yield "phat-hien", _ABOUT["findings"], landscape(today, colour="findings", report=site.report)
        yield "thanh-phan", _ABOUT["component"], landscape(today, by="category", colour="component")
        yield "phuong-an", _ABOUT["disposition"], landscape(today, by="owner", colour="disposition")
        yield "chong-lan", _ABOUT["overlap"], overlap(site.model, site.day)
        yield "vong-doi", _ABOUT["timeline"], timeline(site.model, site.day)
        yield "dong-du-lieu", _ABOUT["lineage"], lineage(today)
        if today.flows:
            yield "luong-linh-vuc", _ABOUT["sankey"], sankey(today)
            yield "luong-ma-tran", _ABOUT["matrix"], matrix(today)
        yield "ke-thua", _ABOUT["succession"], succession(site.model)
        if site.report.framework in site.model.reference.editions:
            yield "bao-phu", _ABOUT["heatmap"], heatmap(site.model, site.day, site.report.framework)
        yield "lo-trinh", _ABOUT["gantt"], gantt(roadmap(site.model, site.day))

    def _shown(self, slug: str, about: Words, picture: Picture) -> Shown:
        lang = self.site.lang
        title, _, about_it = self.site.say(about).partition(": ")
        drawing = picture.svg(lang, self._above)
        across, down = (float(part) for part in drawing.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split())
        return Shown(
            slug=slug,
            title=title,
            about=f"{about_it[:1].upper()}{about_it[1:]}",
            href=picture_page(slug),
            file=picture_file(slug),
            alt=picture.alt(lang),
            standing=picture.standing(lang),
            table=picture.table(lang),
            drawing=Markup(drawing),  # noqa: S704 - a drawing escapes its own texts
            plain=picture.svg(lang),
            editable=_editable(slug, picture, lang),
            across=across > down,
            large=across > LARGE[0] or down > LARGE[1],
        )

    @cached_property
    def limited(self) -> bool:
        """Whether there are too many elements for each to have pictures of its own."""
        own = (element for element in self.site.model if element.kind in PICTURED and is_own(element))
        return sum(1 for _ in own) > MOST

    def of(self, element: Element) -> tuple[Small, ...]:
        """What stands around an element and, if anything would feel its end, the tree of what would."""
        site = self.site
        if self.limited or element.kind not in PICTURED or not is_own(element) or not element.holds_on(site.day):
            return ()
        found: list[Picture] = [self._surroundings.of(element.id)]
        if element.id in site.web:
            felt = impact_in(site.web, element.id, depth=DEPTH)
            if felt.rows:
                found.append(tree_of(site.model, felt))
        return tuple(
            Small(picture.title.to(site.lang), picture.alt(site.lang), Markup(picture.svg(site.lang, self._beside)))  # noqa: S704 - as above
            for picture in found
        )

    @cached_property
    def _surroundings(self) -> Surroundings:
        return Surroundings(self.site.model.at(self.site.day))

    def _above(self, id: str) -> str | None:
        """From the page of a picture to an element's."""
        return f"../{element_page(id)}" if id in self.site.model else None

    def _beside(self, id: str) -> str | None:
        """From one element's page to another's."""
        return f"{id}.html" if id in self.site.model else None


def _about(drawn: Diagram) -> Words:
    return Words(
        f"{drawn.title.vi}: sơ đồ bắt buộc của Mẫu 02 (dự thảo), khổ A3, kèm tệp nguồn sửa được.",
        f"{drawn.title.en}: a diagram Mẫu 02 (draft) requires, for A3, with an editable source.",
    )


def _editable(slug: str, picture: Picture, lang: str) -> tuple[Editable, ...]:
    """The files of a picture of boxes and lines; none of another."""
    scene = picture.scene(lang)
    if scene is None:
        return ()
    return tuple(
        Editable(name, picture_file(slug, ending), written_scene(scene, ending)) for ending, name in _PROGRAMS.items()
    )


_PROGRAMS = {".drawio": "draw.io", ".mmd": "Mermaid", ".graphml": "GraphML"}
_ABOUT = {
    "sector": Words(
        "Bức tranh theo lĩnh vực: bốn lớp và hai phần xuyên suốt; hệ thống, dữ liệu xếp theo lĩnh vực.",
        "Landscape by sector: four layers and two concerns that cut across; systems and data by sector.",
    ),
    "owner": Words(
        "Bức tranh theo cơ quan chủ quản: ai giữ bao nhiêu hệ thống, dữ liệu; chưa rõ chủ quản được nêu rõ.",
        "Landscape by owner: who holds how many systems and data; what has no owner on record is said.",
    ),
    "findings": Words(
        "Bức tranh theo phát hiện: hệ thống nào có quy tắc chưa đáp ứng, hệ thống nào chưa đủ cơ sở đánh giá.",
        "Landscape by findings: where a rule fails, and where there is not enough to judge.",
    ),
    "component": Words(
        "Bức tranh theo khung kiến trúc: đối tượng nào đã xếp vào thành phần của khung, có nguồn hay do suy luận.",
        "Landscape by framework: what is placed in the framework, with a source or by inference.",
    ),
    "disposition": Words(
        "Bức tranh theo phương án xử lý: giữ, nâng cấp, hợp nhất, thay thế; chưa có phương án được nêu rõ.",
        "Landscape by disposition: keep, upgrade, merge, replace; what has no decision is said.",
    ),
    "overlap": Words(
        "Bản đồ chồng lấn: chức năng nào có nhiều hệ thống cùng phục vụ, chức năng nào chưa ghi nhận hệ thống nào.",
        "Overlap map: which functions several systems serve, and which none is recorded for.",
    ),
    "timeline": Words(
        "Vòng đời hệ thống: từ bao giờ, đến bao giờ, biết chắc đến đâu, trước và sau ngày sắp xếp.",
        "Lives of systems: since when, until when, how sure, before and after the reorganisation.",
    ),
    "lineage": Words(
        "Dòng dữ liệu: bản gốc của mỗi thực thể dữ liệu ở đâu, ai giữ bản sao, hệ thống nào dùng, dữ liệu đi đâu.",
        "Data lineage: where each entity is mastered, who holds copies, which systems use it, where it flows.",
    ),
    "sankey": Words(
        "Luồng dữ liệu theo lĩnh vực: lĩnh vực nào gửi dữ liệu cho lĩnh vực nào. Mạng luồng ở trang Luồng tích hợp.",
        "Data flows by sector: which sector sends data to which. The network is on the page of flows.",
    ),
    "matrix": Words(
        "Ma trận luồng dữ liệu: bên gửi theo hàng, bên nhận theo cột, qua nền tảng nào, đã chạy hay chưa.",
        "Matrix of data flows: senders by row, receivers by column, over which platform, running or not.",
    ),
    "succession": Words(
        "Kế thừa tổ chức: mỗi quận, huyện, thị xã cũ nay thuộc những xã, phường nào, phần nào nhận từ nhiều nơi.",
        "Succession of bodies: which communes took over from each district, and what was split.",
    ),
    "heatmap": Words(
        "Bản đồ bao phủ khung: mỗi phạm vi, mỗi lớp đã có bao nhiêu thành phần trên số phải có.",
        "Coverage of the framework: how many components are filled in each scope and layer.",
    ),
    "gantt": Words(
        "Biểu đồ lộ trình: nhiệm vụ nào đến hạn ngày nào, đã xong, chậm hay chưa rõ.",
        "Chart of the roadmap: which task is due when, done, late or unknown.",
    ),
}
