"""KH130-28: systems of dissolved bodies that were not inventoried, decided on or handed over."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.bodies import in_effect, owners
from archmodel.analysis.lives import has_ended
from archmodel.checks.kh130.assets import assets, by_code, has_minutes, not_inventoried, still_held
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.text.words import Words

ENDING = frozenset({"replace_or_end"})


@rule(
    "KH130-28",
    Severity.ERROR,
    title=Words(
        "Kiểm kê, phân loại và phương án xử lý tài sản phần mềm, hệ thống thông tin",
        "Software and system assets are inventoried and disposed of",
    ),
    scope=lambda model, day: [a.id for a in assets(model, day)] if in_effect(model, day) else (),
    cites=("KH130:Mục 6", "CV4264", "ND186_2025"),
    plan=("KH130-T6a", "KH130-T6b"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System of a dissolved body that is not inventoried, not decided on, or not in the hands of a body of today.

    Why: a system nobody inherited is paid for, patched and answered for by nobody, and still holds its data.
    Found: an inventory code two systems carry; a system decided to stay whose owner on record is still the dissolved
      body. A system without inventory code, class, value, contract or licence (a field under `unknown` is stated),
      without `disposition`, without minutes in `evidenced_by`, or without an owner of today unless it is to end, is
      insufficient.
    Fix: fill in `asset`; state `disposition`; link the minutes; put `owned_by` the receiver, end the old with `until`.
    Misses: assets on the unit's list that the catalogue lacks, since the list itself is not a record; databases and
      licences, which carry no inventory fields here.
    Vì sao: hệ thống không ai tiếp nhận thì không ai trả phí, vá lỗi, chịu trách nhiệm, mà dữ liệu vẫn nằm đó.
    Phát hiện: mã kiểm kê mà hai hệ thống cùng mang; hệ thống quyết định giữ lại mà chủ quản vẫn ghi cơ quan đã giải
      thể. Hệ thống thiếu mã kiểm kê, loại, giá trị, hợp đồng, bản quyền (trường khai trong `unknown` là đã ghi), thiếu
      `disposition`, thiếu biên bản ở `evidenced_by`, hoặc thiếu chủ quản hiện nay khi không kết thúc: chưa đủ cơ sở đánh
      giá.
    Khắc phục: ghi `asset`; ghi `disposition`; nối biên bản; ghi `owned_by` đơn vị nhận, `until` ở chủ quản cũ.
    Bỏ sót: tài sản có trong bảng kê của đơn vị mà danh mục thiếu (bảng kê không phải bản ghi); cơ sở dữ liệu, bản quyền
      (ở đây không có trường kiểm kê).
    """
    coded = by_code(model)
    for system in assets(model, day):
        wrong = _wrong(model, system, coded, day)
        if wrong:
            told = together(wrong)
            yield Finding(
                system,
                Words(f"'{system.id}' {told.vi}", f"'{system.id}' {told.en}"),
                Words("sửa mã kiểm kê; ghi chủ quản tiếp nhận", "mend the inventory code; record the owner that took it over"),
            )  # fmt: skip
        if blanks := _blanks(model, system, day):
            yield unstated(system, blanks)


def _wrong(model: Model, system: Application, coded: dict[str, list[str]], day: str) -> list[Words]:
    wrong = []
    code = system.asset.inventory_code if system.asset else None
    others = [id for id in coded.get(code or "", []) if id != system.id]
    if others:
        names = listed(others)
        wrong.append(Words(f"trùng mã kiểm kê {code} với {names}", f"shares the inventory code {code} with {names}"))
    stays = system.disposition not in {None, "undecided", *ENDING}
    stale = still_held(model, system.id, day)
    if stale and stays and not owners(model, system.id, day)[0]:
        wrong.append(Words(f"được giữ lại nhưng vẫn do '{stale[0]}' đã giải thể làm chủ quản",
                           f"stays, yet is still owned by '{stale[0]}', dissolved"))  # fmt: skip
    return wrong


def _blanks(model: Model, system: Application, day: str) -> list[Blank]:
    living, ended = owners(model, system.id, day)
    blanks = []
    if absent := not_inventoried(system):
        blanks.append(Blank(f"'asset' ({', '.join(absent)})"))
    if system.disposition in {None, "undecided"}:
        blanks.append(Blank("'disposition'"))
    if not has_minutes(model, system.id):
        blanks.append(Blank("'evidenced_by'", Words("biên bản bàn giao", "minutes of the handover")))
    ending = system.disposition in ENDING or has_ended(system, day)
    if not (living or ending or still_held(model, system.id, day)):
        old = listed(body.id for body in ended)
        blanks.append(Blank("'owned_by'", Words(f"sau '{old}' đã giải thể", f"after '{old}', dissolved")))
    return blanks
