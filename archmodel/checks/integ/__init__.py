"""INTEG: systems and data are joined over the platforms, once, under shared codes, on time."""

from archmodel.checks.integ.bypassed_national_platform import find as bypassed_national_platform
from archmodel.checks.integ.late_connection import find as late_connection
from archmodel.checks.integ.orphan_system import find as orphan_system
from archmodel.checks.integ.point_to_point_flow import find as point_to_point_flow
from archmodel.checks.integ.private_code_table import find as private_code_table
from archmodel.checks.integ.replication_cycle import find as replication_cycle
from archmodel.checks.integ.second_master import find as second_master
from archmodel.checks.integ.undescribed_sharing import find as undescribed_sharing
from archmodel.checks.integ.unnamed_standard import find as unnamed_standard
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    bypassed_national_platform,
    point_to_point_flow,
    orphan_system,
    second_master,
    replication_cycle,
    undescribed_sharing,
    private_code_table,
    late_connection,
    unnamed_standard,
)
