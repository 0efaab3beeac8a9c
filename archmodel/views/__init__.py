"""Pictures of an architecture: each is computed as plain values from a model, whole or part, and drawn by a back-end.

Decides what a notebook calls (``am.views.landscape(model)``); the values are the work of ``landscape``, the drawing of
``svg``.
"""

from archmodel.views.flow_values import Flows
from archmodel.views.flows import flows
from archmodel.views.heatmap import HeatMap, heatmap
from archmodel.views.landscape import Landscape, landscape
from archmodel.views.matrix import Matrix, matrix
from archmodel.views.sankey import Sankey, sankey
from archmodel.views.sequence import Sequence, sequence

__all__ = [
    "Flows",
    "HeatMap",
    "Landscape",
    "Matrix",
    "Sankey",
    "Sequence",
    "flows",
    "heatmap",
    "landscape",
    "matrix",
    "sankey",
    "sequence",
]
