"""Electronic identifiers of bodies: their shape under decision 20/2020/QĐ-TTg, their parent, and the older reversed form."""

from __future__ import annotations

import re

from archmodel.analysis.activity import holding
from archmodel.checks.kh130.lists import Blank, listed
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.text.words import Words

SHAPE = re.compile(r"[A-Y][0-9]{2}(\.[0-9A-Z]+)*")
REVERSED = re.compile(r"000(\.[0-9A-Z]+)*\.[A-Y][0-9]{2}")
LONGEST = 35


def weighed(
    model: Model, body: Organisation, day: str, holders: dict[str, list[str]]
) -> tuple[list[Words], list[Blank]]:
    """What is wrong with the identifier of a body, and what is not recorded to know."""
    code, own = body.electronic_id or "", model.settings.own_code
    wrong: list[Words] = []
    absent: list[Blank] = []
    if REVERSED.fullmatch(code):
        return [Words("viết theo dạng cũ, đảo ngược", "is written in the old, reversed order")], []
    if not SHAPE.fullmatch(code) or len(code) > LONGEST:
        return [Words("không đúng dạng", "is malformed")], []
    if len(holders[code]) > 1:
        others = listed(id for id in holders[code] if id != body.id)
        wrong.append(Words(f"cũng là mã của {others}", f"is also that of {others}"))
    wrong += [
        Words(
            f"có dạng cũ '{held.value}' chỉ cơ quan khác", f"has an old form '{held.value}' that denotes another body"
        )
        for held in body.codes
        if REVERSED.fullmatch(held.value) and set(holders.get(forward(held.value), ())) - {body.id}
    ]
    if own is None:
        absent.append(Blank("'own_code' (archmodel.toml)"))
    elif code.split(".")[0] != own:
        wrong.append(Words(f"không bắt đầu bằng '{own}'", f"does not begin with '{own}'"))
    elif body.id != model.settings.owner:
        parent = _parent_code(model, body, day, own)
        if parent is None:
            absent.append(Blank("'part_of' / 'electronic_id'", Words("của cấp trên", "of its parent")))
        elif code.rpartition(".")[0] != parent:
            wrong.append(
                Words(f"không nằm dưới mã cấp trên '{parent}'", f"does not stand under its parent's '{parent}'")
            )
    elif code != own:
        wrong.append(Words(f"khác mã cấp 1 '{own}'", f"differs from the level-1 code '{own}'"))
    return wrong, absent


def _parent_code(model: Model, body: Organisation, day: str, own: str) -> str | None:
    """The identifier of what a body is part of; the City's own code under its owner and what the owner is part of."""
    owner = model.settings.owner or ""
    top = {owner, *(link.target for link in model.outgoing(owner, "part_of"))}
    for link in holding(model.outgoing(body.id, "part_of"), day):
        parent = model.elements.get(link.target)
        code = parent.electronic_id if isinstance(parent, Organisation) else None
        return code or (own if link.target in top else None)
    return None


def forward(code: str) -> str:
    """An old, reversed code read the new way: ``000.00.35.H26`` denotes ``H26.35``."""
    return ".".join(reversed([group for group in code.split(".") if group.strip("0")]))
