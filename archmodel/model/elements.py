"""Every kind of element, over four layers and those that cut across.

A field exists because a recorded fact or a rule needs it; owner, operator, host, data and succession are relations.
"""

from __future__ import annotations

from archmodel.model.business import BusinessFunction, Channel, Code, Organisation, Process, Service
from archmodel.model.governance import Deadline, Document, Gap, Goal, Indicator, Measure, Principle, Sector, Task, View
from archmodel.model.systems import (
    Application,
    Asset,
    Closing,
    Control,
    Dataset,
    Entity,
    Facility,
    Interface,
    Network,
    Node,
    Quality,
    Security,
)

AnyElement = (
    Organisation | Sector | BusinessFunction | Process | Service | Channel | Indicator
    | Application | Interface | Dataset | Entity | Node | Network | Facility | Control
    | Document | Principle | Goal | Task | Gap | View
)  # fmt: skip
"""Each kind of element, told apart by ``kind``."""

__all__ = [
    "AnyElement", "Application", "Asset", "BusinessFunction", "Channel", "Closing", "Code", "Control", "Dataset",
    "Deadline", "Document", "Entity", "Facility", "Gap", "Goal", "Indicator", "Interface", "Measure", "Network", "Node",
    "Organisation", "Principle", "Process", "Quality", "Sector", "Security", "Service", "Task", "View",
]  # fmt: skip
