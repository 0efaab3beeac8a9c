"""Names taken apart as a table for splink, and the comparisons over it: for lists that one machine cannot hold.

What is particular to Vietnamese names happens here, before any engine; splink does the rest in SQL, on DuckDB where a
file fits a desk, on a Spark session where a nation's does not. How often strangers agree is estimated from the list
itself. It ranks couples; the verdict on those it puts first is for ``verdict`` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from archmodel.analysis.duplicates.subject import Subject, told

if TYPE_CHECKING:
    from splink import SettingsCreator
    from splink.internals.database_api import DatabaseAPISubClass
    from splink.internals.splink_dataframe import SplinkDataFrame

_CORE, _KIND, _UNIT = (0.78, 0.01, 0.02, 0.155, 0.035), (0.94, 0.06), (0.95, 0.05)
"""How often duplicates agree: in all ideas, three, two, one or none; in kind; in unit. Rounded from the labelled pairs."""

COLUMNS = ("unique_id", "core", "ideas", "kind", "level", "unit", "locality")
"""The columns of the table: texts, None where not known, but ``ideas``, a list of texts."""


def parsed(subjects: Iterable[Subject]) -> Iterator[dict[str, Any]]:
    """A row of ``COLUMNS`` for each subject: the ideas its name says, as one text and as a list, whose it is and where."""
    for subject in subjects:
        ideas = sorted(told(subject.job.name) or (idea for idea, _ in subject.job.name))
        yield {
            "unique_id": subject.id,
            "core": " | ".join(ideas) or None,
            "ideas": ideas,
            "kind": " ".join(sorted(subject.job.kinds)) or None,
            "level": subject.level,
            "unit": " ".join(sorted(subject.today)) or None,
            "locality": subject.locality or None,
        }


def settings() -> SettingsCreator:
    """What splink compares, and which couples it looks at: those of one core, and those of one unit that share an idea."""
    from splink import SettingsCreator, block_on
    from splink import comparison_level_library as levels
    from splink import comparison_library as comparisons

    core = comparisons.CustomComparison(
        [
            levels.NullLevel("core"),
            levels.ExactMatchLevel("core", term_frequency_adjustments=True),
            *(levels.ArrayIntersectLevel("ideas", min_intersection=count) for count in (3, 2, 1)),
            levels.ElseLevel(),
        ],
        output_column_name="core",
    ).configure(m_probabilities=list(_CORE))
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            core,
            comparisons.ExactMatch("kind").configure(m_probabilities=list(_KIND)),
            comparisons.ExactMatch("unit").configure(m_probabilities=list(_UNIT)),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("core"),
            block_on("unit", "ideas", arrays_to_explode=["ideas"]),
        ],
        additional_columns_to_retain=["level", "locality"],
    )


def ranked(table: Any, api: DatabaseAPISubClass, *, least: float = 0.0, sample: float = 1e6) -> SplinkDataFrame:
    """Couples of a table with their match weights, the log of the odds that they are duplicates.

    Args:
        table: rows as ``parsed`` gives them, in what the engine takes: a pandas or a Spark frame.
        api: ``DuckDBAPI()`` of splink, or its ``SparkAPI(spark_session=...)``.
        least: the match weight from which a couple is told.
        sample: how many couples of strangers are drawn to learn how often they agree.
    """
    from splink import Linker

    linker = Linker(api.register(table), settings(), log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=sample)
    return linker.inference.predict(threshold_match_weight=least)
