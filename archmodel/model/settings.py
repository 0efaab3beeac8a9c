"""What a workspace decides for itself: whose architecture it is, its days, its framework. Read from ``archmodel.toml``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PrivateAttr

from archmodel.errors import ArchmodelError, Place
from archmodel.model.record import Frozen, Id, Line, WholeDay
from archmodel.model.withheld import Audience
from archmodel.text.days import is_whole_day
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words

TODAY, TARGET = "today", "target"


def _moment(text: str) -> str:
    if text not in {TODAY, TARGET} and not is_whole_day(text):
        raise ValueError("not a whole day")
    return text


Moment = Annotated[
    str, AfterValidator(_moment), Field(json_schema_extra={"pattern": r"^(\d{4}-\d{2}-\d{2}|today|target)$"})
]


class Days(Frozen):
    """Days the rules and deadlines hang on; ``effect`` is E_EFFECT, the first day of two-tier government."""

    issue: WholeDay | None = None
    effect: WholeDay | None = None


class Plateau(Frozen):
    """The architecture as it stood or shall stand, with a name people use.

    ``on`` is a whole day, ``"today"``, or ``"target"`` for what stands once every recorded decision has come about; the
    target has no day (``archmodel.model.target``).
    """

    name: Line
    name_en: Line | None = None
    on: Moment


DEFAULTS = {
    TODAY: Plateau(name="Hôm nay", name_en="Today", on=TODAY),
    TARGET: Plateau(name="Mục tiêu", name_en="Target", on=TARGET),
}
"""The plateaus every workspace has, listed in its settings or not."""


class Settings(Frozen):
    """A workspace's settings; every value has a plain default, so that a bare folder of records opens too.

    Validated with a context of places by key, it knows where each was written.
    """

    name: Line = "Kiến trúc số"
    name_en: Line = "Digital architecture"
    language: Literal["vi", "en"] = "vi"
    audience: Audience = "public"
    owner: Id | None = None
    own_code: Line | None = None
    domain: Line | None = None
    framework: Id = "nat-1.0"
    also_aligned_to: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    as_of: WholeDay | None = None
    catalog: Line = "catalog"
    days: Days = Days()
    plateaus: Annotated[tuple[Plateau, ...], Field(strict=False)] = ()
    max_redirect_hops: Annotated[int, Field(ge=1)] = 3
    name_similarity: Annotated[float, Field(gt=0, le=1)] = 0.85
    review_months: Annotated[int, Field(ge=1)] = 12
    evidence_months: Annotated[int, Field(ge=1)] = 24
    _places: dict[str, Place] = PrivateAttr(default_factory=dict)

    def model_post_init(self, context: Any, /) -> None:
        """Keep where the keys were written."""
        self._places.update(context or {})

    def place_of(self, key: str) -> Place | None:
        """Where a key is written; None where it is not, or where no file was read."""
        return self._places.get(key)


def plateau_called(settings: Settings, name: str) -> Plateau:
    """The plateau with a name, in either language, or with an ``on``; today and the target need not be listed.

    Raises:
        ArchmodelError: there is none.
    """
    for plateau in settings.plateaus:
        if name in {plateau.name, plateau.name_en, plateau.on}:
            return plateau
    if name in DEFAULTS:
        return DEFAULTS[name]
    known = [*(plateau.name for plateau in settings.plateaus), *DEFAULTS]
    guess = nearest(name, known)
    raise ArchmodelError(
        Words(f"không có trạng thái '{name}'", f"there is no plateau '{name}'"),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words(f"có: {', '.join(known)}; hoặc một ngày dạng 2025-07-01",
                   f"there are: {', '.join(known)}; or a day written 2025-07-01"),
    )  # fmt: skip
