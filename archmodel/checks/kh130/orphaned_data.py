"""KH130-24: data of dissolved bodies and ended systems that goes nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.bodies import in_effect
from archmodel.analysis.homes import Home, homes, silent_systems
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.model import Model
from archmodel.model.relations import Migration
from archmodel.text.words import Words

LATE = frozenset({"planned", "running"})
_SILENT = Words("đã kết thúc", "which has ended")


def _judged(model: Model, day: str) -> Iterable[str]:
    return [*(home.data for home in homes(model, day)), *silent_systems(model, day)] if in_effect(model, day) else ()


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
    Found: data only ended systems keep, with no move, no disposal and no successor system that takes the data on record;
      a move still planned or running after the system ended; a chain of moves that runs in a circle or ends in data out
      of use. Data of a dissolved body, or succeeded by other data, with no owner or move on record; a successor system
      that does not say that it took the data; a move without `state`, one verified without evidence; and an ended or
      ownerless system of which no data is recorded are insufficient.
    Fix: add `migrates_to` (with `state`) or `archived_in` to the data, `scope: [data]` to the succession of its system,
      minutes of disposal with `evidenced_by`, or `owned_by` the body that took it over; `holds_no_data: true` on a
      system that held none.
    Misses: whether counts or checksums agree: evidence is asked for, not read. Bodies that ended at any time are
      covered, not only those of the plan's reorganisation.
    Vì sao: dữ liệu của hệ thống mất vào ngày tắt máy, nếu trước đó không ai nói nó đi đâu.
    Phát hiện: dữ liệu chỉ nằm ở hệ thống đã kết thúc mà không ghi chuyển đi, tiêu hủy hay hệ thống kế thừa nhận dữ liệu;
      việc chuyển còn dự kiến, đang làm khi hệ thống đã kết thúc; chuỗi chuyển chạy vòng hoặc dừng ở dữ liệu không còn
      dùng. Dữ liệu của cơ quan giải thể, hoặc đã có dữ liệu khác kế thừa, mà chưa ghi chủ quản hay nơi chuyển; hệ thống
      kế thừa không nói có nhận dữ liệu; chuyển mà thiếu `state`, đã kiểm chứng mà thiếu minh chứng; hệ thống đã kết thúc
      hoặc không còn chủ mà chưa ghi dữ liệu: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `migrates_to` (kèm `state`) hoặc `archived_in`, `scope: [data]` ở quan hệ kế thừa của hệ thống, biên
      bản tiêu hủy ở `evidenced_by`, hoặc `owned_by` đơn vị tiếp nhận; `holds_no_data: true` nếu hệ thống không giữ dữ liệu.
    Bỏ sót: số lượng, mã kiểm tra có khớp không (chỉ đòi minh chứng, không đọc). Xét cả cơ quan kết thúc vào lúc khác,
      không chỉ trong đợt sắp xếp của Kế hoạch.
    """
    for id, (reason, body) in silent_systems(model, day).items():
        why = _SILENT if reason == "ended" else _why(reason, body)
        held = Words(f"tới dữ liệu của hệ thống ({why.vi})", f"to its data (a system {why.en})")
        yield unstated(model.origin[id], [Blank("'accesses' / 'holds_no_data'", held)])
    for home in homes(model, day):
        data = model.origin[home.data]
        wrong = _wrong(home)
        if wrong:
            yield Finding(
                data,
                Words(f"dữ liệu '{data.id}' {wrong.vi}", f"data set '{data.id}' {wrong.en}"),
                Words("ghi 'migrates_to' (state: done) hoặc 'archived_in' tới nơi đang dùng, hoặc biên bản tiêu hủy",
                      "add 'migrates_to' (state: done) or 'archived_in' to what is in use, or minutes of disposal"),
            )  # fmt: skip
        elif blanks := _blanks(model, home):
            yield unstated(data, blanks)


def _why(reason: str, by: str) -> Words:
    if reason == "dissolved":
        return Words(f"của '{by}' đã giải thể", f"of '{by}', dissolved")
    if reason == "succeeded":
        return Words(f"được '{by}' kế thừa", f"succeeded by '{by}'")
    return Words(f"trong '{by}' đã kết thúc", f"in '{by}', which has ended")


def _wrong(home: Home) -> Words | None:
    """What contradicts a new home for the data."""
    if home.fate == "lost":
        names = listed(home.keepers)
        return Words(f"chỉ nằm ở '{names}' đã kết thúc, không chuyển đi đâu",
                     f"is kept only in '{names}', which has ended, and moves nowhere")  # fmt: skip
    if home.fate == "circle":
        return Words("chuyển vòng, không tới nơi nào", "moves in a circle and arrives nowhere")
    if home.fate == "stopped":
        names = listed(home.ends.stopped)
        return Words(f"chuyển tới '{names}' không còn dùng", f"moves to '{names}', which is out of use")
    if home.fate == "moving" and home.is_over:
        late = next(r.target for r in home.moves if isinstance(r, Migration) and r.state in LATE)
        return Words(f"chưa chuyển xong tới '{late}' dù hệ thống đã kết thúc",
                     f"has not finished moving to '{late}' though its system has ended")  # fmt: skip
    return None


def _blanks(model: Model, home: Home) -> list[Blank]:
    """What is not recorded and would show that the data has a home."""
    if home.doubtful and not home.hosts:
        names = listed(home.doubtful)
        whose = Words(
            f"của '{names}' kế thừa hệ thống giữ dữ liệu", f"of '{names}', which succeeds the system that kept it"
        )
        return [Blank("'succeeds.scope' / 'state'", whose)]
    if not home.moves:
        if home.fate != "unknown":
            return []
        fields = "'migrates_to' / 'archived_in'"
        succeeded = bool(model.origin.incoming(home.data, "succeeds"))
        why = _why(home.reason, home.left_by)
        return [
            Blank(fields if succeeded else f"'owned_by' / {fields}", Words(f"(dữ liệu {why.vi})", f"(data {why.en})"))
        ]
    blanks = []
    migrations = [r for r in home.moves if isinstance(r, Migration)]
    if any(r.state is None for r in migrations):
        blanks.append(Blank("'state'", Words("của 'migrates_to'", "of 'migrates_to'")))
    verified = any(r.state == "verified" and not r.evidence for r in migrations)
    if verified and not model.origin.outgoing(home.data, "evidenced_by"):
        blanks.append(Blank("'evidenced_by'", Words("của việc kiểm chứng", "of the verification")))
    if home.ends.unsure and not home.ends.working:
        names = listed(home.ends.unsure)
        blanks.append(Blank("'state'", Words(f"của '{names}'", f"of '{names}'")))
    return blanks
