"""Elements of the business layer: bodies, what they do, what people receive and where."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from archmodel.model.record import Count, Day, Element, Flag, Frozen, Line, Lines
from archmodel.model.values import Tier
from archmodel.text.days import holds


class Code(Frozen):
    """A code some register gave a body; a code stays on the record after it ends and is never given to another."""

    system: Line
    value: Line
    until: Day | None = None

    def holds_on(self, day: str) -> bool:
        """Whether the code may be in use on ``day`` (ISO, whole day)."""
        return holds(None, self.until, day)


class Organisation(Element):
    """A body, unit, enterprise or group of them (Business Actor).

    ``electronic_id`` is the identifier of decision 20/2020/QĐ-TTg, level-1 code first; older forms go to ``codes``.
    """

    kind: Literal["organisation"] = "organisation"
    tier: Tier | None = None
    form: Line | None = None
    electronic_id: Line | None = None
    codes: Annotated[tuple[Code, ...], Field(strict=False)] = ()
    staff: Count | None = None
    mailboxes: Count | None = None
    security_contact: Line | None = None

    def codes_on(self, day: str) -> tuple[Code, ...]:
        """The codes the body may go by on ``day``; none while it does not hold."""
        return tuple(code for code in self.codes if code.holds_on(day)) if self.holds_on(day) else ()


class BusinessFunction(Element):
    """What the administration does, independent of who or with what (Business Function)."""

    kind: Literal["business_function"] = "business_function"
    digital: Flag | None = None


class Process(Element):
    """An ordered way of doing a function (Business Process)."""

    kind: Literal["process"] = "process"


class Service(Element):
    """What citizens or bodies receive (Business Service); ``tthc`` a procedure, ``dvc`` its online form."""

    kind: Literal["service"] = "service"
    category: Literal["tthc", "dvc", "public", "internal"] | None = None
    digital: Flag | None = None
    fee: Flag | None = None
    features: Lines = ()


class Channel(Element):
    """Where people meet the administration (Business Interface): a counter, a hotline, a kiosk, an app."""

    kind: Literal["channel"] = "channel"
    category: Literal["service_point", "hotline", "kiosk", "messaging", "app", "vehicle", "other"] | None = None
    count: Count | None = None
