"""A notebook that has run as a fragment of HTML, by nbconvert with our own template: no style, no script, no address of others.

Inputs stand as written. The tag ``hide-input`` on a cell, or ``"archmodel": {"hide_input": true}`` in the notebook's metadata,
folds them; ``remove-input``, ``remove-output`` and ``remove-cell`` leave out what they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor, TagRemovePreprocessor
from nbformat import NotebookNode

from archmodel.documents.notebooks.clean import clean_html
from archmodel.text.words import Words

CODE = Words("Mã", "Code")
RESULT = Words("Kết quả", "Result")
_BARE = re.compile(r"<span(?: class=\"\")?>([^<]*)</span>")
_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")


class FoldInputs(Preprocessor):
    """Marks the cells whose input is folded."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Set ``fold`` on every cell with the tag, or on all where the notebook asks for it."""
        every = nb.metadata.get("archmodel", {}).get("hide_input", False)
        for cell in nb.cells:
            cell.metadata["fold"] = every or "hide-input" in cell.metadata.get("tags", ())
        return nb, resources


class NotebookExporter(HTMLExporter):
    """HTML without a page around it; every address nbconvert would load from is empty."""

    def __init__(self, lang: str, **more: Any) -> None:
        nothing = dict.fromkeys(
            (
                "require_js_url", "mathjax_url", "mermaid_js_url", "mermaid_layout_elk_js_url", "jquery_url",
                "jupyter_widgets_base_url", "widget_renderer_url",
            ),
            "",
        )  # fmt: skip
        super().__init__(  # type: ignore[no-untyped-call]
            template_name="so-tay",
            extra_template_basedirs=[str(files(__package__).joinpath("templates"))],
            exclude_anchor_links=True,
            language_code=lang,
            preprocessors=[
                TagRemovePreprocessor(  # type: ignore[no-untyped-call]
                    enabled=True,
                    remove_cell_tags={"remove-cell"},
                    remove_input_tags={"remove-input"},
                    remove_all_outputs_tags={"remove-output"},
                ),
                FoldInputs(enabled=True),  # type: ignore[no-untyped-call]
            ],
            **nothing,
            **more,
        )
        self.environment.globals |= {"code_word": CODE.to(lang), "result_word": RESULT.to(lang)}

    def default_filters(self) -> Iterable[tuple[str, Any]]:
        """The filters of nbconvert, with ours for what may stand on a page."""
        yield from super().default_filters()  # type: ignore[no-untyped-call]
        yield "clean_html", clean_html
        yield "bare", lambda html: _BARE.sub(r"\1", html)
        yield "settled", lambda text: _ADDRESS.sub("0x…", text)


def fragment(notebook: NotebookNode, lang: str = "vi") -> str:
    """The HTML of a notebook that has run; the same notebook gives the same text."""
    body: str = NotebookExporter(lang).from_notebook_node(notebook)[0]
    return body
