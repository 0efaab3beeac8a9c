"""FW4-05: services and digitised functions that no application supports."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.model.elements import Application, BusinessFunction, Service
from archmodel.model.model import Model
from archmodel.text.words import Words

SUPPORT = ("serves", "realizes")


def _judged(model: Model, day: str) -> list[Service | BusinessFunction]:
    """Services and functions that hold on the day, save those said to be done on paper."""
    judged: list[Service | BusinessFunction] = [*model.services, *model.business_functions]
    return [element for element in judged if element.holds_on(day) and element.digital is not False]


def _is_online(element: Service | BusinessFunction) -> bool:
    return element.digital is True or getattr(element, "category", None) == "dvc"


@rule(
    "FW4-05",
    Severity.WARNING,
    title=Words("Nghiệp vụ, dịch vụ có ứng dụng hỗ trợ", "Business services and functions are supported"),
    scope=lambda model, day: [element.id for element in _judged(model, day)],
    cites=("QD292", "QD1425:Phụ lục I"),
    plan=("KH130-T1d", "KH130-GP3"),
    tier="must",
    confidence="medium",
    practice="ArchiMate 3.2 layered viewpoint; TOGAF Phase C application/function matrix",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Service or function said to be digital that no working application supports.

    Why: a procedure promised online with no system behind it stops at the counter; people learn it first.
    Found: a service or function marked digital (or of category dvc) with no application that works or may work fails;
      one whose applications do not say whether they work, or that has none and is not marked either way, is
      insufficient.
    Fix: add `realizes` or `serves` on the application; or write `digital: false` for what is done on paper.
    Misses: processes are passed through, not judged; how much of the service the application covers.
    Vì sao: thủ tục hứa làm trực tuyến mà không có hệ thống phía sau thì tắc ở quầy, người dân biết trước cơ quan.
    Phát hiện: dịch vụ, chức năng ghi là số hóa (hoặc loại dvc) mà không ứng dụng nào đang hay có thể đang hoạt động: chưa
      đáp ứng; ứng dụng hỗ trợ chưa rõ có hoạt động không, hoặc không có ứng dụng mà chưa ghi có số hóa không: chưa đủ cơ
      sở đánh giá.
    Khắc phục: ghi `realizes` hoặc `serves` ở ứng dụng; hoặc ghi `digital: false` nếu làm trên giấy.
    Bỏ sót: quy trình chỉ được đi qua, không xét; ứng dụng hỗ trợ được bao nhiêu phần của dịch vụ.
    """
    for element in _judged(model, day):
        active = {other.id: is_active(other, day) for other in _applications(model.origin, element.id, day)}
        if any(active.values()):
            continue
        gone = f" ({', '.join(active)})" if active else ""
        open_ids = ", ".join(id for id, works in active.items() if works is None)
        if open_ids:
            yield Finding(
                element,
                Words(f"'{element.id}' chỉ dựa vào ứng dụng chưa rõ trạng thái: {open_ids}",
                      f"'{element.id}' rests only on applications of unknown state: {open_ids}"),
                Words("ghi 'state' của các ứng dụng này", "state 'state' of these applications"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip
        elif _is_online(element):
            yield Finding(
                element,
                Words(f"'{element.id}' ghi là trực tuyến nhưng không ứng dụng nào đang hoạt động hỗ trợ{gone}",
                      f"'{element.id}' is marked digital but no working application supports it{gone}"),
                Words("thêm 'realizes' hoặc 'serves' ở ứng dụng, hoặc ghi 'digital: false'",
                      "add 'realizes' or 'serves' on the application, or write 'digital: false'"),
            )  # fmt: skip
        else:
            yield Finding(
                element,
                Words(f"'{element.id}' không có ứng dụng đang hoạt động hỗ trợ{gone} và chưa ghi 'digital'",
                      f"'{element.id}' has no working application behind it{gone} and does not state 'digital'"),
                Words("ghi 'digital', và 'realizes' hoặc 'serves' ở ứng dụng",
                      "state 'digital', and 'realizes' or 'serves' on the application"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip


def _applications(model: Model, id: str, day: str) -> list[Application]:
    """The applications that support an element, directly or through processes, services, channels and equipment."""
    seen, edge, found = {id}, [id], []
    while edge:
        here = edge.pop()
        for relation in (r for type in SUPPORT for r in model.incoming(here, type) if r.holds_on(day)):
            source = model.elements.get(relation.source)
            if source is None or source.id in seen:
                continue
            seen.add(source.id)
            if isinstance(source, Application):
                found.append(source)
            else:
                edge.append(source.id)
    return found
