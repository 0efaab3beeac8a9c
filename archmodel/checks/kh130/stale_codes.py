"""KH130-06: systems, flows and the code list itself that the new identifiers have not reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_active, is_family, is_own
from archmodel.analysis.bodies import OWN_TIERS, gone, in_effect
from archmodel.analysis.spans import shifted
from archmodel.checks.kh130.code_lists import began_after, code_lists, reaches_above, untold
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.reorganisation import PLAN_DAYS
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words

ADDRESSING = frozenset({"docmgmt", "tthc_case", "reporting", "directory", "integration_platform"})


def _systems(model: Model, day: str) -> list[Application]:
    """The City's systems said to use codes of bodies, and those that cannot address a body without."""
    return [
        system
        for system in model.applications
        if is_own(system) and not is_family(system) and is_active(system, day) is not False
        if system.uses_organisation_codes or (system.uses_organisation_codes is None and system.category in ADDRESSING)
    ]


def _to_gone(model: Model, day: str) -> dict[str, tuple[Flow, list[Organisation]]]:
    """The flows that may work on ``day`` with a body of the City that has ended at one end."""
    found: dict[str, tuple[Flow, list[Organisation]]] = {}
    for flow in model.flows:
        ends = [model.origin.elements.get(id) for id in (flow.source, flow.target)]
        old = [end for end in ends if isinstance(end, Organisation) and end.tier in OWN_TIERS and gone(end, day)]
        if old and is_active(flow, day) is not False:
            found[flow.id] = (flow, old)
    return found


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    return [*_to_gone(model, day), *(element.id for element in (*_systems(model, day), *code_lists(model, day)))]


@rule(
    "KH130-06",
    Severity.ERROR,
    title=Words("Mã định danh được cập nhật đồng bộ trên các hệ thống", "Identifier changes reach every system"),
    scope=_judged,
    cites=("KH130:Mục 1; Mục 5", "QD20_2020:Điều 10", "TT13_2017:Điều 15"),
    plan=("KH130-T1e", "KH130-T5d"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System that took the new identifiers late or not from the one list, or flow that still names a body that is gone.

    Why: a document sent to the code of a dissolved body arrives nowhere, and nobody is told.
    Found: a system that uses codes of bodies and was updated more than fifteen days after the day of effect; a working
      flow with a dissolved body at an end; insufficient: whether a system that addresses bodies uses their codes, when
      it was updated, whether it reads the City's list of codes (`organisation_codes` on the data set), or the state of
      such a flow is not recorded; the list has no flow to another level's shared list.
    Fix: state uses_organisation_codes and codes_updated_on; record the flow or `accesses` from the list; waive a delay.
    Misses: codes inside messages; systems of other categories that do not say that they use codes; whether the system
      of the national level that takes the list is the shared-catalogue system.
    Vì sao: văn bản gửi tới mã của đơn vị đã giải thể không tới đâu mà không ai báo.
    Phát hiện: hệ thống dùng mã cơ quan cập nhật sau ngày hiệu lực hơn 15 ngày; luồng đang chạy có một đầu là đơn vị đã
      giải thể. Chưa đủ cơ sở: chưa ghi hệ thống có dùng mã không, ngày cập nhật, có lấy mã từ danh mục của Thành phố
      (dữ liệu ghi `organisation_codes`) không, trạng thái luồng đó; danh mục chưa có luồng tới danh mục dùng chung cấp trên.
    Khắc phục: ghi uses_organisation_codes, codes_updated_on; ghi luồng hoặc `accesses` từ danh mục; việc trễ ghi ngoại lệ.
    Bỏ sót: mã bên trong thông điệp; hệ thống loại khác không ghi là dùng mã; hệ thống quốc gia nhận danh mục có đúng là
      hệ thống danh mục dùng chung không.
    """
    due = shifted(model.settings.days.effect or day, PLAN_DAYS)
    lists = code_lists(model, day)
    for flow, old in _to_gone(model, day).values():
        yield _names_gone(flow, old, day)
    for system in _systems(model, day):
        updated = system.codes_updated_on
        if system.uses_organisation_codes and updated and updated > due and not began_after(system, due):
            yield Finding(
                system,
                Words(f"'{system.id}' cập nhật mã ngày {updated}, hạn {due}",
                      f"'{system.id}' took the new codes on {updated}, due on {due}"),
                Words("ghi ngoại lệ kèm lý do trễ, hoặc sửa ngày", "waive the delay with its reason, or mend the day"),
            )  # fmt: skip
        elif absent := untold(model, system, lists, day, due):
            yield unstated(system, absent)
    for data in lists:
        if not reaches_above(model, data, day):
            yield unstated(
                data, [Blank("'flow'", Words("tới danh mục dùng chung quốc gia", "to the national shared list"))]
            )


def _names_gone(flow: Flow, old: list[Organisation], day: str) -> Finding:
    names = listed(f"{body.id} ({body.until})" for body in old)
    working = is_active(flow, day)
    return Finding(
        flow,
        Words(f"luồng '{flow.id}' có đầu là đơn vị đã kết thúc {names}" + ("" if working else ", chưa ghi 'state'"),
              f"flow '{flow.id}' has the ended body {names} at an end" + ("" if working else " and states no 'state'")),
        Words("chuyển đầu luồng sang đơn vị kế thừa, hoặc ghi 'until'", "move that end to its successor, or record 'until'"),
        Outcome.FAIL if working else Outcome.INSUFFICIENT,
    )  # fmt: skip
