"""The rules on documents, run on the files of a publication.

What the DOCX is found to be becomes a record of category architecture, owned by the owner of the workspace, which the
rules judge as any other; what only files show is added to the rule it belongs to, at its place in its file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from archmodel.checks.doc.architecture import framework_of, listings
from archmodel.checks.doc.disagreeing_figure import find as disagreeing_figure
from archmodel.checks.doc.exposed_secret import find as exposed_secret
from archmodel.checks.doc.irregular_layout import find as irregular_layout
from archmodel.checks.doc.missing_diagram import find as missing_diagram
from archmodel.checks.doc.missing_part import find as missing_part
from archmodel.checks.doc.outdated_ground import find as outdated_ground
from archmodel.checks.doc.register import Register
from archmodel.checks.doc.untraced_version import find as untraced_version
from archmodel.checks.doc.untracked_task import find as untracked_task
from archmodel.checks.report import Report
from archmodel.checks.rule import Finding, Outcome, Rule
from archmodel.checks.run import check
from archmodel.documents.formal.measured import measured
from archmodel.documents.formal.tree import Formal
from archmodel.documents.outputs import document as docx
from archmodel.documents.outputs.docx_text import DocxText
from archmodel.documents.outputs.leaks import leaks, withheld_texts
from archmodel.documents.outputs.tables import first_page, workbook
from archmodel.documents.site import address
from archmodel.documents.site.publication import Publication
from archmodel.errors import Place
from archmodel.model.elements import Document
from archmodel.model.governance import Total
from archmodel.model.model import Model
from archmodel.model.relations import Link
from archmodel.text.words import Words

ID = "ban-xuat-ban"
"""The id of the record that stands for the files; it is a document itself, so its own count of documents is not judged."""
_AGAIN = Words("xuất bản lại từ mô hình", "publish again from the model")
_KEPT_OUT = Words("bỏ khỏi bản ghi hoặc danh sách công bố, xuất bản lại", "take it out of the record, publish again")


class _Files:
    """The files of a publication, read as they are asked for."""

    def __init__(self, folder: Path, whole: Model, edition: Model, report: Report, document: Formal | None) -> None:
        self.folder, self.whole, self.edition, self.report, self.document = folder, whole, edition, report, document
        self.names = tuple(sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()))
        self.docx = next((name for name in self.names if name.endswith(".docx")), None)
        self.text = DocxText((folder / self.docx).read_bytes()) if self.docx else None
        self.record = self._record()

    def _record(self) -> Document:
        place = Place(self.docx or address.OVERVIEW, 1)
        made = self.document
        record = Document(
            id=ID, name=self.edition.settings.name, category="architecture", place=place,
            version=made.version if made else None,
            mentions=tuple(made.mentions) if made else (),
            totals=tuple(Total(kind=kind, number=number) for kind, number in made.totals if kind != "document") if made else (),
        )  # fmt: skip
        if self.text is None or made is None or self.docx is None:
            return record
        filled, empty = docx.parts(self.text, self.edition.reference, made.edition)
        layout = measured((self.folder / self.docx).read_bytes())
        return record.model_copy(update={"parts": filled, "empty_parts": empty, "layout": layout})

    def found(self, name: str, at: int, told: Words, fix: Words = _AGAIN, *, sure: bool = True) -> Finding:
        """A finding about the files, at a place in one of them."""
        words = Words(f"{name}: {told.vi}", f"{name}: {told.en}")
        return Finding(self.record, words, fix, Outcome.FAIL if sure else Outcome.INSUFFICIENT, at=Place(name, at))

    # What only files can show, by rule ------------------------------------------------------------------------------

    def pictures(self) -> Iterator[Finding]:
        if self.text is None or self.docx is None:
            return
        edition = framework_of(self.edition, None, self.report.day)
        asked = [
            entry.code or entry.key
            for listing in listings(edition, "diagram")
            for entry in listing.entries
            if entry.group == "tinh" and entry.strength == "shall"
        ]
        lost = ", ".join(docx.diagrams(self.text, asked))
        if lost:
            told = Words(f"không có sơ đồ bắt buộc {lost}", f"the mandatory diagrams {lost} are not there")
            yield self.found(
                self.docx, 1, told, Words(f"thêm hình {lost} vào mẫu", f"add pictures of {lost} to the form")
            )
        for at, told in docx.unlabelled(self.text):
            yield self.found(self.docx, at, told)

    def figures(self) -> Iterator[Finding]:
        if self.text is not None and self.docx is not None and self.document is not None:
            for at, told in docx.figures(self.text, self.document):
                yield self.found(self.docx, at, told)
        for name in self.names:
            if name.endswith(".xlsx"):
                for told in workbook(self.folder / name, self.edition, self.report.day):
                    yield self.found(name, 1, told)
        if address.OVERVIEW in self.names:
            for told in first_page(self.folder / address.OVERVIEW, Publication(self.edition, self.report, "vi")):
                yield self.found(address.OVERVIEW, 1, told)

    def grounds(self) -> Iterator[Finding]:
        if self.text is not None and self.docx is not None:
            for at, told, sure in docx.grounds(self.text, Register(self.edition.reference), self.report.day):
                yield self.found(
                    self.docx, at, told, Words("dẫn văn bản còn hiệu lực", "cite what is in force"), sure=sure
                )

    def secrets(self) -> Iterator[Finding]:
        if self.edition.audience == "public":
            held = withheld_texts(self.whole)
            for name, what in leaks(self.folder, self.names, held, self.edition.settings.domain):
                yield self.found(name, 1, Words(f"lộ {what.vi}", f"exposes {what.en}"), _KEPT_OUT)

    def tasks(self) -> Iterator[Finding]:
        if self.text is None or self.docx is None:
            return
        told = "\n".join(line.text for line in self.text.lines)
        lost = [
            task
            for task in self.edition.tasks.where(category="plan_task")
            if task.holds_on(self.report.day) and task.name not in told
        ]
        if lost:
            names = ", ".join(task.id for task in lost)
            yield self.found(self.docx, 1, Words(f"không nêu nhiệm vụ {names}", f"does not name the tasks {names}"))


def judged(folder: Path, whole: Model, edition: Model, report: Report, document: Formal | None) -> Report:
    """What the rules on documents say of the files of a publication.

    Args:
        folder: the folder published.
        whole: the model as loaded; what its public edition leaves out is looked for in the files.
        edition: the model the files were made from.
        report: what the checks say of the edition; files are judged on its day.
        document: the formal document as values, where one was made.
    """
    files = _Files(folder, whole, edition, report, document)
    nothing: Callable[[], Iterable[Finding]] = tuple
    more: dict[Rule, Callable[[], Iterable[Finding]]] = {
        missing_part: nothing, missing_diagram: files.pictures, disagreeing_figure: files.figures,
        outdated_ground: files.grounds, exposed_secret: files.secrets, irregular_layout: nothing,
        untraced_version: nothing, untracked_task: files.tasks,
    }  # fmt: skip
    owner = edition.settings.owner
    owned = [Link(type="owned_by", source=ID, target=owner, place=files.record.place)] if owner else []
    model = Model(
        [*edition, files.record], [*edition.relations, *owned],
        settings=edition.settings, reference=edition.reference, edition=edition.edition,
    )  # fmt: skip
    rules = tuple(_of_files(rule, own, has_docx=files.text is not None) for rule, own in more.items())
    return check(model, as_of=report.day, rules=rules)


_OF_RECORD = frozenset({"DOC-01", "DOC-03", "DOC-06", "DOC-07"})
"""Rules whose words of the record hold for the files; of the others the record has nothing to say."""


def _of_files(rule: Rule, more: Callable[[], Iterable[Finding]], *, has_docx: bool) -> Rule:
    """The rule, judging the record that stands for the files and what is found in them."""

    def find(model: Model, day: str) -> Iterator[Finding]:
        if rule.code in _OF_RECORD and has_docx:
            yield from (found for found in rule.find(model, day) if found.subject == ID)
        yield from more()

    judges = has_docx or rule.code in {"DOC-03", "DOC-05"}
    return replace(rule, scope=lambda model, day: [ID] if judges else [], find=find)
