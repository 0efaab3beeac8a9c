"""DOC: what is published is whole, agrees with the model, rests on law in force, gives no secret away and is tracked."""

from archmodel.checks.doc.disagreeing_figure import find as disagreeing_figure
from archmodel.checks.doc.exposed_secret import find as exposed_secret
from archmodel.checks.doc.irregular_layout import find as irregular_layout
from archmodel.checks.doc.missing_diagram import find as missing_diagram
from archmodel.checks.doc.missing_part import find as missing_part
from archmodel.checks.doc.outdated_ground import find as outdated_ground
from archmodel.checks.doc.untraced_version import find as untraced_version
from archmodel.checks.doc.untracked_task import find as untracked_task
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_part,
    missing_diagram,
    disagreeing_figure,
    outdated_ground,
    exposed_secret,
    irregular_layout,
    untraced_version,
    untracked_task,
)
