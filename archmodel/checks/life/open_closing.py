"""LIFE-05: systems retired without all confirmations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from archmodel.analysis.activity import is_family, is_own
from archmodel.analysis.lives import has_ended
from archmodel.checks.life.gathering import gathered
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.model.systems import Closing
from archmodel.text.days import first
from archmodel.text.words import Words

ITEMS: tuple[str, ...] = get_args(Closing.model_fields["item"].annotation)


def _retired(model: Model, day: str) -> Iterator[Application]:
    for system in model.applications:
        if has_ended(system, day) and is_own(system) and not is_family(system):
            yield system


@rule(
    "LIFE-05",
    Severity.ERROR,
    title=Words("Điều kiện chấm dứt hệ thống", "Conditions for retiring a system"),
    scope=lambda model, day: [system.id for system in _retired(model, day)],
    cites=("DRAFT_GUIDE:Mẫu 01, phần VIII.8", "KH130:Phụ lục, mục II.1, II.3"),
    plan=("KH130-SP1.2", "KH130-SP3.2"),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Retired system whose closing list has open items.

    Why: a system switched off with open contracts, accounts or unsaved data costs money and loses records for good.
    Found: an own system that has ended and whose `closing` list lacks one of the eight items (data, accounts,
      connections, process, contracts, assets, backup, support), has one without a day, or confirms one only after the
      end. With no list at all, or no whole day of the end to compare with, it is insufficient.
    Fix: add each item to `closing` with `confirmed_on`, or `not_applicable: true`.
    Misses: whether a confirmation is true; records of whole families, whose members close one by one.
    Vì sao: tắt hệ thống khi hợp đồng, tài khoản còn mở hoặc dữ liệu chưa lưu thì tốn tiền và mất hồ sơ.
    Phát hiện: hệ thống của Thành phố đã kết thúc mà danh sách `closing` thiếu một trong tám mục (dữ liệu, tài khoản, kết nối,
      quy trình, hợp đồng, tài sản, sao lưu, hỗ trợ), có mục chưa ghi ngày, hoặc xác nhận sau khi đã kết thúc. Chưa có danh
      sách, hoặc chưa ghi ngày kết thúc để so: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi từng mục vào `closing` kèm `confirmed_on`, hoặc `not_applicable: true`.
    Bỏ sót: xác nhận có đúng không; bản ghi họ, vì từng hệ thống trong họ chấm dứt riêng.
    """
    fix = Words(
        "ghi 'closing' đủ tám mục với 'confirmed_on' hoặc 'not_applicable', và ngày 'until'",
        "state 'closing' with all eight items, each 'confirmed_on' or 'not_applicable', and the day 'until'",
    )
    for system in _retired(model, day):
        if not system.closing:
            absent = [Words("đã kết thúc, chưa ghi 'closing'", "ended, 'closing' is not stated")]
            yield from gathered(system, [], absent, fix)
            continue
        listed = {item.item: item for item in system.closing}
        settled = [item for item in system.closing if item.confirmed_on or item.not_applicable]
        open_ = [name for name in ITEMS if name not in {item.item for item in settled}]
        wrong = []
        if open_:
            absent_names = ", ".join(open_)
            wrong.append(Words(f"đã kết thúc, chưa xác nhận: {absent_names}", f"ended, not confirmed: {absent_names}"))
        wrong += [
            Words(f"{name} xác nhận {item.confirmed_on}, sau ngày kết thúc {system.until}", f"{name} confirmed on {item.confirmed_on}, after the end {system.until}")
            for name, item in listed.items()
            if item.confirmed_on and _is_late(item.confirmed_on, system.until)
        ]  # fmt: skip
        vague = system.until is None or len(system.until) < 10
        absent = [Words("chưa ghi đủ ngày 'until'", "the day 'until' is not stated in full")] if vague else []
        yield from gathered(system, wrong, absent, fix)


def _is_late(confirmed: str, until: str | None) -> bool:
    """Whether the confirmation surely came after the end; a vague end is read as late as it can be."""
    return (
        until is not None
        and confirmed > (until if len(until) == 10 else f"{until}~")
        and first(confirmed) > first(until)
    )
