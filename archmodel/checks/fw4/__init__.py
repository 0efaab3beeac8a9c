"""FW4: the architecture follows the national framework - in force, in layers, mapped, covered, traced, on the way."""

from archmodel.checks.fw4.homeless_component import find as homeless_component
from archmodel.checks.fw4.late_realignment import find as late_realignment
from archmodel.checks.fw4.lone_commune import find as lone_commune
from archmodel.checks.fw4.lost_mapping import find as lost_mapping
from archmodel.checks.fw4.overtaken_framework import find as overtaken_framework
from archmodel.checks.fw4.uncloudy_platform import find as uncloudy_platform
from archmodel.checks.fw4.uncovered_component import find as uncovered_component
from archmodel.checks.fw4.unreconciled_state import find as unreconciled_state
from archmodel.checks.fw4.unsupported_service import find as unsupported_service
from archmodel.checks.fw4.untraced_application import find as untraced_application
from archmodel.checks.fw4.untraced_principle import find as untraced_principle
from archmodel.checks.fw4.unverifiable_task import find as unverifiable_task
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    overtaken_framework,
    homeless_component,
    lost_mapping,
    uncovered_component,
    unsupported_service,
    untraced_application,
    unreconciled_state,
    unverifiable_task,
    late_realignment,
    lone_commune,
    untraced_principle,
    uncloudy_platform,
)
