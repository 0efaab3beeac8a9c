"""KH130-13: case-handling systems kept side by side without sharing cases and history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from archmodel.analysis.bodies import owners
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.case_systems import (
    case_data,
    joined,
    kept_systems,
    neighbourhoods,
    readers,
    stores,
    together,
)
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.platforms import own_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Application
from archmodel.model.model import Model
from archmodel.text.words import Words


def _inherited(model: Model, day: str) -> list[str]:
    """The case data sets of bodies that have ended, where several case systems are kept."""
    if not kept_systems(model, day):
        return []
    past = with_past(model)
    every = dict.fromkeys(id for system in own_systems(past, "tthc_case") for id in case_data(past, system.id))
    return [id for id in every if owners(model, id, day)[1]]


@rule(
    "KH130-13",
    Severity.ERROR,
    title=Words(
        "Phân hệ giải quyết TTHC được giữ phải liên thông và truy xuất lịch sử",
        "Case-handling subsystems that are kept share data and history",
    ),
    scope=lambda model, day: [*(system.id for system in kept_systems(model, day)), *_inherited(model, day)],
    cites=("KH130:Phụ lục, mục II.2", "TT03_2025_VPCP"),
    plan=("KH130-SP2.2",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Case-handling system kept beside another and not joined to it, or case history nobody can open.

    Why: a file begun before the merger in one system must be found by the official who works in the other.
    Found: of two or more own systems of category tthc_case, one said to stand alone (`standalone`), or whose flows with
      another are all not at work, carry other data, or pass neither the City's platform nor state a reason; case data of a dissolved body that only systems out of work read; insufficient: no flow, or flows whose state,
      `carries` or `via` is not stated; systems with no common store of cases; no reader on record.
    Fix: record the flow over the integration platform (state, carries, via); the common store (`accesses`,
      `migrates_to`); who reads the old data.
    Misses: codes of case files; whether the application that reads old cases is used by the successor of their owner.
    Vì sao: hồ sơ bắt đầu trước sáp nhập ở hệ thống này phải tìm được từ hệ thống kia.
    Phát hiện: khi có từ hai hệ thống riêng loại tthc_case, hệ thống ghi đứng riêng (`standalone`), hay chỉ nối bằng luồng
      không chạy, không mang dữ liệu hồ sơ, không qua nền tảng của Thành phố mà không nêu lý do; dữ liệu hồ sơ của đơn vị
      đã giải thể chỉ hệ thống đã dừng đọc được. Chưa đủ cơ sở: chưa có luồng, hoặc luồng chưa ghi state, carries, via;
      chưa có kho hồ sơ chung; chưa ghi hệ thống đọc dữ liệu cũ.
    Khắc phục: ghi luồng qua nền tảng tích hợp (state, carries, via); kho chung (`accesses`, `migrates_to`); nơi đọc dữ
      liệu cũ.
    Bỏ sót: mã hồ sơ; hệ thống đọc hồ sơ cũ có đúng là hệ thống đơn vị kế thừa dùng không.
    """
    yield from _links(model, day)
    for id in _inherited(model, day):
        states = readers(model, id, day)
        if any(states):
            continue
        data = model.origin[id]
        if states and None not in states:
            yield Finding(
                data,
                Words(
                    f"dữ liệu hồ sơ '{id}' chỉ hệ thống đã dừng đọc được",
                    f"only systems out of work read the cases in '{id}'",
                ),
                Words(
                    "chuyển dữ liệu, hoặc cho hệ thống đang chạy truy cập",
                    "move the data, or let a working system read it",
                ),
            )
        else:
            yield unstated(data, [Blank("'accesses'", Words("từ hệ thống đang chạy", "from a working system"))])


def _links(model: Model, day: str) -> Iterator[Finding]:
    systems = kept_systems(model, day)
    sure = neighbourhoods(model, day, {"sure"})
    possible = neighbourhoods(model, day, {"sure", "open"})
    reached = {system.id: stores(model, system.id, day) for system in systems}
    counted = Counter(store for found in reached.values() for store in found)
    store = max(sorted(counted), key=counted.__getitem__, default=None)
    for system in systems:
        others = [other.id for other in systems if other.id != system.id]
        apart = [id for id in others if not together(sure, system.id, id)]
        hopeless = [id for id in apart if not together(possible, system.id, id) and joined(model, system.id, id)]
        if apart and (system.standalone or hopeless):
            yield _apart(model, system, apart if system.standalone else hopeless)
            continue
        absent = []
        if apart:
            whom = Words(f"(state, carries, via) với {listed(apart)}", f"(state, carries, via) with {listed(apart)}")
            absent.append(Blank("'flow'", whom))
        if store is None or counted[store] == 1 or store not in reached[system.id]:
            absent.append(Blank("'accesses' / 'migrates_to'", Words("kho hồ sơ chung", "a common store of cases")))
        if absent:
            yield unstated(system, absent)


def _apart(model: Model, system: Application, others: list[str]) -> Finding:
    names = listed(others)
    flows = (*model.outgoing(system.id, "flow"), *model.incoming(system.id, "flow"))
    return Finding(
        system,
        Words(f"'{system.id}' không chia sẻ hồ sơ với {names}", f"'{system.id}' does not share cases with {names}"),
        Words("nối qua nền tảng tích hợp, hoặc ghi 'reason' của luồng trực tiếp",
              "join them over the integration platform, or state the 'reason' of a direct flow"),
        see=places(flow for flow in flows if {flow.source, flow.target} & set(others)),
    )  # fmt: skip
