"""Elements that are built and run: applications, interfaces, data, nodes, networks, places, safeguards."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from archmodel.model.governance import Measure
from archmodel.model.record import Count, Element, Flag, Frozen, Level, Line, Lines, Managed, Prose, WholeDay
from archmodel.model.values import PersonalData, Usage


class Security(Frozen):
    """Security level 1-5 and what its dossier says (NĐ 85/2016 then NĐ 331/2026); all of it is withheld from the public.

    ``reported_on`` is the day of the last yearly report.
    """

    level: Level | None = None
    proposed_level: Level | None = None
    approver: Line | None = None
    approved_on: WholeDay | None = None
    assessed_on: WholeDay | None = None
    reported_on: WholeDay | None = None
    standing_force: Line | None = None
    monitoring: Line | None = None
    independent_check_on: WholeDay | None = None
    national_monitoring: Flag | None = None
    incident_plan: Line | None = None
    isolation: Literal["none", "logical", "physical"] | None = None


class Asset(Frozen):
    """A software asset as inventoried under task 6 of the plan."""

    inventory_code: Line | None = None
    asset_class: Line | None = None
    value: Line | None = None
    contract: Line | None = None
    licence: Line | None = None


class Closing(Frozen):
    """A confirmation needed before a system is retired (draft guide, Mẫu 01, part VIII.8)."""

    item: Literal["data", "accounts", "connections", "process", "contracts", "assets", "backup", "support"]
    confirmed_on: WholeDay | None = None
    not_applicable: Flag | None = None


class Quality(Frozen):
    """How well a system does on what the plan asks of every system, in the words of its source."""

    connection: Line | None = None
    backup: Line | None = None
    availability: Line | None = None
    logs: Line | None = None
    accessibility: Line | None = None


ApplicationCategory = Literal[
    "portal", "dvc_portal", "tthc_case", "docmgmt", "email", "reporting", "directory", "integration_platform", "iam",
    "archive", "ioc", "shared_platform", "sector", "internal", "channel", "data_platform", "security", "module", "other",
]  # fmt: skip


class Application(Managed):
    """A software system, portal, platform or module (Application Component)."""

    kind: Literal["application"] = "application"
    category: ApplicationCategory | None = None
    usage: Usage | None = None
    audience: Line | None = None
    public: Flag | None = None
    features: Lines = ()
    missing_features: Lines = ()
    standalone: Line | None = None
    holds_no_data: Flag | None = None
    running_cost: Line | None = None
    uses_organisation_codes: Flag | None = None
    codes_updated_on: WholeDay | None = None
    reuse_considered: Prose | None = None
    quality: Quality | None = None
    security: Security | None = None
    asset: Asset | None = None
    closing: Annotated[tuple[Closing, ...], Field(strict=False)] = ()


class Interface(Managed):
    """An address or contract others use (Application Interface): page, API, file, queue, mail domain."""

    kind: Literal["interface"] = "interface"
    category: Literal["url", "api", "file", "queue", "mail_domain"] | None = None
    address: Line | None = None
    important: Flag | None = None
    version: Line | None = None
    standards: Lines = ()
    access: Line | None = None
    logging: Line | None = None


class Dataset(Managed):
    """A body of data kept as one (Data Object); ``master`` where the City keeps the original.

    ``organisation_codes`` marks the one list of bodies' electronic identifiers that systems take their codes from.
    """

    kind: Literal["dataset"] = "dataset"
    category: Literal["database", "master", "shared", "catalogue", "archive", "report_indicators"] | None = None
    usage: Usage | None = None
    master: Flag | None = None
    copy_of: Line | None = None
    volume: Annotated[tuple[Measure, ...], Field(strict=False)] = ()
    personal_data: PersonalData | None = None
    subjects: Count | None = None
    state_secret: Flag | None = None
    share_class: Line | None = None
    purpose: Prose | None = None
    legal_ground: Line | None = None
    storage_period: Line | None = None
    digitised: Line | None = None
    use_plan: Line | None = None
    organisation_codes: Flag | None = None


class Entity(Element):
    """What data is about - citizen, household, land parcel - whichever data sets hold it (Data Object)."""

    kind: Literal["entity"] = "entity"
    master_data: Flag | None = None
    dictionary: Line | None = None


class Node(Managed):
    """Where systems and data run (Node), or equipment that senses and shows (Device).

    ``reuse_considered`` says why the shared one cannot serve.
    """

    kind: Literal["node"] = "node"
    category: (
        Literal["data_centre", "cloud", "server_room", "server", "cluster", "sensors", "terminals", "other"] | None
    ) = None
    usage: Usage | None = None
    capacity: Line | None = None
    reuse_considered: Prose | None = None
    assessed_on: WholeDay | None = None
    security: Security | None = None


class Network(Managed):
    """What joins nodes and sites (Communication Network)."""

    kind: Literal["network"] = "network"
    category: Literal["wan", "tslcd", "lan", "internet", "mobile"] | None = None
    usage: Usage | None = None
    capacity: Line | None = None
    assessed_on: WholeDay | None = None
    security: Security | None = None


class Facility(Managed):
    """A place that houses nodes (Facility)."""

    kind: Literal["facility"] = "facility"
    location: Line | None = None


class Control(Managed):
    """A safeguard that protects something, whoever runs it (Requirement realised by a technology function)."""

    kind: Literal["control"] = "control"
