"""The typed links between elements, and the one table that says which may join what.

A relation runs from the element that would change first: an application is ``owned_by`` a body, a new unit ``succeeds``
an old one. The ArchiMate 3.2 column says how each is exported; ``reversed`` relations run the other way there.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from archmodel.model.kinds import KINDS
from archmodel.model.record import Count, Day, Flag, Id, Ids, Line, Lines, Prose, Record, WholeDay, stated
from archmodel.model.values import Confidence, FlowState, Mapping, MigrationState
from archmodel.text.markup import face
from archmodel.text.words import Words


class Relation(Record):
    """A directed link of a ``type`` from ``source`` to ``target``; both are ids and may dangle until rule STRUCT-04."""

    type: str
    source: Id
    target: Line
    reason: Line | None = None

    def __repr__(self) -> str:
        named = f" {self.id!r}" if hasattr(self, "id") else ""
        return f"<{self.type}{named} {self.source} → {self.target}>"

    def _repr_html_(self) -> str:
        return face(self.type, f"{self.source} → {self.target}", stated(self), ("Thông tin", "Giá trị", "Trường"))


class Link(Relation):
    """A relation that says no more than its type."""

    type: Literal[
        "part_of", "member_of", "specializes", "owned_by", "operated_by", "serves", "realizes", "contains", "mastered_in",
        "hosted_on", "exposes", "archived_in", "redirects_to", "forwards_to", "governed_by", "amends", "addresses",
        "concerns", "shown_in", "led_by", "coordinated_by", "depends_on", "influences", "triggers", "assigned_to",
        "in_sector", "protects", "measures",
    ]  # fmt: skip


class Use(Relation):
    """A body uses an application or channel; ``signing`` and ``routing`` say what is configured for it there."""

    type: Literal["used_by"] = "used_by"
    signing: Flag | None = None
    routing: Flag | None = None


class Access(Relation):
    """Behaviour or application reads or writes data."""

    type: Literal["accesses"] = "accesses"
    mode: Literal["r", "w", "rw"] | None = None


class Connection(Relation):
    """A node, place or body is joined to a network; ``routes`` counts separate physical routes."""

    type: Literal["connected_by"] = "connected_by"
    routes: Count | None = None


class Succession(Relation):
    """The new element takes over from the old; ``extent`` and ``units`` say how much of it, ``scope`` what.

    ``units`` counts the former commune-level units the pair shares: a count of units, not of area or people.
    """

    type: Literal["succeeds"] = "succeeds"
    scope: Annotated[tuple[Literal["territory", "function", "users", "data", "legal"], ...], Field(strict=False)] = ()
    extent: Literal["whole", "part", "rest"] | None = None
    units: Count | None = None


class Migration(Relation):
    """Data moves from an old home to a new one."""

    type: Literal["migrates_to"] = "migrates_to"
    state: MigrationState | None = None
    on: WholeDay | None = None
    with_history: Flag | None = None


class Proof(Relation):
    """A document proves something about an element."""

    type: Literal["evidenced_by"] = "evidenced_by"
    role: (
        Literal["assessment", "approval", "decision", "handover", "incident_plan", "comparison", "notice", "other"]
        | None
    ) = None


class Alignment(Relation):
    """An element takes its place in a framework; ``target`` is ``EDITION/KEY``, as in ``nat-1.0/P.L2.NTL.02``."""

    type: Literal["aligned_to"] = "aligned_to"
    mapping: Mapping | None = None
    confidence_of_mapping: Confidence | None = None


class Flow(Relation):
    """Data goes from a sender to a receiver, over platforms or directly.

    ``via`` names the platforms crossed, in order; ``route`` says what is known where none is named. ``carries`` are the
    ids of data sets or entities, ``content`` the data as the source words it. ``both_ways`` where data returns.
    ``purpose`` tells a copy that is kept from a question, a request to change and a receipt; ``code_tables`` are the ids
    of the code lists (data sets) its coded fields use.
    """

    type: Literal["flow"] = "flow"
    id: Id
    via: Ids = ()
    route: Literal["direct", "platform", "internal", "not_stated"] | None = None
    carries: Ids = ()
    content: Line | None = None
    purpose: Literal["replication", "query", "change_request", "acknowledgement"] | None = None
    code_tables: Ids = ()
    both_ways: Flag | None = None
    state: FlowState | None = None
    state_note: Line | None = None
    due: Day | None = None
    basis: Lines = ()
    mechanism: Lines = ()
    authenticated: Flag | None = None
    encrypted: Flag | None = None
    logged: Flag | None = None
    network: Line | None = None
    frequency: Line | None = None
    protection: Line | None = None
    contact: Line | None = None
    description: Prose | None = None


AnyRelation = Annotated[
    Link | Use | Access | Connection | Succession | Migration | Proof | Alignment | Flow, Field(discriminator="type")
]
"""Each relation, told apart by ``type``."""


class RelationType(NamedTuple):
    """A row of the table: words both ways, the kinds it may join, and its place in ArchiMate 3.2."""

    name: str
    forward: Words
    backward: Words
    archimate: str
    reversed: bool
    pairs: frozenset[tuple[str, str]]
    relation: type[Relation]

    def allows(self, source_kind: str, target_kind: str) -> bool:
        """Whether the relation may join the two kinds, in this direction."""
        return (source_kind, target_kind) in self.pairs


_ALL = " ".join(KINDS)
_SYSTEM = "application interface dataset node network facility control channel service"
_BEHAVIOUR = "business_function process service"
_WORKED = f"{_SYSTEM} {_BEHAVIOUR} entity sector indicator document view gap task"
_SAME = "="

_ROWS: tuple[tuple[str, str, str, str, str, str, str, str], ...] = (
    # name, Vietnamese forward, backward, English forward, backward, ArchiMate (a leading ~ reverses), sources, targets
    ("part_of", "là bộ phận của", "gồm", "is part of", "consists of", "~Composition", _ALL, _SAME),
    ("member_of", "là thành viên của", "tập hợp", "is a member of", "groups", "~Aggregation", _ALL, _SAME),
    ("specializes", "là một loại của", "có loại", "is a kind of", "has the kind", "Specialization", _ALL, _SAME),
    ("owned_by", "có chủ quản là", "là chủ quản của", "is owned by", "owns", "~Assignment", _WORKED, "organisation"),
    ("operated_by", "do đơn vị vận hành", "vận hành", "is operated by", "operates", "~Assignment", _WORKED, "organisation"),
    ("used_by", "được dùng bởi", "dùng", "is used by", "uses", "Serving", _SYSTEM, "organisation"),
    ("serves", "phục vụ", "được phục vụ bởi", "serves", "is served by", "Serving", f"{_SYSTEM} {_BEHAVIOUR}", f"{_BEHAVIOUR} application channel organisation"),
    ("realizes", "thực hiện", "được thực hiện bởi", "realises", "is realised by", "Realization", f"{_SYSTEM} {_BEHAVIOUR} task", f"{_BEHAVIOUR} channel principle goal control"),
    ("accesses", "truy cập", "được truy cập bởi", "accesses", "is accessed by", "Access", f"application interface {_BEHAVIOUR}", "dataset entity"),
    ("contains", "chứa", "nằm trong", "contains", "is contained in", "Aggregation", "dataset", "entity"),
    ("mastered_in", "có bản gốc tại", "giữ bản gốc của", "is mastered in", "is the master of", "Association", "entity", "dataset application"),
    ("hosted_on", "đặt tại", "là nơi đặt của", "is hosted on", "hosts", "~Assignment", "application interface dataset node control", "node facility application"),
    ("connected_by", "kết nối bằng", "kết nối", "is connected by", "connects", "~Serving", "node facility organisation application network", "network"),
    ("exposes", "cung cấp giao diện", "là giao diện của", "exposes", "is exposed by", "Composition", "application dataset node organisation", "interface channel"),
    ("flow", "gửi dữ liệu tới", "nhận dữ liệu từ", "sends data to", "receives data from", "Flow", "application dataset node interface organisation service channel", "application dataset node interface organisation service channel"),
    ("succeeds", "kế thừa", "được kế thừa bởi", "succeeds", "is succeeded by", "Association", _ALL, _SAME),
    ("migrates_to", "chuyển dữ liệu sang", "nhận dữ liệu chuyển từ", "migrates to", "takes data migrated from", "Flow", "dataset application", "dataset application"),
    ("archived_in", "lưu trữ tại", "lưu trữ", "is archived in", "archives", "~Access", "dataset", "dataset application"),
    ("redirects_to", "chuyển hướng tới", "nhận chuyển hướng từ", "redirects to", "is redirected from", "Triggering", "interface", "interface"),
    ("forwards_to", "chuyển tiếp tới", "nhận chuyển tiếp từ", "forwards to", "is forwarded from", "Triggering", "interface", "interface"),
    ("aligned_to", "ứng với thành phần", "có đối tượng ứng với", "is aligned to", "is met by", "Association", _ALL, "component"),
    ("governed_by", "theo quy định tại", "quy định về", "is governed by", "governs", "~Influence", _ALL, "document"),
    ("evidenced_by", "có minh chứng là", "là minh chứng cho", "is evidenced by", "is evidence for", "Association", _ALL, "document"),
    ("amends", "sửa đổi, điều chỉnh", "được sửa đổi bởi", "amends", "is amended by", "Association", "document", "document"),
    ("addresses", "giải quyết", "được giải quyết bởi", "addresses", "is addressed by", "Association", "task", "gap"),
    ("concerns", "liên quan tới", "có liên quan từ", "concerns", "is concerned by", "Association", _ALL, _ALL),
    ("shown_in", "thể hiện tại", "thể hiện", "is shown in", "shows", "~Aggregation", _ALL, "view"),
    ("led_by", "do đơn vị chủ trì", "chủ trì", "is led by", "leads", "~Assignment", "task", "organisation"),
    ("coordinated_by", "do đơn vị phối hợp", "phối hợp", "is coordinated by", "coordinates", "~Assignment", "task", "organisation"),
    ("depends_on", "phụ thuộc vào", "là điều kiện của", "depends on", "is needed by", "~Triggering", "task", "task"),
    ("influences", "tác động tới", "chịu tác động của", "influences", "is influenced by", "Influence", _ALL, "principle goal task gap"),
    ("triggers", "kích hoạt", "được kích hoạt bởi", "triggers", "is triggered by", "Triggering", _BEHAVIOUR, _BEHAVIOUR),
    ("assigned_to", "được giao", "giao cho", "is assigned to", "is carried out by", "Assignment", "organisation", f"{_BEHAVIOUR} channel"),
    ("in_sector", "thuộc lĩnh vực", "gồm", "is in the sector", "covers", "~Aggregation", f"{_SYSTEM} {_BEHAVIOUR} entity indicator goal", "sector"),
    ("protects", "bảo vệ", "được bảo vệ bởi", "protects", "is protected by", "Association", "control", "application dataset interface node network facility"),
    ("measures", "đo", "được đo bởi", "measures", "is measured by", "Association", "indicator", _ALL),
)  # fmt: skip

_CLASSES: dict[str, type[Relation]] = {
    cls.model_fields["type"].default: cls
    for cls in (Use, Access, Connection, Succession, Migration, Proof, Alignment, Flow)
}


def _pairs(sources: str, targets: str) -> frozenset[tuple[str, str]]:
    if targets == _SAME:
        return frozenset((kind, kind) for kind in sources.split())
    return frozenset((source, target) for source in sources.split() for target in targets.split())


RELATIONS: dict[str, RelationType] = {
    name: RelationType(
        name,
        Words(vi, en),
        Words(vi_back, en_back),
        archimate.lstrip("~"),
        archimate.startswith("~"),
        _pairs(sources, targets),
        _CLASSES.get(name, Link),
    )
    for name, vi, vi_back, en, en_back, archimate, sources, targets in _ROWS
}
"""Every relation type by name."""
