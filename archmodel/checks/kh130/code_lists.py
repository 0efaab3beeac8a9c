"""The City's list of bodies' electronic identifiers: which data set it is, who takes codes from it, where it goes."""

from __future__ import annotations

from archmodel.analysis.activity import holding, is_active, is_own, unsettled
from archmodel.checks.kh130.lists import Blank, listed
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.model.relations import Access, Flow
from archmodel.text.days import certainly_after
from archmodel.text.words import Words


def code_lists(model: Model, day: str) -> list[Dataset]:
    """The City's own data sets marked as the list of organisation codes."""
    return [data for data in model.datasets if data.organisation_codes and is_own(data) and data.holds_on(day)]


def takes_from(model: Model, system: Application, data: Dataset, day: str) -> bool:
    """Whether a system is recorded to read a list, or to receive it by a working flow."""
    reads = holding(model.outgoing(system.id, "accesses"), day)
    if any(r.target == data.id and isinstance(r, Access) and r.mode != "w" for r in reads):
        return True
    flows = (r for r in model.incoming(system.id, "flow") if isinstance(r, Flow))
    return any(data.id in {flow.source, *flow.carries} and is_active(flow, day) for flow in flows)


def reaches_above(model: Model, data: Dataset, day: str) -> bool:
    """Whether a working flow takes a list to a record of another body, such as the national shared catalogue."""
    ends = [
        model.elements.get(flow.target)
        for flow in model.flows
        if data.id in {flow.source, *flow.carries} and is_active(flow, day)
    ]
    return any(getattr(end, "record", None) == "reference" for end in ends)


def began_after(system: Application, due: str) -> bool:
    """Whether a system is so new that it began with the new codes."""
    return system.since is not None and certainly_after(system.since, due)


def untold(model: Model, system: Application, lists: list[Dataset], day: str, due: str) -> list[Blank]:
    """What a system does not say of the codes it uses, their update and the list they come from."""
    if system.uses_organisation_codes is None:
        return [Blank("'uses_organisation_codes'")]
    absent = [Blank(f"'{unsettled(system)}'")] if is_active(system, day) is None else []
    if system.codes_updated_on is None and day > due and not began_after(system, due):
        absent.append(Blank("'codes_updated_on'"))
    if not lists:
        absent.append(
            Blank("'organisation_codes: true'", Words("ở danh mục mã của Thành phố", "on the City's list of codes"))
        )
    elif not any(takes_from(model, system, data, day) for data in lists):
        absent.append(
            Blank(
                "'accesses' / 'flow'", Words(f"từ {listed(d.id for d in lists)}", f"from {listed(d.id for d in lists)}")
            )
        )
    return absent
