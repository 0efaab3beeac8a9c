"""Pictures of an architecture: each is computed as plain values from a model, whole or part, and drawn by a back-end.

Decides what a notebook calls (``am.views.landscape(model)``); the values are the work of ``landscape``, the drawing of
``svg``.
"""

from archmodel.views.focus import Focus
from archmodel.views.gantt import Gantt, gantt
from archmodel.views.heatmap import HeatMap, heatmap
from archmodel.views.landscape import Landscape, landscape

__all__ = ["Focus", "Gantt", "HeatMap", "Landscape", "gantt", "heatmap", "landscape"]
