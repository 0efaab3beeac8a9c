"""The table of kinds: the folder that holds each, its layer, its words, and what it is in ArchiMate 3.2."""

from __future__ import annotations

from typing import Literal, NamedTuple

from archmodel.model import elements as e
from archmodel.model.record import Element
from archmodel.text.words import Words

Layer = Literal["business", "application", "data", "infrastructure", "security", "governance"]

LAYERS: dict[Layer, Words] = {
    "business": Words("Lớp nghiệp vụ", "Business layer"),
    "application": Words("Lớp ứng dụng", "Application layer"),
    "data": Words("Lớp dữ liệu", "Data layer"),
    "infrastructure": Words("Lớp hạ tầng", "Infrastructure layer"),
    "security": Words("An toàn, an ninh mạng (xuyên suốt)", "Security (cuts across)"),
    "governance": Words("Quản trị, định hướng (xuyên suốt)", "Governance (cuts across)"),
}
"""The four layers of the model and the two concerns that cut across them."""


class Kind(NamedTuple):
    """A kind of element: ``folder`` is both the catalogue folder and the attribute of a Model."""

    name: str
    folder: str
    layer: Layer
    words: Words
    plural: Words
    archimate: str
    element: type[Element]


_ROWS: tuple[tuple[str, Layer, str, str, str, str, type[Element]], ...] = (
    ("organisations", "business", "Cơ quan, tổ chức", "Organisation", "Organisations", "BusinessActor", e.Organisation),
    ("sectors", "governance", "Lĩnh vực", "Sector", "Sectors", "Grouping", e.Sector),
    ("business_functions", "business", "Chức năng nghiệp vụ", "Business function", "Business functions", "BusinessFunction", e.BusinessFunction),
    ("processes", "business", "Quy trình", "Process", "Processes", "BusinessProcess", e.Process),
    ("services", "business", "Dịch vụ", "Service", "Services", "BusinessService", e.Service),
    ("channels", "business", "Kênh phục vụ", "Channel", "Channels", "BusinessInterface", e.Channel),
    ("indicators", "governance", "Chỉ tiêu, số liệu", "Indicator", "Indicators", "Assessment", e.Indicator),
    ("applications", "application", "Hệ thống, ứng dụng", "Application", "Applications", "ApplicationComponent", e.Application),
    ("interfaces", "application", "Giao diện, địa chỉ", "Interface", "Interfaces", "ApplicationInterface", e.Interface),
    ("datasets", "data", "Dữ liệu, CSDL", "Data set", "Data sets", "DataObject", e.Dataset),
    ("entities", "data", "Thực thể dữ liệu", "Data entity", "Data entities", "DataObject", e.Entity),
    ("nodes", "infrastructure", "Hạ tầng tính toán, thiết bị", "Node", "Nodes", "Node", e.Node),
    ("networks", "infrastructure", "Mạng", "Network", "Networks", "CommunicationNetwork", e.Network),
    ("facilities", "infrastructure", "Cơ sở đặt hạ tầng", "Facility", "Facilities", "Facility", e.Facility),
    ("controls", "security", "Biện pháp bảo vệ", "Control", "Controls", "Requirement", e.Control),
    ("documents", "governance", "Văn bản", "Document", "Documents", "Representation", e.Document),
    ("principles", "governance", "Nguyên tắc", "Principle", "Principles", "Principle", e.Principle),
    ("goals", "governance", "Mục tiêu", "Goal", "Goals", "Goal", e.Goal),
    ("tasks", "governance", "Nhiệm vụ", "Task", "Tasks", "WorkPackage", e.Task),
    ("gaps", "governance", "Khoảng cách", "Gap", "Gaps", "Gap", e.Gap),
    ("views", "governance", "Khung nhìn", "View", "Views", "View", e.View),
)  # fmt: skip

KINDS: dict[str, Kind] = {
    element.model_fields["kind"].default: Kind(
        element.model_fields["kind"].default, folder, layer, Words(vi, en), Words(vi, plural), archimate, element
    )
    for folder, layer, vi, en, plural, archimate, element in _ROWS
}
"""Every kind by name, in the order pages and tables use."""

FOLDERS: dict[str, Kind] = {kind.folder: kind for kind in KINDS.values()}
"""Every kind by the catalogue folder that holds it."""
