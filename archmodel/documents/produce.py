"""Everything a publication consists of, from one model: the edition, the report on it, the files to download, the site.

The model is narrowed to its audience before anything else is made, so that nothing made of it can tell more. How each
file is written is left to the package that writes it; what the files were found to be, to ``outputs``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from archmodel.checks.report import Report
from archmodel.checks.run import check
from archmodel.documents.formal.tree import Formal
from archmodel.documents.notebooks.book import NotebookPage
from archmodel.documents.outputs import judged
from archmodel.documents.site import Published, publish
from archmodel.documents.site.address import DOWNLOADS
from archmodel.documents.site.manifest import digest, key, manifest_of
from archmodel.errors import ArchmodelError
from archmodel.interchange.workbook.remarks import Result
from archmodel.model.audience import for_public
from archmodel.model.model import Model
from archmodel.model.withheld import Audience
from archmodel.text.words import Words

Form = Literal["docx", "pdf", "xlsx"]
NAME = "kien-truc-so"
"""The name of the files to download, without what tells their form."""
_SHOWN = 5


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
        ArchmodelError: as ``publish``, ``formal``, the notebooks and the workbook do; and where a file of a public
            edition holds a value that is withheld: then the folder stays as it was.
    """
    whole = model
    if (audience or model.settings.audience) == "public":
        model = for_public(model)
    report = check(model, as_of=as_of)
    edition = model.reference.editions.get(report.framework)
    has_form = edition is not None and edition.form is not None
    document = _document(model, report, texts) if has_form or {"docx", "pdf"} & set(forms) else None
    made = _keys(document, forms) if document else {}
    again = _again(output, made)
    downloads = {name: again.get(name) or _WRITTEN[name](document) for name in made} if document else {}
    checked: tuple[Result, ...] = ()
    if "xlsx" in forms:
        from archmodel.interchange.workbook import written

        downloads[f"{NAME}.xlsx"], checked = written(model, report.day, lang)
    outputs: list[Report] = []

    def inspect(folder: Path) -> None:
        found = judged(folder, whole, model, report, document)
        if found.leaking:
            raise _leaking(found.leaking)
        outputs.append(found.report)

    published = publish(
        model,
        report,
        output,
        lang=lang,
        downloads=downloads,
        checked=checked,
        document=document,
        notebooks=_books(notebooks, model, report, lang, tell) if notebooks else (),
        made=made,
        inspect=inspect,
    )
    return Produced(model, report, checked, published, document, outputs[0])


def judged_again(model: Model, folder: Path, texts: Path | None = None, *, as_of: str | None = None) -> Report:
    """What the rules on documents say of a folder published before, by the model as it is now.

    Args:
        model: the architecture as loaded.
        folder: a published folder; its own manifest tells its edition and its day.
        texts: the folder of the texts people wrote for the document.
        as_of: the day to judge by, ISO; that of the folder when not given.

    Raises:
        ArchmodelError: the folder was not published from here.
    """
    manifest = manifest_of(folder)
    if manifest is None:
        raise ArchmodelError(
            Words(f"'{folder}' không phải thư mục archmodel đã xuất bản", f"'{folder}' was not published by archmodel"),
            Words("xuất bản bằng archmodel publish --output", "publish it with archmodel publish --output"),
        )
    edition = for_public(model) if manifest.audience == "public" else model
    report = check(edition, as_of=as_of or manifest.day)
    document = _document(edition, report, texts) if any(name.endswith(".docx") for name in manifest.files) else None
    return judged(folder, model, edition, report, document).report


def _leaking(files: tuple[str, ...]) -> ArchmodelError:
    shown = ", ".join(files[:_SHOWN]) + (" …" if len(files) > _SHOWN else "")
    return ArchmodelError(
        Words(f"bản công khai chứa giá trị không công bố, chưa xuất bản: {shown}",
              f"the public edition holds withheld values, nothing was published: {shown}"),
        Words("bỏ giá trị khỏi văn bản hoặc sổ tay nêu nó; hoặc xuất bản --audience internal",
              "take it out of the text or notebook that tells it; or publish --audience internal"),
    )  # fmt: skip


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


def _docx(document: Formal) -> bytes:
    from archmodel.documents.formal import as_docx

    return as_docx(document)


def _pdf(document: Formal) -> bytes:
    from archmodel.documents.formal import as_pdf

    return as_pdf(document)


_WRITTEN: dict[str, Callable[[Formal], bytes]] = {f"{NAME}.docx": _docx, f"{NAME}.pdf": _pdf}
_LIBRARIES = ("python-docx", "typst")


def _keys(document: Formal, forms: Collection[Form]) -> dict[str, str]:
    """The keys of the files a document is written to, by name: the same values, code and libraries give the same bytes."""
    libraries = [(name, _version(name)) for name in _LIBRARIES]
    return {name: key(document, libraries) for name in _WRITTEN if name.rpartition(".")[2] in forms}


def _version(library: str) -> str | None:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def _again(output: Path, made: dict[str, str]) -> dict[str, bytes]:
    """The files of the last publication that would come out the same, each as it was published then."""
    old = manifest_of(output)
    found: dict[str, bytes] = {}
    for name, wanted in made.items() if old else ():
        path = f"{DOWNLOADS}/{name}"
        if old and old.made.get(name) == wanted and (output / path).is_file():
            data = (output / path).read_bytes()
            if digest(data) == old.files.get(path):
                found[name] = data
    return found
