"""KH130-15: procedures both a ministry and the City offer, and online services that state too little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.procedures import offers, serving_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places, together
from archmodel.model.elements import Service
from archmodel.model.model import Model
from archmodel.text.words import Words

ASKED = ("e_form", "prefill", "payment", "signature", "status_notice")


def _procedures(model: Model, day: str) -> list[Service]:
    return [s for s in model.services if s.category in {"tthc", "dvc"} and s.holds_on(day)]


@rule(
    "KH130-15",
    Severity.WARNING,
    title=Words(
        "Phân vai hệ thống giải quyết TTHC của Thành phố và của bộ", "City and ministry case systems do not overlap"
    ),
    scope=lambda model, day: [service.id for service in _procedures(model, day)],
    cites=("ND224_2026:Điều 15 khoản 1 điểm b, d, đ, e, g, h, i",),
    plan=("KH130-SP2.1",),
    tier="law",
    profiles=("P-2026B",),
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Procedure that a ministry's system and the City's both offer, or of which the City never hears the state.

    Why: one procedure in two systems is filed twice and decided twice; without its state the City cannot answer for it.
    Found: a procedure (or two records with one `source_code`) served by a working system of a ministry and by a working
      system of the City; or served by the national portal and by a public-service portal of the City; a ministry system
      whose only flows to the City's case system are not at work; insufficient: no system, or one of unknown state, is
      recorded to serve it; no such flow; an online service without `source_code` or without word on e_form, prefill,
      payment (unless `fee` is false), signature, status_notice in `features` or `not_applicable`.
    Fix: end one of the two `serves`; record the flow of receipt and state; fill `features` and `source_code`.
    Misses: which procedures a ministry must centralise. The City's case system behind the national portal is not an
      overlap: the portal takes the file, the case system decides it.
    Vì sao: một thủ tục ở hai hệ thống thì nộp hai lần, quyết hai lần; không có trạng thái thì Thành phố không trả lời được.
    Phát hiện: thủ tục (hoặc hai bản ghi cùng `source_code`) vừa do hệ thống đang chạy của bộ vừa do hệ thống đang chạy của
      Thành phố phục vụ; hoặc vừa ở cổng quốc gia vừa ở cổng dịch vụ công riêng; hệ thống của bộ chỉ có luồng không chạy tới
      hệ thống giải quyết TTHC của Thành phố. Chưa đủ cơ sở: chưa ghi hệ thống phục vụ hay trạng thái của nó; chưa có luồng
      đó; dịch vụ trực tuyến chưa ghi `source_code`, hay e_form, prefill, payment (trừ khi `fee` là false), signature,
      status_notice ở `features` hoặc `not_applicable`.
    Khắc phục: bỏ một trong hai `serves`; ghi luồng tiếp nhận, trạng thái; bổ sung `features`, `source_code`.
    Bỏ sót: thủ tục nào bộ phải tập trung. Hệ thống giải quyết của Thành phố đứng sau cổng quốc gia không phải trùng: cổng
      nhận hồ sơ, hệ thống xử lý.
    """
    records: dict[str, list[Service]] = defaultdict(list)
    for service in _procedures(model, day):
        records[service.source_code or f"#{service.id}"].append(service)
    for same in records.values():
        serving = {app.id: app for service in same for app in serving_systems(model, service, day)}
        for service in same:
            wrong, absent = offers(model, list(serving.values()), day)
            absent += _untold(service) if service.category == "dvc" else []
            if wrong:
                told = together(wrong)
                yield Finding(
                    service,
                    Words(f"thủ tục '{service.id}' {told.vi}", f"procedure '{service.id}' {told.en}"),
                    Words(
                        "bỏ một trong hai 'serves', và ghi luồng trạng thái",
                        "end one 'serves', and record the flow of its state",
                    ),
                    see=places(link for one in same for link in model.incoming(one.id, "serves")),
                )
            elif absent:
                yield unstated(service, absent)


def _untold(service: Service) -> list[Blank]:
    told = {*service.features, *service.not_applicable, *(["payment"] if service.fee is False else [])}
    silent = [name for name in ASKED if name not in told]
    absent = [] if service.source_code else [Blank("'source_code'")]
    return [
        *absent,
        *([Blank("'features'", Words(f"về {', '.join(silent)}", f"about {', '.join(silent)}"))] if silent else []),
    ]
