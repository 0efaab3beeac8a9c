"""The rules KH130-01 to KH130-15: bodies and identifiers, portals, public services."""

from archmodel.checks.kh130.doubled_procedure import find as doubled_procedure
from archmodel.checks.kh130.featureless_portal import find as featureless_portal
from archmodel.checks.kh130.interrupted_procedure import find as interrupted_procedure
from archmodel.checks.kh130.lost_code import find as lost_code
from archmodel.checks.kh130.malformed_identifier import find as malformed_identifier
from archmodel.checks.kh130.remaining_district import find as remaining_district
from archmodel.checks.kh130.second_entry import find as second_entry
from archmodel.checks.kh130.stale_codes import find as stale_codes
from archmodel.checks.kh130.stray_portal import find as stray_portal
from archmodel.checks.kh130.surplus_portal import find as surplus_portal
from archmodel.checks.kh130.unassessed_choice import find as unassessed_choice
from archmodel.checks.kh130.undecided_system import find as undecided_system
from archmodel.checks.kh130.unlinked_case_system import find as unlinked_case_system
from archmodel.checks.kh130.unmigrated_portal import find as unmigrated_portal
from archmodel.checks.kh130.unredirected_address import find as unredirected_address
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    remaining_district,
    undecided_system,
    unassessed_choice,
    malformed_identifier,
    lost_code,
    stale_codes,
    surplus_portal,
    unmigrated_portal,
    unredirected_address,
    featureless_portal,
    stray_portal,
    second_entry,
    unlinked_case_system,
    interrupted_procedure,
    doubled_procedure,
)
