"""Which fields a page shows, withholds or asks for, and what it calls what is no field.

Labels of fields live with the model; values are put into words by ``fields``.
"""

from __future__ import annotations

from archmodel.model.labels import FIELDS
from archmodel.model.relations import RELATIONS
from archmodel.text.words import Words

TOLD_ELSEWHERE = frozenset({"kind", "id", "name", "name_status", "evidence", "place", "unknown", "not_applicable"})
"""Fields that a page shows in a place of their own."""

EXPECTED: dict[str, tuple[str, ...]] = {
    "application": ("record", "category", "scope", "sharing", "state", "disposition", "contact"),
    "dataset": ("record", "category", "scope", "sharing", "state", "disposition", "personal_data", "contact"),
    "node": ("record", "category", "scope", "sharing", "state", "disposition", "contact"),
    "network": ("record", "category", "scope", "sharing", "state", "disposition", "contact"),
    "interface": ("record", "category", "state"),
    "organisation": ("tier", "electronic_id"),
    "task": ("state", "deadlines"),
    "goal": ("target", "due"),
    "document": ("number", "issued", "issuer"),
}
"""Fields whose absence is worth a row of its own; the absence of others is told in one line."""

_OF_RELATIONS: dict[str, Words] = {
    "via": Words("Nền tảng đi qua", "Platforms crossed"),
    "purpose": Words("Mục đích", "Purpose"),
    "mechanism": Words("Cơ chế", "Mechanism"),
    "frequency": Words("Tần suất", "Frequency"),
    "protection": Words("Bảo vệ", "Protection"),
    "authenticated": Words("Có xác thực", "Authenticated"),
    "encrypted": Words("Có mã hóa", "Encrypted"),
    "logged": Words("Có ghi nhật ký", "Logged"),
    "network": Words("Mạng truyền", "Network"),
}
"""Fields of relations that remedies name."""


def field_words(field: str, lang: str) -> str:
    """A field or relation as people call it, with its key; the parts of a group go by the name of the group."""
    head = field.partition(".")[0]
    words = FIELDS.get(head) or _OF_RELATIONS.get(head)
    if words is None and head in RELATIONS:
        words = RELATIONS[head].forward
    name = words.to(lang) if words else ""
    return f"{name[:1].upper()}{name[1:]} [{field}]" if name else f"[{field}]"
