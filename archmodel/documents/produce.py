"""Everything a publication consists of, from one model: the edition, the report on it, the files to download, the site.

The model is narrowed to its audience before anything else is made, so that nothing made of it can tell more. How each
file is written is left to the package that writes it; what the files were found to be, to ``outputs``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from archmodel.analysis.audience import for_public
from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.documents.formal.tree import Formal
from archmodel.documents.notebooks.book import NotebookPage
from archmodel.documents.outputs import judged
from archmodel.documents.site import Published, publish
from archmodel.interchange.workbook.remarks import Result
from archmodel.model.model import Model
from archmodel.model.withheld import Audience

Form = Literal["docx", "pdf", "xlsx"]
NAME = "kien-truc-so"
"""The name of the files to download, without what tells their form."""


@dataclass(frozen=True, slots=True)
class Produced:
    """A publication: the model of its edition, the report on it, the checks of the workbook, what was written, what of it."""

    model: Model
    report: Report
    checked: tuple[Result, ...]
    published: Published
    document: Formal | None
    outputs: Report


def produce(
    model: Model,
    output: Path,
    *,
    audience: Audience | None = None,
    forms: Collection[Form] = (),
    lang: str = "vi",
    as_of: str | None = None,
    texts: Path | None = None,
    notebooks: Path | None = None,
    tell: Callable[[str], None] | None = None,
) -> Produced:
    """Publish a model for an audience.

    Args:
        model: the architecture as loaded.
        output: the folder to write; one published before is replaced as a whole.
        audience: public leaves out what is sensitive, internal shows all; the setting of the workspace when not given,
            public where it has none.
        forms: the files to offer beside the site.
        lang: ``"vi"`` or ``"en"``.
        as_of: the day to speak of, ISO.
        texts: the folder of the texts people wrote for the document.
        notebooks: the folder of notebooks to run and publish as pages; none is run when not given, for they are code.
        tell: called with the name of each notebook as it ends.

    Raises:
        ArchmodelError: as ``publish``, ``formal``, the notebooks and the workbook do.
    """
    whole = model
    if (audience or model.settings.audience) == "public":
        model = for_public(model)
    report = check(model, as_of=as_of)
    edition = model.reference.editions.get(report.framework)
    has_form = edition is not None and edition.form is not None
    document = _document(model, report, texts) if has_form or {"docx", "pdf"} & set(forms) else None
    downloads = _written(document, forms) if document else {}
    checked: tuple[Result, ...] = ()
    if "xlsx" in forms:
        from archmodel.interchange.workbook import written

        downloads[f"{NAME}.xlsx"], checked = written(model, report.day, lang)
    published = publish(
        model,
        report,
        output,
        lang=lang,
        downloads=downloads,
        checked=checked,
        document=document,
        notebooks=_books(notebooks, model, report, lang, tell) if notebooks else (),
    )
    outputs = judged(output, whole, model, report, document)
    return Produced(model, report, checked, published, document, outputs)


def _books(
    folder: Path, model: Model, report: Report, lang: str, tell: Callable[[str], None] | None
) -> tuple[NotebookPage, ...]:
    """The notebooks as they ran on the day of the report, seeing what the audience of the model may see."""
    from archmodel.documents.notebooks import notebook_pages

    return notebook_pages(folder, report.day, lang, audience=model.audience, tell=tell or (lambda name: None))


def _document(model: Model, report: Report, texts: Path | None) -> Formal:
    """The formal document as values."""
    from archmodel.documents.formal import formal, read_texts, text_names

    return formal(model, report, read_texts(texts, text_names(model.reference)) if texts else None)


def _written(document: Formal, forms: Collection[Form]) -> dict[str, bytes]:
    """The formal document in the forms asked for, by file name."""
    from archmodel.documents.formal import as_docx, as_pdf

    made = {"docx": as_docx, "pdf": as_pdf}
    return {f"{NAME}.{form}": make(document) for form, make in made.items() if form in forms}
