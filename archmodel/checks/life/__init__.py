"""LIFE: dates, succession and the end of things - nothing stops unseen, nothing leans on what has gone."""

from archmodel.checks.life.dead_dependency import find as dead_dependency
from archmodel.checks.life.impossible_dates import find as impossible_dates
from archmodel.checks.life.no_successor import find as no_successor
from archmodel.checks.life.open_closing import find as open_closing
from archmodel.checks.life.service_gap import find as service_gap
from archmodel.checks.life.unannounced_stop import find as unannounced_stop
from archmodel.checks.life.unsupported_technology import find as unsupported_technology
from archmodel.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    impossible_dates,
    no_successor,
    service_gap,
    dead_dependency,
    open_closing,
    unannounced_stop,
    unsupported_technology,
)

__all__ = ["RULES"]
