"""KH130-26: infrastructure nobody assessed, doubled or took over, and communes off the state networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import holding, is_family
from archmodel.analysis.bodies import gone, in_effect, offices, owners
from archmodel.checks.kh130.infrastructure import (
    SHARED,
    Item,
    carries,
    is_doubled,
    is_joined,
    is_shared,
    items,
    networks_of,
    not_recorded,
    of_district,
)
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Network, Organisation
from archmodel.model.model import Model
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    known = items(model, day)
    asked = {i.id for i in known.values() if is_shared(i) or carries(model, i, day) or of_district(model, i, day)}
    joined = {o.id for o in offices(model, day) if o.tier == "commune" and is_joined(model, o, day) is not None}
    owner = model.settings.owner or ""
    return asked | joined | ({owner} if owner in model and not_recorded(known) else set())


@rule(
    "KH130-26",
    Severity.ERROR,
    title=Words(
        "Hạ tầng dùng chung và hạ tầng đơn vị được đánh giá, có phương án và dự phòng",
        "Shared and unit infrastructure is assessed, planned and has fallback",
    ),
    scope=_judged,
    cites=("KH130:Mục 4",),
    plan=("KH130-T4a1", "KH130-T4a2", "KH130-T4b1", "KH130-T4b2"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Shared infrastructure not assessed, without fallback, or left with a dissolved district; commune off the network.

    Why: every commune hangs on the City's network and data centre since the districts' server rooms lost their keepers.
    Found: an item still owned by a dissolved district body; a commune connected only by networks that are not the WAN
      or the dedicated state network. Insufficient: a WAN or data centre without `assessed_on` or `state`, or none on
      record; an item that carries systems without `fallback` (or a second host or route); an item of a district without
      `disposition` or a new owner; communes without `connected_by` (named together).
    Fix: state `assessed_on`, `state`, `fallback`, `disposition`; put `owned_by` the receiver; connect the communes.
    Misses: whether the fallback was tried, and whether a plan covers the whole transition: `fallback` is words.
    Vì sao: phòng máy của cấp huyện không còn người giữ, mọi xã phường dựa vào mạng và trung tâm dữ liệu Thành phố.
    Phát hiện: hạ tầng còn ghi chủ quản là cơ quan cấp huyện đã giải thể; xã phường chỉ nối bằng mạng không phải WAN,
      TSLCD. Chưa đủ cơ sở đánh giá: WAN, trung tâm dữ liệu thiếu `assessed_on`, `state`, hoặc chưa có bản ghi; hạ tầng
      đang mang hệ thống mà thiếu `fallback` (hoặc nơi đặt, tuyến thứ hai); hạ tầng cấp huyện thiếu `disposition` hay chủ
      mới; xã phường chưa ghi `connected_by` (nêu chung một lần).
    Khắc phục: ghi `assessed_on`, `state`, `fallback`, `disposition`; ghi `owned_by` đơn vị nhận; nối các xã phường.
    Bỏ sót: dự phòng đã diễn tập chưa, phương án có phủ hết thời gian chuyển tiếp không (`fallback` là lời văn).
    """
    known = items(model, day)
    communes = [office for office in offices(model, day) if office.tier == "commune"]
    silent = [office.id for office in communes if is_joined(model, office, day) is None]
    wan = next((i.id for i in known.values() if isinstance(i, Network) and i.category == "wan" and is_shared(i)), None)
    for item in known.values():
        yield from _of_item(model, item, silent if item.id == wan else [], day)
    for office in communes:
        if is_joined(model, office, day) is False:
            names = listed(network.id for network in networks_of(model, office, day))
            yield Finding(
                office,
                Words(f"'{office.id}' chỉ nối bằng {names}, không qua WAN hay TSLCD", f"'{office.id}' is connected only by {names}, not by WAN or TSLCD"),
                Words("nối vào WAN hoặc TSLCD; ghi 'connected_by'", "connect it to WAN or TSLCD; record 'connected_by'"),
                see=places(model.outgoing(office.id, "connected_by")),
            )  # fmt: skip
    owner = model.elements.get(model.settings.owner or "")
    if owner is not None and (absent := not_recorded(known)):
        yield unstated(
            owner,
            [Blank(f"record (category: {c})", Words(f"của {SHARED[c].vi}", f"of the {SHARED[c].en}")) for c in absent],
        )


def _of_item(model: Model, item: Item, silent: list[str], day: str) -> Iterator[Finding]:
    """What an item contradicts, and what it leaves blank; ``silent`` are communes it is asked to connect."""
    living = owners(model, item.id, day)[0]
    left = of_district(model, item, day)
    held = [r.target for r in holding(model.origin.outgoing(item.id, "owned_by"), day)]
    dissolved = [id for id in held if isinstance(b := model.origin.elements.get(id), Organisation) and gone(b, day)]
    if left and dissolved:
        yield Finding(
            item,
            Words(f"'{item.id}' còn ghi chủ quản '{dissolved[0]}' đã giải thể", f"'{item.id}' is still owned by '{dissolved[0]}', dissolved"),
            Words("ghi 'until' ở owned_by cũ và chủ quản mới", "end the old owned_by with 'until' and record the new owner"),
        )  # fmt: skip
    shared, used = is_shared(item), carries(model, item, day) and not is_family(item)
    fields = {
        "assessed_on": shared and getattr(item, "assessed_on", None) is None,
        "state": shared and item.state is None,
        "fallback": (shared or used) and item.fallback is None and not is_doubled(model, item, day),
        "disposition": left and item.disposition in {None, "undecided"},
        "owned_by": left and not living and not dissolved,
    }
    blanks = [Blank(", ".join(f"'{name}'" for name, blank in fields.items() if blank))] if any(fields.values()) else []
    if silent:
        blanks.append(Blank("'connected_by'", Words(f"của {listed(silent)}", f"of {listed(silent)}")))
    if blanks:
        yield unstated(item, blanks)
