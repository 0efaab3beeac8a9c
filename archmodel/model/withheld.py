"""What a public edition leaves out: fields by kind and condition, and patterns nothing published may match.

The one home of the list: narrowing (``archmodel.analysis.audience``) takes the values out, rule DOC-05 looks for what is
left, in records and in the files written. Words stand in for a text whose presence rules ask for; other values go.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from archmodel.text.vietnamese import folded
from archmodel.text.words import Words

Audience = Literal["public", "internal"]
AUDIENCES: dict[Audience, Words] = {
    "public": Words("Bản công khai", "Public edition"),
    "internal": Words("Bản nội bộ", "Internal edition"),
}
"""What the two editions are called."""
HIDDEN = Words("Không công bố", "Not published")
"""What stands in a public edition for a text that is recorded and not published."""


class Group(NamedTuple):
    """A reason to withhold: what it covers, in words, and the clauses it rests on."""

    key: str
    words: Words
    cites: tuple[str, ...]


_GUIDE = "DRAFT_GUIDE"
GROUPS: dict[str, Group] = {
    group.key: group
    for group in (
        Group("security", Words("chi tiết an toàn, kết quả đánh giá, biện pháp bảo vệ", "security details, assessments and safeguards"),
              (_GUIDE, "ND224_2026:Điều 24 khoản 2 điểm d")),
        Group("contact", Words("đầu mối liên hệ", "contacts"), (_GUIDE, "LUAT91")),
        Group("note", Words("ghi chú nội bộ", "internal notes"), (_GUIDE,)),
        Group("address", Words("địa chỉ giao diện nội bộ, địa chỉ quản trị", "addresses of internal and admin interfaces"), (_GUIDE,)),
        Group("secret", Words("đối tượng thuộc bí mật nhà nước", "what is classed state secret"),
              (_GUIDE, "ND224_2026:Điều 24 khoản 2 điểm d")),
        Group("pattern", Words("địa chỉ máy, hộp thư riêng, mật khẩu, số định danh trong lời văn",
                               "hosts, private mailboxes, passwords and identity numbers within texts"), (_GUIDE, "LUAT91")),
    )
}  # fmt: skip
"""Why something is withheld, by key."""


class Withheld(NamedTuple):
    """A field that is withheld: of these kinds (all when empty), as a path of names, for the reason of a group.

    ``stands`` where words take the place of a text, so that what asks whether it is recorded still answers truly.
    """

    kinds: frozenset[str]
    path: tuple[str, ...]
    group: str
    stands: bool = False


def _row(kinds: str, path: str, group: str, *, stands: bool = False) -> Withheld:
    return Withheld(frozenset(kinds.split()), tuple(path.split(".")), group, stands)


FIELDS: tuple[Withheld, ...] = (
    _row("", "note", "note"),
    _row("", "state_note", "note", stands=True),
    _row("", "evidence.note", "note"),
    _row("", "contact", "contact", stands=True),
    _row("", "unknown.contact", "contact", stands=True),
    _row("organisation", "security_contact", "contact", stands=True),
    _row("", "security", "security"),
    _row("application", "quality.logs", "security", stands=True),
    _row("application", "quality.backup", "security", stands=True),
    _row("interface", "access", "security", stands=True),
    _row("interface", "logging", "security", stands=True),
    _row("control", "description", "security"),
    _row("flow", "protection", "security", stands=True),
    _row("flow", "network", "security", stands=True),
    _row("flow", "authenticated", "security"),
    _row("flow", "encrypted", "security"),
    _row("flow", "logged", "security"),
    _row("waiver", "reason", "note", stands=True),
    _row("waiver", "granted_by", "contact", stands=True),
)
"""Every field withheld whatever it holds; ``flow`` and ``waiver`` stand beside the kinds of element."""
RELATIONS: dict[str, frozenset[str]] = {
    "protects": frozenset(),
    "evidenced_by": frozenset({"incident_plan"}),
}
"""Relations withheld as security details, by type, with the roles it holds for (all when empty)."""
_OPEN_ADDRESSES = frozenset({"url", "mail_domain"})
_INNER = re.compile(r"\b(?:noi bo|mang rieng|quan tri|lan|vpn|intranet|internal|admin|private)\b")

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
"""What gives a secret away wherever it stands in a text."""
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_WHOLE = {"address": r"[^\s,;]*", "host": r"[^\s,;]*", "admin": r"[^\s,;]*", "secret": r"\S*"}


def is_held(kind: str, name: str) -> bool:
    """Whether a field of a kind of element is withheld, whatever it holds, with no word in its place.

    An address counts: some are withheld, and telling which would tell of them.
    """
    if name == "address":
        return True
    return any(row.path == (name,) and not row.stands and (not row.kinds or kind in row.kinds) for row in FIELDS)


def is_official(host: str, domain: str | None) -> bool:
    """Whether a mailbox at ``host`` is one of a state body."""
    return host.endswith(".gov.vn") or host == domain


def is_inner(category: str | None, address: str, access: str | None) -> bool:
    """Whether an address is not one the public is meant to open: what is not known to be public is not published."""
    return (
        category not in _OPEN_ADDRESSES
        or _INNER.search(folded(access or "")) is not None
        or masked(address, None) != address
    )


@lru_cache(maxsize=65_536)
def masked(text: str, domain: str | None) -> str:
    """The text with whatever matches a pattern replaced, up to the end of its word, and private mailboxes as well."""
    for name, (_, pattern) in PATTERNS.items():
        if pattern.search(text):
            rest = _WHOLE.get(name, "")
            flags, source = pattern.flags, pattern.pattern
            bare = source.removeprefix("(?i)")
            text = re.sub(rf"(?:{bare}){rest}", f"[{HIDDEN.vi}]", text, flags=flags)
    if "@" in text:
        text = MAIL.sub(lambda found: found[0] if is_official(found[1], domain) else f"[{HIDDEN.vi}]", text)
    return text
