"""What a failed validation says to a person: the fact and the remedy, from pydantic's error."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


def explain(error: dict[str, Any], known: Iterable[str]) -> tuple[Words, Words]:
    """Fact and remedy for one error of ``ValidationError.errors()``; ``known`` are the keys that would have been right."""
    name = field_name(error["loc"])
    kind, given, context = error["type"], error.get("input"), error.get("ctx", {})
    if kind == "union_tag_not_found":
        name, kind = context["discriminator"].strip("'"), "missing"
    elif kind == "union_tag_invalid":
        name, kind, given = context["discriminator"].strip("'"), "literal_error", context["tag"]
    if kind == "extra_forbidden":
        return _unknown(name, known)
    if kind == "missing":
        return (
            Words(f"thiếu trường '{name}'", f"the field '{name}' is missing"),
            Words(f"thêm '{name}:'", f"add '{name}:'"),
        )
    if kind == "literal_error":
        return _unlisted(name, given, allowed_values(context.get("expected") or context["expected_tags"]))
    if kind == "value_error":
        return _no_day(name, given, whole="whole" in str(error.get("msg", "")))
    expected, remedy = _wanted(kind, given, context)
    shown = _shown(given)
    return Words(
        f"'{name}' phải là {expected.vi}, không phải {shown}", f"'{name}' must be {expected.en}, not {shown}"
    ), remedy


def _unknown(name: str, known: Iterable[str]) -> tuple[Words, Words]:
    guess = nearest(name, known)
    return (
        Words(f"không có trường {_shown(name)}", f"there is no field {_shown(name)}"),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words("bỏ trường này, hoặc ghi vào 'note'", "remove it, or put it in 'note'"),
    )


def _unlisted(name: str, given: object, allowed: tuple[str, ...]) -> tuple[Words, Words]:
    shown, listed, guess = _shown(given), ", ".join(allowed), nearest(str(given), allowed)
    return (
        Words(
            f"'{name}' có giá trị {shown} ngoài danh mục", f"'{name}' has the value {shown}, which is not in its list"
        ),
        Words(f"ý bạn là '{guess}'? Danh mục: {listed}", f"did you mean '{guess}'? The list: {listed}")
        if guess
        else Words(f"danh mục: {listed}", f"the list: {listed}"),
    )


def _no_day(name: str, given: object, *, whole: bool) -> tuple[Words, Words]:
    shown = _shown(given)
    return (
        Words(f"'{name}' không phải là ngày: {shown}", f"'{name}' is not a day: {shown}"),
        Words("viết dạng 2025-07-01", "write it as 2025-07-01")
        if whole
        else Words("viết dạng 2025-07-01, 2025-07 hoặc 2025", "write it as 2025-07-01, 2025-07 or 2025"),
    )


def _wanted(kind: str, given: object, context: dict[str, Any]) -> tuple[Words, Words]:
    """What a value must be, and how to mend it."""
    if kind == "string_pattern_mismatch":
        return _PATTERN
    if kind == "string_too_long":
        most = context["max_length"]
        return Words(f"không dài quá {most} ký tự", f"at most {most} characters"), Words(
            "viết ngắn lại", "make it shorter"
        )
    if sign := _SIGNS.get(kind):
        limit = context.get("ge", context.get("le", context.get("gt", context.get("min_length"))))
        return Words(f"{sign} {limit}", f"{sign} {limit}"), Words("sửa giá trị", "mend the value")
    expected, remedy = _EXPECTED.get(kind.removesuffix("_type"), _EXPECTED["string"])
    if kind == "string_type" and isinstance(given, date):
        return expected, Words("đặt ngày trong dấu nháy", "put the day in quotes")
    return expected, remedy


def allowed_values(expected: str) -> tuple[str, ...]:
    """The values of a list as pydantic prints it: ``'a', 'b' or 'c'``."""
    return tuple(part.strip(" '") for part in expected.replace(" or ", ", ").split(","))


def field_name(loc: tuple[Any, ...]) -> str:
    """The last named part of a location."""
    return next((str(part) for part in reversed(loc) if isinstance(part, str)), "")


def _shown(given: Any) -> str:
    if isinstance(given, dict):
        return "{…}"
    if isinstance(given, list | tuple):
        return "[…]"
    text = str(given)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


_TEXT = Words("một dòng chữ", "text")
_EXPECTED = {
    "string": (
        _TEXT,
        Words("viết một giá trị, không phải danh sách hay nhóm", "write one value, not a list or a mapping"),
    ),
    "string_too_short": (_TEXT, Words("ghi giá trị, hoặc bỏ mục này", "write a value, or remove the item")),
    "bool": (Words("true hoặc false", "true or false"), Words("viết true hoặc false", "write true or false")),
    "int": (Words("số nguyên", "a whole number"), Words("viết số, không có dấu chấm hay chữ", "write digits only")),
    "tuple": (
        Words("một danh sách", "a list"),
        Words("viết mỗi mục một dòng, bắt đầu bằng '- '", "write one item a line, each beginning with '- '"),
    ),
    "dict": (
        Words("một nhóm khóa: giá trị", "keys with values"),
        Words("viết các khóa thụt vào bên dưới", "write the keys indented below"),
    ),
    "model": (
        Words("một nhóm khóa: giá trị", "keys with values"),
        Words("viết các khóa thụt vào bên dưới", "write the keys indented below"),
    ),
    "float": (Words("một số", "a number"), Words("viết dạng 0.85", "write it as 0.85")),
}
_SIGNS = {"greater_than_equal": "≥", "less_than_equal": "≤", "greater_than": ">", "too_short": "≥"}
_PATTERN = (
    Words("mã ASCII gồm chữ, số, '.', '_', '-'", "an ASCII code of letters, digits, '.', '_', '-'"),
    Words("bỏ dấu tiếng Việt, khoảng trắng và ký tự khác", "remove accents, spaces and other signs"),
)
