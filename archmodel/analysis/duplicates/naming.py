"""A name taken apart: what kind of thing, at what level, whose, and which words are left to tell its job.

``Phần mềm QLVB&ĐH phường Cửa Nam`` is a system, of the ward Cửa Nam, whose job is ``văn bản điều hành``. Place, level and
kind are read before anything is folded; what remains are ideas of the lexicon, acts, and words it does not know.
"""

from __future__ import annotations

from functools import lru_cache

from archmodel.analysis.duplicates.reading import Name, Reading
from archmodel.analysis.duplicates.slips import put_right
from archmodel.analysis.duplicates.spelling import is_bare
from archmodel.analysis.duplicates.wording import words_of
from archmodel.text.vietnamese import composed


@lru_cache(maxsize=1 << 17)
def taken_apart(name: str, own: frozenset[str] = frozenset(), *, body: bool = False) -> Name:
    """The name of a system as compared, or of a ``body``, whose abbreviations are others.

    ``own`` are the spelled words of the city's own name, which tell nothing in its own list.
    """
    text = composed(name).replace("Ð", "Đ").replace("ð", "đ")  # the Icelandic letter some keyboards write for đ
    words = words_of(" ".join(text.split()), body=body)
    bare = is_bare([word.written for word in words if not word.spelled_out])
    if body:
        return Reading(words, own, bare, bodies=True).read_body()
    return Reading(put_right(words, bare=bare), own, bare).read()
