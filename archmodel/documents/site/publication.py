"""What is being published: the model, the report on it, the language - and how any element, day or source is named.

Every page asks here, so that a thing reads the same wherever it appears. Which things a page names is left to the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol, TypeVar

from archmodel.analysis.duplicates import Duplicates, duplicates
from archmodel.analysis.needs import Web
from archmodel.analysis.quality import DataQuality, quality
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding
from archmodel.documents.formal.tree import Formal
from archmodel.documents.notebooks.book import NotebookPage
from archmodel.documents.site.address import FRAMEWORKS, Outside, element_page, jump, outside
from archmodel.interchange.workbook.remarks import Result
from archmodel.model.kinds import KINDS
from archmodel.model.model import Model
from archmodel.model.record import Element, Evidence, Record
from archmodel.model.relations import Flow
from archmodel.model.values import label
from archmodel.text.vietnamese import sort_key
from archmodel.text.words import Words
from archmodel.views.dates import written

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Named(Protocol):
    """Anything of a framework or the law that may have a name in both languages."""

    @property
    def name(self) -> str | None:
        """The Vietnamese name, if known."""

    @property
    def name_en(self) -> str | None:
        """The English name, if known."""


class Ref(NamedTuple):
    """An element as named on a page; ``href`` runs from the root of the site and is None where it has no page."""

    id: str
    name: str
    name_en: str | None
    href: str | None
    kind: str


class Source(NamedTuple):
    """A piece of evidence as a page shows it."""

    document: str
    address: Outside | None
    day: str | None
    confidence: str
    inferred: bool
    note: str | None


@dataclass(frozen=True)
class Publication:
    """A model, the report on it and a language, with the lookups that every page needs.

    ``document`` is the formal document to show as chapters, ``downloads`` are files to offer, by name, ``checked`` what
    the checks of the workbook among them say, ``notebooks`` those that ran.
    """

    model: Model
    report: Report
    lang: str
    document: Formal | None = None
    downloads: Mapping[str, bytes] = field(default_factory=dict)
    checked: tuple[Result, ...] = ()
    notebooks: tuple[NotebookPage, ...] = ()

    @property
    def day(self) -> str:
        """The day the site speaks of, ISO."""
        return self.report.day

    @property
    def is_public(self) -> bool:
        """Whether the site is a public edition, made from a model that leaves out what is sensitive."""
        return self.model.audience == "public"

    def say(self, words: Words) -> str:
        """Words in the language of the site."""
        return words.to(self.lang)

    def label(self, listing: str, value: str | None) -> str:
        """A value of a controlled list in words; an absent one reads as unknown."""
        return label(listing, value, self.lang)

    @property
    def unknown(self) -> str:
        """What stands where nothing is known."""
        return label("", None, self.lang)

    def words_of(self, item: Named) -> str | None:
        """The name of an edition, list, entry or instrument in the language of the site, as far as it is known."""
        return (item.name_en if self.lang == "en" else None) or item.name

    @cached_property
    def _told(self) -> dict[tuple[Callable[..., Any], Hashable], Any]:
        return {}

    def once(self, tell: Callable[[Publication, K], T], about: K, key: Hashable = None) -> T:
        """What ``tell`` says of something, worked out once for all pages; ``key`` names it where it has no hash."""
        place = tell, about if key is None else key
        if place not in self._told:
            self._told[place] = tell(self, about)
        found: T = self._told[place]
        return found

    def ref(self, id: str) -> Ref:
        """An element by id; one outside the model is named, one that does not exist keeps its id as name."""
        return self.once(Publication._ref, id)

    def _ref(self, id: str) -> Ref:
        element = self.model.elements.get(id)
        if element is not None:
            return self.named(element)
        beyond = self.model.whole.elements.get(id)
        if beyond is not None:
            return self.named(beyond)._replace(href=None)
        return Ref(id, id, None, None, self.say(Words("không có trong danh mục này", "not in this catalogue")))

    def named(self, element: Element) -> Ref:
        """An element of the model as pages name it."""
        href = element_page(element.id) if element.id in self.model else None
        kind = KINDS[element.kind].words if element.kind in KINDS else Words(element.kind, element.kind)
        english = element.name_en if self.lang == "en" and element.name_en != element.name else None
        return Ref(element.id, element.name, english, href, self.say(kind))

    def component(self, target: str) -> str | None:
        """The address of a framework entry written ``EDITION/KEY``, or None where it does not exist."""
        edition, _, key = target.partition("/")
        return jump(FRAMEWORKS, edition, key) if self.model.reference.component(target) else None

    def date(self, day: str | None) -> str | None:
        """A day, month or year as people write it, or None where there is none."""
        return written(day, self.lang) if day is not None else None

    def validity(self, record: Record) -> str:
        """From when until when a record holds, in words; empty where neither is recorded."""
        since, until = self.date(record.since), self.date(record.until)
        words = [
            self.say(Words(f"từ {since}", f"since {since}")) if since else "",
            self.say(Words(f"đến trước {until}", f"until {until}")) if until else "",
        ]
        return ", ".join(word for word in words if word)

    def standing(self, record: Record) -> str:
        """Whether a record has ended or not begun on the day of the site; empty while it holds."""
        if record.holds_on(self.day):
            return ""
        if record.since and record.since > self.day:
            return self.say(Words("chưa bắt đầu", "not begun"))
        return self.say(Words("đã kết thúc", "ended"))

    def sources(self, evidence: Iterable[Evidence]) -> tuple[Source, ...]:
        """Evidence as rows."""
        return tuple(
            Source(
                item.document,
                outside(item.url),
                self.date(item.date),
                self.label("confidence", item.confidence),
                item.confidence == "inferred",
                item.note,
            )
            for item in evidence
        )

    def sorted(self, elements: Iterable[Element]) -> list[Element]:
        """Elements by the Vietnamese alphabet of their names."""
        return sorted(elements, key=lambda element: (sort_key(element.name), element.id))

    @cached_property
    def quality(self) -> DataQuality:
        """What the records state and prove on the day of the site."""
        return quality(self.model, self.day)

    @cached_property
    def by_subject(self) -> dict[str, list[Finding]]:
        """Findings by the id they are about."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.report.findings:
            found[finding.subject].append(finding)
        return dict(found)

    @cached_property
    def crossing(self) -> dict[str, list[Flow]]:
        """Flows by the platforms they cross and the data they carry."""
        found: dict[str, list[Flow]] = defaultdict(list)
        for flow in self.model.flows:
            for id in dict.fromkeys((*flow.via, *flow.carries)):
                found[id].append(flow)
        return dict(found)

    @cached_property
    def web(self) -> Web:
        """What needs what on the day of the site."""
        return Web(self.model, self.day)

    @cached_property
    def duplicates(self) -> Duplicates:
        """Which systems do one job on the day of the site."""
        return duplicates(self.model, self.day)

    @cached_property
    def clustered(self) -> dict[str, str]:
        """The centre of the cluster each system stands in, by its id."""
        return {id: cluster.centre.id for cluster in self.duplicates.clusters for id in cluster.ids}
