"""KH130-18: documents of old systems left behind, and signing or routing that does not follow the new units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import holding, is_active
from archmodel.analysis.bodies import gone, in_effect
from archmodel.analysis.homes import held_by, moves
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.platforms import kept, own_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Migration, Use
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> Iterable[str]:
    main = kept(model, "docmgmt", day) if in_effect(model, day) else None
    if main is None:
        return ()
    old = _replaced(model, main, day)
    return {main.id, *(a.id for a in old if not held_by(model, a.id)), *(d for a in old for d in held_by(model, a.id))}


def _replaced(model: Model, main: Application, day: str) -> tuple[Application, ...]:
    """The document systems that no longer work: their documents must be in the one that is kept."""
    return tuple(a for a in own_systems(with_past(model), "docmgmt") if a.id != main.id and is_active(a, day) is False)


@rule(
    "KH130-18",
    Severity.ERROR,
    title=Words(
        "Dữ liệu và lịch sử xử lý văn bản được hợp nhất; ký số, luồng xử lý theo tổ chức mới",
        "Document data and history merged; signing and routing follow the new organisation",
    ),
    scope=_judged,
    cites=("KH130:Phụ lục, mục II.3", "LUAT20_2023", "ND68_2024"),
    plan=("KH130-SP3.2", "KH130-SP3.5"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Documents of a former system not merged with their history, or users not set up for signing and routing.

    Why: a unit answers for what its predecessors signed; it cannot if their files and the steps taken stayed behind.
    Found: data of a document system out of work whose move is not done or left the history out; a user with `signing`
      or `routing` false; routing that names a dissolved body. Old data with no move on record, a move without `state`
      or `with_history`, and users without the two flags are insufficient.
    Fix: record `migrates_to` with `state: done` and `with_history: true`, or `archived_in`; set the flags on `used_by`.
    Misses: whether the successor can search the old files: the catalogue holds no fact on it. Where the moved data ends
      is KH130-24's question.
    Vì sao: đơn vị mới chịu trách nhiệm về văn bản đơn vị cũ đã ký; hồ sơ và lịch sử xử lý nằm lại thì không làm được.
    Phát hiện: dữ liệu của hệ thống văn bản đã dừng mà chưa chuyển xong hoặc bỏ lịch sử xử lý; người dùng có `signing`
      hoặc `routing` là false; luồng xử lý còn trỏ tới cơ quan đã giải thể. Dữ liệu cũ chưa ghi chuyển đi đâu, quan hệ
      chuyển thiếu `state`, `with_history`, người dùng thiếu hai cờ: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `migrates_to` với `state: done`, `with_history: true`, hoặc `archived_in`; ghi hai cờ ở `used_by`.
    Bỏ sót: đơn vị mới có tra cứu được hồ sơ cũ không (danh mục không có dữ kiện). Dữ liệu chuyển rồi nằm ở đâu: KH130-24.
    """
    main = kept(model, "docmgmt", day)
    if main is None:
        return
    for old in _replaced(model, main, day):
        data = held_by(model, old.id)
        if not data:
            yield unstated(old, [Blank("'accesses'", Words("tới dữ liệu đã giữ", "to the data it held"))])
        for id in data:
            yield from _left_behind(model.origin, id, old, main)
    yield from _set_up(model, main, day)


def _left_behind(model: Model, id: str, old: Application, main: Application) -> Iterator[Finding]:
    if id in held_by(model, main.id):
        return
    moved = moves(model, id)
    moving = [r for r in moved if isinstance(r, Migration)]
    late = [r for r in moving if r.state in {"planned", "running"}]
    if late or any(r.with_history is False for r in moving):
        why = Words("chưa xong", "is not done") if late else Words("bỏ lịch sử xử lý", "left the history out")
        yield Finding(
            model[id],
            Words(f"'{old.id}' đã dừng nhưng việc chuyển '{id}' {why.vi}", f"'{old.id}' has stopped but the move of '{id}' {why.en}"),
            Words("chuyển cả lịch sử xử lý; ghi 'state: done', 'with_history: true'",
                  "move the history too; set 'state: done' and 'with_history: true'"),
        )  # fmt: skip
    elif not moved:
        yield unstated(model[id], [Blank("'migrates_to' / 'archived_in'")])
    else:
        absent = [f"'{name}'" for name in ("state", "with_history") if any(getattr(r, name) is None for r in moving)]
        if absent:
            yield unstated(model[id], [Blank(listed(absent), Words("ở 'migrates_to'", "on 'migrates_to'"))])


def _set_up(model: Model, main: Application, day: str) -> Iterator[Finding]:
    uses = [r for r in holding(model.outgoing(main.id, "used_by"), day) if isinstance(r, Use)]
    ended = {r.target for r in uses if isinstance(b := model.elements.get(r.target), Organisation) and gone(b, day)}
    unset = [r.target for r in uses if r.target not in ended and (r.signing is False or r.routing is False)]
    stale = [r.target for r in uses if r.target in ended and r.routing]
    if wrong := [*unset, *stale]:
        names = listed(wrong)
        yield Finding(
            main,
            Words(f"'{main.id}': ký số hoặc luồng xử lý chưa theo tổ chức mới: {names}",
                  f"'{main.id}': signing or routing does not follow the new units: {names}"),
            Words("cấu hình ký số, luồng xử lý cho đơn vị đang hoạt động; kết thúc used_by của đơn vị cũ",
                  "set up signing and routing for the units at work; end the used_by of the old ones"),
            at=next(r.place for r in uses if r.target == wrong[0]),
        )  # fmt: skip
    living = [r for r in uses if r.target not in ended]
    silent = [r.target for r in living if None in {r.signing, r.routing} and r.target not in unset]
    if silent:
        of = Words(f"ở used_by {listed(silent)}", f"on used_by {listed(silent)}")
        yield unstated(main, [Blank("'signing', 'routing'", of)])
    elif not living:
        yield unstated(main, [Blank("'used_by'", Words("kèm signing, routing", "with signing and routing"))])
