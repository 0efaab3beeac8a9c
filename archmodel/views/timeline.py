"""Systems by life: since when, until when, and how sure each end is, with the plateaus of the reorganisation.

Decides what a bar is made of. A day known only to its year is a stretch, not a day; an end nobody recorded fades out; a
life nobody dated is shown as such, never as beginning today.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from archmodel.analysis.days import day_of
from archmodel.analysis.spans import span
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.model.values import LABELS, label
from archmodel.text.days import first, is_whole_day
from archmodel.text.vietnamese import composed, sort_key
from archmodel.text.words import Words
from archmodel.views.box import Standing, standing_of
from archmodel.views.choices import one_of
from archmodel.views.dates import written
from archmodel.views.marks import cited
from archmodel.views.pen import Link
from archmodel.views.picture import Picture, Table
from archmodel.views.shading import owner_of

By = Literal["sector", "owner", "state"]
MOST = 140
"""Bars a picture holds; past that only dated ones, then only the first."""

_OTHER = Words("Chưa xếp lĩnh vực", "No sector recorded")
_NOBODY = Words("Chưa rõ cơ quan chủ quản", "No owner recorded")


class End(NamedTuple):
    """An end of a life: the days it may be, first and last, as days from the left edge."""

    earliest: int
    latest: int


@dataclass(frozen=True, slots=True)
class Life:
    """A system; ``since`` and ``until`` are None where nobody recorded them.

    ``decision`` is the value of its disposition, ``decided`` the day of it, as days from the left edge.
    """

    id: str
    name: str
    standing: Standing
    state: str | None
    decision: str | None
    decided: int | None
    since: End | None
    until: End | None
    told: tuple[str | None, str | None]


class Block(NamedTuple):
    """Lives under one heading: those with a day recorded, by their beginning, and those without, by name."""

    title: Words
    dated: tuple[Life, ...]
    undated: tuple[Life, ...]

    @property
    def lives(self) -> tuple[Life, ...]:
        """All of them."""
        return (*self.dated, *self.undated)


class Post(NamedTuple):
    """A day with a name: a plateau."""

    at: int
    day: str
    name: Words


@dataclass(frozen=True, slots=True)
class Timeline(Picture):
    """The picture as values; ``begin`` is the left edge, ``days`` the width, ``today`` the day it speaks of."""

    blocks: tuple[Block, ...]
    posts: tuple[Post, ...]
    begin: date
    days: int
    today: int
    folded: int
    day: str
    sources: int

    @property
    def title(self) -> Words:
        """What the picture is of."""
        return Words("Vòng đời các hệ thống", "The lives of systems")

    @property
    def lives(self) -> tuple[Life, ...]:
        """Every life drawn."""
        return tuple(life for block in self.blocks for life in block.lives)

    def alt(self, lang: str = "vi") -> str:
        """How much of the lives is known."""
        lives = self.lives
        dated, ended, decided = (
            sum(life.since is not None for life in lives),
            sum(life.until is not None for life in lives),
            sum(life.decision not in {None, "undecided"} for life in lives),
        )
        return Words(
            f"{len(lives)} hệ thống: {dated} biết ngày bắt đầu, {ended} biết ngày kết thúc, {decided} đã có phương án xử lý.",
            f"{len(lives)} systems: {dated} with a known beginning, {ended} with a known end, {decided} with a decision.",
        ).to(lang)

    def table(self, lang: str = "vi") -> Table:
        """One row a system: group, name, since, until, state, disposition."""
        head = Words("Nhóm|Hệ thống|Từ|Đến trước|Trạng thái|Phương án", "Group|System|Since|Until|State|Disposition")
        rows = (
            (
                block.title.to(lang),
                life.name,
                *(written(day, lang) if day else label("", None, lang) for day in life.told),
                label("state", life.state, lang),
                label("disposition", life.decision, lang),
            )
            for block in self.blocks
            for life in block.lives
        )
        return Table(tuple(head.to(lang).split("|")), tuple(rows))

    def svg(self, lang: str = "vi", link: Link | None = None) -> str:
        """The picture as an SVG document; see ``Picture.svg``."""
        from archmodel.views.timeline_svg import draw

        return draw(self, lang, link)


def timeline(model: Model, day: str | None = None, *, by: By = "sector") -> Timeline:
    """The own systems of a model, whole or part, over all times, seen from a day.

    Args:
        model: what to draw; of a model narrowed to a day, what holds then.
        day: the day it speaks of; the model's, its settings' or today's where not given.
        by: how systems are grouped: by ``"sector"``, ``"owner"`` or ``"state"``.

    Raises:
        ArchmodelError: ``day`` is no calendar day, or ``by`` is none of these.
    """
    one_of(by, get_args(By))
    on = day_of(model, day)
    apps = [app for app in model.applications if app.record != "reference"]
    kept = apps if len(apps) <= MOST else [app for app in apps if app.since or app.until][:MOST]
    plateaus = [plateau for plateau in model.settings.plateaus if is_whole_day(plateau.on)]
    begin, end = _edges(kept, on, [plateau.on for plateau in plateaus])
    found: dict[Words, list[Life]] = defaultdict(list)
    for app in kept:
        found[_heading(model, app, by)].append(_life(app, begin))
    blocks = (
        _block(title, sorted(lives, key=_order))
        for title, lives in sorted(found.items(), key=lambda item: sort_key(item[0].vi))
    )
    posts = tuple(
        Post((first(plateau.on) - begin).days, plateau.on, Words(plateau.name, plateau.name_en or plateau.name))
        for plateau in plateaus
    )
    return Timeline(
        tuple(blocks),
        posts,
        begin,
        (end - begin).days,
        (first(on) - begin).days,
        len(apps) - len(kept),
        on,
        cited(kept),
    )


def _block(title: Words, lives: list[Life]) -> Block:
    dated = tuple(life for life in lives if life.since or life.until)
    return Block(title, dated, tuple(life for life in lives if not (life.since or life.until)))


def _edges(apps: list[Application], day: str, posts: list[str]) -> tuple[date, date]:
    """Whole years that hold every recorded end, the day, and room for what fades out."""
    known = [first(text) for app in apps for text in (app.since, app.until, app.disposition_on) if text]
    known += [first(day), *(first(post) for post in posts)]
    return date(min(known).year, 1, 1), date(max(known).year + 1, 12, 31)


def _life(app: Managed, begin: date) -> Life:
    return Life(
        app.id,
        composed(app.name),
        standing_of(app),
        app.state,
        app.disposition,
        (first(app.disposition_on) - begin).days if app.disposition_on else None,
        _end(app.since, begin),
        _end(app.until, begin),
        (app.since, app.until),
    )


def _end(day: str | None, begin: date) -> End | None:
    if day is None:
        return None
    last = first(day) if len(day) == 10 else span(None, day).until - timedelta(days=1)
    return End((first(day) - begin).days, (last - begin).days)


def _order(life: Life) -> tuple[bool, int, object, str]:
    return life.since is None, life.since.earliest if life.since else 0, sort_key(life.name), life.id


def _heading(model: Model, app: Application, by: str) -> Words:
    if by == "owner":
        owner = owner_of(model, app.id)
        return Words(composed(owner.name), owner.name_en or owner.name) if owner else _NOBODY
    if by == "state":
        return LABELS["state"][app.state] if app.state else Words(label("", None), label("", None, "en"))
    sectors = sorted(model.targets(app.id, "in_sector"), key=lambda sector: (sort_key(sector.name), sector.id))
    return Words(sectors[0].name, sectors[0].name_en or sectors[0].name) if sectors else _OTHER
