"""STRUCT: the model itself is sound - codes, mandatory fields, lists, ends, hierarchy, records, views."""

from archmodel.checks.rule import Rule
from archmodel.checks.struct.bare_connection import find as bare_connection
from archmodel.checks.struct.blank_field import find as blank_field
from archmodel.checks.struct.broken_hierarchy import find as broken_hierarchy
from archmodel.checks.struct.dangling_relation import find as dangling_relation
from archmodel.checks.struct.duplicate_code import find as duplicate_code
from archmodel.checks.struct.empty_view import find as empty_view
from archmodel.checks.struct.forbidden_relation import find as forbidden_relation
from archmodel.checks.struct.misplaced_record import find as misplaced_record
from archmodel.checks.struct.unlisted_value import find as unlisted_value

RULES: tuple[Rule, ...] = (
    duplicate_code,
    blank_field,
    unlisted_value,
    dangling_relation,
    forbidden_relation,
    broken_hierarchy,
    bare_connection,
    misplaced_record,
    empty_view,
)
