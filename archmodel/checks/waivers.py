"""Waivers at work: which findings they cover, and which of them have gone stale. A stale waiver is a finding itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from archmodel.checks.rule import Finding, Rule, Severity, rule
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.waiver import Waiver
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


class WaiverBook:
    """The waivers of a model on a day; it remembers which were used."""

    def __init__(self, waivers: Iterable[Waiver], day: str) -> None:
        self._waivers = tuple(waivers)
        self._day = day
        self._used: set[tuple[str, str]] = set()
        self._covering: dict[tuple[str, str], list[Waiver]] = defaultdict(list)
        for waiver in self._waivers:
            for id in waiver.elements:
                self._covering[waiver.rule, id].append(waiver)

    def waive(self, finding: Finding) -> Finding:
        """The finding, marked with the waiver that covers it on the day, if one does."""
        for waiver in self._covering.get((finding.code, finding.subject), ()):
            self._used.add((waiver.id, finding.subject))
            if (waiver.since or "") <= self._day < waiver.until:
                return replace(finding, waived=waiver)
        return finding

    def stale(self, ran: set[str], known: set[str]) -> Iterator[Finding]:
        """A finding for each waiver that has ended or covers nothing; waivers of rules that did not run are left be."""
        for waiver in self._waivers:
            about = Element(kind="waiver", id=waiver.id, name=waiver.rule, place=waiver.place)
            if waiver.rule not in known:
                guess = nearest(waiver.rule, known)
                yield self._finding(
                    about,
                    Words(f"ngoại lệ '{waiver.id}' nêu quy tắc không có: '{waiver.rule}'",
                          f"waiver '{waiver.id}' names a rule that does not exist: '{waiver.rule}'"),
                    Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
                    if guess
                    else Words("sửa mã quy tắc; xem archmodel rules", "mend the code; see archmodel rules"),
                )  # fmt: skip
            elif waiver.rule not in ran:
                continue
            elif waiver.until <= self._day:
                yield self._finding(
                    about,
                    Words(f"ngoại lệ '{waiver.id}' đã hết hạn từ {waiver.until}",
                          f"waiver '{waiver.id}' ended on {waiver.until}"),
                    Words("khắc phục phát hiện, hoặc xin gia hạn có lý do", "mend the finding, or renew the waiver with a reason"),
                )  # fmt: skip
            else:
                for id in waiver.elements:
                    if (waiver.id, id) not in self._used:
                        yield self._finding(
                            about,
                            Words(f"ngoại lệ '{waiver.id}' không còn phát hiện nào của {waiver.rule} tại '{id}'",
                                  f"waiver '{waiver.id}' matches no finding of {waiver.rule} on '{id}'"),
                            Words("xóa ngoại lệ, hoặc bỏ mã này khỏi 'elements'", "remove the waiver, or this id from its elements"),
                        )  # fmt: skip

    def _finding(self, about: Element, message: Words, fix: Words) -> Finding:
        return Finding(about, message, fix, rule=STALE_WAIVER)


@rule(
    "WAIVER-01",
    Severity.WARNING,
    title=Words("Ngoại lệ còn hạn và còn cần", "Waivers are current and needed"),
    scope=lambda model, day: [waiver.id for waiver in model.waivers],
    practice="import-linter: an exemption that matches nothing is itself an error",
)
def _stale_waiver(model: Model, day: str) -> Iterator[Finding]:
    """Waivers that have ended or that no finding needs.

    Why: an exception that outlives its reason hides the next mistake.
    Found: a waiver whose end has come, whose rule does not exist, or whose finding is gone.
    Fix: mend what it excused, renew it with a reason and a new end, or remove it.
    Misses: waivers of rules that were not run.
    Vì sao: ngoại lệ tồn tại quá lý do của nó sẽ che sai sót kế tiếp.
    Phát hiện: ngoại lệ đã hết hạn, nêu quy tắc không có, hoặc không còn phát hiện nào cần nó.
    Khắc phục: sửa điều đã được miễn, gia hạn có lý do, hoặc xóa.
    Bỏ sót: ngoại lệ của quy tắc không chạy.
    """
    yield from ()


STALE_WAIVER: Rule = _stale_waiver
