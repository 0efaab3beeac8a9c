"""DOC-05: values a public page would print that must not be public."""

from __future__ import annotations

from collections.abc import Iterator

from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Dataset
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.model.withheld import MAIL, PATTERNS, is_official
from archmodel.text.words import Words

PRINTED = (
    "name", "name_en", "description", "note", "state_note", "address", "contact", "location", "access", "audience",
    "fallback", "content", "protection", "network", "source_file", "purpose",
)  # fmt: skip


@rule(
    "DOC-05",
    Severity.ERROR,
    title=Words("Bản công khai không lộ thông tin nhạy cảm", "The public version hides sensitive facts"),
    scope=lambda model, day: [*model.elements, *(flow.id for flow in model.flows)],
    cites=("DRAFT_GUIDE", "ND224_2026:Điều 24 khoản 2 điểm d", "LUAT91"),
    plan=("KH130-GP5",),
    tier="draft",
    confidence="medium",
)
def find(model: Model, day: str) -> Iterator[Finding]:
    """Printed value with a private address, an admin page, a password, an identity number or a private mailbox.

    Why: what is published once is copied for ever; an address and a login page are half an attack.
    Found: in the texts a public page prints, with its sources: private IPv4 and IPv6 addresses, private host names, admin
      pages, passwords and keys, 12-digit numbers like those of identity cards, mailboxes other than an official contact,
      and a data set classed as state secret.
    Fix: take the value out of the record, and out of the history of the files if it was real; change a leaked password.
    Misses: the files written from the model and their metadata; personal data in words; telephone numbers, which
      hotlines share with people. Public web addresses and official mailboxes of state bodies in `contact` are fine.
    Vì sao: đã công bố là bị sao chép mãi; có địa chỉ và trang đăng nhập là có nửa cuộc tấn công.
    Phát hiện: trong lời văn và nguồn mà trang công khai in ra: địa chỉ IP nội bộ, tên máy nội bộ, trang quản trị, mật
      khẩu và khóa, dãy 12 chữ số như số căn cước, hộp thư không phải đầu mối chính thức, dữ liệu thuộc bí mật nhà nước.
    Khắc phục: bỏ giá trị khỏi bản ghi, và khỏi lịch sử tệp nếu là thật; đổi mật khẩu đã lộ.
    Bỏ sót: tệp xuất từ mô hình và siêu dữ liệu của tệp; dữ liệu cá nhân bằng lời; số điện thoại vì đường dây nóng cũng
      là số điện thoại. Địa chỉ web công khai và hộp thư công vụ ở `contact` không bị nêu.
    """
    for record in (*model, *model.flows):
        found = list(_exposed(record, model.settings.domain))
        if isinstance(record, Dataset) and record.state_secret:
            found.append(("state_secret", Words("bí mật nhà nước", "a state secret")))
        if found:
            yield Finding(
                record,
                Words(
                    f"'{record.id}' để lộ " + "; ".join(f"{what.vi} ở '{field}'" for field, what in found),
                    f"'{record.id}' exposes " + "; ".join(f"{what.en} in '{field}'" for field, what in found),
                ),
                Words("bỏ khỏi bản ghi công khai", "take it out of the public record"),
            )


def _exposed(record: Element | Flow, domain: str | None) -> Iterator[tuple[str, Words]]:
    """Each field with something in it that must not be public; the value itself is not repeated."""
    texts = [(name, value) for name in PRINTED if isinstance(value := getattr(record, name, None), str)]
    texts += [("evidence", f"{item.document} {item.url or ''} {item.note or ''}") for item in record.evidence]
    for field, text in texts:
        for what, pattern in PATTERNS.values():
            if pattern.search(text):
                yield field, what
        if "@" in text and any(not (field == "contact" and is_official(found, domain)) for found in MAIL.findall(text)):
            yield field, Words("hộp thư", "a mailbox")
