"""KH130-16: document systems and users of them beyond the one the City keeps."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active
from archmodel.analysis.bodies import in_effect
from archmodel.checks.kh130.common_system import doubled, in_question, missing, surplus, unrecorded
from archmodel.checks.kh130.lists import unstated
from archmodel.checks.kh130.platforms import kept
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.model import Model
from archmodel.text.words import Words

WHAT = Words("hệ thống quản lý văn bản", "document system")


@rule(
    "KH130-16",
    Severity.ERROR,
    title=Words("Một hệ thống quản lý văn bản điều hành duy nhất", "One document-management system"),
    scope=lambda model, day: in_question(model, "docmgmt", day) if in_effect(model, day) else (),
    cites=("KH130:Phụ lục, mục II.3",),
    plan=("KH130-SP3.1", "KH130-SP3.4"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Document system beside the City's own one, or body that uses two.

    Why: documents that travel between two systems of one merged unit are lost, signed twice or answered late.
    Found: a second own document system at work without end and reason; an office that uses two, or whose only recorded
      use has ended. A system without `state`, offices no `used_by` speaks of (named together), and a City without any
      document system on record are insufficient.
    Fix: keep one system; give the others `until` and `state_note`; put `used_by` on the system, or `member_of` on the
      bodies a user group stands for.
    Misses: document-handling processes drawn twice, of which the catalogue records none; that units formed from the
      same predecessors share one system is judged for the whole City, not predecessor by predecessor.
    Vì sao: văn bản đi giữa hai hệ thống của một đơn vị sau sáp nhập dễ thất lạc, ký hai lần, xử lý chậm.
    Phát hiện: hệ thống văn bản thứ hai của Thành phố đang chạy mà không có ngày kết thúc và lý do; cơ quan dùng hai hệ
      thống, hoặc đã thôi dùng mà chưa có hệ thống thay. Hệ thống thiếu `state`, cơ quan không có `used_by` nào nhắc tới
      (nêu chung một lần), Thành phố chưa có bản ghi hệ thống nào: chưa đủ cơ sở đánh giá.
    Khắc phục: giữ một hệ thống; ghi `until` và `state_note` ở hệ thống còn lại; ghi `used_by`, hoặc `member_of` cho
      các cơ quan thuộc nhóm người dùng.
    Bỏ sót: quy trình xử lý văn bản vẽ hai lần (danh mục chưa có quy trình nào); việc các đơn vị cùng gốc dùng chung
      hệ thống được xét trên toàn Thành phố, không xét theo từng đơn vị cũ.
    """
    main = kept(model, "docmgmt", day)
    if main is None:
        yield from missing(model, "docmgmt", WHAT)
        return
    yield from surplus(model, "docmgmt", WHAT, day)
    yield from doubled(model, "docmgmt", WHAT, day)
    if is_active(main, day) and (absent := unrecorded(model, "docmgmt", day)):
        yield unstated(main, absent)
