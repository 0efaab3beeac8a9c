"""KH130-20: old mail domains that lead nowhere, and a mail system without a directory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archmodel.analysis.bodies import dissolved, in_effect
from archmodel.checks.kh130.lists import Blank, unstated
from archmodel.checks.kh130.mail_domains import is_closed, lost_mail, old_domains, unknown_forwarding
from archmodel.checks.kh130.national_link import ties, works
from archmodel.checks.kh130.platforms import kept
from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.model import Model
from archmodel.text.words import Words


def _judged(model: Model, day: str) -> Iterable[str]:
    if not in_effect(model, day):
        return ()
    main = kept(model, "email", day)
    return {*(page.id for page in old_domains(model, day)), *((main.id,) if main else ())}


@rule(
    "KH130-20",
    Severity.WARNING,
    title=Words(
        "Truy cập thư cũ, chuyển tiếp địa chỉ cũ và liên kết danh bạ",
        "Old mail reachable, forwarding at first, directory linked",
    ),
    scope=_judged,
    cites=("KH130:Phụ lục, mục II.4",),
    plan=("KH130-SP4.2", "KH130-SP4.3"),
    tier="must",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Old mail domain closed without forwarding, or mail system not tied to a directory.

    Why: people go on writing to the address they know; what arrives at a closed domain is lost without a word.
    Found: a domain with a recorded end that forwards nowhere and has no decision saying why; forwarding that starts
      after the end, runs in a circle or leads to a domain out of work; a mail system whose flow with a directory does
      not work. Forwarding without `since` and `until`, a target without `state`, no directory flow on record, and
      dissolved bodies without any mail domain on record are insufficient.
    Fix: put `forwards_to` with `since` and `until` on the old domain, or `governed_by` the decision not to forward.
    Misses: mail kept in old stores (no data set of mail is recorded); whether the directory lists the units of today
      (no relation says whom a directory lists); a domain still open, which needs no forwarding.
    Vì sao: người dân, cơ quan vẫn gửi tới địa chỉ đã biết; thư đến tên miền đã đóng là mất mà không ai hay.
    Phát hiện: tên miền đã ghi kết thúc mà không chuyển tiếp, không có quyết định nêu lý do; chuyển tiếp bắt đầu sau
      ngày đóng, chạy vòng hoặc dẫn tới tên miền đã dừng; luồng với danh bạ không hoạt động. Chuyển tiếp thiếu `since`,
      `until`, nơi nhận thiếu `state`, chưa ghi luồng danh bạ, cơ quan giải thể chưa ghi tên miền thư nào: chưa đủ cơ sở
      đánh giá.
    Khắc phục: ghi `forwards_to` kèm `since`, `until` ở tên miền cũ, hoặc `governed_by` quyết định không chuyển tiếp.
    Bỏ sót: thư lưu ở kho cũ (danh mục chưa có dữ liệu thư); danh bạ có khớp đơn vị hiện nay không (không có quan hệ
      nêu danh bạ gồm ai); tên miền còn mở thì không cần chuyển tiếp.
    """
    old = old_domains(model, day)
    for domain in old:
        if not is_closed(domain, day):
            continue
        if lost := lost_mail(model, domain, day):
            yield Finding(
                domain,
                Words(f"tên miền thư '{domain.id}' {lost.vi}", f"mail domain '{domain.id}' {lost.en}"),
                Words("ghi 'forwards_to' kèm 'since', 'until', hoặc 'governed_by' quyết định",
                      "add 'forwards_to' with 'since' and 'until', or 'governed_by' the decision"),
            )  # fmt: skip
        elif blanks := unknown_forwarding(model, domain, day):
            yield unstated(domain, blanks)
    main = kept(model, "email", day)
    if main is None:
        return
    directories = [a.id for a in model.applications if a.category == "directory"]
    wrong, absent = works(ties(model, (main.id,), directories), day, Words("danh bạ điện tử", "a directory"))
    for told in wrong:
        yield Finding(
            main,
            Words(f"'{main.id}': {told.vi}", f"'{main.id}': {told.en}"),
            Words("nối hệ thống thư với danh bạ", "tie the mail system to the directory"),
        )
    bodies = dissolved(model, day)
    if bodies and not old:
        absent.append(
            Blank(
                "interface (category: mail_domain)",
                Words(f"của {len(bodies)} cơ quan đã giải thể", f"of {len(bodies)} dissolved bodies"),
            )
        )
    if absent:
        yield unstated(main, absent)
