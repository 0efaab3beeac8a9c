"""DOC-05: values a public page would print that must not be public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archmodel.checks.rule import Finding, Severity, rule
from archmodel.model.elements import Dataset
from archmodel.model.model import Model
from archmodel.model.record import Element
from archmodel.model.relations import Flow
from archmodel.text.words import Words

PRINTED = (
    "name", "name_en", "description", "note", "state_note", "address", "contact", "location", "access", "audience",
    "fallback", "content", "protection", "network", "source_file", "purpose",
)  # fmt: skip
_PRIVATE = r"(?:10|127)(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}"
PATTERNS: dict[str, tuple[Words, re.Pattern[str]]] = {
    "address": (
        Words("địa chỉ IP nội bộ", "a private IP address"),
        re.compile(rf"(?<![\d.])(?:{_PRIVATE})(?![\d.]*\d)|(?i:(?<![\w:])f(?:[cd][0-9a-f]{{2}}|e[89ab][0-9a-f])(?::[0-9a-f]{{0,4}}){{2,7}})"),
    ),
    "host": (
        Words("tên máy nội bộ", "a private host"),
        re.compile(r"(?i)\b(?:localhost|[a-z0-9-]+\.(?:local|lan|internal|corp))\b(?![.\w])"),
    ),
    "admin": (
        Words("địa chỉ quản trị", "an admin address"),
        re.compile(r"(?i)(?:\b(?:c?panel|phpmyadmin|wp-admin|wp-login|admin)\.[a-z0-9-]+\.[a-z]|/(?:wp-admin|wp-login|phpmyadmin|admin(?:istrator)?)(?:[/?#]|\.php|\s|$))"),
    ),
    "identity": (
        Words("dãy số như căn cước công dân", "a number like an identity card's"),
        re.compile(r"(?<![\w/=.-])0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}(?![\w/.-]*\d)"),
    ),
    "secret": (
        Words("mật khẩu hoặc khóa", "a password or key"),
        re.compile(r"(?i)(?:\b(?:password|passwd|mật khẩu|api[_ -]?key|secret)\s*[:=]\s*\S|-----BEGIN [A-Z ]*PRIVATE KEY)"),
    ),
}  # fmt: skip
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")


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
        if "@" in text and any(not _official(found, field, domain) for found in MAIL.findall(text)):
            yield field, Words("hộp thư", "a mailbox")


def _official(host: str, field: str, domain: str | None) -> bool:
    """Whether a mailbox at ``host`` is an official contact, where an official contact belongs."""
    return field == "contact" and (host.endswith(".gov.vn") or host == domain)
