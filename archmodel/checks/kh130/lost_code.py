"""KH130-05: codes of dissolved bodies that live on elsewhere, or lead to no successor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archmodel.analysis.bodies import dissolved, in_effect
from archmodel.analysis.codes import Held, carriers, codes_of
from archmodel.analysis.lives import with_past
from archmodel.analysis.succession import heirs
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.reorganisation import speaks_for
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places, together
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.model.record import Record
from archmodel.model.relations import Succession
from archmodel.text.words import Words


def _ended(model: Model, day: str) -> list[Organisation]:
    return [body for body in dissolved(model, day) if body.id in with_past(model)] if in_effect(model, day) else []


def _judged(model: Model, day: str) -> set[str]:
    ended = _ended(model, day)
    silent = [body for body in ended if body.electronic_id is None]
    city = speaks_for(model, silent) if silent else None
    return {*(body.id for body in ended if codes_of(body)), *([city.id] if city else [])}


@rule(
    "KH130-05",
    Severity.ERROR,
    title=Words(
        "Mã của đơn vị đã giải thể không dùng lại và có đơn vị kế thừa",
        "Codes of dissolved units are kept, mapped, never reused",
    ),
    scope=_judged,
    cites=("KH130:Mục 1", "QD20_2020:Điều 3 khoản 1"),
    plan=("KH130-T1e",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Code of a dissolved body that another body carries, or that leads to nobody today.

    Why: old files, accounts and records carry the code; reused it lies about them, unmapped it leaves them ownerless.
    Found: a code of a body that has ended on another body too, in the same register, at any date; two successors each
      said to take the whole of the same thing; insufficient: no body that holds on the day is recorded to succeed it;
      of several successors some do not say what they took (scope, extent or units); ended bodies without an
      electronic_id (named together, about the City: their other codes are judged all the same).
    Fix: give the newer body its own code; record `succeeds` from who took over, with scope and extent.
    Misses: codes reused by bodies of other registers; codes of records deleted from the files.
    Vì sao: hồ sơ, tài khoản cũ mang mã này; dùng lại thì sai người, không ánh xạ thì thành vô chủ.
    Phát hiện: mã của cơ quan đã kết thúc cũng ở cơ quan khác, cùng hệ thống mã, bất kể lúc nào; hai cơ quan kế thừa cùng
      ghi nhận toàn bộ một phần việc. Chưa đủ cơ sở: chưa ghi cơ quan còn hoạt động kế thừa; nhiều cơ quan kế thừa mà
      chưa ghi phần nhận (scope, extent, units); cơ quan đã kết thúc chưa ghi electronic_id (nêu chung, về Thành phố;
      các mã khác của chúng vẫn được xét).
    Khắc phục: cấp mã riêng cho cơ quan mới; ghi `succeeds` từ cơ quan tiếp nhận, kèm scope và extent.
    Bỏ sót: mã dùng lại ở hệ thống mã khác; mã của bản ghi đã xóa khỏi tệp.
    """
    holders = carriers(model)
    ended = _ended(model, day)
    silent = [body for body in ended if body.electronic_id is None]
    if silent and (city := speaks_for(model, silent)):
        names = listed(body.id for body in silent)
        whom = Words(f"của đơn vị đã kết thúc {names}", f"of the ended bodies {names}")
        yield unstated(city, [Blank("'electronic_id'", whom)])
    for body in ended:
        wrong = _reused(body, holders) + _claimed_twice(model, body)
        absent = _unmapped(model, body, day)
        if wrong:
            told = together(wrong)
            yield Finding(
                body,
                Words(f"'{body.id}' kết thúc {body.until}: {told.vi}", f"'{body.id}' ended on {body.until}: {told.en}"),
                Words("cấp mã riêng cho đơn vị mới; mỗi phần việc một đơn vị nhận",
                      "give the newer body its own code; let one body take each part"),
                see=places(_others(model, body, holders)),
            )  # fmt: skip
        elif absent:
            yield unstated(body, absent)


def _reused(body: Organisation, holders: dict[Held, list[str]]) -> list[Words]:
    found = []
    for code in codes_of(body):
        if others := listed(id for id in holders[code] if id != body.id):
            told = f"'{code.value}' ({code.system})"
            found.append(Words(f"mã {told} nay ở {others}", f"its code {told} is on {others}"))
    return found


def _others(model: Model, body: Organisation, holders: dict[Held, list[str]]) -> list[Record]:
    """The bodies that carry a code of the ended one, and the successions from it that claim the whole."""
    found: list[Record] = [model.origin[id] for code in codes_of(body) for id in holders[code] if id != body.id]
    links = (link for link in model.origin.incoming(body.id, "succeeds") if isinstance(link, Succession))
    return found or [link for link in links if link.extent == "whole"]


def _claimed_twice(model: Model, body: Organisation) -> list[Words]:
    takers: dict[str, set[str]] = defaultdict(set)
    for link in model.origin.incoming(body.id, "succeeds"):
        if isinstance(link, Succession) and link.extent == "whole":
            for part in link.scope:
                takers[part].add(link.source)
    twice = [(part, listed(sorted(ids))) for part, ids in takers.items() if len(ids) > 1]
    return [Words(f"{ids} cùng nhận toàn bộ {part}", f"{ids} each took the whole {part}") for part, ids in twice]


def _unmapped(model: Model, body: Organisation, day: str) -> list[Blank]:
    if not heirs(model.origin, body.id, day):
        return [
            Blank("'succeeds'", Words(f"tới '{body.id}' từ đơn vị còn hoạt động", f"to '{body.id}' from a living body"))
        ]
    links = [link for link in model.origin.incoming(body.id, "succeeds") if isinstance(link, Succession)]
    vague = [link.source for link in links if not (link.scope or link.extent or link.units)]
    if len(links) < 2 or not vague:
        return []
    return [Blank("'scope' / 'extent'", Words(f"phần {listed(vague)} nhận", f"of what {listed(vague)} took"))]
