"""Asks three engines of SQL the same questions, and says whether they give the very same rows.

    python benchmarks/engines.py --cases 10000 --spark FOLDER [--install-spark]

The SQL is that of `rootcause trends`, file by file. It is put to the SQLite index, to DuckDB over the Parquet export,
and to Spark in local mode over the same export. Spark (pyspark, which needs Java 17) runs from a virtual environment in
FOLDER; --install-spark makes it, with pip. Rows are compared one by one, in their order, with their types.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from many_cases import FIRST, LAST, write_cases

from rootcause.cli.indexing import index_at
from rootcause.index.export import export_tables
from rootcause.index.partitions import Format
from rootcause.index.tables import TABLES
from rootcause.trends.statements import filled, statement

PYSPARK: Final = "pyspark==4.3.0"
SQL: Final = Path(__file__).parents[1] / "rootcause" / "trends" / "sql"
PARAMETERS: Final = {
    "since": FIRST.isoformat(),
    "until": LAST.isoformat(),
    "today": "2026-11-01",
    "recurrence_start": "2022-11-01",
}

Rows = Sequence[tuple[object, ...]]
Answers = Mapping[str, tuple[Rows | str, float]]
"""By the name of the question: the rows, or why there are none, and the seconds that they took."""


def questions() -> dict[str, str]:
    """The SQL of each figure as `trends --sql` prints it, its parameters filled in."""
    names = sorted(path.stem for path in SQL.glob("*.sql"))
    return {name: filled(statement(name), PARAMETERS) for name in names}


def asked_of_duckdb(parquet: Path, asked: Mapping[str, str]) -> Answers:
    import duckdb

    engine = duckdb.connect()
    for table in TABLES:
        parts = f"{parquet}/{table}/*/*.parquet"
        engine.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{parts}', hive_partitioning = true)")
    answers = {}
    for name, sql in asked.items():
        begun = time.perf_counter()
        try:
            rows: Rows | str = engine.execute(sql).fetchall()
        except duckdb.Error as error:
            rows = str(error)
        answers[name] = rows, time.perf_counter() - begun
    return answers


def asked_of_spark(parquet: Path, asked: Mapping[str, str], python: Path) -> Answers:
    program = Path(__file__).with_name("engines_spark.py")
    done = subprocess.run(
        [str(python), str(program), str(parquet)],
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return {
        name: (rows if isinstance(rows, str) else [tuple(row) for row in rows], seconds)
        for name, (rows, seconds) in found.items()
    }


def compare(expected: Answers, engines: Mapping[str, Answers]) -> int:
    """Print a line for each question; how many answers differ."""
    different = 0
    print(f"{'':24} {'rows':>6} {'SQLite':>9}", *(f"{name:>20}" for name in engines))
    for question, (rows, seconds) in expected.items():
        cells = [f"{question:24} {len(rows):>6,} {seconds:>7.3f} s"]
        for name, answers in engines.items():
            theirs, took = answers[question]
            same = theirs == rows and [*map(_types, theirs)] == [*map(_types, rows)]
            different += not same
            cells.append(f"{'the same' if same else 'DIFFERENT':>10} {took:>7.3f} s")
            if not same:
                print(f"{question}, {name}:\n  {_difference(rows, theirs)}", file=sys.stderr)
        print(*cells)
    return different


def _types(row: tuple[object, ...]) -> list[type]:
    return [*map(type, row)]


def _difference(ours: Rows | str, theirs: Rows | str) -> str:
    if isinstance(theirs, str):
        return theirs[:1000]
    place = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    if place is None:
        return f"{len(ours)} rows, and {len(theirs)}; or other types: {ours[:1]}, {theirs[:1]}"
    return f"row {place + 1}: {ours[place]}\n  and it says: {theirs[place]}"


def install(folder: Path) -> None:
    venv.create(folder, with_pip=True)
    subprocess.run([_python(folder), "-m", "pip", "install", "--quiet", PYSPARK], check=True)


def _python(folder: Path) -> Path:
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--spark", type=Path, help="without it, Spark is left out")
    parser.add_argument("--install-spark", action="store_true")
    given = parser.parse_args()
    if given.install_spark:
        install(given.spark)
    asked = questions()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = f"{scratch}/cache"
        cases, parquet = Path(scratch, "cases"), Path(scratch, "parquet")
        write_cases(cases, given.cases, given.seed)
        answers: dict[str, tuple[Rows | str, float]] = {}
        with index_at(str(cases)) as index:
            counts = export_tables(index, parquet, Format.PARQUET)
            for name, sql in asked.items():
                begun = time.perf_counter()
                rows = index.query(sql)
                answers[name] = rows, time.perf_counter() - begun
        print("rows:", ", ".join(f"{count:,} {table}" for table, count in counts.items()))
        engines = {"DuckDB": asked_of_duckdb(parquet, asked)}
        if given.spark:
            engines["Spark"] = asked_of_spark(parquet, asked, _python(given.spark))
    different = compare(answers, engines)
    print(f"{len(asked)} questions to {', '.join(engines)}: {different} answers differ from those of SQLite")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
