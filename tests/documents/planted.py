"""A catalogue with a mark of its own in every value a public edition withholds, of every kind of record.

The marks are found by the types of the fields, so that a kind or a withheld field that is new is planted without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from archmodel.model.elements import AnyElement
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence, Frozen, Record, Unknown
from archmodel.model.relations import RELATIONS, Flow
from archmodel.model.settings import Settings
from archmodel.model.systems import Application, Dataset, Interface, Quality, Security
from archmodel.model.waiver import Waiver
from archmodel.model.withheld import FIELDS, Withheld
from archmodel.views.dates import written

PARTS: dict[str, type[Frozen]] = {"security": Security, "quality": Quality, "evidence": Evidence, "unknown": Unknown}
HIDDEN_TEXTS = (
    "10.11.12.13",
    "may-chu.noibo.local",
    "canbo.mot@example.com",
    "mật khẩu: LOhopthu",
    "admin.vidu.vn",
    "001099012345",
)
"""A text for every pattern, as it might stand in a description."""


class Planter:
    """Makes records and keeps the marks it put into them."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.marks: list[str] = list(HIDDEN_TEXTS)

    def mark(self) -> str:
        """A text found nowhere else."""
        self.marks.append(f"LO{next(self.numbers):05d}LO")
        return self.marks[-1]

    def day(self) -> str:
        """A day found nowhere else."""
        number = next(self.numbers)
        day = f"19{40 + number % 50}-{1 + number % 12:02d}-{10 + number % 18}"
        self.marks += [day, written(day, "vi"), written(day, "en")]
        return day

    def fields(self, kind: str, cls: type[Record]) -> dict[str, Any]:
        """A value for every withheld field a record of this kind can have."""
        found: dict[str, Any] = {}
        for row in FIELDS:
            if (not row.kinds or kind in row.kinds) and row.path[0] in cls.model_fields:
                self._plant(row, found)
        return found

    def _plant(self, row: Withheld, found: dict[str, Any]) -> None:
        head, *rest = row.path
        if rest:
            found.setdefault(head, {})[rest[0]] = self.mark()
        elif head == "security":
            found[head] = {name: self._of(name) for name in Security.model_fields}
        else:
            found[head] = self._of(head)

    def _of(self, name: str) -> Any:
        if name in {"authenticated", "encrypted", "logged", "national_monitoring"}:
            return True
        if name in {"level", "proposed_level"}:
            return 5
        return "physical" if name == "isolation" else self.day() if name.endswith("_on") else self.mark()


def _built(cls: type[Any], planted: dict[str, Any], **own: Any) -> Any:
    values = dict(planted)
    if "evidence" in values:
        values["evidence"] = (Evidence(document="Nguồn công khai", confidence="primary", **values["evidence"]),)
    if "unknown" in values:
        values["unknown"] = (Unknown(field="description", **values["unknown"]),)
    for name in ("security", "quality"):
        if name in values:
            values[name] = PARTS[name](**values[name])
    return cls(**values, **own)


def _elements(planter: Planter) -> Iterator[Element]:
    classes = {cls.model_fields["kind"].default: cls for cls in AnyElement.__args__}
    for kind in KINDS:
        own: dict[str, Any] = {"id": f"{kind}-1", "name": f"Bản ghi {kind}"}
        if "record" in classes[kind].model_fields:
            own["record"] = "own"
        if kind != "control":
            own["description"] = f"Liên hệ {'; '.join(HIDDEN_TEXTS)}."
        yield _built(classes[kind], planter.fields(kind, classes[kind]), **own)
    for category in ("api", "file", "queue", None):
        yield Interface(id=f"trong-{category}", name=f"Giao diện {category}", category=category, address=planter.mark())
    yield Interface(id="noi-bo", name="Trang nội bộ", category="url", address=planter.mark(), access="chỉ mạng nội bộ")
    yield Application(id="ung-dung-noi-bo", name="Ứng dụng nội bộ", record="own", public=False)
    yield Interface(id="cua-noi-bo", name="Trang của ứng dụng", category="url", address=planter.mark())
    secret = planter.mark()
    yield Dataset(id=secret, name=planter.mark(), description=planter.mark(), state_secret=True, record="own")


def planted() -> tuple[Model, tuple[str, ...]]:
    """The model, and every mark that no public output may hold."""
    planter = Planter()
    elements = {element.id: element for element in _elements(planter)}
    secret = next(e.id for e in elements.values() if isinstance(e, Dataset) and e.state_secret)
    relations: list[Any] = []
    for name, row in RELATIONS.items():
        source, target = ("application", "dataset") if name == "flow" else min(row.pairs)
        end = "document-1" if target == "component" else f"{target}-1"
        own: dict[str, Any] = {"source": f"{source}-1", "target": end}
        if name == "flow":
            own |= {
                "id": "F1",
                "source": "application-1",
                "target": "dataset-1",
                "carries": ("dataset-1", secret),
                "via": ("node-1",),
            }
        relations.append(_built(row.relation, planter.fields(name, row.relation), type=name, **own))
    relations += [
        RELATIONS["exposes"].relation(type="exposes", source="ung-dung-noi-bo", target="cua-noi-bo"),
        RELATIONS["evidenced_by"].relation(type="evidenced_by", source="application-1", target="document-1", role="incident_plan", reason=planter.mark()),
        RELATIONS["accesses"].relation(type="accesses", source="application-1", target=secret, reason=planter.mark()),
        Flow(id="F2", source="application-1", target=secret, content=planter.mark()),
    ]  # fmt: skip
    protects = [index for index, relation in enumerate(relations) if relation.type == "protects"]
    relations[protects[0]] = relations[protects[0]].model_copy(update={"reason": planter.mark()})
    waiver = _built(Waiver, planter.fields("waiver", Waiver), id="W1", rule="STRUCT-02", elements=("application-1",), until="2027-12-31")  # fmt: skip
    settings = Settings(name="Kiến trúc thử", name_en="Trial", owner="organisation-1")
    return Model(elements.values(), relations, settings=settings, waivers=(waiver,)), tuple(
        dict.fromkeys(planter.marks)
    )
