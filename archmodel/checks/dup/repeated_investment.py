"""DUP-04: money for a new system where a shared one does the job."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import COMING, is_active, is_family, is_own
from archmodel.analysis.ties import told_apart
from archmodel.checks.dup.shared_components import SHARED, jobs, shared_components
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import listed, places
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.text.words import Words


def _coming(model: Model, day: str) -> list[Application]:
    return [
        system
        for system in model.applications
        if is_own(system) and not is_family(system) and system.state in COMING and (system.until or "9") > day
    ]


@rule(
    "DUP-04",
    Severity.ERROR,
    title=Words("Không đầu tư mới trùng thành phần dùng chung", "No new build that repeats a shared component"),
    scope=lambda model, day: [system.id for system in _coming(model, day)],
    cites=(
        "KH130:Phụ lục, mục I.2",
        "QD1425:Điều 2 khoản 1 điểm d; Phụ lục II",
        "ND224_2026:Điều 23 khoản 1; Điều 37 khoản 1",
        "QD1132",
    ),
    plan=("KH130-GP2",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System planned or being built where a shared one has its job.

    Why: once a shared component serves a job, money for a second one is spent against the law and splits the users.
    Found: an own system planned or in build without `reuse_considered`, where a component shared by the nation or the
      City (`sharing`) of the same category or function is in use or announced and the new one neither extends, feeds
      nor succeeds it. Without such a component the missing reuse record is insufficient, and so is a system that
      serves the nation, a sector or the City (`scope`) but does not say that it is shared.
    Fix: extend or connect the shared component and record how; or write into `reuse_considered` what was looked at and
      why each was rejected.
    Misses: what the reuse record says; tasks that name no system; jobs that neither category nor function tells.
    Vì sao: đã có thành phần dùng chung mà lập riêng là chi trùng, trái quy định và chia nhỏ người dùng.
    Phát hiện: hệ thống của Thành phố dự kiến hoặc đang xây dựng, chưa ghi `reuse_considered`, trong khi thành phần dùng
      chung quốc gia hoặc Thành phố (`sharing`) cùng loại hay cùng chức năng đang dùng hoặc đã công bố, mà hệ thống mới
      không mở rộng, nối hay kế thừa. Không có thành phần như vậy thì thiếu hồ sơ dùng lại là chưa đủ cơ sở đánh giá;
      hệ thống phạm vi quốc gia, ngành, Thành phố (`scope`) nhưng chưa ghi có dùng chung không cũng vậy.
    Khắc phục: mở rộng, kết nối thành phần dùng chung và ghi quan hệ; hoặc ghi vào `reuse_considered` đã xem xét những gì,
      vì sao không dùng.
    Bỏ sót: nội dung hồ sơ dùng lại; nhiệm vụ không nêu hệ thống; việc trùng mà loại và chức năng không cho thấy.
    """
    shared = shared_components(model, day)
    for system in _coming(model, day):
        if system.reuse_considered:
            continue
        apart = {system.id, *told_apart(model, system.id, day)}
        rivals = {r.id: r for key in jobs(model, system, day) for r in shared.get(key, ()) if r.id not in apart}
        told = set(jobs(model, system, day, told=True))
        sure = [
            r
            for r in rivals.values()
            if r.sharing in SHARED
            and (is_active(r, day) or r.state in COMING)
            and not told.isdisjoint(jobs(model, r, day, told=True))
        ]
        if sure:
            ids = listed(r.id for r in sure)
            yield Finding(
                system,
                Words(
                    f"'{system.id}' lập mới trong khi {ids} dùng chung đã có cùng việc; chưa ghi xem xét dùng lại",
                    f"'{system.id}' is built anew although the shared {ids} has its job; no reuse record",
                ),
                Words(
                    f"mở rộng hoặc kết nối {ids}; hoặc ghi 'reuse_considered'",
                    f"extend or connect {ids}; or state 'reuse_considered'",
                ),
                see=places(sure),
            )
            continue
        ids = listed(rivals)
        look = Words(f"; cần so với {ids}", f"; compare it with {ids}") if ids else Words("", "")
        yield Finding(
            system,
            Words(
                f"'{system.id}' lập mới mà chưa ghi 'reuse_considered'{look.vi}",
                f"'{system.id}' is new and does not state 'reuse_considered'{look.en}",
            ),
            Words(
                "ghi 'reuse_considered': đã xem xét dùng lại gì, vì sao không dùng",
                "state in 'reuse_considered' what was considered for reuse and why it was rejected",
            ),
            Outcome.INSUFFICIENT,
            see=places(rivals.values()),
        )
