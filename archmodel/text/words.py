"""A message in the two languages of the product, side by side where it is written."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str

    def to(self, lang: str) -> str:
        """The words in ``lang``; anything but ``"en"`` is Vietnamese, the language of the field."""
        return self.en if lang == "en" else self.vi
