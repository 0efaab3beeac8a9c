"""KH130-29: systems reorganised under rules that are older, or given to users nobody trained."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.bodies import in_effect
from archmodel.checks.kh130.changes import is_since, new_users, reorganised
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places, together
from archmodel.model.elements import Application, Document, Task
from archmodel.model.model import Model
from archmodel.text.words import Words

NOT_HELD = frozenset({"not_started", "late", "paused", "stopped"})
Judged = tuple[list[Words], list[Blank]]


@rule(
    "KH130-29",
    Severity.WARNING,
    title=Words(
        "Quy chế, quy trình vận hành được cập nhật và người dùng được tập huấn",
        "Rules are updated and users trained after reorganisation",
    ),
    scope=lambda model, day: [a.id for a, _ in reorganised(model, day)] if in_effect(model, day) else (),
    cites=("KH130:Mục 2",),
    plan=("KH130-T2b", "KH130-T2d"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System whose owner or users changed and whose regulation is older, or whose new users were not trained.

    Why: rules that name a dissolved district as the operator bind nobody; people who were never shown a system misuse it.
    Found: every regulation of the system was issued before the change and not confirmed since; every training about it
      was held before, or not at all. No regulation or training on record, one without a day, and new users no training
      `concerns` are insufficient.
    Fix: link the regulation with `governed_by`, with `issued` or `confirmed_on`; record a task of the category training
      that `concerns` the system and the bodies trained, with `state_on`.
    Misses: changes of process, which no field dates; what the regulation says; how well people learned.
    Vì sao: quy chế ghi quận đã giải thể là nơi vận hành thì không ràng buộc ai; người chưa được hướng dẫn thì dùng sai.
    Phát hiện: mọi quy chế của hệ thống đều ban hành trước khi thay đổi và chưa được xác nhận lại; mọi đợt tập huấn đều
      trước đó hoặc chưa làm. Chưa ghi quy chế, tập huấn, ghi mà thiếu ngày, người dùng mới không đợt tập huấn nào
      `concerns`: chưa đủ cơ sở đánh giá.
    Khắc phục: nối quy chế bằng `governed_by`, có `issued` hoặc `confirmed_on`; lập nhiệm vụ loại training `concerns` hệ
      thống và cơ quan được tập huấn, có `state_on`.
    Bỏ sót: thay đổi về quy trình (không trường nào ghi ngày); nội dung quy chế; kết quả tập huấn.
    """
    for system, changed in reorganised(model, day):
        wrong, blanks = [], []
        for judge in (_regulation, _training):
            contradicts, unknown = judge(model, system, changed, day)
            wrong += contradicts
            blanks += unknown
        if wrong:
            told = together(wrong)
            yield Finding(
                system,
                Words(f"'{system.id}' thay đổi ngày {changed}: {told.vi}", f"'{system.id}' changed on {changed}: {told.en}"),
                Words("ban hành hoặc xác nhận lại quy chế; tập huấn người dùng mới", "issue or confirm the regulation; train the new users"),
                see=places([*model.targets(system.id, "governed_by"), *_trainings(model, system)]),
            )  # fmt: skip
        if blanks:
            yield unstated(system, blanks)


def _regulation(model: Model, system: Application, changed: str, day: str) -> Judged:
    links = [(r, model.elements.get(r.target)) for r in model.outgoing(system.id, "governed_by")]
    rules = [(r, doc) for r, doc in links if isinstance(doc, Document) and doc.category == "regulation"]
    if not rules:
        of = Words(f"quy chế sau {changed}", f"a regulation after {changed}")
        return [], [Blank("'governed_by'", of)]
    if any(is_since(when, changed) for r, doc in rules for when in (doc.issued, doc.confirmed_on, r.since)):
        return [], []
    undated = [doc.id for _, doc in rules if doc.issued is None]
    if undated:
        return [], [Blank("'issued'", Words(f"của {listed(undated)}", f"of {listed(undated)}"))]
    names = listed(f"{doc.id} ({doc.issued})" for _, doc in rules)
    return [
        Words(f"quy chế có trước, chưa xác nhận lại: {names}", f"its regulation is older and not confirmed: {names}")
    ], []


def _trainings(model: Model, system: Application) -> list[Task]:
    return [t for t in model.sources(system.id, "concerns") if isinstance(t, Task) and t.category == "training"]


def _training(model: Model, system: Application, changed: str, day: str) -> Judged:
    fresh = new_users(model, system, day)
    if not fresh:
        return [], []
    tasks = _trainings(model, system)
    if not tasks:
        of = Words(f"concerns '{system.id}' và {listed(fresh)}", f"that concerns '{system.id}' and {listed(fresh)}")
        return [], [Blank("task (category: training)", of)]
    dated = [(task, task.state_on or task.until) for task in tasks if task.state not in NOT_HELD]
    since = [task for task, when in dated if is_since(when, changed)]
    undated = [task.id for task, when in dated if when is None]
    if undated and not since:
        return [], [Blank("'state_on'", Words(f"của {listed(undated)}", f"of {listed(undated)}"))]
    if not since:
        names = listed(task.id for task in tasks)
        return [
            Words(f"tập huấn có trước hoặc chưa làm: {names}", f"its training was held before or not at all: {names}")
        ], []
    told = {r.target for task in since for r in model.outgoing(task.id, "concerns")}
    left = [id for id in fresh if id not in told and not told & {r.target for r in model.outgoing(id, "member_of")}]
    return [], [
        Blank("'concerns'", Words(f"của tập huấn tới {listed(left)}", f"of the training to {listed(left)}"))
    ] if left else []
