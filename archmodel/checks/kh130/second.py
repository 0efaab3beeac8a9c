"""The rules KH130-16 to KH130-30: documents, mail, reports, data, infrastructure, assets, people, archives."""

from archmodel.checks.kh130.broken_integration_platform import find as broken_integration_platform
from archmodel.checks.kh130.document_axis_lapse import find as document_axis_lapse
from archmodel.checks.kh130.orphaned_data import find as orphaned_data
from archmodel.checks.kh130.outdated_regulation import find as outdated_regulation
from archmodel.checks.kh130.repeated_indicator import find as repeated_indicator
from archmodel.checks.kh130.second_document_system import find as second_document_system
from archmodel.checks.kh130.second_mail_system import find as second_mail_system
from archmodel.checks.kh130.stranded_sector_data import find as stranded_sector_data
from archmodel.checks.kh130.stray_reporting_system import find as stray_reporting_system
from archmodel.checks.kh130.unarchived_unit import find as unarchived_unit
from archmodel.checks.kh130.unassessed_infrastructure import find as unassessed_infrastructure
from archmodel.checks.kh130.unforwarded_mail_domain import find as unforwarded_mail_domain
from archmodel.checks.kh130.uninventoried_asset import find as uninventoried_asset
from archmodel.checks.kh130.unlinked_reporting_platform import find as unlinked_reporting_platform
from archmodel.checks.kh130.unmerged_document_history import find as unmerged_document_history
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    second_document_system,
    document_axis_lapse,
    unmerged_document_history,
    second_mail_system,
    unforwarded_mail_domain,
    stray_reporting_system,
    repeated_indicator,
    unlinked_reporting_platform,
    orphaned_data,
    stranded_sector_data,
    unassessed_infrastructure,
    broken_integration_platform,
    uninventoried_asset,
    outdated_regulation,
    unarchived_unit,
)
