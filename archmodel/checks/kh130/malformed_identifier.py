"""KH130-04: bodies whose electronic identifier is missing, malformed, shared or out of line with their parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from archmodel.analysis.bodies import offices
from archmodel.checks.kh130.identifiers import weighed
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.reorganisation import speaks_for
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import together
from archmodel.model.elements import Organisation
from archmodel.model.model import Model
from archmodel.text.words import Words


def _bodies(model: Model, day: str) -> list[Organisation]:
    return [body for body in offices(model, day) if "electronic_id" not in body.not_applicable]


def _judged(model: Model, day: str) -> Iterable[str]:
    every = _bodies(model, day)
    stated = [body.id for body in every if body.electronic_id]
    city = speaks_for(model, every) if len(stated) < len(every) else None
    return {*stated, *([city.id] if city else [])}


@rule(
    "KH130-04",
    Severity.ERROR,
    title=Words(
        "Mã định danh điện tử của cơ quan, đơn vị đúng dạng", "Each unit has one well-formed electronic identifier"
    ),
    scope=_judged,
    cites=("KH130:Mục 1", "QD20_2020:Điều 3 khoản 1; Điều 4", "QD09_2025", "QCVN102"),
    plan=("KH130-T1e",),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Body whose electronic identifier is malformed, shared, foreign or out of line with its parent's.

    Why: documents, case files and accounts are addressed by this code; a wrong one sends them elsewhere.
    Found: an identifier that is not level by level from the left (one letter A-Y and two digits, then groups of digits
      and capitals), is longer than 35, does not begin with the City's own code, is on another body too, or without its
      last group is not its parent's; an old reversed form that denotes another body; insufficient: bodies without an
      identifier (named together, about the City); the parent or its identifier, or the City's own code, is not recorded.
    Fix: write electronic_id as issued; keep older forms under `codes`; a body that needs none lists it in not_applicable.
    Misses: whether the code was ever issued; enterprises and councils; units below departments. Depth is not counted
      apart: it follows from the parent's code at each level.
    Vì sao: văn bản, hồ sơ, tài khoản được gửi theo mã này; mã sai thì đi nhầm nơi.
    Phát hiện: mã không đúng thứ tự từ trái sang (một chữ A-Y và hai chữ số, rồi các nhóm chữ số, chữ hoa), dài quá 35,
      không bắt đầu bằng mã của Thành phố, trùng cơ quan khác, hoặc bỏ nhóm cuối không ra mã cấp trên; mã dạng cũ đảo
      ngược chỉ cơ quan khác. Chưa đủ cơ sở: cơ quan chưa có mã (nêu chung, về Thành phố), chưa ghi cấp trên hay mã cấp
      trên, hay mã của Thành phố.
    Khắc phục: ghi electronic_id đúng mã được cấp; mã cũ để trong `codes`; nơi không cần mã ghi not_applicable.
    Bỏ sót: mã có được cấp thật không; doanh nghiệp, hội đồng; đơn vị dưới sở. Độ sâu không đếm riêng: suy ra từ mã cấp
      trên ở từng cấp.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for body in model.origin.organisations:
        if body.electronic_id:
            holders[body.electronic_id].append(body.id)
    every = _bodies(model, day)
    silent = [body for body in every if not body.electronic_id]
    absent_of: dict[str, list[Blank]] = defaultdict(list)
    if silent and (city := speaks_for(model, every)):
        names = listed(body.id for body in silent)
        absent_of[city.id].append(Blank("'electronic_id'", Words(f"của cơ quan {names}", f"of bodies {names}")))
    for body in every:
        wrong, absent = weighed(model, body, day, holders) if body.electronic_id else ([], [])
        absent = [*absent_of.pop(body.id, []), *absent]
        if wrong:
            told = together(wrong)
            yield Finding(
                body,
                Words(f"mã '{body.electronic_id}' của '{body.id}' {told.vi}",
                      f"the code '{body.electronic_id}' of '{body.id}' {told.en}"),
                Words("ghi mã được cấp, viết từ cấp trên xuống; mã cũ để trong 'codes'",
                      "write the code as issued, highest level first; keep older ones under 'codes'"),
            )  # fmt: skip
        elif absent:
            yield unstated(body, absent)
    for id, absent in absent_of.items():
        yield unstated(model[id], absent)
