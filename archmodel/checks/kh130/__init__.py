"""KH130: what plan 130/KH-UBND asks of systems, data and identifiers when government becomes two-tier."""

from archmodel.checks.kh130.first import RULES as FIRST
from archmodel.checks.kh130.second import RULES as SECOND
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (*FIRST, *SECOND)
