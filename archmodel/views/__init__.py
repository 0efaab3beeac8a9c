"""Pictures of an architecture: each is computed as plain values from a model, whole or part, and drawn by a back-end.

Decides what a notebook calls (``am.views.landscape(model)``); the values are the work of ``landscape``, the drawing of
``svg``.
"""

from archmodel.views.flow_values import Flows
from archmodel.views.flows import flows
from archmodel.views.heatmap import HeatMap, heatmap
from archmodel.views.landscape import Landscape, landscape

__all__ = ["Flows", "HeatMap", "Landscape", "flows", "heatmap", "landscape"]
