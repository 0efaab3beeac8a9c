"""KH130-17: a document system cut off from the national document axis, or units registered there under old names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import holding
from archmodel.analysis.bodies import gone, in_effect, offices, users
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.national_link import ties, unbroken, works
from archmodel.checks.kh130.platforms import kept, national_systems, own_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words

AXIS = Words("trục liên thông văn bản quốc gia", "the national document axis")


def _judged(model: Model, day: str) -> Iterable[str]:
    main = kept(model, "docmgmt", day) if in_effect(model, day) else None
    return {main.id, *_axes(model)} if main else ()


def _ties(model: Model) -> tuple[set[str], tuple[Flow, ...]]:
    """The national integration platforms, and the flows of the City's document systems with them, of any day."""
    past = with_past(model)
    platforms = {platform.id for platform in national_systems(past, "integration_platform")}
    return platforms, ties(past, (system.id for system in own_systems(past, "docmgmt")), platforms)


def _axes(model: Model) -> tuple[str, ...]:
    """The national platforms the City's document systems exchange with."""
    platforms, flows = _ties(model)
    return tuple(
        dict.fromkeys(id for f in flows for id in (f.source, f.target, *f.via) if id in platforms and id in model)
    )


@rule(
    "KH130-17",
    Severity.ERROR,
    title=Words(
        "QLVB liên thông Trục liên thông văn bản quốc gia, tên đơn vị đã cập nhật",
        "Document system linked with the national axis; unit names updated",
    ),
    scope=_judged,
    cites=("KH130:Phụ lục, mục II.3", "QD28_2018", "QCVN102"),
    plan=("KH130-SP3.3",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Document system whose tie to the national axis is down or broke, or axis that still lists dissolved bodies.

    Why: while the tie is down, or a unit is registered under a name that no longer exists, its documents do not arrive.
    Found: no flow with a national integration platform works, or none held on some day since the plan was issued; a
      dissolved body the axis is still `used_by`. No such flow, a flow without `state` or `since`, offices without a
      `used_by` on the axis or without `electronic_id` are insufficient.
    Fix: record the flow with `since` and `state`; put `used_by` on the axis for each office, end it with `until`.
    Misses: which national platform is the document axis (any reference integration platform the document system
      exchanges with is taken for it); a tie over the City's own platform that does not name the axis in `via`.
    Vì sao: khi đứt kết nối, hoặc đơn vị còn đăng ký bằng tên cũ, văn bản gửi đến không tới nơi.
    Phát hiện: không luồng nào với nền tảng tích hợp quốc gia hoạt động, hoặc có ngày gián đoạn kể từ khi ban hành Kế
      hoạch; cơ quan đã giải thể mà trục còn `used_by`. Chưa có luồng, luồng thiếu `state`, `since`, cơ quan chưa có
      `used_by` ở trục hoặc thiếu `electronic_id`: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi luồng kèm `since`, `state`; ghi `used_by` ở trục cho từng cơ quan, kết thúc bằng `until`.
    Bỏ sót: nền tảng quốc gia nào là trục văn bản (nền tảng tích hợp nào hệ thống văn bản trao đổi thì coi là trục);
      kết nối qua nền tảng của Thành phố mà `via` không ghi trục.
    """
    main = kept(model, "docmgmt", day)
    if main is None:
        return
    flows = _ties(model)[1]
    wrong, absent = works(flows, day, AXIS)
    if flows and not wrong:
        broken, unknown = unbroken(flows, model.settings.days.issue or model.settings.days.effect or day, day)
        wrong, absent = [*wrong, *broken], [*absent, *unknown]
    if wrong:
        told = together(wrong)
        yield Finding(
            main,
            Words(f"'{main.id}': {told.vi}", f"'{main.id}': {told.en}"),
            Words("nối lại; ghi luồng nối tiếp bằng 'since', 'until'", "restore it; record the flows that followed with 'since' and 'until'"),
        )  # fmt: skip
    if absent:
        yield unstated(main, absent)
    for axis in _axes(model):
        yield from _registered(model, axis, day)


def _registered(model: Model, axis: str, day: str) -> Iterator[Finding]:
    """What the axis says of the bodies registered on it."""
    uses = {relation.target: relation for relation in holding(model.outgoing(axis, "used_by"), day)}
    ends = [model.elements.get(id) for id in uses]
    stale = [body.id for body in ends if isinstance(body, Organisation) and gone(body, day)]
    if stale:
        yield Finding(
            model[axis],
            Words(f"'{axis}' còn ghi cơ quan đã giải thể: {listed(stale)}", f"'{axis}' still lists dissolved bodies: {listed(stale)}"),
            Words("đăng ký lại theo đơn vị mới; ghi 'until' ở used_by cũ", "register the new units; end the old used_by with 'until'"),
            at=uses[stale[0]].place,
        )  # fmt: skip
    using = users(model, (axis,), day)
    every = offices(model, day)
    silent = [office.id for office in every if office.id not in using]
    unnamed = [office.id for office in every if office.id in using and office.electronic_id is None]
    absent = []
    if silent:
        absent.append(Blank("'used_by'", Words(f"của cơ quan {listed(silent)}", f"for offices {listed(silent)}")))
    if unnamed:
        absent.append(Blank("'electronic_id'", Words(f"của {listed(unnamed)}", f"of {listed(unnamed)}")))
    if absent:
        yield unstated(model[axis], absent)
