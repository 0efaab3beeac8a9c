"""Portals and their addresses: which are on record, whose they are, whether they work on a day.

A portal is recorded as an application, or - for most communes - by its address alone: an own web address that no
application exposes stands for the site behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from archmodel.analysis.activity import holding, is_active, is_family, is_own
from archmodel.analysis.bodies import OWN_TIERS
from archmodel.analysis.trails import exposing
from archmodel.model.elements import Application, Interface, Organisation
from archmodel.model.model import Model

SITES = frozenset({"portal", "dvc_portal"})
Site = Application | Interface


def addresses(model: Model, site: Site) -> list[Interface]:
    """The web addresses of a site: those it exposes, or itself."""
    if isinstance(site, Interface):
        return [site]
    pages = (page for page in model.targets(site.id, "exposes") if isinstance(page, Interface))
    return [page for page in pages if page.category in {"url", None}]


def sites(model: Model) -> list[Site]:
    """The City's own portals, records of families aside, and its web addresses no application exposes."""
    portals = [a for a in model.applications if a.category == "portal" and is_own(a) and not is_family(a)]
    pages = [
        page
        for page in model.interfaces
        if page.category == "url" and is_own(page) and page.address and not exposing(model, page)
    ]
    return [*portals, *pages]


def works(model: Model, site: Site, day: str) -> bool | None:
    """Whether a site works on ``day``, told by its own state or by that of what it exposes."""
    own = is_active(site, day)
    if own is not None:
        return own
    return True if any(is_active(page, day) for page in addresses(model, site)) else None


def host(address: str | None) -> str | None:
    """The host name of an address, with or without a scheme; None where there is none."""
    if not address:
        return None
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None


def holders(model: Model, site: Site, day: str) -> list[Organisation]:
    """The bodies of the City that own a site on ``day``."""
    found = (model.elements.get(r.target) for r in holding(model.outgoing(site.id, "owned_by"), day))
    return [body for body in found if isinstance(body, Organisation) and body.tier in OWN_TIERS]


def by_owner(model: Model, day: str) -> dict[str, list[Site]]:
    """The City's sites by the id of the body that owns them on ``day``."""
    found: dict[str, list[Site]] = {}
    for site in sites(model):
        for body in holders(model, site, day):
            found.setdefault(body.id, []).append(site)
    return found


def is_section(model: Model, site: Site, whole: Iterable[str], day: str) -> bool:
    """Whether a site is recorded as part of one of the sites or portals in ``whole``."""
    return bool({r.target for r in holding(model.outgoing(site.id, "part_of"), day)} & set(whole))
