"""INTEG-06: sharing services that are not described."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import COMING, has_stopped, holding, is_active, is_family, is_own
from archmodel.checks.integ.sharing import interfaces
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, Dataset, Interface
from archmodel.model.model import Model
from archmodel.model.record import Managed
from archmodel.text.words import Words

NOT_SHARED = {"private", "not_applicable"}
NOT_DATABASES = {"catalogue", "archive", "report_indicators"}


def _judged(model: Model, day: str) -> list[Managed]:
    comings = [app for app in model.applications if app.state in COMING and is_own(app) and app.holds_on(day)]
    apis = [face for face in model.interfaces if face.category == "api" and is_active(face, day) is not False]
    data = [
        d for d in model.datasets if is_own(d) and is_active(d, day) is not False and d.category not in NOT_DATABASES
    ]
    return [element for element in (*comings, *apis, *data) if not is_family(element)]


@rule(
    "INTEG-06",
    Severity.WARNING,
    title=Words("Dịch vụ chia sẻ được mô tả và công bố", "Sharing services and APIs are described"),
    scope=lambda model, day: [element.id for element in _judged(model, day)],
    cites=(
        "ND224_2026:Điều 23 khoản 3 điểm b",
        "ND194_2025:Điều 16",
        "TT13_2017",
        "ND47_2020:Điều 24 khoản 1; Điều 27 khoản 2; Điều 45",
    ),
    tier="law",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System to come, API or database whose sharing is not described.

    Why: what is not described is not found, and is then built again.
    Found: an API whose provider or consumer no longer works on the day, and a database marked as not shared without a
      legal ground, fail. A planned system that lists no interface and no flow, an API that leaves provider, consumers,
      data, standard, version, access, log policy or contact unstated, and a database with neither interface nor a mark
      that it is not shared are insufficient.
    Fix: `exposes` an interface with its fields; or `sharing: private` with `legal_ground` or `governed_by`.
    Misses: code lists, archives and report sets; whether a description was published where others find it.
    Vì sao: không mô tả thì không ai tìm thấy, rồi lại xây lần nữa.
    Phát hiện: API có bên cung cấp hay bên dùng không còn hoạt động; CSDL ghi không chia sẻ mà không nêu căn cứ pháp lý:
      chưa đáp ứng. Hệ thống dự kiến chưa nêu giao diện hay luồng; API thiếu bên cung cấp, bên dùng, dữ liệu, tiêu chuẩn,
      phiên bản, quyền truy cập, nhật ký, đầu mối; CSDL chưa có giao diện cũng chưa ghi không chia sẻ: chưa đủ cơ sở.
    Khắc phục: thêm `exposes` tới giao diện đủ trường; hoặc `sharing: private` kèm `legal_ground` hay `governed_by`.
    Bỏ sót: danh mục, kho lưu trữ, bộ chỉ tiêu; việc mô tả đã được công bố hay chưa.
    """
    for element in _judged(model, day):
        fault: Words | None = None
        missing: list[str] = []
        if isinstance(element, Interface):
            fault, missing = _stopped(model, element, day), _undescribed(model, element, day)
        elif isinstance(element, Dataset) and not interfaces(model, element, day):
            if element.sharing not in NOT_SHARED:
                missing = ["exposes"] if element.sharing else ["exposes/sharing"]
            elif not element.legal_ground and not holding(model.outgoing(element.id, "governed_by"), day):
                fault = Words(
                    "ghi không chia sẻ nhưng không nêu căn cứ", "is marked as not shared without a legal ground"
                )
        elif isinstance(element, Application) and not _offers_or_uses(model, element):
            missing = ["exposes", "flow"]
        if fault:
            yield Finding(element, Words(f"'{element.id}' {fault.vi}", f"'{element.id}' {fault.en}"), _FIX)
        elif missing:
            listed = ", ".join(missing)
            yield Finding(
                element,
                Words(f"'{element.id}' chưa ghi: {listed}", f"'{element.id}' does not state: {listed}"),
                Words(f"ghi {listed}", f"state {listed}"),
                Outcome.INSUFFICIENT,
            )


_FIX = Words("sửa bên cung cấp, bên dùng, hoặc ghi căn cứ ('legal_ground')", "mend the parties, or give 'legal_ground'")


def _offers_or_uses(model: Model, app: Application) -> bool:
    return bool(model.outgoing(app.id, "exposes") or model.outgoing(app.id, "flow") or model.incoming(app.id, "flow"))


def _stopped(model: Model, face: Interface, day: str) -> Words | None:
    parties = [r.source for r in holding(model.incoming(face.id, "exposes"), day)]
    parties += [r.target for type in ("used_by", "serves") for r in holding(model.outgoing(face.id, type), day)]
    known = [model.origin[id] for id in parties if id in model.origin]
    gone = sorted(one.id for one in known if has_stopped(one, day))
    names = ", ".join(gone)
    return Words(f"có bên không còn hoạt động: {names}", f"has a party that no longer works: {names}") if gone else None


def _undescribed(model: Model, face: Interface, day: str) -> list[str]:
    stated = {
        "exposes": holding(model.incoming(face.id, "exposes"), day),
        "used_by": [r for type in ("used_by", "serves") for r in holding(model.outgoing(face.id, type), day)],
        "accesses": holding(model.outgoing(face.id, "accesses"), day),
        **{name: getattr(face, name) for name in ("standards", "version", "access", "logging", "contact")},
    }
    return [name for name, value in stated.items() if not value]
