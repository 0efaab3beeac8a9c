"""The files of a publication read back and judged by the rules on documents (DOC-01 to DOC-08).

``judged`` runs the very rules of ``archmodel.checks.doc``: what is read from the DOCX becomes a record they judge, and what
only files can show - other figures than the model's, a ground no longer in force, a value that is withheld - is found by
the modules here and told under the code of its rule, at its place in its file.
"""

from archmodel.documents.outputs.judge import judged

__all__ = ["judged"]
