"""DUP-03: data collected again although its original is at hand."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active, is_family, is_own
from archmodel.checks.dup.originals import masters_of, unsettled
from archmodel.checks.rule import Finding, Outcome, Severity, rule
from archmodel.checks.telling import listed, places, together
from archmodel.model.elements import Dataset, Entity
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Relation
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> dict[Dataset, list[Relation]]:
    """The City's own data sets that work or may, with what they are recorded to contain."""
    found: dict[Dataset, list[Relation]] = {}
    for data in model.datasets:
        if is_own(data) and not is_family(data) and is_active(data, day) is not False:
            held = [r for r in model.outgoing(data.id, "contains") if r.holds_on(day)]
            if held:
                found[data] = held
    return found


@rule(
    "DUP-03",
    Severity.WARNING,
    title=Words("Không thu thập lại dữ liệu đã có", "Data that already exists is not collected again"),
    scope=lambda model, day: [data.id for data in _judged(model, day)],
    cites=(
        "KH130:Phụ lục, mục I.2",
        "ND224_2026:Điều 15 khoản 1 điểm d; Điều 23 khoản 5",
        "ND47_2020:Điều 5 khoản 2",
    ),
    plan=("KH130-GP2",),
    tier="must",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Data set filled by hand although another holds the original.

    Why: who is asked twice answers twice, and two versions of one person, parcel or firm begin to differ.
    Found: an own data set that contains an entity mastered elsewhere (`mastered_in`), is written by a system, and takes
      no flow from the master. One stated to be an original (`master`) may do without. Where the master, the writer, the mode
      of access, the state of a flow or the state of the data set is not recorded, or what it contains is only our own
      reading, it is insufficient.
    Fix: feed it from the master (`flow`) or say whose copy it is (`copy_of`); or give the `contains` relation a
      `reason`.
    Misses: single fields of a form: forms are not recorded, so pre-filling is judged by the data set. Who writes to
      an entity directly, without a data set, is not judged.
    Vì sao: hỏi hai lần thì có hai câu trả lời; hai bản về một người, thửa đất, doanh nghiệp bắt đầu lệch nhau.
    Phát hiện: dữ liệu của Thành phố chứa thực thể đã có bản gốc nơi khác (`mastered_in`), có hệ thống ghi vào mà không
      nhận luồng từ bản gốc. Dữ liệu ghi rõ là bản gốc (`master`) không cần `mastered_in`. Chưa ghi bản gốc, hệ thống ghi, kiểu truy
      cập, trạng thái luồng, trạng thái dữ liệu, hoặc nội dung mới do danh mục suy ra: chưa đủ cơ sở đánh giá.
    Khắc phục: cấp dữ liệu từ bản gốc (`flow`), hoặc ghi là bản sao (`copy_of`); hoặc ghi `reason` ở quan hệ `contains`.
    Bỏ sót: từng trường của biểu mẫu: danh mục không có biểu mẫu nên xét theo bộ dữ liệu. Không xét việc ghi thẳng vào
      thực thể không qua bộ dữ liệu nào.
    """
    for data, held in _judged(model, day).items():
        absent: list[Words] = []
        again: list[tuple[Element, list[Element]]] = []
        for relation in held:
            entity = model.elements.get(relation.target)
            if not isinstance(entity, Entity) or relation.reason or data.copy_of:
                continue
            masters = masters_of(model, entity, day)
            if not masters and not data.master:
                absent.append(Words(f"'mastered_in' của '{entity.id}'", f"'mastered_in' of '{entity.id}'"))
            elif masters:
                missing = unsettled(model, data, relation, masters, day)
                absent += missing or ()
                if missing == []:
                    again.append((entity, masters))
        if again:
            yield _again(data, again)
        elif absent:
            told = together(list(dict.fromkeys(absent)))
            yield Finding(
                data,
                Words(f"'{data.id}' có thể thu thập lại; chưa rõ {told.vi}", f"'{data.id}' may collect again; not certain: {told.en}"),
                Words(f"bổ sung {told.vi}", f"add {told.en}"),
                Outcome.INSUFFICIENT,
            )  # fmt: skip


def _again(data: Dataset, again: list[tuple[Element, list[Element]]]) -> Finding:
    entities = listed(entity.id for entity, _ in again)
    masters = [master for _, found in again for master in found]
    ids = listed(master.id for master in masters)
    return Finding(
        data,
        Words(
            f"'{data.id}' tự thu thập {entities} dù bản gốc ở {ids}, không có luồng nhận về",
            f"'{data.id}' collects {entities} itself although {ids} holds the original, and takes no flow from there",
        ),
        Words(
            "ghi luồng từ bản gốc, hoặc 'copy_of', hoặc 'reason' ở quan hệ 'contains'",
            "record a flow from the master, or 'copy_of', or a 'reason' on the 'contains' relation",
        ),
        see=places(masters),
    )
