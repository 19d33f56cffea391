from __future__ import annotations

import re
import sqlite3
from datetime import timedelta
from importlib.resources import files

import pytest

from rootcause.index.tables import TABLES
from rootcause.trends.figures import FIGURES
from rootcause.trends.statements import filled, parameters_of, statement
from tests.trends.engines import in_duckdb, in_sqlite
from tests.trends.made_up import FIRST, STEP, made_up
from tests.trends.plain import Plain

# Days on which some of the cases began, and some of their actions were due.
SINCE, UNTIL, TODAY = (str(FIRST + timedelta(days=STEP * steps)) for steps in (66, 120, 128))
PARAMETERS = {"since": SINCE, "until": UNTIL, "today": TODAY, "recurrence_start": str(FIRST - timedelta(days=36))}
MANY = made_up(600, seed=6)


@pytest.fixture(scope="module")
def plainly():
    return Plain(MANY, SINCE, UNTIL, TODAY).figures()


@pytest.fixture(scope="module")
def engines():
    return {"SQLite": in_sqlite(MANY), "DuckDB": in_duckdb(MANY)}


@pytest.mark.parametrize("engine", ["SQLite", "DuckDB"])
@pytest.mark.parametrize("figure", FIGURES)
def test_the_sql_of_a_figure_gives_row_for_row_what_plain_loops_give(figure, engine, engines, plainly):
    found = engines[engine](filled(statement(figure), PARAMETERS))
    assert found == plainly[figure]
    assert plainly[figure], "nothing was compared"
    assert all(isinstance(cell, int | str | None) for row in found for cell in row)


@pytest.mark.parametrize("count", [0, 1, 2, 9, 11])
def test_few_cases_are_counted_alike(count):
    for seed in range(20):
        few = made_up(count, seed)
        run, plainly = in_sqlite(few), Plain(few, SINCE, UNTIL, TODAY).figures()
        for figure in FIGURES:
            assert run(filled(statement(figure), PARAMETERS)) == plainly[figure], (figure, seed)


def test_duckdb_counts_no_cases_as_sqlite_does():
    sqlite, duckdb = in_sqlite([]), in_duckdb([])
    for figure in FIGURES:
        sql = filled(statement(figure), PARAMETERS)
        assert sqlite(sql) == duckdb(sql), figure


def test_parameters_that_are_bound_give_the_same_as_those_filled_in():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE cases (month, happened_on)")
    connection.execute("INSERT INTO cases VALUES ('2025-01', '2025-01-31'), ('2025-02', '2025-02-01')")
    sql, values = statement("cases_by_month"), {"since": "2025-02-01", "until": "2025-02-28"}
    assert connection.execute(sql, values).fetchall() == connection.execute(filled(sql, values)).fetchall()


def test_every_file_is_a_figure_and_every_figure_a_file():
    folder = files("rootcause.trends").joinpath("sql")
    assert sorted(one.name for one in folder.iterdir()) == sorted(f"{figure}.sql" for figure in FIGURES)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_columns_are_the_fields_in_their_order(figure):
    connection = sqlite3.connect(":memory:")
    for table in ("cases", "causes", "actions"):
        connection.execute(f"CREATE TABLE {table} ({', '.join(TABLES[table].__struct_fields__)})")
    found = connection.execute(filled(statement(figure), PARAMETERS))
    assert tuple(column[0] for column in found.description) == FIGURES[figure].__struct_fields__


@pytest.mark.parametrize("figure", FIGURES)
def test_a_file_says_in_words_what_it_counts_and_names_its_parameters(figure):
    sql = statement(figure)
    head = "".join(line for line in sql.splitlines(keepends=True) if line.startswith("--"))
    assert sql.startswith(head)
    assert "Parameters:" in head
    assert "Columns:" in head
    assert set(re.findall(r":([a-z_]+)", head)) == parameters_of(sql) <= PARAMETERS.keys()


# Words that Trino or Spark do not take as names, as their documentation lists them, and what engines do not share.
RESERVED = re.split(
    r"\s+",
    "alter and as between by case cast constraint create cross cube current_date current_time deallocate "
    "delete describe distinct drop else end escape except execute exists extract false for from full group "
    "grouping having in inner insert intersect into is join left like listagg localtime natural normalize not "
    "null on or order outer prepare recursive right rollup select skip table then trim true uescape union "
    "unnest using values when where with all any anti array at authorization both check collate column "
    "current_user fetch filter foreign grant lateral leading minus only overlaps primary references semi "
    "session_user some time to trailing unique unknown user within",
)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_sql_needs_nothing_that_some_engine_lacks(figure):
    code = re.sub(r"--[^\n]*|'[^']*'", "", statement(figure))
    names = re.findall(r"\bAS ([a-z_]+)\b(?! *\()|(?:WITH|,)\s+([a-z_]+) AS \(", code)
    assert names
    assert not {name for pair in names for name in pair} & set(RESERVED)
    assert not re.search(r"/|\bdate|\bdouble\b|\bavg\b|\bround\b|\blower\b|\bupper\b|\d\.\d|\"|`", code, re.IGNORECASE)
    functions = set(re.findall(r"\b([A-Z_]+) ?\(", code)) - {"AS", "AND", "OVER", "WHEN", "IN", "EXISTS"}
    assert functions <= {"CAST", "COALESCE", "COUNT", "LAG", "MAX", "MIN", "REPLACE", "ROW_NUMBER", "SUBSTR", "SUM"}


@pytest.mark.parametrize("start", ["by_", "cost_by_"])
def test_groups_differ_in_what_names_them_only(start):
    endings = {
        statement(f"{start}{by}").partition("),\n")[2] for by in ("kind", "part", "product", "owner", "strength")
    }
    assert len(endings) == 1
