"""LIFE-07: technology past its support, and records nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.analysis.activity import is_active, is_family, is_own, unsettled
from archmodel.analysis.spans import months_later
from archmodel.checks.life.gathering import gathered
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Application, Node
from archmodel.model.model import Model
from archmodel.model.values import label
from archmodel.text.days import holds
from archmodel.text.words import Words

MONTHS_AHEAD = 12
_IDLE = {None, "undecided"}


def _judged(model: Model, day: str) -> Iterator[Application | Node]:
    every: tuple[Application | Node, ...] = (*model.applications, *model.nodes)
    for system in every:
        if is_own(system) and not is_family(system) and is_active(system, day) is not False:
            yield system


@rule(
    "LIFE-07",
    Severity.INFO,
    title=Words("Công nghệ hết hỗ trợ và rà soát định kỳ", "End of support and periodic review"),
    scope=lambda model, day: [system.id for system in _judged(model, day)],
    cites=("ND224_2026:Điều 21 khoản 2",),
    confidence="medium",
    practice="TOGAF technology portfolio catalogue",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """System or node whose maker no longer mends it, or whose record is old.

    Why: unsupported software keeps its holes; a record last looked at years ago describes another system.
    Found: an own application or node in use whose support (`support_until`) has ended without a decision, or ends
      within twelve months while it is to be kept; a record confirmed longer ago than `review_months`. Without
      `support_until`, `confirmed_on`, `state`, or a decision on support that ends soon, it is insufficient.
    Fix: decide (`disposition`, `disposition_on`) or record a waiver with the reason to keep it; confirm the record.
    Misses: parts of a system with support of their own; what the maker calls extended support. Where no maker supports
      it, put `support_until` into `not_applicable`.
    Vì sao: phần mềm hết hỗ trợ giữ nguyên lỗ hổng; bản ghi nhiều năm không xem lại là mô tả một hệ thống khác.
    Phát hiện: ứng dụng, nút của Thành phố đang dùng đã hết hỗ trợ (`support_until`) mà chưa có phương án, hoặc sẽ hết trong
      mười hai tháng mà phương án là giữ nguyên; bản ghi xác nhận đã quá `review_months` tháng. Chưa ghi `support_until`,
      `confirmed_on`, `state`, hoặc chưa có phương án khi sắp hết hỗ trợ: chưa đủ cơ sở đánh giá.
    Khắc phục: quyết định phương án (`disposition`, `disposition_on`) hoặc lập ngoại lệ ghi lý do giữ; xác nhận lại bản ghi.
    Bỏ sót: thành phần bên trong có hỗ trợ riêng; hỗ trợ kéo dài của hãng. Không hãng nào hỗ trợ thì ghi `support_until`
      vào `not_applicable`.
    """
    decide = Words(
        "ghi 'disposition', 'disposition_on', xác nhận lại 'confirmed_on'; giữ lại thì lập ngoại lệ nêu lý do",
        "state 'disposition', 'disposition_on', confirm anew ('confirmed_on'); to keep it, record a waiver with the reason",
    )
    last = months_later(day, -model.settings.review_months)
    for system in _judged(model, day):
        wrong, undecided = _support(system, day)
        seen = system.confirmed_on
        if seen and seen < last:
            months = model.settings.review_months
            wrong.append(
                Words(f"xác nhận {seen}, quá {months} tháng", f"confirmed on {seen}, over {months} months ago")
            )
        absent = [name for name in ("support_until", "confirmed_on") if not getattr(system, name)]
        absent = [name for name in absent if name not in system.not_applicable]
        absent += [unsettled(system)] if is_active(system, day) is None else []
        names = ", ".join(f"'{name}'" for name in absent)
        unstated = [Words(f"chưa ghi {names}", f"does not state {names}")] if absent else []
        fix = decide if wrong or undecided else Words(f"bổ sung {names}", f"add {names}")
        is_sure = is_active(system, day) is True
        yield from gathered(system, wrong if is_sure else [], [*undecided, *(() if is_sure else wrong), *unstated], fix)


def _support(system: Application | Node, day: str) -> tuple[list[Words], list[Words]]:
    """What is wrong with its support, and what is undecided of it."""
    end, plan = system.support_until, system.disposition
    if not end or holds(None, end, months_later(day, MONTHS_AHEAD)) or plan not in {*_IDLE, "keep"}:
        return [], []
    over = not holds(None, end, day)
    told = Words(
        f"{'hết hỗ trợ từ' if over else 'sẽ hết hỗ trợ'} {end}, phương án: {label('disposition', plan)}",
        f"support {'ended' if over else 'ends'} on {end}, disposition: {label('disposition', plan, 'en')}",
    )
    return ([], [told]) if plan in _IDLE and not over else ([told], [])
