"""How a day, month or year is written for readers: 01/7/2025 in Vietnamese, ISO in English.

Vietnamese administrative form (decree 30/2020/NĐ-CP): a leading zero for days below 10 and for months 1 and 2.
"""

from __future__ import annotations


def written(day: str, lang: str) -> str:
    """An ISO day of any precision as readers of ``lang`` write it; text that is no day is returned as it is."""
    parts = day.split("-")
    if lang == "en" or len(parts) > 3 or not all(part.isdigit() for part in parts):
        return day
    year, *rest = parts
    if not rest:
        return year
    month = rest[0] if int(rest[0]) < 3 else str(int(rest[0]))
    return f"{month}/{year}" if len(rest) == 1 else f"{rest[1]}/{month}/{year}"
