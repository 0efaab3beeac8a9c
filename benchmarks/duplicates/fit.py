"""Learn what the numbers that tell how alike two jobs are say of them, and write it to ``weights.json`` of the package.

Learnt from the labelled pairs, but for the test side and what is held out: whole rows, then names and owners alone. The
lexicon was widened by these very pairs, so it knows their names better than it will know a stranger's; each pair is
therefore read a dozen times, each time with other ideas and phrases of the lexicon hidden.

    python benchmarks/duplicates/fit.py           # learn and write
    python benchmarks/duplicates/fit.py --check   # each set told by what the others teach; nothing is written
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from measure import Asked, figures, labelled, our_couples
from sklearn.ensemble import GradientBoostingClassifier

from archmodel.analysis.duplicates import lexicon
from archmodel.analysis.duplicates.aspects import NUMBERS, compared
from archmodel.analysis.duplicates.verdict import LIKELY, Alike, one_unit, ruled
from archmodel.analysis.duplicates.weighing import CERTAIN, TOLD, WEIGHTS, as_trees, chances

PACKAGE = Path(lexicon.__file__).parent
HIDDEN = ((0.0, 0.0), *[(0.05, 0.1)] * 3, *[(0.08, 0.15)] * 4, *[(0.1, 0.25)] * 2, *[(0.05, 0.3)] * 2)
"""How much of the lexicon is hidden in each reading: of its ideas, then of the phrases of the others.

Many readings, since it matters which ideas are hidden: some are of a tenth of the pairs.
"""

SEED, STEPS, RATE, FEWEST = 20261129, 160, 0.05, 40
Told = Mapping[str, Any]


class Example(NamedTuple):
    """A labelled pair in one reading: its numbers, whether it is weighed at all, its label, and what the same jobs would be."""

    numbers: tuple[float, ...]
    meets: bool
    label: str
    if_same: str
    set: str
    named_only: bool
    reading: int

    @property
    def told(self) -> str | None:
        """What the label says of the jobs; None of an overlap that the gates would make of the same jobs too."""
        if self.label == "overlap":
            return None if self.if_same == "overlap" else "partly"
        return "different" if self.label == "different" else "same"


def examples() -> list[Example]:
    """All pairs learnt from, in all readings, each reading in a process of its own."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        return [example for held in pool.map(_read, range(len(HIDDEN))) for example in held]


def _read(reading: int) -> list[Example]:
    phrases, drawn = lexicon.phrases, random.Random(SEED + reading)
    ideas, others = HIDDEN[reading]
    gone: dict[str, bool] = {}

    def some(*told: Any) -> Iterator[lexicon.Phrase]:
        for phrase in phrases(*told):
            known = phrase.sort in {"concept", "tool", "field"}
            hidden = known and (gone.setdefault(phrase.idea, drawn.random() < ideas) or drawn.random() < others)
            if not hidden:
                yield phrase

    lexicon.phrases = some
    return [example for at, held in enumerate(labelled()) for example in _of_set(str(at), held, reading)]


def taught(held: Sequence[Asked]) -> list[Asked]:
    """The pairs of a set that may be learnt from."""
    return [pair for pair in held if pair.split != "test" and not pair.split.endswith("held out")]


def _of_set(name: str, held: Sequence[Asked], reading: int) -> Iterator[Example]:
    asked = taught(held)
    for named_only in (False, True):
        couples, rarity = our_couples(asked, named_only=named_only)
        for pair, (one, other) in zip(asked, couples, strict=True):
            aspects = compared(one.job, other.job, rarity, one_agency=one_unit(one, other) is True)
            sure = ruled(one, other, Alike(aspects, CERTAIN)).verdict.value
            yield Example(aspects.numbers, aspects.meet, pair.verdict, sure, name, named_only, reading)


def learnt(told: Sequence[Example]) -> Told:
    """Trees over the numbers, as ``weights.json`` tells them."""
    used = [example for example in told if example.told and example.meets]
    model = GradientBoostingClassifier(
        init="zero", n_estimators=STEPS, learning_rate=RATE, max_depth=2, subsample=0.5, max_features=0.4,
        min_samples_leaf=FEWEST, random_state=SEED,
    )  # fmt: skip
    rows = np.round([example.numbers for example in used], 3)
    model.fit(rows, [example.told for example in used])
    trees = [
        (str(verdict), *_tree(tree.tree_))
        for step in model.estimators_
        for verdict, tree in zip(model.classes_, step, strict=True)
    ]
    found = {"numbers": NUMBERS, "trees": trees}
    ours, theirs = chances(rows, as_trees(found)), model.predict_proba(rows)
    order = [list(model.classes_).index(verdict) for verdict in TOLD[:2]]
    off = np.abs(ours - theirs[:, order]).max(axis=1) > 0.001  # where a number is a limit itself, rounding may turn it
    assert off.mean() < 0.01, "the trees written do not say what was learnt"
    return found


def _tree(tree: Any) -> tuple[list[str], list[float], list[float]]:
    """Numbers, limits and answers of a tree of two questions; a question that was not asked is answered yes."""

    def question(node: int) -> tuple[str, float]:
        asked = node >= 0 and tree.children_left[node] >= 0
        return (NUMBERS[tree.feature[node]], round(float(tree.threshold[node]), 4)) if asked else (NUMBERS[0], 1e9)

    def answers(node: int) -> list[float]:
        ends = (tree.children_left[node], tree.children_right[node])
        return [round(float(RATE * tree.value[end if end >= 0 else node][0][0]), 4) for end in ends]

    yes, no = tree.children_left[0], tree.children_right[0]
    questions = [question(0), question(no), question(yes)]
    return [name for name, _ in questions], [limit for _, limit in questions], [*answers(yes), *answers(no)]


def check(told: Sequence[Example]) -> Iterator[str]:
    """How each set is told by what the other sets teach, in all readings that hide a little."""
    said = {named_only: Counter[tuple[str, str]]() for named_only in (False, True)}
    for left_out in sorted({example.set for example in told}):
        trees = as_trees(learnt([example for example in told if example.set != left_out]))
        asked = [example for example in told if example.set == left_out and 0 < sum(HIDDEN[example.reading]) < 0.25]
        for example, (same, partly) in zip(asked, chances(np.array([e.numbers for e in asked]), trees), strict=True):
            alike = same + partly if example.meets else 0.0
            verdict = "different" if alike < LIKELY else "overlap" if same < LIKELY else example.if_same
            said[example.named_only][example.label, verdict] += 1
    for named_only, held in said.items():
        precision, recall, f1, macro = figures(held)
        what = "names and owners" if named_only else "all columns"
        yield f"{what}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, macro-F1 {macro:.3f}"


def write(found: Told) -> None:
    """The numbers, then one tree a line."""
    lines = ",\n".join(json.dumps(tree) for tree in found["trees"])
    path = PACKAGE / WEIGHTS
    new = path.with_suffix(".new")
    new.write_text(f'{{"numbers": {json.dumps(found["numbers"])},\n"trees": [\n{lines}\n]}}\n', "utf-8")
    new.replace(path)


if __name__ == "__main__":
    told = examples()
    if "--check" in sys.argv:
        print(*check(told), sep="\n")
    else:
        write(learnt(told))
