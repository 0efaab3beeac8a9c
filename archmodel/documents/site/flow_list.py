"""On which page each flow has its row: the page of flows while they are few, pages of a thousand where they are many.

Decides order and addresses alone; what a row says is left to ``ties``, what else the page of flows shows to ``flow_page``.
"""

from __future__ import annotations

from archmodel.documents.site.address import FLOWS, flows_page, jump
from archmodel.documents.site.publication import Publication
from archmodel.model.relations import Flow
from archmodel.text.vietnamese import sort_key

A_PAGE = 1000
"""Flows up to which all have their rows, and the network to search, on the page of flows; and on each further page."""


def flow_pages(site: Publication) -> dict[str, tuple[Flow, ...]]:
    """The flows by the page they have their row on, in order."""
    return site.once(_pages, "pages")


def flow_address(site: Publication, id: str) -> str:
    """Where a flow has its row, from the root of the site."""
    return jump(site.once(_places, "places").get(id, FLOWS), "luong", id)


def _pages(site: Publication, _: str) -> dict[str, tuple[Flow, ...]]:
    flows = tuple(sorted(site.model.flows, key=lambda flow: (sort_key(flow.id), flow.id)))
    if len(flows) <= A_PAGE:
        return {FLOWS: flows}
    starts = range(0, len(flows), A_PAGE)
    return {flows_page(part): flows[at : at + A_PAGE] for part, at in enumerate(starts, 1)}


def _places(site: Publication, _: str) -> dict[str, str]:
    return {flow.id: page for page, flows in flow_pages(site).items() for flow in flows}
