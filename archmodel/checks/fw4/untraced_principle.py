"""FW4-11: principles that nothing in the architecture follows."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import COMING, holding, linking
from archmodel.analysis.editions import edition_on
from archmodel.checks.fw4.subjects import has_ended, own_singles, owner, owner_id
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Application, Principle
from archmodel.model.framework import Edition
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.text.words import Words

TRACES = ("realizes", "influences")
FEW = 4


def _principles(model: Model, day: str) -> list[Principle]:
    return [principle for principle in model.principles if principle.holds_on(day)]


def _coming(model: Model, day: str) -> list[Application]:
    return [application for application in own_singles(model, day, Application) if application.state in COMING]


@rule(
    "FW4-11",
    Severity.INFO,
    title=Words("Nguyên tắc kiến trúc được cụ thể hóa", "Architecture principles are traced"),
    scope=lambda model, day: [
        *(owner_id(model) if edition_on(model, day) else []),
        *(element.id for element in (*_principles(model, day), *_coming(model, day))),
    ],
    cites=("KH130:Phụ lục, mục I", "QD1425", "LUAT148:Điều 7", "ND224_2026:Điều 23; Điều 24 khoản 1"),
    plan=("KH130-GP1", "KH130-GP2", "KH130-GP3", "KH130-GP4", "KH130-GP5"),
    tier="must",
    confidence="medium",
    practice="TOGAF architecture principles; ArchiMate motivation extension",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Principle that no element follows, or planned application held to none.

    Why: a principle that is only prose decides nothing when two designs compete.
    Found: a principle all of whose followers have ended fails; one without followers, a planned application that names
      no principle or not the outcome, and principles of the framework that no record stands for, are insufficient.
    Fix: put `realizes` or `influences` to the principle on what follows it, with the outcome as its `reason`; record the
      framework's principles, each `aligned_to` its entry.
    Misses: whether rules of this workbench hold to a principle, as a rule does not read the others; whether the plan's
      own five are all on record.
    Vì sao: nguyên tắc chỉ là lời văn thì không quyết được gì khi phải chọn giữa hai thiết kế.
    Phát hiện: nguyên tắc mà mọi đối tượng thực hiện đều đã kết thúc: chưa đáp ứng; nguyên tắc chưa đối tượng nào thực hiện,
      ứng dụng dự kiến chưa nêu nguyên tắc hoặc kết quả đối chiếu, nguyên tắc của khung chưa có bản ghi: chưa đủ cơ sở
      đánh giá.
    Khắc phục: ghi `realizes` hoặc `influences` tới nguyên tắc ở đối tượng thực hiện, kết quả ghi ở `reason`; lập bản ghi
      nguyên tắc của khung, mỗi bản ghi có `aligned_to` tới mục của khung.
    Bỏ sót: quy tắc của công cụ này có thực hiện nguyên tắc hay không, vì quy tắc không đọc quy tắc khác; năm nguyên tắc
      của kế hoạch đã có đủ bản ghi hay chưa.
    """
    edition, body = edition_on(model, day), owner(model)
    if edition is not None and body is not None:
        yield from _unrecorded(model, edition, body, day)
    for principle in _principles(model, day):
        followers = [source for type in TRACES for source in linking(model.origin, principle.id, type, day)]
        names = ", ".join(source.id for source in followers)
        if not followers:
            yield Finding(
                principle,
                Words(f"chưa gì thực hiện nguyên tắc '{principle.id}'", f"nothing realises the principle '{principle.id}'"),
                Words("ghi 'realizes' hoặc 'influences' ở đối tượng thực hiện", "put 'realizes' or 'influences' on what follows it"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip
        elif all(has_ended(source, day) for source in followers):
            yield Finding(
                principle,
                Words(f"nguyên tắc '{principle.id}' chỉ do đối tượng đã kết thúc thực hiện: {names}",
                      f"the principle '{principle.id}' is realised only by what has ended: {names}"),
                Words("nêu đối tượng đang hoạt động hoặc dự kiến", "name what works or is planned"),
                see=places(link for type in TRACES for link in model.origin.incoming(principle.id, type)),
            )  # fmt: skip
    principles = {principle.id for principle in model.origin.principles}
    for application in _coming(model, day):
        links = [r for type in TRACES for r in holding(model.origin.outgoing(application.id, type), day)]
        traced = [relation for relation in links if relation.target in principles]
        if not any(relation.reason for relation in traced):
            yield _unchecked(application, ", ".join(relation.target for relation in traced))


def _unchecked(application: Application, names: str) -> Finding:
    return Finding(
        application,
        Words(f"'{application.id}' đang dự kiến, chưa ghi kết quả đối chiếu với {names}",
              f"'{application.id}' is planned and states no outcome of the check against {names}")
        if names
        else Words(f"'{application.id}' đang dự kiến, chưa ghi đã đối chiếu với nguyên tắc nào",
                   f"'{application.id}' is planned and names no principle it was checked against"),
        Words("ghi 'realizes' tới nguyên tắc, 'reason' là kết quả", "put 'realizes' to it, with the outcome as 'reason'"),
        Outcome.INSUFFICIENT,
    )  # fmt: skip


def _unrecorded(model: Model, edition: Edition, body: Element, day: str) -> Iterator[Finding]:
    keys = [
        entry.key
        for listing in edition.of_sort("principle")
        if listing.status == "complete"
        for entry in listing.entries
        if not any(e.kind == "principle" for e in linking(model.origin, f"{edition.id}/{entry.key}", "aligned_to", day))
    ]
    shown = ", ".join(keys[:FEW])
    if keys:
        yield Finding(
            body,
            Words(f"{len(keys)} nguyên tắc của {edition.id} chưa có bản ghi: {shown}…",
                  f"{len(keys)} principles of {edition.id} have no record: {shown}…"),
            Words(f"lập bản ghi có 'aligned_to: {edition.id}/...'", f"record them with 'aligned_to: {edition.id}/...'"),
            Outcome.INSUFFICIENT,
        )  # fmt: skip
