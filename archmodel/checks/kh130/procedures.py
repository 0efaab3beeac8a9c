"""Who offers a procedure: ministries, the national portal, the City; and whether the City hears what becomes of it."""

from __future__ import annotations

from archmodel.analysis.activity import holding, is_active
from archmodel.checks.kh130.lists import Blank, listed
from archmodel.checks.kh130.platforms import own_systems
from archmodel.model.elements import Application, Service
from archmodel.model.model import Model
from archmodel.model.relations import Flow
from archmodel.text.words import Words

_SERVING = Words("từ hệ thống phục vụ", "from the system that serves it")


def serving_systems(model: Model, service: Service, day: str) -> list[Application]:
    """The applications recorded to serve a procedure that work on ``day`` or may."""
    found = (model.elements.get(link.source) for link in holding(model.incoming(service.id, "serves"), day))
    return [app for app in found if isinstance(app, Application) and is_active(app, day) is not False]


def offers(model: Model, serving: list[Application], day: str) -> tuple[list[Words], list[Blank]]:
    """What is wrong with the systems that serve a procedure, and what is not recorded to know."""
    working = {app.id for app in serving if is_active(app, day)}
    if not working:
        whose = Words(f"của {listed(app.id for app in serving)}", f"of {listed(app.id for app in serving)}")
        return [], [Blank("'state'", whose) if serving else Blank("'serves'", _SERVING)]
    ministry = [app.id for app in serving if app.record == "reference" and app.category != "dvc_portal"]
    portal = [app.id for app in serving if app.record == "reference" and app.category == "dvc_portal"]
    city = [app.id for app in serving if app.record == "own"]
    doors = [app.id for app in serving if app.record == "own" and app.category == "dvc_portal"]
    wrong: list[Words] = []
    absent: list[Blank] = []
    for theirs, ours in ((ministry, city), (portal, doors)):
        if working & set(theirs) and working & set(ours):
            told = listed([*theirs, *ours])
            wrong.append(Words(f"có ở cả hai bên: {told}", f"is offered on both sides: {told}"))
        elif theirs and ours:
            open_ = listed(id for id in (*theirs, *ours) if id not in working)
            absent.append(Blank("'state'", Words(f"của {open_}", f"of {open_}")))
    for id in (id for id in ministry if id in working):
        states = _to_case_system(model, id, day)
        if states and not any(states) and None not in states:
            wrong.append(Words(f"không nhận được trạng thái từ {id}", f"sends no state from {id} to the City"))
        elif not any(states):
            whose = Words(f"từ {id} tới hệ thống TTHC của Thành phố", f"from {id} to the City's case system")
            absent.append(Blank("'flow'", whose))
    return wrong, absent


def _to_case_system(model: Model, id: str, day: str) -> list[bool | None]:
    """For each flow from a ministry's system to a case system of the City, whether it works."""
    ours = {system.id for system in own_systems(model, "tthc_case")}
    flows = [*model.outgoing(id, "flow"), *model.incoming(id, "flow")]
    return [
        is_active(flow, day)
        for flow in flows
        if isinstance(flow, Flow)
        if (flow.target in ours and flow.source == id) or (flow.source in ours and flow.both_ways)
    ]
