"""The same linkage through splink: on DuckDB for real, for Spark as far as its SQL."""

from __future__ import annotations

import pandas as pd
import pytest
from national import rows

from archmodel.analysis.duplicates.columns import read
from archmodel.analysis.duplicates.lineage import Lineage
from archmodel.analysis.duplicates.linkage import COLUMNS, parsed, ranked, settings
from archmodel.analysis.duplicates.subject import Row, subject_of
from archmodel.analysis.duplicates.wide import wide_pairs

splink = pytest.importorskip("splink")


def test_a_name_becomes_a_row():
    lineage = Lineage(None, "2026-11-22", frozenset())
    told = [*parsed([subject_of(Row("a", "CSDL đất đai xã Sóc Sơn", "UBND xã Sóc Sơn"), lineage)])]
    assert [tuple(row) for row in told] == [COLUMNS]
    assert told[0]["ideas"] == ["đất đai"]
    assert (told[0]["kind"], told[0]["level"], told[0]["unit"]) == ("database", "commune", "| xa soc son")


@pytest.mark.slow
def test_duckdb_ranks_the_duplicates_of_one_unit():
    lineage = Lineage(None, "2026-11-22", frozenset())
    held = read((Row(*row) for row in rows(10_000)), lineage)
    found = ranked(pd.DataFrame(parsed(held)), splink.DuckDBAPI()).as_pandas_dataframe()
    told = {frozenset(couple) for couple in zip(found["unique_id_l"], found["unique_id_r"], strict=True)}
    sure = {
        frozenset((p.one.id, p.other.id))
        for p in wide_pairs(held)
        if (p.ruling.verdict, p.ruling.gate) == ("duplicate", "unit")
    }
    assert len(sure) > 150
    assert len(told & sure) >= 0.9 * len(sure)
    assert len(told) <= 4 * len(sure)


def test_the_rules_are_sql_that_spark_reads():
    import sqlglot

    told = settings().create_settings_dict("spark")
    conditions = [level["sql_condition"] for c in told["comparisons"] for level in c["comparison_levels"]]
    rules = [rule["blocking_rule"] for rule in told["blocking_rules_to_generate_predictions"]]
    read = [sqlglot.parse_one(text, read="spark") for text in (*conditions, *rules) if text != "ELSE"]
    assert len(read) >= 10
