"""Marks of an SVG document that any reader shows the same: numbers written one way, text made harmless."""

from __future__ import annotations

from html import escape


def number(value: float) -> str:
    """A number with at most one decimal, written one way on every machine."""
    return f"{value:.1f}".removesuffix(".0")


def safe(text: str | None) -> str:
    """Text made harmless: signs XML forbids and signs that turn the reading direction are dropped, the rest escaped."""
    return escape("".join(char for char in text or "" if _shown(char)), quote=True)


def _shown(char: str) -> bool:
    code = ord(char)
    turning = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return (
        (code >= 0x20 or char in "\t\n")
        and not turning
        and not 0xD800 <= code <= 0xDFFF
        and code not in {0x7F, 0xFFFE, 0xFFFF}
    )
