"""What every record has: an id, a life, and where the facts come from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SkipValidation, StringConstraints

from archmodel.errors import Place, UnknownName
from archmodel.model.labels import FIELDS, LISTS
from archmodel.model.values import (
    Confidence,
    Disposition,
    ModelState,
    NameStatus,
    RecordType,
    Scope,
    Sharing,
    State,
    label,
)
from archmodel.text.days import holds, is_day, is_whole_day
from archmodel.text.markup import face

if TYPE_CHECKING:  # a name that is there for type checkers alone: completion in notebooks breaks on an evaluated union
    from archmodel.model.values import Confidence as Surest

_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"


def _day(text: str) -> str:
    if not is_day(text):
        raise ValueError("not a day")
    return text


def _whole_day(text: str) -> str:
    if not is_whole_day(text):
        raise ValueError("not a whole day")
    return text


def _boolean(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=2_000, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]
Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"})]
WholeDay = Annotated[str, AfterValidator(_whole_day), Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}$"})]
Flag = Annotated[bool, BeforeValidator(_boolean, json_schema_input_type=bool)]
Count = Annotated[int, BeforeValidator(_number, json_schema_input_type=int), Field(ge=0)]
Level = Annotated[int, BeforeValidator(_number, json_schema_input_type=int), Field(ge=1, le=5)]
Number = Annotated[int, BeforeValidator(_number, json_schema_input_type=int)]
Ids = Annotated[tuple[Id, ...], Field(strict=False)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]


_WORKINGS = frozenset(dir(BaseModel)) - frozenset(dir(object))


class Frozen(BaseModel):
    """A value that cannot change, with no key but those declared and no silent conversion."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", ser_json_inf_nan="null")

    def __dir__(self) -> list[str]:
        """The words of the architecture; the workings of pydantic stay out of completion."""
        return [name for name in object.__dir__(self) if name not in _WORKINGS]


class Evidence(Frozen):
    """Where a fact comes from and how sure it is.

    ``seed`` is the founding plan, ``primary`` a text of the body itself, ``secondary`` press or another document,
    ``inferred`` our own reading.
    """

    document: Line
    url: Line | None = None
    date: Day | None = None
    confidence: Confidence | None = None
    note: Prose | None = None


class Record(Frozen):
    """Anything kept in the catalogue: its half-open validity, its evidence, and the place it is written at."""

    since: Day | None = None
    until: Day | None = None
    evidence: Annotated[tuple[Evidence, ...], Field(strict=False)] = ()
    note: Prose | None = None
    place: SkipValidation[Place | None] = Field(default=None, exclude=True, repr=False)

    def holds_on(self, day: str) -> bool:
        """Whether the record may hold on ``day`` (ISO, whole day); see ``archmodel.text.days``."""
        return holds(self.since, self.until, day)

    def _repr_html_(self) -> str:
        return face(type(self).__name__, getattr(self, "id", ""), stated(self), ("Thông tin", "Giá trị", "Trường"))

    @property
    def confidence(self) -> Surest | None:
        """The best confidence among the evidence, or None where nothing is recorded."""
        stated = {item.confidence for item in self.evidence}
        ranked: tuple[Confidence, ...] = ("seed", "primary", "secondary", "inferred")
        return next((level for level in ranked if level in stated), None)


_SHOWN_APART = {"kind", "type", "id", "name", "name_status", "source", "target", "evidence", "place"}


def stated(record: Record) -> list[tuple[str, str, str]]:
    """What a record states, and where from: each field in words, its value, its name in code."""
    rows = []
    for name, words in FIELDS.items():
        value = getattr(record, name, None)
        if value not in (None, ()) and name in type(record).model_fields:
            rows.append((words.vi, _shown(name, value), name))
    others = [name for name in type(record).model_fields if name not in FIELDS and name not in _SHOWN_APART]
    values = ((name, getattr(record, name)) for name in others)
    rows += [(name, _shown(name, value), name) for name, value in values if value not in (None, ())]
    sources = (f"{item.document} ({label('confidence', item.confidence)})" for item in record.evidence)
    return [*rows, *(("Nguồn, minh chứng", source, "evidence") for source in sources)]


def _shown(name: str, value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_shown(name, item) for item in value)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, Frozen):
        return ", ".join(f"{key}: {item}" for key, item in value.model_dump(exclude_none=True).items())
    return label(LISTS.get(name, ""), value) if isinstance(value, str) else str(value)


class Unknown(Frozen):
    """A value stated to be unknown ("Chưa xác định"): which field, who will settle it, and by when."""

    field: Line
    contact: Line | None = None
    due: WholeDay | None = None


class Element(Record):
    """One thing in the architecture.

    ``code`` is the local reference code (prefixes KT-, QG-, LQ-, CX-, ...), ``source_code`` the code its owner gave it;
    neither is an identifier of the national system NAS and neither is shown as one.
    """

    kind: str
    id: Id
    name: Line
    name_en: Line | None = None
    name_status: NameStatus | None = None
    abbreviation: Line | None = None
    aliases: Lines = ()
    code: Line | None = None
    source_code: Line | None = None
    description: Prose | None = None
    contact: Line | None = None
    confirmed_on: WholeDay | None = None
    unknown: Annotated[tuple[Unknown, ...], Field(strict=False)] = ()
    not_applicable: Lines = ()

    if not TYPE_CHECKING:  # as in Model

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(name) if name.startswith("_") else UnknownName(self, name)

    def __str__(self) -> str:
        return f"{self.id} ({self.name})"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id!r} {self.name!r}>"

    def _repr_html_(self) -> str:
        return face(self.name, self.id, stated(self), ("Thông tin", "Giá trị", "Trường"))


class Managed(Element):
    """An element some body runs and must decide about: the object record of Mẫu 03 (draft guide of 13/9/2026)."""

    record: RecordType | None = None
    model_state: ModelState | None = None
    scope: Scope | None = None
    sharing: Sharing | None = None
    state: State | None = None
    state_note: Line | None = None
    disposition: Disposition | None = None
    disposition_on: Day | None = None
    instances: Count | None = None
    fallback: Line | None = None
    support_until: Day | None = None
