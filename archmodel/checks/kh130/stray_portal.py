"""KH130-11: portals outside the City portal, its domain or IPv6."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import holding, is_family, is_own
from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.portals import Site, addresses, holders, host, sites, works
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.elements import Application, Organisation
from archmodel.model.model import Model
from archmodel.text.vietnamese import slug
from archmodel.text.words import Words


def _sites(model: Model, day: str) -> list[Site]:
    """The City's portals - families of portals too - and addresses that work or may, and that a body of the City owns."""
    families = [a for a in model.applications if a.category == "portal" and is_own(a) and is_family(a)]
    return [
        site
        for site in (*sites(model), *families)
        if works(model, site, day) is not False and holders(model, site, day)
    ]


def _judged(model: Model, day: str) -> Iterable[str]:
    return [site.id for site in _sites(model, day)] if model.settings.domain else ()


@rule(
    "KH130-11",
    Severity.WARNING,
    title=Words(
        "Cổng là thành phần của cổng Thành phố, tên miền và IPv6 đúng quy định",
        "Portal is part of the City portal; domain name and IPv6 rules",
    ),
    scope=_judged,
    cites=("ND224_2026:Điều 11 khoản 1, khoản 3, khoản 4",),
    plan=("KH130-SP1.1",),
    tier="law",
    profiles=("P-2026B",),
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Portal that is not part of the City portal, not under its domain as it should be, or not on IPv6.

    Why: the decree makes the portals of departments and communes parts of the City's; a stray site is a site nobody guards.
    Found: a working portal or site of a body of the City whose host is not one label before the City's domain, or, for
      a commune, not its name without accents and spaces; a portal of the City itself outside its domain; a portal whose
      `missing_features` names ipv6; insufficient: the state or address of a portal, its `part_of` the City portal, or
      ipv6 in `features` is not recorded.
    Fix: move the site under the City's domain; record `part_of`, `exposes`, and ipv6 in `features`.
    Misses: short names of departments (any label passes); membership and IPv6 of sites recorded by address alone, asked
      of the record of the family of portals; flows to the Government portal and to the platform that measures
      transformation, which no record of the catalogue can be told to be.
    Vì sao: nghị định coi cổng của sở, xã là thành phần của cổng Thành phố; trang lạc ra ngoài là trang không ai giữ.
    Phát hiện: cổng, trang đang chạy của cơ quan thuộc Thành phố có tên máy không phải một nhãn đứng trước tên miền Thành
      phố, hoặc ở cấp xã không phải tên không dấu viết liền; cổng của chính Thành phố ngoài tên miền; cổng có
      `missing_features` nêu ipv6. Chưa đủ cơ sở: chưa ghi trạng thái, địa chỉ, `part_of` cổng Thành phố, hay ipv6.
    Khắc phục: chuyển trang về tên miền Thành phố; ghi `part_of`, `exposes`, và ipv6 trong `features`.
    Bỏ sót: tên viết tắt của sở (nhãn nào cũng qua); thành phần và IPv6 của trang chỉ ghi địa chỉ, đã hỏi ở bản ghi chung
      của nhóm cổng; luồng tới Cổng Chính phủ và nền tảng đo lường chuyển đổi số (danh mục chưa nhận ra bản ghi nào).
    """
    domain, owner = model.settings.domain or "", model.settings.owner
    main = [site.id for site in _sites(model, day) if owner in {body.id for body in holders(model, site, day)}]
    for site in _sites(model, day):
        body = holders(model, site, day)[0]
        hosts = [name for page in addresses(model, site) if (name := host(page.address))]
        wrong = [told for name in hosts if (told := _out_of_place(name, body, domain, is_owner=body.id == owner))]
        absent = [Blank("'exposes' / 'address'")] if not hosts and not is_family(site) else []
        if isinstance(site, Application):
            if "ipv6" in site.missing_features:
                wrong.append(Words("chưa có IPv6", "has no IPv6"))
            elif "ipv6" not in site.features:
                absent.append(Blank("'features'", Words("về ipv6", "about ipv6")))
            if body.id != owner and not any(r.target in main for r in holding(model.outgoing(site.id, "part_of"), day)):
                absent.append(Blank("'part_of'", Words("cổng Thành phố", "the City portal")))
        told = together(wrong)
        if wrong and works(model, site, day):
            yield Finding(
                site,
                Words(f"cổng/trang '{site.id}' của '{body.id}': {told.vi}", f"portal '{site.id}' of '{body.id}': {told.en}"),
                Words(f"chuyển về dưới {domain}, bật IPv6, hoặc sửa bản ghi", f"move it under {domain}, turn IPv6 on, or mend the record"),
            )  # fmt: skip
        elif wrong:
            yield unstated(site, [Blank("'state'", Words(f"({told.vi})", f"({told.en})")), *absent])
        elif absent:
            yield unstated(site, absent)


def _out_of_place(name: str, body: Organisation, domain: str, *, is_owner: bool) -> Words | None:
    label, _, rest = name.removeprefix("www.").partition(".")
    if is_owner:
        inside = f".{name}".endswith(f".{domain}")
        return None if inside else Words(f"'{name}' ngoài {domain}", f"'{name}' is outside {domain}")
    if rest != domain or not label:
        return Words(f"'{name}' không có dạng <tên>.{domain}", f"'{name}' is not <name>.{domain}")
    expected = {slug(body.name).replace("-", ""), slug(body.name.removeprefix(body.form or "")).replace("-", "")}
    if body.tier == "commune" and label.replace("-", "") not in expected:
        return Words(
            f"'{label}' không phải tên không dấu của '{body.name}'", f"'{label}' is not the plain name of '{body.name}'"
        )
    return None
