"""What a workspace decides for itself: whose architecture it is, its days, its framework. Read from ``archmodel.toml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

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
    """A workspace's settings; every value has a plain default, so that a bare folder of records opens too."""

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
