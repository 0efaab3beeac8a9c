"""Checks: rules, their findings, waivers, and the run that brings them together.

``RULES`` is the registry, family by family; a test walks the folders to see that no rule is forgotten.
"""

from archmodel.checks.doc import RULES as DOC
from archmodel.checks.dup import RULES as DUP
from archmodel.checks.fw4 import RULES as FW4
from archmodel.checks.integ import RULES as INTEG
from archmodel.checks.kh130 import RULES as KH130
from archmodel.checks.life import RULES as LIFE
from archmodel.checks.rule import Rule
from archmodel.checks.sec import RULES as SEC
from archmodel.checks.struct import RULES as STRUCT
from archmodel.checks.waivers import STALE_WAIVER

RULES: tuple[Rule, ...] = (*STRUCT, *FW4, *KH130, *DUP, *INTEG, *SEC, *LIFE, *DOC, STALE_WAIVER)

__all__ = ["RULES"]
