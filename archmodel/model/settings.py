"""What a workspace decides for itself: whose architecture it is, its days, its framework. Read from ``archmodel.toml``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from archmodel.errors import Place
from archmodel.model.record import Frozen, Id, Line, WholeDay


class Days(Frozen):
    """Days the rules and deadlines hang on; ``effect`` is E_EFFECT, the first day of two-tier government."""

    issue: WholeDay | None = None
    effect: WholeDay | None = None


class Plateau(Frozen):
    """The architecture as it stood or shall stand on a day, with a name people use."""

    name: Line
    name_en: Line | None = None
    on: WholeDay


class Settings(Frozen):
    """A workspace's settings; every value has a plain default, so that a bare folder of records opens too.

    Validated with a context of places by key, it knows where each was written.
    """

    name: Line = "Kiến trúc số"
    name_en: Line = "Digital architecture"
    language: Literal["vi", "en"] = "vi"
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
