"""One system of a category for the whole City: systems too many, bodies that use two, bodies nobody says anything of.

Bodies are judged one by one where their use is recorded; those nothing is recorded of are named together, in one
finding about the system the City keeps.
"""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import unsettled
from archmodel.analysis.bodies import is_group, offices, users
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.platforms import doubtful, is_leaving, kept, own_systems, working
from archmodel.checks.rule import Finding, Outcome
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Relation
from archmodel.text.words import Words


def in_question(model: Model, category: str, day: str) -> set[str]:
    """The City's systems of a category that work or may, and the offices whose use of one is recorded, past or present."""
    systems = own_systems(model, category)
    at_work = working(systems, day)
    in_play = {system.id for system in (*at_work, *doubtful(systems, day))}
    owner = model.settings.owner or ""
    if not in_play:
        return {owner} if owner in model else set()
    used = {*users(model, (system.id for system in at_work), day), *stopped_using(model, category, day)}
    return {*in_play, *(office.id for office in offices(model, day) if office.id in used)}


def missing(model: Model, category: str, what: Words) -> Iterator[Finding]:
    """The finding that the City has no system of the category on record, about the organisation the model is of."""
    owner = model.elements.get(model.settings.owner or "")
    if owner is not None:
        yield Finding(
            owner,
            Words(f"danh mục chưa có {what.vi} nào của '{owner.id}' đang dùng", f"no {what.en} of '{owner.id}' is recorded in use"),
            Words(
                f"lập bản ghi ứng dụng (record: own, category: {category}, state), hoặc ghi 'state'",
                f"record the application (record: own, category: {category}, state), or state its 'state'",
            ),
            Outcome.INSUFFICIENT,
        )  # fmt: skip


def surplus(model: Model, category: str, what: Words, day: str) -> Iterator[Finding]:
    """A finding for each system beside the one kept that neither ends for a reason nor is known to be out of work."""
    main = kept(model, category, day)
    systems = own_systems(model, category)
    for system in working(systems, day):
        if main is None or system.id == main.id or is_leaving(system):
            continue
        yield Finding(
            system,
            Words(
                f"'{system.id}' là {what.vi} thứ hai bên cạnh '{main.id}', không có ngày kết thúc và lý do",
                f"'{system.id}' is a second {what.en} beside '{main.id}', with no end date and reason",
            ),
            Words(
                f"nhập vào '{main.id}', hoặc ghi 'until' và 'state_note' (lý do còn dùng)",
                f"merge it into '{main.id}', or give 'until' and a 'state_note' (why it is still there)",
            ),
        )
    for system in doubtful(systems, day):
        yield unstated(
            system,
            [
                Blank(
                    f"'{unsettled(system)}'",
                    Words(f"(có phải {what.vi} đang dùng)", f"(whether it is a {what.en} in use)"),
                )
            ],
        )


def doubled(model: Model, category: str, what: Words, day: str) -> Iterator[Finding]:
    """A finding for each office that uses two systems of the category, or whose only recorded use has ended."""
    systems = {system.id: system for system in working(own_systems(model, category), day)}
    using = users(model, systems, day)
    ended = stopped_using(model, category, day)
    for office in offices(model, day):
        staying = [id for id in using.get(office.id, []) if not is_leaving(systems[id])]
        if len(staying) > 1:
            yield Finding(
                office,
                Words(f"'{office.id}' dùng {len(staying)} {what.vi}: {listed(staying)}",
                      f"'{office.id}' uses {len(staying)} {what.en}s: {listed(staying)}"),
                Words("giữ một hệ thống; ghi 'until' ở quan hệ used_by còn lại", "keep one; end the other used_by with 'until'"),
            )  # fmt: skip
        elif last := ended.get(office.id):
            yield Finding(
                office,
                Words(f"'{office.id}' thôi dùng '{last.source}' từ {last.until}, chưa có {what.vi} thay thế",
                      f"'{office.id}' stopped using '{last.source}' on {last.until}, and no {what.en} took its place"),
                Words("ghi 'used_by' ở hệ thống đang dùng", "put 'used_by' on the system it uses now"),
            )  # fmt: skip


def stopped_using(model: Model, category: str, day: str) -> dict[str, Relation]:
    """The last use that ended, of each body that uses no working system of the category any more."""
    past = with_past(model)
    using = users(model, (system.id for system in working(own_systems(model, category), day)), day)
    uses = (r for system in own_systems(past, category) for r in past.outgoing(system.id, "used_by"))
    ended = [r for r in uses if r.until is not None and r.until <= day and r.target not in using]
    return {relation.target: relation for relation in sorted(ended, key=lambda r: r.until or "")}


def unrecorded(model: Model, category: str, day: str) -> list[Blank]:
    """Which offices no recorded use of a working system speaks of, and the user groups without members."""
    using = users(model, (system.id for system in working(own_systems(model, category), day)), day)
    ended = stopped_using(model, category, day)
    silent = [office.id for office in offices(model, day) if office.id not in using and office.id not in ended]
    groups = [id for id in using if isinstance(body := model.elements.get(id), Organisation) and is_group(body)]
    if not silent:
        return []
    parts = [Blank("'used_by'", Words(f"của cơ quan {listed(silent)}", f"for offices {listed(silent)}"))]
    if groups:
        parts.append(Blank("'member_of'", Words(f"vào nhóm {listed(groups)}", f"of the group {listed(groups)}")))
    return parts
