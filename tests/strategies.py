"""Small random architectures for property tests: bodies, systems, data, hosts, services, with lives and relations.

Everything drawn is a valid record; ends may dangle, lives may be of reduced precision, and relations may repeat, as in
real catalogues. Sizes stay small, so that a failing example can be read. Strategies are made once, at import: making
them anew for every draw costs more than drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from archmodel.model.elements import Application, Code, Dataset, Interface, Node, Organisation, Service
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence
from archmodel.model.relations import RELATIONS, Flow, Relation

DAYS = ("2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2025-07-02", "2026-11-22")
PARTIAL = ("2024", "2025", "2025-06", "2025-07", "2026")
KINDS: dict[str, type[Element]] = {
    "organisation": Organisation,
    "application": Application,
    "dataset": Dataset,
    "interface": Interface,
    "node": Node,
    "service": Service,
}
TYPES = (
    "owned_by", "operated_by", "part_of", "hosted_on", "exposes", "accesses", "serves", "realizes", "succeeds",
    "migrates_to", "redirects_to", "used_by", "concerns",
)  # fmt: skip
STATES = ("planned", "in_build", "trial", "in_use", "upgrading", "merging", "suspended", "ended")
NAMES = ("Cổng thông tin", "Hệ thống văn bản", "Kho dữ liệu đất đai", "Phường Cửa Nam", "Trung tâm dữ liệu")

Draw = Callable[[st.SearchStrategy[Any]], Any]
days = st.sampled_from(DAYS)
"""A whole day near the reorganisation."""
written_days = st.sampled_from((*DAYS, *PARTIAL))
"""A day as a source may give it: whole, a month or a year."""


def _one_of(*values: Any) -> st.SearchStrategy[Any]:
    """A value, or None as often as each of them."""
    return st.sampled_from((None, *values))


_any_day = _one_of(*DAYS, *PARTIAL)
_life = {"since": _any_day, "until": _any_day}
_evidence = st.sampled_from(
    (
        (),
        (Evidence(document="Báo cáo", date="2025-06", confidence="secondary"),),
        (Evidence(document="Trang chính thức", confidence="primary"), Evidence(document="Báo cáo")),
    )
)
_codes = st.lists(
    st.builds(Code, system=st.just("GSO"), value=st.sampled_from(("00001", "00004")), until=_any_day), max_size=2
).map(tuple)
_managed = {
    "state": _one_of(*STATES),
    "record": _one_of("own", "reference"),
    "model_state": _one_of("current", "target", "both"),
    "disposition": _one_of("keep", "merge", "replace_or_end", "new", "undecided"),
}
_own: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "organisation": {"tier": _one_of("city", "district", "commune"), "codes": _codes},
    "application": {**_managed, "category": _one_of("portal", "docmgmt", "tthc_case")},
    "dataset": {**_managed, "master": _one_of(True, False)},
    "interface": {**_managed, "category": st.just("url"), "address": _one_of("a.gov.vn", "b.gov.vn")},
    "node": {**_managed, "category": _one_of("data_centre", "server_room")},
    "service": {"category": _one_of("tthc", "dvc")},
}
_shared = {"name": st.sampled_from(NAMES), "code": _one_of("KT-1", "KT-2"), "evidence": _evidence, **_life}
_fields = {kind: st.fixed_dictionaries({**_shared, **own}) for kind, own in _own.items()}
_kinds = st.sampled_from(tuple(KINDS))
_link = st.fixed_dictionaries({"reason": _one_of("Sắp xếp", "Hợp nhất"), **_life})
_flow = st.fixed_dictionaries({"state": _one_of("in_use", "planned", "ended"), "content": _one_of("hồ sơ"), **_life})
_tenth = st.integers(0, 9).map(lambda number: number == 0)


@st.composite
def elements(draw: Draw, id: str) -> Element:
    """An element called ``id``, of any kind."""
    kind = draw(_kinds)
    return KINDS[kind](id=id, **draw(_fields[kind]))


@st.composite
def relations(draw: Draw, among: tuple[Element, ...]) -> Relation:
    """A relation the table of relations allows between two of the elements; now and then its target is nowhere."""
    index = st.integers(0, len(among) - 1)
    source, target = among[draw(index)], among[draw(index)]
    allowed = [name for name in TYPES if RELATIONS[name].allows(source.kind, target.kind)]
    name = allowed[draw(st.integers(0, len(allowed) - 1))]
    end = "nowhere" if draw(_tenth) else target.id
    return RELATIONS[name].relation(type=name, source=source.id, target=end, **draw(_link))


@st.composite
def flows(draw: Draw, id: str, among: tuple[Element, ...]) -> Flow:
    """A flow called ``id`` between two of the elements, over none or some of them."""
    ids = st.sampled_from([element.id for element in among])
    over = st.lists(ids, max_size=2).map(tuple)
    return Flow(id=id, source=draw(ids), target=draw(ids), via=draw(over), carries=draw(over), **draw(_flow))


@st.composite
def models(draw: Draw, *, most_relations: int = 8, most_flows: int = 2) -> Model:
    """A model of one to six elements with ids ``a`` to ``f``, in any order, with relations and flows among them."""
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1))
    among = tuple(draw(elements(id)) for id in ids)
    links = tuple(draw(relations(among)) for _ in range(draw(st.integers(0, most_relations))))
    streams = tuple(draw(flows(f"F{n}", among)) for n in range(draw(st.integers(0, most_flows))))
    return Model(among, (*links, *streams))


def content(model: Model) -> tuple[dict[str, Element], list[str]]:
    """What a model holds, whatever the order of its files: elements by id, relations as sorted text."""
    return dict(model.elements), sorted(repr(relation) for relation in model.relations)
