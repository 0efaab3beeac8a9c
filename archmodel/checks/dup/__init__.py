"""DUP: two things where one would do - systems, names, data, investments, rooms."""

from archmodel.checks.dup.recollected_data import find as recollected_data
from archmodel.checks.dup.repeated_investment import find as repeated_investment
from archmodel.checks.dup.same_job import find as same_job
from archmodel.checks.dup.same_name import find as same_name
from archmodel.checks.dup.scattered_hosting import find as scattered_hosting
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (same_job, same_name, recollected_data, repeated_investment, scattered_hosting)

__all__ = ["RULES"]
