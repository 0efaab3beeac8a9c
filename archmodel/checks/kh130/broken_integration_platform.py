"""KH130-27: an integration platform that is not one, not continuous, not tied to the centre, or lost a service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_active
from archmodel.analysis.bodies import in_effect
from archmodel.analysis.continuity import lapses, told_span
from archmodel.analysis.lives import with_past
from archmodel.checks.kh130.common_system import missing, surplus
from archmodel.checks.kh130.lists import Blank, listed, unstated, vague_fields
from archmodel.checks.kh130.national_link import ties, works
from archmodel.checks.kh130.platforms import doubtful, kept, national_systems, own_systems, working
from archmodel.checks.kh130.sharing_services import is_decided, services, survival, taken_over
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.elements import Application, Interface
from archmodel.model.model import Model
from archmodel.text.words import Words

KIND = "integration_platform"
WHAT = Words("nền tảng tích hợp, chia sẻ", "integration platform")
NATIONAL = Words("nền tảng tích hợp quốc gia", "a national integration platform")


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    systems = own_systems(model, KIND)
    in_play = {a.id for a in (*working(systems, day), *doubtful(systems, day))}
    owner = model.settings.owner or ""
    return (in_play or ({owner} if owner in model else set())) | {service.id for service in taken_over(model, day)}


@rule(
    "KH130-27",
    Severity.ERROR,
    title=Words(
        "Nền tảng kết nối, chia sẻ dữ liệu Thành phố duy trì liên tục và nối với quốc gia",
        "City integration platform stays up and linked with the national one",
    ),
    scope=_judged,
    cites=("KH130:Mục 5", "ND194_2025:Điều 20", "QD5918"),
    plan=("KH130-T5a", "KH130-T5b", "KH130-T5c"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Integration platform beside another, out of work for a while or cut off, or a sharing service that vanished.

    Why: every service of a merged unit draws its data over this platform; a day without it is a day without service.
    Found: a second own platform at work without end and reason; days since the plan was issued on which neither the
      platform nor what it succeeds held; no working flow with a national platform; a service exposed before the units
      took over that broke off without successor or decision. A platform, flow or service without `since` or `state`,
      a platform no service of which is recorded, and a City without any platform on record are insufficient.
    Fix: record `since`, `state`, the flow to the national platform, `exposes` for each service and `succeeds` for the
      renamed ones; link the decision that ended a service with `governed_by`.
    Misses: interruptions the catalogue does not date; which of the national platforms it must be by when (NDXP, NDOP).
    Vì sao: mọi dịch vụ của đơn vị sau sáp nhập lấy dữ liệu qua nền tảng này; ngừng ngày nào là mất dịch vụ ngày đó.
    Phát hiện: nền tảng thứ hai của Thành phố đang chạy mà không có ngày kết thúc và lý do; có ngày kể từ khi ban hành Kế
      hoạch mà cả nền tảng lẫn nền tảng cũ đều không hoạt động; không luồng nào với nền tảng quốc gia hoạt động; dịch vụ
      có trước ngày sắp xếp bị đứt mà không có dịch vụ kế thừa hay quyết định. Nền tảng, luồng, dịch vụ thiếu `since`,
      `state`, nền tảng chưa ghi dịch vụ nào, Thành phố chưa có bản ghi nền tảng: chưa đủ cơ sở đánh giá.
    Khắc phục: ghi `since`, `state`, luồng tới nền tảng quốc gia, `exposes` cho từng dịch vụ, `succeeds` cho dịch vụ đổi
      tên; nối quyết định dừng dịch vụ bằng `governed_by`.
    Bỏ sót: các lần gián đoạn danh mục không ghi ngày; phải nối nền tảng quốc gia nào, lúc nào (NDXP, NDOP).
    """
    main = kept(model, KIND, day)
    if main is None:
        yield from missing(model, KIND, WHAT)
    else:
        yield from surplus(model, KIND, WHAT, day)
        yield from _of_platform(model, main, day) if is_active(main, day) else ()
    for service in taken_over(model, day):
        yield from _of_service(model, service, day)


def _of_platform(model: Model, main: Application, day: str) -> Iterator[Finding]:
    past = with_past(model)
    ours = own_systems(past, KIND)
    found = lapses(ours, model.settings.days.issue or model.settings.days.effect or day, day)
    flows = ties(past, (system.id for system in ours), (system.id for system in national_systems(past, KIND)))
    wrong, absent = works(flows, day, NATIONAL)
    if found.sure:
        wrong.append(Words(f"gián đoạn {told_span(found.sure[0])}", f"lapsed {told_span(found.sure[0])}"))
    elif found.open:
        vague = listed(system.id for system in ours if system in found.vague)
        absent.append(
            Blank(
                vague_fields(system for system in ours if system in found.vague),
                Words(f"của {vague} (chưa rõ có liên tục)", f"of {vague} (whether it held unbroken)"),
            )
        )
    if not services(model):
        absent.append(Blank("'exposes'", Words("cho từng dịch vụ chia sẻ", "for each sharing service")))
    if wrong:
        told_all = together(wrong)
        yield Finding(
            main,
            Words(f"nền tảng '{main.id}': {told_all.vi}", f"platform '{main.id}': {told_all.en}"),
            Words("khôi phục; ghi nền tảng, luồng nối tiếp với 'since', 'until'", "restore it; record what followed, with 'since' and 'until'"),
        )  # fmt: skip
    if absent:
        yield unstated(main, absent)


def _of_service(model: Model, service: Interface, day: str) -> Iterator[Finding]:
    found = survival(model, service, day)
    if found.sure and not is_decided(model, service):
        gap = told_span(found.sure[0])
        yield Finding(
            service,
            Words(f"dịch vụ '{service.id}' đứt {gap}, không có dịch vụ kế thừa hay quyết định",
                  f"service '{service.id}' broke off {gap} with no successor or decision"),
            Words("ghi 'succeeds' ở dịch vụ thay, hoặc 'governed_by' quyết định dừng",
                  "put 'succeeds' on what took over, or 'governed_by' the decision that ended it"),
        )  # fmt: skip
    elif found.open and not found.sure:
        vague = listed(one.id for one in found.vague if isinstance(one, Interface))
        yield unstated(service, [Blank(vague_fields(found.vague), Words(f"của {vague}", f"of {vague}"))])
