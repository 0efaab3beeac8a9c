"""KH130-24: data of dissolved bodies and ended systems that goes nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.bodies import in_effect, owners
from archmodel.checks.kh130.data_homes import ends, keepers, moves
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.predecessors import data_left, has_ended, is_disposed_of, silent_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Dataset
from archmodel.model.model import Model
from archmodel.model.relations import Migration
from archmodel.text.words import Words

LATE = frozenset({"planned", "running"})


def _judged(model: Model, day: str) -> Iterable[str]:
    return [*data_left(model, day), *silent_systems(model, day)] if in_effect(model, day) else ()


@rule(
    "KH130-24",
    Severity.ERROR,
    title=Words(
        "Không mất dữ liệu của đơn vị, hệ thống tiền nhiệm", "Every predecessor's data has a destination"
    ),
    scope=_judged,
    cites=("KH130:Phần I, yêu cầu b; Mục 2; Phụ lục, mục II.1, II.3",),
    plan=("KH130-R-b", "KH130-T2c", "KH130-SP1.2", "KH130-SP3.2", "KH130-GP3"),
    tier="must",
)  # fmt: skip
def find(model: Model, day: str) -> Iterator[Finding]:
    """Data of a dissolved body or an ended system that has not reached a new home.

    Why: what a system held is lost on the day it is switched off, unless somebody said before where it goes.
    Found: data only ended systems keep, with no move and no disposal on record; a move still planned or running after
      the system ended; a chain of moves that runs in a circle or ends in data out of use. Data of a dissolved body, or
      succeeded by other data, with no owner or move on record; a move without `state`, one verified without evidence;
      and an ended or ownerless system of which no data is recorded are insufficient.
    Fix: add `migrates_to` (with `state`) or `archived_in` to the data, minutes of disposal with `evidenced_by`, or
      `owned_by` the body that took it over; `holds_no_data: true` on a system that held none.
    Misses: whether counts or checksums agree: evidence is asked for, not read. Bodies that ended at any time are
      covered, not only those of the plan's reorganisation.
    Vì sao: dữ liệu của hệ thống mất vào ngày tắt máy, nếu trước đó không ai nói nó đi đâu.
    Phát hiện: dữ liệu chỉ nằm ở hệ thống đã kết thúc mà không ghi chuyển đi hay tiêu hủy; việc chuyển còn dự kiến, đang
      làm khi hệ thống đã kết thúc; chuỗi chuyển chạy vòng hoặc dừng ở dữ liệu không còn dùng. Dữ liệu của cơ quan giải
      thể, hoặc đã có dữ liệu khác kế thừa, mà chưa ghi chủ quản hay nơi chuyển; chuyển mà thiếu `state`, đã kiểm chứng
      mà thiếu minh chứng; hệ thống đã kết thúc hoặc không còn chủ mà chưa ghi dữ liệu: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `migrates_to` (kèm `state`) hoặc `archived_in`, biên bản tiêu hủy ở `evidenced_by`, hoặc `owned_by`
      đơn vị tiếp nhận; `holds_no_data: true` nếu hệ thống không giữ dữ liệu.
    Bỏ sót: số lượng, mã kiểm tra có khớp không (chỉ đòi minh chứng, không đọc). Xét cả cơ quan kết thúc vào lúc khác,
      không chỉ trong đợt sắp xếp của Kế hoạch.
    """
    for system, why in silent_systems(model, day).values():
        held = Words(f"tới dữ liệu của hệ thống ({why.vi})", f"to its data (a system {why.en})")
        yield unstated(system, [Blank("'accesses' / 'holds_no_data'", held)])
    for data, why in data_left(model, day).values():
        wrong = _wrong(model, data, day)
        if wrong:
            yield Finding(
                data,
                Words(f"dữ liệu '{data.id}' {wrong.vi}", f"data set '{data.id}' {wrong.en}"),
                Words("ghi 'migrates_to' (state: done) hoặc 'archived_in' tới nơi đang dùng, hoặc biên bản tiêu hủy",
                      "add 'migrates_to' (state: done) or 'archived_in' to what is in use, or minutes of disposal"),
            )  # fmt: skip
        elif blanks := _blanks(model, data, why, day):
            yield unstated(data, blanks)


def _wrong(model: Model, data: Dataset, day: str) -> Words | None:
    """What contradicts a new home for the data."""
    systems = keepers(model, data.id)
    over = bool(systems) and all(has_ended(model, system, day) for system in systems)
    moved, reached = moves(model, data.id), ends(model, data.id, day)
    late = [r.target for r in moved if isinstance(r, Migration) and r.state in LATE]
    if not moved and over and not is_disposed_of(model, data):
        names = listed(systems)
        return Words(f"chỉ nằm ở '{names}' đã kết thúc, không chuyển đi đâu",
                     f"is kept only in '{names}', which has ended, and moves nowhere")  # fmt: skip
    if reached.circular:
        return Words("chuyển vòng, không tới nơi nào", "moves in a circle and arrives nowhere")
    if reached.stopped and not reached.working and not reached.unsure:
        names = listed(reached.stopped)
        return Words(f"chuyển tới '{names}' không còn dùng", f"moves to '{names}', which is out of use")
    if over and late:
        return Words(f"chưa chuyển xong tới '{late[0]}' dù hệ thống đã kết thúc",
                     f"has not finished moving to '{late[0]}' though its system has ended")  # fmt: skip
    return None


def _blanks(model: Model, data: Dataset, why: Words, day: str) -> list[Blank]:
    """What is not recorded and would show that the data has a home."""
    moved, reached = moves(model, data.id), ends(model, data.id, day)
    if not moved:
        living, ended = owners(model, data.id, day)
        succeeded = bool(model.origin.incoming(data.id, "succeeds"))
        if is_disposed_of(model, data) or not (succeeded or (ended and not living)):
            return []
        fields = "'migrates_to' / 'archived_in'"
        return [
            Blank(fields if succeeded else f"'owned_by' / {fields}", Words(f"(dữ liệu {why.vi})", f"(data {why.en})"))
        ]
    blanks = []
    migrations = [r for r in moved if isinstance(r, Migration)]
    if any(r.state is None for r in migrations):
        blanks.append(Blank("'state'", Words("của 'migrates_to'", "of 'migrates_to'")))
    verified = any(r.state == "verified" and not r.evidence for r in migrations)
    if verified and not model.origin.outgoing(data.id, "evidenced_by"):
        blanks.append(Blank("'evidenced_by'", Words("của việc kiểm chứng", "of the verification")))
    if reached.unsure and not reached.working:
        names = listed(reached.unsure)
        blanks.append(Blank("'state'", Words(f"của '{names}'", f"of '{names}'")))
    return blanks
