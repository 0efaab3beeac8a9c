"""Pictures of an architecture: each is computed as plain values from a model, whole or part, and drawn by a back-end.

Decides what a notebook calls (``am.views.landscape(model)``); the values are the work of the modules named after
pictures, the drawing of those that end in ``_svg``.
"""

from archmodel.views.diagram import diagram
from archmodel.views.diagram_values import Diagram
from archmodel.views.flow_values import Flows
from archmodel.views.flows import flows
from archmodel.views.focus import Focus
from archmodel.views.gantt import Gantt, gantt
from archmodel.views.heatmap import HeatMap, heatmap
from archmodel.views.impact_tree import ImpactTree, impact_tree
from archmodel.views.landscape import Landscape, landscape
from archmodel.views.lineage import Lineage, lineage
from archmodel.views.matrix import Matrix, matrix
from archmodel.views.overlap import OverlapMap, overlap
from archmodel.views.sankey import Sankey, sankey
from archmodel.views.sequence import Sequence, sequence
from archmodel.views.succession import SuccessionMap, succession
from archmodel.views.timeline import Timeline, timeline

__all__ = [
    "Diagram",
    "Flows",
    "Focus",
    "Gantt",
    "HeatMap",
    "ImpactTree",
    "Landscape",
    "Lineage",
    "Matrix",
    "OverlapMap",
    "Sankey",
    "Sequence",
    "SuccessionMap",
    "Timeline",
    "diagram",
    "flows",
    "gantt",
    "heatmap",
    "impact_tree",
    "landscape",
    "lineage",
    "matrix",
    "overlap",
    "sankey",
    "sequence",
    "succession",
    "timeline",
]


def __dir__() -> list[str]:
    return [name for name in __all__ if name.islower()]  # the verbs; the classes are what they answer with
