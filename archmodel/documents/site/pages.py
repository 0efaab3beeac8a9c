"""Which pages there are and what menus call them; the values of each come from the module named after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from archmodel.analysis.roadmap import roadmap
from archmodel.checks.judgements import Judgements
from archmodel.checks.questions import Questions, questions
from archmodel.documents.appraisal.words import WORDS as SHEET_WORDS
from archmodel.documents.site import address
from archmodel.documents.site.a_to_z import letters
from archmodel.documents.site.agencies import agencies
from archmodel.documents.site.changes import change_page
from archmodel.documents.site.chapters import chapters
from archmodel.documents.site.downloads_page import downloads_page
from archmodel.documents.site.duplicates_page import duplicates_page
from archmodel.documents.site.element import ElementPage, element_values, is_appraised
from archmodel.documents.site.findings import rules, tallies
from archmodel.documents.site.flow_page import flow_page
from archmodel.documents.site.frameworks import edition_rows
from archmodel.documents.site.gap_page import gap_pages
from archmodel.documents.site.glossary import glossary
from archmodel.documents.site.instruments import instrument_rows
from archmodel.documents.site.layers import layer_values
from archmodel.documents.site.leader import leader_values
from archmodel.documents.site.menu import Crumb
from archmodel.documents.site.notebooks import notebook_rows
from archmodel.documents.site.overview import overview
from archmodel.documents.site.pictures import Pictures
from archmodel.documents.site.plan_page import plan_rows
from archmodel.documents.site.publication import Publication
from archmodel.documents.site.quality_page import quality_page
from archmodel.documents.site.roadmap_page import roadmap_values
from archmodel.documents.site.sources import source_rows
from archmodel.documents.site.sureness import sureness
from archmodel.documents.site.two_tier import two_tier
from archmodel.model.kinds import KINDS, LAYERS
from archmodel.model.record import Element
from archmodel.views import gantt, landscape
from archmodel.views.box import layer_of


class Page(NamedTuple):
    """A page to write: where, with which template, under which title and steps, showing what."""

    path: str
    template: str
    title: str
    crumbs: tuple[Crumb, ...]
    more: dict[str, Any]


def pages(site: Publication, words: dict[str, str]) -> Iterator[Page]:
    """Every page of the site in the order of writing; ``words`` are the site's words in its language."""
    home = Crumb(words["home"], address.OVERVIEW)

    def page(path: str, template: str, title: str, values: Any) -> Page:
        return Page(path, template, title, (home, Crumb(title, None)), {"page": values})

    def under(above: str, name: str, template: str, one: Any) -> Page:
        steps = (home, Crumb(name, above), Crumb(one.title, None))
        return Page(one.href, template, one.title, steps, {"page": one})

    picture = Markup(picture_of(site, links=True))  # noqa: S704 - the picture escapes its own texts
    first = {"page": overview(site), "picture": picture, "picture_file": address.PICTURE}
    yield Page(address.OVERVIEW, "index.html", words["home"], (home._replace(href=None),), first)
    for layer, title in LAYERS.items():
        above, holds = address.layer_page(layer), layer_values(site, layer)
        yield page(above, "layer.html", site.say(title), holds)
        yield from (
            under(above, site.say(title), "layer_part.html", part) for table in holds.tables for part in table.parts
        )
    shown = rules(site)
    found = {"rules": shown, "tallies": tallies(site)}
    yield page(address.FINDINGS, "findings.html", words["page_findings"], found)
    for row in shown:
        crumbs = (home, Crumb(words["page_findings"], address.FINDINGS), Crumb(row.code, None))
        parts = tuple(address.rule_page(row.code, part) for part in range(1, len(row.parts) + 1))
        for part, (path, listed) in enumerate(zip(parts, row.parts, strict=True), 1):
            values = {"page": row, "rows": listed, "part": part, "parts": parts}
            yield Page(path, "rule.html", f"{row.code} {row.title}", crumbs, values)
    yield page(address.GAPS, "gaps.html", words["page_gaps"], gap_pages(site))
    yield page(address.PLAN, "plan.html", words["page_plan"], plan_rows(site))
    asked = questions(site.model, site.report)
    yield from _for_leaders(site, words, home, asked)
    judged = quality_page(site)
    yield page(address.QUALITY, "quality.html", words["page_quality"], judged)
    yield from (under(address.QUALITY, words["page_quality"], "quality_part.html", part) for part in judged.apart)
    work = roadmap_values(site)
    chart = {"chart": Markup(work.chart), "chart_file": address.ROADMAP_CHART}  # noqa: S704 - it escapes its own texts
    yield page(address.ROADMAP, "roadmap.html", words["page_roadmap"], work)._replace(more={"page": work, **chart})
    alike = duplicates_page(site)
    yield page(address.DUPLICATES, "duplicates.html", words["page_duplicates"], alike)
    yield from (under(address.DUPLICATES, words["page_duplicates"], "cluster.html", one) for one in alike.clusters)
    yield page(address.TWO_TIER, "two_tier.html", words["page_two_tier"], two_tier(site))
    yield page(address.CHANGES, "changes.html", words["page_changes"], change_page(site))
    drawn = Pictures(site)
    yield from _drawings(words, drawn, home)
    flowing = flow_page(site)
    yield page(address.FLOWS, "flows.html", words["flows"], flowing)
    yield from (under(address.FLOWS, words["flows"], "flow_part.html", one) for one in flowing.parts)
    yield from (under(address.FLOWS, words["flows"], "sequence.html", one) for one in flowing.sequences)
    yield from _notebooks(site, words["page_notebooks"], home)
    yield page(address.SOURCES, "sources.html", words["page_sources"], source_rows(site))
    yield page(address.FRAMEWORKS, "frameworks.html", words["page_frameworks"], edition_rows(site))
    yield page(address.INSTRUMENTS, "instruments.html", words["page_instruments"], instrument_rows(site))
    yield page(address.GLOSSARY, "glossary.html", words["page_glossary"], glossary(site))
    yield from _for_readers(site, words, page, under)
    yield from _elements(site, words, home, drawn, asked)


def _elements(
    site: Publication, words: dict[str, str], home: Crumb, drawn: Pictures, asked: Questions
) -> Iterator[Page]:
    """The page of each element and, beside it, the appraisal sheet of each own system."""
    appraise = _appraisals(site, words, home, asked)
    for element in site.model:
        kind = KINDS[element.kind]
        layer = layer_of(element)
        layer_page = address.layer_page(layer)
        steps = (
            home,
            Crumb(site.say(LAYERS[layer]), layer_page),
            Crumb(site.say(kind.plural), f"{layer_page}#{kind.name}"),
            Crumb(element.name, None),
        )
        path = address.element_page(element.id)
        page = element_values(site, element)
        yield Page(path, "element.html", element.name, steps, {"page": page, "pictures": drawn.of(element)})
        if is_appraised(element):
            yield appraise(element, page)


def _appraisals(
    site: Publication, words: dict[str, str], home: Crumb, asked: Questions
) -> Callable[[Element, ElementPage], Page]:
    """What makes the appraisal sheet of an element of the values of its page."""
    from archmodel.documents.appraisal.sheet import sheet  # the sheet stands on modules of this package

    judgements = Judgements(site.model, site.report)
    told = {name: site.say(both) for name, both in SHEET_WORDS.items()}
    answers = {one.element.id: one for one in asked.of("application")}

    def appraise(element: Element, page: ElementPage) -> Page:
        title = f"{words['appraisal']}: {element.name}"
        steps = (home, Crumb(words["page_leader"], address.LEADER), Crumb(title, None))
        values = {"s": sheet(site, element.id, answers[element.id], judgements, page), "w": told, "linked": True}
        return Page(address.appraisal_page(element.id), "appraisal.html", title, steps, values)

    return appraise


def _drawings(words: dict[str, str], drawn: Pictures, home: Crumb) -> Iterator[Page]:
    """The gallery, a page for each picture, and each as a file."""
    title, shown = words["page_pictures"], tuple(drawn)
    yield Page(
        address.PICTURES,
        "pictures.html",
        title,
        (home, Crumb(title, None)),
        {"page": {"shown": shown, "limited": drawn.limited}},
    )
    for one in shown:
        steps = (home, Crumb(title, address.PICTURES), Crumb(one.title, None))
        yield Page(one.href, "picture.html", one.title, steps, {"page": one})
        for path, text in ((one.file, one.plain), *((file.href, file.text) for file in one.editable)):
            yield Page(path, "plain.svg", one.title, (), {"drawing": Markup(text)})  # noqa: S704 - as above


def _for_leaders(site: Publication, words: dict[str, str], home: Crumb, asked: Questions) -> Iterator[Page]:
    """The leader's page, and its parts where it has many answers."""
    leader, path = words["page_leader"], address.LEADER
    answered = leader_values(site, asked)
    yield Page(path, "leader.html", leader, (home, Crumb(leader, None)), {"page": answered})
    for part in answered.apart:
        name = part.ref.name if part.ref else words["leader_others"]
        steps = (home, Crumb(leader, path), Crumb(name, None))
        yield Page(part.href, "answers.html", f"{leader}: {name}", steps, {"page": answered, "part": part})


def _notebooks(site: Publication, title: str, home: Crumb) -> Iterator[Page]:
    """The list of the notebooks that ran, under its title, and the page of each."""
    rows = notebook_rows(site)
    if rows:
        yield Page(address.NOTEBOOKS, "notebooks.html", title, (home, Crumb(title, None)), {"page": rows})
    for row, before, after in zip(rows, (None, *rows), (*rows[1:], None), strict=False):
        steps = (home, Crumb(title, address.NOTEBOOKS), Crumb(row.title, None))
        values = {"page": row, "before": before, "after": after}
        yield Page(row.href, "notebook.html", row.title, steps, values)


def _for_readers(
    site: Publication, words: dict[str, str], page: Callable[..., Page], under: Callable[..., Page]
) -> Iterator[Page]:
    """The pages by which people find their way, and the document's chapters."""
    yield page(address.SEARCH, "search.html", words["page_search"], None)
    alphabet = letters(site)
    yield page(address.A_TO_Z, "a_to_z.html", words["page_a_to_z"], alphabet)
    yield from (
        under(address.A_TO_Z, words["page_a_to_z"], "a_to_z_part.html", part)
        for letter in alphabet
        for part in letter.parts
    )
    yield page(address.AGENCIES, "agencies.html", words["page_agencies"], agencies(site))
    yield page(address.CONFIDENCE, "sureness.html", words["page_confidence"], sureness(site))
    drawn = {path: text.encode() for path, text in drawings(site).items()}
    yield page(address.DOWNLOAD_PAGE, "downloads.html", words["page_downloads"], downloads_page(site, drawn))
    if site.document is None:
        return
    told = chapters(site, site.document)
    title = words["page_document"]
    yield page(address.DOCUMENT, "document.html", title, told)
    for number, chapter in enumerate(told):
        beside = (told[number - 1] if number else None, told[number + 1] if number + 1 < len(told) else None)
        one = under(address.DOCUMENT, title, "chapter.html", chapter)
        yield one._replace(more={"page": chapter, "beside": beside})


def drawings(site: Publication) -> dict[str, str]:
    """The drawings that stand as files at the root of the site, by address."""
    return {
        address.PICTURE: picture_of(site, links=False),
        address.ROADMAP_CHART: gantt(roadmap(site.model, site.day)).svg(site.lang),
    }


def picture_of(site: Publication, *, links: bool) -> str:
    """The landscape on the day of the site."""
    picture = landscape(site.model.at(site.day))
    return picture.svg(site.lang, address.element_page if links else None)
