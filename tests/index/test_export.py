from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pytest
from msgspec.structs import fields

from rootcause.errors import RootcauseError
from rootcause.index.export import CONTENTS, export_tables
from rootcause.index.partitions import Format, column_types
from rootcause.index.tables import TABLES
from rootcause.source.spreadsheet import from_cell

TEXTS = (
    "plain",
    "",
    "NULL",
    r"\N",
    "=1+1",
    "-2",
    "two\nlines",
    "\r\n",
    'a "quoted" one, with a comma',
    "it's",
    "\u2028",
    "nothing\x00here",
    "Šimić 😀",
    "{}",
    "null",
    "x" * 50_000,
)
MONTHS = ("2025-12", "2026-01", "2026-02")


class Tables:
    """Tables of these columns, in memory."""

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:")
        for table, row in TABLES.items():
            columns = ", ".join(
                f"{one.name} {'INTEGER' if one.type in (int, int | None) else 'TEXT'}" for one in fields(row)
            )
            self._database.execute(f"CREATE TABLE {table} ({columns})")

    def add(self, table: str, **cells: str | int) -> None:
        names = ", ".join(cells)
        self._database.execute(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(cells))})", [*cells.values()]
        )

    def query(self, sql: str, parameters: Mapping[str, object] = {}) -> list[tuple[str | int | None, ...]]:
        return self._database.execute(sql, dict(parameters)).fetchall()


@pytest.fixture
def tables() -> Iterator[Tables]:
    """Three months, in which every text stands once as a title and, private and not, as an answer."""
    found = Tables()
    for number, text in reversed([*enumerate(TEXTS)]):
        month = MONTHS[number % 3]
        of_case = {"case_id": f"{month}-01-c{number:02}", "month": month}
        found.add("cases", **of_case, title=text, cost=-number, answered=2**53 + number)
        for private in (0, 1):
            found.add("answers", **of_case, answer_key=f"a{private}", answer_text=text, private=private)
        found.add("actions", **of_case, kind="action", answer_key="actions[1]", what=text, status="open")
    yield found
    found._database.close()


def read(folder: Path, format: Format, table: str) -> list[tuple[str | int | None, ...]]:
    """The rows, with their month last."""
    if format is Format.PARQUET:
        with duckdb.connect() as engine:
            return engine.execute(
                "SELECT * FROM read_parquet(?, hive_partitioning = true) ORDER BY case_id",
                [f"{folder}/{table}/*/*.parquet"],
            ).fetchall()
    rows = []
    types = column_types(TABLES.values())
    for path in sorted(folder.glob(f"{table}/*/part-0.{format}")):
        month = path.parent.name.removeprefix("month=")
        if format is Format.JSONL:
            lines = path.read_text().split("\n")[:-1]
            rows += [(*json.loads(line).values(), month) for line in lines]
        else:
            with path.open(encoding="utf-8-sig", newline="") as file:
                names, *cells = csv.reader(file)
            kinds = [types[name] for name in names]
            rows += [
                (
                    *(
                        (from_cell(cell) if kind is str else int(cell)) if cell else None
                        for cell, kind in zip(row, kinds, strict=True)
                    ),
                    month,
                )
                for row in cells
            ]
    return sorted(rows)


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize("table", TABLES)
def test_what_is_read_back_is_what_was_there(tables, tmp_path, format, table):
    export_tables(tables, tmp_path / "out", format, with_private=True)
    columns = [name for name in TABLES[table].__struct_fields__ if name != "month"]
    expected = tables.query(f"SELECT {', '.join(columns)}, month FROM {table} ORDER BY case_id")
    if format is Format.CSV:  # which does not tell no text from an empty one
        expected = [tuple(None if cell == "" else cell for cell in row) for row in expected]
    found = read(tmp_path / "out", format, table)
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert len(found) == {"cases": 1, "causes": 0, "actions": 1, "answers": 2}[table] * len(TEXTS)


@pytest.mark.parametrize("format", Format)
def test_the_same_rows_give_the_same_bytes(tables, tmp_path, format):
    for name in ("one", "two"):
        export_tables(tables, tmp_path / name, format)
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*.*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) == len(TABLES) * len(MONTHS) + 1


@pytest.mark.parametrize("format", Format)
def test_texts_of_private_answers_are_left_out_unless_asked_for(tables, tmp_path, format):
    export_tables(tables, tmp_path / "out", format)
    at = [name for name in TABLES["answers"].__struct_fields__ if name != "month"].index
    for row in read(tmp_path / "out", format, "answers"):
        if row[at("private")]:
            assert row[at("answer_text")] is None
            assert row[at("answer_key")] == "a1"
    assert any(row[at("answer_text")] for row in read(tmp_path / "out", format, "answers"))


def test_what_other_tables_repeat_of_private_answers_is_left_out_there_too(tables, tmp_path):
    of_case = {"case_id": "2026-01-01-told", "month": "2026-01"}
    tables.add("answers", **of_case, answer_key="problem", answer_text="Mr Secret was hurt", private=1)
    tables.add("cases", **of_case, title="Mr Secret was hurt", problem="Mr Secret was hurt", product="lift")
    tables.add("causes", **of_case, number="1", cause_text="Mr Secret was hurt", words="hurt secret")
    tables.add("actions", **of_case, kind="action", answer_key="actions[1]", what="Mr Secret was hurt", owner="Ann")
    tables.add("cases", case_id="other", month="2026-01", title="Mr Secret was hurt")
    export_tables(tables, tmp_path / "out", Format.JSONL)
    lines = [line for path in (tmp_path / "out").rglob("*.jsonl") for line in path.read_text().splitlines()]
    told = [line for line in lines if "2026-01-01-told" in line]
    assert len(told) == 4
    assert not [line for line in told if "secret" in line.lower()]
    assert [line for line in told if "lift" in line]
    assert [line for line in told if "Ann" in line]
    assert [line for line in lines if "Mr Secret was hurt" in line], "another case says it in public"


def test_every_month_is_there_in_every_table_also_without_rows(tables, tmp_path):
    counts = export_tables(tables, tmp_path / "out", Format.PARQUET)
    assert counts["causes"] == 0
    assert len([*(tmp_path / "out" / "causes").glob("month=*/part-0.parquet")]) == len(MONTHS)
    with duckdb.connect() as engine:
        found = engine.execute(
            "DESCRIBE SELECT * FROM read_parquet(?, hive_partitioning = true)", [f"{tmp_path}/out/causes/*/*.parquet"]
        )
        types = {name: type for name, type, *_ in found.fetchall()}
    assert set(types) == set(TABLES["causes"].__struct_fields__)
    assert (types["depth"], types["cause_text"], types["month"]) == ("BIGINT", "VARCHAR", "VARCHAR")


def test_an_export_takes_the_place_of_a_former_one(tables, tmp_path):
    out = tmp_path / "out"
    export_tables(tables, out, Format.CSV)
    export_tables(tables, out, Format.JSONL)
    assert not [*out.rglob("*.csv")]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_taken(tables, tmp_path):
    export_tables(tables, tmp_path, Format.JSONL)
    assert (tmp_path / CONTENTS).is_file()


@pytest.mark.parametrize(
    "foreign", ["notes.txt", "cases/notes.txt", "cases/month=2026-01/notes.txt", "others/month=2026-01/part-0.csv"]
)
@pytest.mark.parametrize("exported", [True, False], ids=["beside an export", "alone"])
def test_what_others_put_there_is_never_replaced(tables, tmp_path, foreign, exported):
    out = tmp_path / "out"
    if exported:
        export_tables(tables, out, Format.CSV)
    path = out / foreign
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    before = sorted(out.rglob("*"))
    with pytest.raises(RootcauseError, match="not an export"):
        export_tables(tables, out, Format.CSV)
    assert sorted(out.rglob("*")) == before


def test_a_file_is_no_folder_to_write_to(tables, tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(RootcauseError):
        export_tables(tables, tmp_path / "out", Format.CSV)
    assert (tmp_path / "out").read_text() == "mine"


def test_what_cannot_be_written_leaves_the_former_export_as_it_was(tables, tmp_path):
    out = tmp_path / "out"
    export_tables(tables, out, Format.JSONL)
    before = {path: path.read_bytes() for path in out.rglob("*.jsonl")}
    tables.add("cases", case_id="z", month="2026-0\x001", title="no file can have that name")
    with pytest.raises((RootcauseError, ValueError)):
        export_tables(tables, out, Format.JSONL)
    assert {path: path.read_bytes() for path in out.rglob("*.jsonl")} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_files_are_for_their_owner_only(tables, tmp_path):
    for format in Format:
        export_tables(tables, tmp_path / "out", format)
        assert {path.stat().st_mode & 0o077 for path in (tmp_path / "out").rglob(f"*.{format}")} == {0}


def test_a_path_is_never_a_pattern_nor_a_piece_of_sql(tables, tmp_path):
    for name in ("[a]", "it's", "*", "a?b", "month=1999-01"):
        out = tmp_path / name / "out"
        out.mkdir(parents=True)
        export_tables(tables, out, Format.PARQUET)
        assert len([*out.rglob("*.parquet")]) == len(TABLES) * len(MONTHS)
