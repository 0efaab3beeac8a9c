"""SEC-02: declared levels below what the criteria of the law give."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.sec.floors import TRAITS, Floor, facts_of, floors
from archmodel.checks.sec.levels import System, coming_systems, own_systems, security_of
from archmodel.model.model import Model
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> Iterator[tuple[System, int | None, list[Floor]]]:
    """The systems with a level, approved or proposed, or with facts that ask for more than the lowest."""
    for system in (*own_systems(model, day), *coming_systems(model, day)):
        security = security_of(system)
        level, least = security.level or security.proposed_level, list(floors(model, system, day))
        if level is not None or max(floor.sure for floor in least) > 1:
            yield system, level, least


@rule(
    "SEC-02",
    Severity.ERROR,
    title=Words(
        "Cấp độ khai báo không thấp hơn tiêu chí pháp luật", "Declared level is not below what the criteria give"
    ),
    scope=lambda model, day: [system.id for system, _, _ in _judged(model, day)],
    cites=(
        "ND331_2026:Điều 9; Điều 11; Điều 12; Điều 13 khoản 2, khoản 3; Điều 14 khoản 2",
        "ND85_2016:Điều 8; Điều 9; Điều 10",
    ),
    plan=("KH130-GP5",),
    tier="law",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Security level below what the law's criteria give the system.

    Why: a level set too low leaves out safeguards the law asks for; the criteria count, not the wish.
    Found: a level, approved or proposed, below the floor that category, reach, personal data and numbers of subjects give
      by the decree of the day. It is insufficient where no level is recorded though facts ask for 2 or more, where a fact
      that could raise the floor is missing, where state secrets are accessed, and between 1/7 and 18/8/2026 where the
      old and the new decree differ.
    Fix: raise the level and have it approved again; or complete the field the message names.
    Misses: conditional business services, national systems that may never stop (level 4), services of a body's own kind
      other than portals and procedure handling: the catalogue has no facts for them. Levels are never found too high.
    Vì sao: cấp độ thấp hơn tiêu chí thì thiếu biện pháp luật buộc có.
    Phát hiện: cấp độ (đã duyệt hoặc đề xuất) thấp hơn mức mà loại, phạm vi, dữ liệu cá nhân và số chủ thể buộc có theo nghị
      định của ngày xét. Chưa đủ cơ sở khi chưa ghi cấp độ dù dữ kiện đòi từ cấp 2, thiếu dữ kiện có thể nâng mức, có bí mật
      nhà nước, hoặc từ 01/7 tới 18/8/2026 khi nghị định cũ và mới khác nhau.
    Khắc phục: nâng cấp độ và trình duyệt lại; hoặc bổ sung trường nêu trong thông báo.
    Bỏ sót: dịch vụ kinh doanh có điều kiện, hệ thống quốc gia không được dừng (cấp 4): chưa có dữ kiện. Không xét cấp độ cao hơn mức.
    """
    for system, level, least in _judged(model, day):
        low, high = min(floor.sure for floor in least), max(least, key=lambda floor: floor.sure)
        open_fields = {field for floor in least for at_least, field in floor.open if at_least > (level or 0)}
        secret = [item.id for item in facts_of(model, system, day).data if item.state_secret]
        if level is not None and level < low:
            yield Finding(system, _told(system, high, level), _FIX)
        elif level is None:
            yield Finding(system, _told(system, high, None), _record("security.level"), Outcome.INSUFFICIENT)
        elif level < high.sure:
            yield Finding(system, _told(system, high, level), _BETWEEN, Outcome.INSUFFICIENT)
        elif secret:
            names = ", ".join(secret)
            yield Finding(
                system,
                Words(
                    f"'{system.id}' truy cập bí mật nhà nước: {names}", f"'{system.id}' accesses state secrets: {names}"
                ),
                Words("xác định cấp độ bằng hồ sơ riêng", "have the level set by hand"),
                Outcome.INSUFFICIENT,
            )
        elif open_fields:
            fields = ", ".join(sorted(open_fields))
            yield Finding(
                system,
                Words(f"'{system.id}' cấp {level}: chưa ghi {fields} nên chưa biết tiêu chí có đòi cao hơn",
                      f"'{system.id}' has level {level}: {fields} not stated, which could ask for more"),
                _record(fields),
                Outcome.INSUFFICIENT,
            )  # fmt: skip


_FIX = Words("nâng cấp độ và trình phê duyệt lại", "raise the level and have it approved again")
_BETWEEN = Words(
    "đối chiếu theo NĐ 331/2026 từ 19/8/2026; tạm lấy mức cao hơn", "judge by the new decree from 19/8/2026; take the higher meanwhile"
)  # fmt: skip


def _record(fields: str) -> Words:
    return Words(f"ghi {fields}", f"record {fields}")


def _told(system: System, floor: Floor, level: int | None) -> Words:
    trait = TRAITS[floor.criterion.trait] if floor.criterion else Words("", "")
    clause = floor.criterion.clause if floor.criterion else ""
    has = Words("chưa ghi cấp độ", "no level recorded") if level is None else Words(f"cấp {level}", f"level {level}")
    return Words(
        f"'{system.id}' {has.vi}, trong khi {trait.vi} nên ít nhất cấp {floor.sure} ({floor.decree.instrument} {clause})",
        f"'{system.id}': {has.en}, at least {floor.sure} because {trait.en} ({floor.decree.instrument} {clause})",
    )
