"""Three simple ways to find duplicates, to measure beside: a folded name, shared words, shared letters.

``likeness`` tells how alike two texts are, 0 to 1; ``near`` the closest of each text in a list, as far as the way allows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from archmodel.text.vietnamese import folded

CLOSEST = 5
_ALIKE = 85
_CHUNK = 500

Likeness = Callable[[Sequence[tuple[str, str]]], list[float]]


def folded_name(couples: Sequence[tuple[str, str]]) -> list[float]:
    """1 where two texts are the same without diacritics and case."""
    return [float(folded(one) == folded(other)) for one, other in couples]


def token_set(couples: Sequence[tuple[str, str]]) -> list[float]:
    """How many words are shared: token_set_ratio of the folded texts."""
    return [fuzz.token_set_ratio(folded(one), folded(other)) / 100 for one, other in couples]


def letters(couples: Sequence[tuple[str, str]]) -> list[float]:
    """The cosine of TF-IDF vectors of three to five letters within words."""
    texts = sorted({folded(text) for couple in couples for text in couple})
    at = {text: place for place, text in enumerate(texts)}
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(texts)
    left, right = (vectors[[at[folded(couple[side])] for couple in couples]] for side in (0, 1))
    return [float(value) for value in np.asarray(left.multiply(right).sum(axis=1)).ravel()]


LIKENESS: dict[str, Likeness] = {
    "folded exact name": folded_name,
    "rapidfuzz token_set": token_set,
    "character n-gram TF-IDF": letters,
}


def near_folded(names: Sequence[str]) -> int:
    """How many couples a star around the first of each folded name gives."""
    return len(names) - len(set(map(folded, names)))


def near_token_set(names: Sequence[str]) -> int:
    """How many couples are alike among names that share their rarest word; every block is compared whole."""
    words = [set(folded(name).split()) for name in names]
    seen = Counter(word for held in words for word in held)
    blocks: dict[str, set[str]] = defaultdict(set)
    for name, held in zip(names, words, strict=True):
        blocks[min(held, key=lambda word: (seen[word], word))].add(folded(name))
    found = 0
    for block in map(sorted, blocks.values()):
        for start in range(0, len(block), _CHUNK):
            rows = block[start : start + _CHUNK]
            scores = process.cdist(
                rows, block, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, dtype=np.uint8, workers=2
            )
            found += int(np.minimum((scores > 0).sum(axis=1) - 1, CLOSEST).sum())
    return found


def near_letters(names: Sequence[str]) -> int:
    """How many couples the five nearest of each distinct folded name give, each compared with all."""
    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), dtype=np.float32).fit_transform(
        sorted(set(map(folded, names)))
    )
    across, found = vectors.T.tocsr(), 0
    for start in range(0, vectors.shape[0], _CHUNK):
        shared = (vectors[start : start + _CHUNK] @ across).toarray()
        nearest = -np.partition(-shared, CLOSEST, axis=1)[:, : CLOSEST + 1]
        found += int(((nearest >= _ALIKE / 100).sum(axis=1) - 1).clip(0, CLOSEST).sum())
    return found


NEAR: dict[str, Callable[[Sequence[str]], int]] = {
    "folded exact name": near_folded,
    "rapidfuzz token_set": near_token_set,
    "character n-gram TF-IDF": near_letters,
}
