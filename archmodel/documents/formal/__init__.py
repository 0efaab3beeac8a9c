"""The formal document: DOCX and PDF after decree 30/2020, laid out by the form of a framework.

``formal`` computes it as plain values from a model, the report on it and the texts of people; ``as_docx`` and ``as_pdf``
write those values, ``measured`` and ``recorded`` read a file back for the rules. Nothing here decides what a province must say: the form does, and it is data.
"""

from archmodel.documents.formal.compose import formal
from archmodel.documents.formal.docx import as_docx
from archmodel.documents.formal.measured import measured, recorded
from archmodel.documents.formal.parts import text_names
from archmodel.documents.formal.pdf import as_pdf
from archmodel.documents.formal.texts import Texts, read_texts
from archmodel.documents.formal.tree import Formal

__all__ = ["Formal", "Texts", "as_docx", "as_pdf", "formal", "measured", "read_texts", "recorded", "text_names"]
