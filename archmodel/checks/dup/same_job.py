"""DUP-01: two systems that do the same job for the same users."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.dup.doers import Doer, Peers, doers
from archmodel.checks.dup.lookalikes import lookalikes
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import listed, places
from archmodel.model.model import Model
from archmodel.text.words import Words

_READ = "evidence ('realizes')"
_FIELDS = {"state": "state", "used_by": "used_by", _READ: "realizes"}


@rule(
    "DUP-01",
    Severity.ERROR,
    title=Words(
        "Không trùng chức năng hệ thống cho cùng đối tượng sử dụng", "No two active systems do the same job for the same users"
    ),
    scope=lambda model, day: [doer.system.id for doer in doers(model, day)],
    cites=("KH130:Phụ lục, mục I.2", "ND224_2026:Điều 23 khoản 1", "QD1425:Điều 3 khoản 4"),
    plan=("KH130-GP2",),
    tier="must",
)  # fmt: skip
def find(model: Model, day: str) -> Iterator[Finding]:
    """System that does the job of another for the same users.

    Why: two systems for one job split the data, double the cost and leave staff to choose where the truth is.
    Found: own systems in use that realise or serve one function or service for users in common (the bodies named in
      `used_by`; else the owner of a system of body scope, or everyone for one of province scope) while neither
      composes, feeds, serves or succeeds the other and no reason is recorded; those that share most come first. Where
      a state, the users or the jobs are not recorded, or the job is only our own reading, it is insufficient; so are two
      of one unit whose names say one job (`am.duplicates`: duplicate) though no function in common is recorded.
    Fix: merge the two or end one; or record what tells them apart: `part_of`, `flow`, `succeeds`, or a `concerns`
      relation with its `reason`.
    Misses: functions written too broadly make strangers look alike; groups of bodies that overlap only in their
      members; at most fifty peers are looked at for each job. Records of families and other bodies are not judged.
    Vì sao: hai hệ thống cho một việc làm phân tán dữ liệu, chi hai lần, cán bộ không biết đâu là bản đúng.
    Phát hiện: hai hệ thống của Thành phố đang dùng, cùng thực hiện hoặc phục vụ một chức năng, dịch vụ cho đối tượng
      chung (theo `used_by`; nếu không ghi thì theo chủ quản, hoặc mọi cơ quan với hệ thống cấp tỉnh) mà không phải bộ
      phận, nguồn dữ liệu, kế thừa của nhau và không ghi lý do; cặp chung nhiều nhất nêu trước. Chưa ghi trạng thái,
      người dùng, chức năng, hoặc chức năng mới do danh mục suy ra: chưa đủ cơ sở đánh giá; cùng đơn vị, tên nêu cùng một
      việc (`am.duplicates`: trùng lặp) mà chưa ghi chức năng chung cũng vậy.
    Khắc phục: gộp hoặc kết thúc một; hoặc ghi điều phân biệt: `part_of`, `flow`, `succeeds`, hay `concerns` kèm `reason`.
    Bỏ sót: chức năng ghi quá rộng; nhóm cơ quan chỉ trùng nhau ở thành viên; mỗi chức năng xét tối đa năm mươi hệ
      thống. Không xét bản ghi họ và bản ghi tham chiếu.
    """
    every = doers(model, day)
    peers = Peers(every)
    alike = lookalikes(model, day, every)
    for doer in every:
        if not doer.jobs:
            yield _alike(doer, alike[doer.system.id]) if doer.system.id in alike else _idle(doer)
            continue
        rivals = sorted(peers.of(doer), key=lambda other: (-len(_jobs(doer, other)), -len(doer.users & other.users)))
        sure = [other for other in rivals if _is_sure(doer, other)]
        if sure or rivals:
            yield _same(doer, sure) if sure else _perhaps(doer, rivals)
        elif doer.system.id in alike:
            yield _alike(doer, alike[doer.system.id])


def _jobs(one: Doer, other: Doer) -> list[str]:
    return [job for job in one.jobs if job in other.jobs]


def _is_sure(one: Doer, other: Doer) -> bool:
    told = any(one.jobs[job] and other.jobs[job] for job in _jobs(one, other))
    return told and bool(one.active and other.active) and one.shares_users_with(other)


def _idle(doer: Doer) -> Finding:
    return Finding(
        doer.system,
        Words(f"'{doer.system.id}' chưa ghi chức năng, dịch vụ", f"'{doer.system.id}' states no function or service"),
        Words("ghi 'realizes' tới chức năng, hoặc 'serves'", "add 'realizes' to its function, or 'serves'"),
        Outcome.INSUFFICIENT,
    )


def _same(doer: Doer, rivals: list[Doer]) -> Finding:
    ids = listed(other.system.id for other in rivals)
    first = rivals[0]
    jobs = _jobs(doer, first)
    users = len(doer.users & first.users)
    shared = Words(f"{users} cơ quan", f"{users} users") if users else Words("cùng phạm vi", "one scope")
    return Finding(
        doer.system,
        Words(
            f"'{doer.system.id}' cùng việc, cùng đối tượng với {ids}: {listed(jobs)}, {shared.vi}; không ghi lý do",
            f"'{doer.system.id}' does the job of {ids} for the same users: {listed(jobs)}, {shared.en}; no reason is recorded",
        ),
        Words(
            "gộp hoặc kết thúc một; hoặc ghi 'part_of', 'flow', 'succeeds', 'concerns' kèm 'reason'",
            "merge them or end one; or record 'part_of', 'flow', 'succeeds', or 'concerns' with a 'reason'",
        ),
        see=places(other.system for other in rivals),
        others=tuple(other.system.id for other in rivals),
    )


def _alike(doer: Doer, others: list[Doer]) -> Finding:
    """A finding that rests on likeness alone: no job on record is shared."""
    ids = listed(other.system.id for other in others)
    idle = [one.system.id for one in (doer, *others) if not one.jobs]
    lacks = (
        Words(f"; chưa ghi 'realizes': {listed(idle)}", f"; 'realizes' not stated: {listed(idle)}")
        if idle
        else Words("", "")
    )
    return Finding(
        doer.system,
        Words(
            f"'{doer.system.id}' có tên cùng việc với {ids}, nhưng chưa ghi chức năng chung{lacks.vi}",
            f"'{doer.system.id}' by its name does the job of {ids}, but no shared function is recorded{lacks.en}",
        ),
        Words(
            "ghi 'realizes' của hai bên; hoặc ghi quan hệ giữa hai bên, 'concerns' kèm 'reason'",
            "record 'realizes' of both; or how they relate, 'concerns' with a 'reason'",
        ),
        Outcome.INSUFFICIENT,
        see=places(other.system for other in others),
        others=tuple(other.system.id for other in others),
        lacks=tuple((id, "realizes") for id in idle),
    )


def _perhaps(doer: Doer, rivals: list[Doer]) -> Finding:
    pair = [doer, *rivals]
    read = [d.system.id for d in pair if not any(d.jobs[job] for o in pair if o is not d for job in _jobs(d, o))]
    absent = {
        "state": [d.system.id for d in pair if d.active is None],
        "used_by": [d.system.id for d in pair if not d.users_known],
        _READ: read,
    }
    names = ", ".join(f"{name}: {listed(ids)}" for name, ids in absent.items() if ids) or "'realizes'"
    ids = listed(other.system.id for other in rivals)
    jobs = listed(job for other in rivals for job in _jobs(doer, other))
    return Finding(
        doer.system,
        Words(
            f"'{doer.system.id}' có thể trùng việc với {ids} ({jobs}); chưa chắc {names}",
            f"'{doer.system.id}' may do the job of {ids} ({jobs}); not certain: {names}",
        ),
        Words(
            "ghi các điều chưa chắc kèm nguồn; hoặc ghi quan hệ giữa hai bên, 'concerns' kèm 'reason'",
            "record what is not certain, with its source; or how they relate, 'concerns' with a 'reason'",
        ),
        Outcome.INSUFFICIENT,
        see=places(other.system for other in rivals),
        others=tuple(other.system.id for other in rivals),
        lacks=tuple((id, _FIELDS[name]) for name, ids in absent.items() for id in ids),
    )
