"""LIFE-02: things that end with nobody to take over and no decision."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_own
from archmodel.analysis.estates import answers, decisions, is_handed_over, last_heirs, shares
from archmodel.analysis.lives import has_ended
from archmodel.checks.life.gathering import gathered
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import listed
from archmodel.model.elements import Application, Dataset, Interface, Node
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.words import Words

_LEAVING = {"replace_or_end", "merge"}
_PARTS = {
    "function": Words("chức năng", "functions"),
    "users": Words("người dùng", "users"),
    "data": Words("dữ liệu", "data"),
}


def _judged(model: Model) -> Iterator[Managed]:
    for element in model:
        if not isinstance(element, Application | Dataset | Interface | Node) or not is_own(element):
            continue
        if element.until or element.state == "ended" or element.disposition in _LEAVING:
            yield element


@rule(
    "LIFE-02",
    Severity.ERROR,
    title=Words(
        "Hệ thống kết thúc có hệ thống kế thừa hoặc quyết định chấm dứt", "Ended systems have a successor or a decision"
    ),
    scope=lambda model, day: [element.id for element in _judged(model)],
    cites=("KH130:Mục 2; Phụ lục, mục I.3, I.4",),
    plan=("KH130-T2a", "KH130-GP3", "KH130-GP4"),
    tier="must",
    practice="TOGAF migration planning",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Own system, data, address or node that ends and leaves something nobody takes over.

    Why: what ends without an heir takes its functions, users and data with it; people notice on the day they need them.
    Found: an ended record whose functions, users or data no successor takes (by the `scope` of `succeeds`, by carrying
      the same, or for data by a move or a redirect), with no document that decides its end; a chain of succession that
      runs in a circle or ends in something ended. Where nothing is recorded of what it carried, of the scope or of the
      state of the last heir, where another system works on the same, or it has not ended yet, it is insufficient.
    Fix: record `succeeds` from the successor with its `scope`, or `evidenced_by` with the role `decision`.
    Misses: whether the heir does the job as well; old users under new names count by the scope of the succession only.
    Vì sao: kết thúc mà không có bên kế thừa thì chức năng, người dùng, dữ liệu mất theo, tới lúc cần mới biết.
    Phát hiện: bản ghi đã kết thúc mà chức năng, người dùng, dữ liệu không có bên kế thừa nhận (theo `scope` của
      `succeeds`, theo việc bên kế thừa cùng mang, với dữ liệu còn theo chuyển dữ liệu, chuyển hướng), cũng không có văn
      bản quyết định chấm dứt; chuỗi kế thừa chạy vòng hoặc dừng ở đối tượng đã kết thúc. Chưa ghi nó mang gì, phạm vi
      kế thừa, trạng thái bên nhận cuối, đã có hệ thống khác làm việc ấy, hoặc chưa tới ngày kết thúc: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `succeeds` từ bên kế thừa kèm `scope`, hoặc `evidenced_by` với vai trò `decision`.
    Bỏ sót: bên kế thừa làm tốt đến đâu; người dùng cũ mang tên mới chỉ tính theo phạm vi kế thừa.
    """
    fix = Words(
        "ghi 'succeeds' kèm 'scope' từ bên kế thừa, hoặc 'evidenced_by' (role: decision)",
        "record 'succeeds' with its 'scope' from the successor, or 'evidenced_by' (role: decision)",
    )
    for element in _judged(model):
        if decisions(model, element.id):
            continue
        wrong, absent = _left_behind(model, element, day)
        sure, unsure = _chain(model, element, day)
        over = has_ended(element, day)
        yield from gathered(
            element,
            [*(wrong if over else ()), *sure],
            [*absent, *(() if over else wrong), *unsure],
            fix,
            see=model.sources(element.id, "succeeds"),
        )


def _left_behind(model: Model, element: Managed, day: str) -> tuple[list[Words], list[Words]]:
    """The parts nobody takes over, and those of which it is not recorded."""
    wrong, absent = [], []
    parts = list(shares(model, element.id, day))
    end = element.until or ("ended" if element.state == "ended" else element.disposition)
    for share in parts:
        name, ids = _PARTS[share.part], listed(share.left)
        if share.taken is False:
            wrong.append(Words(f"kết thúc ({end}), không ai nhận {name.vi} {ids}", f"ends ({end}), nobody takes over its {name.en} {ids}"))  # fmt: skip
        elif share.taken is None:
            absent.append(Words(f"chưa ghi ai kế thừa {name.vi} {ids} ('succeeds', 'scope')", f"who takes over its {name.en} {ids} is not stated ('succeeds', 'scope')"))  # fmt: skip
    if not (parts or model.incoming(element.id, "succeeds") or is_handed_over(model, element.id)):
        absent.append(Words(f"kết thúc ({end}), chưa ghi nó mang gì và ai kế thừa", f"ends ({end}); neither what it carried nor a successor is recorded"))  # fmt: skip
    return wrong, absent


def _chain(model: Model, element: Managed, day: str) -> tuple[list[Words], list[Words]]:
    """What is wrong with the end of its chain of succession, and what is not known of it."""
    heirs = last_heirs(model, element.id)
    if heirs is None:
        return [Words("chuỗi kế thừa chạy vòng", "its succession runs in a circle")], []
    known = {heir.id: answers(heir, day) for heir in heirs}
    dead = [id for id, works in known.items() if works is False]
    open_ = [id for id, works in known.items() if works is None]
    if heirs and len(dead) == len(heirs):
        return [Words(f"bên kế thừa cuối {listed(dead)} cũng không còn dùng", f"its last successor {listed(dead)} is out of use too")], []  # fmt: skip
    if open_ and True not in known.values():
        return [], [Words(f"chưa ghi 'state' của bên kế thừa {listed(open_)}", f"'state' of its successor {listed(open_)} is not stated")]  # fmt: skip
    return [], []
