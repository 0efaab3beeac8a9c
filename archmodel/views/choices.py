"""A choice among words a picture knows; anything else is told with the words there are."""

from __future__ import annotations

from archmodel.errors import ArchmodelError
from archmodel.text.vietnamese import nearest
from archmodel.text.words import Words


def one_of(choice: str, known: tuple[str, ...]) -> str:
    """The choice itself.

    Raises:
        ArchmodelError: it is none of the known ones.
    """
    if choice in known:
        return choice
    guess = nearest(choice, known)
    shown = ", ".join(known)
    raise ArchmodelError(
        Words(f"hình vẽ không có lựa chọn '{choice}'", f"the picture knows no choice '{choice}'"),
        Words(f"ý bạn là '{guess}'?", f"did you mean '{guess}'?")
        if guess
        else Words(f"dùng một trong: {shown}", f"use one of: {shown}"),
    )
