"""KH130-30: dissolved bodies whose records have no archive, holder or state of digitisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.activity import is_active, unsettled
from archmodel.analysis.bodies import in_effect, users
from archmodel.checks.kh130.archives import holders, is_lost, of_bodies, unarchived
from archmodel.checks.kh130.lists import Blank, listed, unstated
from archmodel.checks.kh130.platforms import own_systems
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.checks.telling import places
from archmodel.model.elements import Application, Dataset
from archmodel.model.model import Model
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> Iterable[str]:
    bodies = of_bodies(model, day) if in_effect(model, day) else {}
    if not bodies:
        return ()
    systems = {system.id for system in own_systems(model, "archive")}
    asked = systems or ({model.settings.owner or ""} & model.elements.keys())
    return {*(id for id, archives in bodies.items() if archives), *unarchived(model, day), *asked}


@rule(
    "KH130-30",
    Severity.WARNING,
    title=Words(
        "Tài liệu, dữ liệu của đơn vị giải thể được số hóa và giao nộp lưu trữ",
        "Records of dissolved units are digitised and handed to archives",
    ),
    scope=_judged,
    cites=("KH130:Mục 3", "CV851", "LUAT33", "ND113_2025", "QCVN12_2026"),
    plan=("KH130-T3a",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Dissolved body whose records have no archive, or one with no holder, state of digitisation or working home.

    Why: a dissolved body cannot hand its papers over later; who needs a title or a decision of 1998 asks the archive.
    Found: an archive of a dissolved body that is out of use or kept where nothing works any more; archive systems of
      which none works. Dissolved bodies without an archive (named together, about the body of today above them); an
      archive without a holder of today, `digitised` or `confirmed_on`; an archive system without `state`, security
      assessment or `used_by` the holders, or none on record, are insufficient.
    Fix: record a data set of the category archive that `concerns` the body (or the group), `owned_by` its holder, with
      `digitised` and `confirmed_on`; record the archive system.
    Misses: paper that was never listed; whether the archive system is of the national standard, so that the security
      assessment is asked of each.
    Vì sao: đơn vị giải thể rồi không nộp hồ sơ được nữa; ai cần giấy tờ, quyết định cũ chỉ còn hỏi lưu trữ.
    Phát hiện: dữ liệu lưu trữ của đơn vị giải thể không còn dùng hoặc nằm nơi không còn hoạt động; các hệ thống lưu trữ
      đều đã dừng. Đơn vị giải thể chưa ghi dữ liệu lưu trữ (nêu chung ở cơ quan cấp trên hiện nay); dữ liệu lưu trữ
      thiếu nơi giữ hiện nay, `digitised`, `confirmed_on`; hệ thống lưu trữ thiếu `state`, đánh giá an toàn, `used_by`
      nơi giữ, hoặc chưa có bản ghi: chưa đủ cơ sở đánh giá.
    Khắc phục: lập dữ liệu loại archive `concerns` đơn vị (hoặc nhóm), `owned_by` nơi giữ, có `digitised`,
      `confirmed_on`; lập bản ghi hệ thống lưu trữ.
    Bỏ sót: tài liệu giấy chưa từng lập danh mục; hệ thống lưu trữ có theo tiêu chuẩn quốc gia không, nên hỏi đánh giá an
      toàn ở mọi hệ thống.
    """
    bodies = of_bodies(model, day)
    told: dict[str, list[Blank]] = {}
    for above, silent in unarchived(model, day).items():
        of = Words(f"của đơn vị đã giải thể {listed(silent)}", f"of the dissolved {listed(silent)}")
        told.setdefault(above, []).append(Blank("dataset (category: archive)", of))
    systems = own_systems(model, "archive")
    if not systems and (owner := model.settings.owner) and owner in model:
        told.setdefault(owner, []).append(Blank("application (category: archive)"))
    for id, blanks in told.items():
        yield unstated(model.origin[id], blanks)
    for id, archives in bodies.items():
        if archives:
            yield from _of_body(model, id, archives, day)
    kept = (archive for archives in bodies.values() for archive in archives)
    receiving = sorted({holder for archive in kept for holder in holders(model, archive, day)})
    yield from _of_systems(model, systems, receiving, day)


def _of_body(model: Model, id: str, archives: list[Dataset], day: str) -> Iterator[Finding]:
    lost = [archive.id for archive in archives if is_lost(model, archive, day)]
    if len(lost) == len(archives):
        yield Finding(
            model.origin[id],
            Words(f"lưu trữ của '{id}' không còn dùng được: {listed(lost)}", f"the archive of '{id}' is out of use: {listed(lost)}"),
            Words("ghi 'archived_in' hoặc 'migrates_to' tới nơi lưu trữ đang hoạt động", "add 'archived_in' or 'migrates_to' to an archive at work"),
            see=places(archives),
        )  # fmt: skip
        return
    blanks = [_blanks(model, archive, day) for archive in archives if archive.id not in lost]
    if all(blanks):
        yield unstated(model.origin[id], blanks[0])


def _blanks(model: Model, archive: Dataset, day: str) -> list[Blank]:
    absent = [name for name in ("digitised", "confirmed_on") if getattr(archive, name) is None]
    absent = absent if holders(model, archive, day) else ["owned_by", *absent]
    fields = ", ".join(f"'{name}'" for name in absent)
    return [Blank(fields, Words(f"của lưu trữ '{archive.id}'", f"of the archive '{archive.id}'"))] if absent else []


def _of_systems(model: Model, systems: tuple[Application, ...], receiving: list[str], day: str) -> Iterator[Finding]:
    at_work = [system for system in systems if is_active(system, day) is not False]
    if systems and not at_work:
        yield Finding(
            systems[0],
            Words(f"hệ thống lưu trữ '{systems[0].id}' đã dừng, không có hệ thống khác", f"archive system '{systems[0].id}' has stopped and there is no other"),
            Words("đưa vào vận hành hệ thống lưu trữ; ghi 'state'", "put an archive system to work; state its 'state'"),
        )  # fmt: skip
    for system in at_work:
        using = users(model, (system.id,), day)
        security = system.security
        blanks = [Blank(f"'{unsettled(system)}'")] if is_active(system, day) is None else []
        if security is None or not (security.assessed_on or security.independent_check_on):
            blanks.append(Blank("'security.assessed_on'"))
        if without := [id for id in receiving if id not in using]:
            names = listed(without)
            blanks.append(Blank("'used_by'", Words(f"của nơi giữ {names}", f"for the holders {names}")))
        if blanks:
            yield unstated(system, blanks)
