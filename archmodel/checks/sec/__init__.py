"""SEC: systems, their hosts, data and flows are as safe as the law of the day asks."""

from archmodel.checks.rule import Rule
from archmodel.checks.sec.composite_below_part import find as composite_below_part
from archmodel.checks.sec.exposed_flow import find as exposed_flow
from archmodel.checks.sec.level_below_criteria import find as level_below_criteria
from archmodel.checks.sec.missing_layer import find as missing_layer
from archmodel.checks.sec.outdated_assessment import find as outdated_assessment
from archmodel.checks.sec.single_route import find as single_route
from archmodel.checks.sec.unapproved_level import find as unapproved_level
from archmodel.checks.sec.unfit_approval import find as unfit_approval
from archmodel.checks.sec.unprotected_personal_data import find as unprotected_personal_data
from archmodel.checks.sec.weak_host import find as weak_host

RULES: tuple[Rule, ...] = (
    unapproved_level,
    level_below_criteria,
    composite_below_part,
    weak_host,
    unfit_approval,
    outdated_assessment,
    unprotected_personal_data,
    exposed_flow,
    single_route,
    missing_layer,
)
