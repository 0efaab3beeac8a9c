"""Checks: rules, their findings, waivers, and the run that brings them together.

``RULES`` is the registry, family by family; a test walks the folders to see that no rule is forgotten.
"""

from archmodel.checks.rule import Rule
from archmodel.checks.struct import RULES as STRUCT
from archmodel.checks.waivers import STALE_WAIVER

RULES: tuple[Rule, ...] = (*STRUCT, STALE_WAIVER)

__all__ = ["RULES"]
