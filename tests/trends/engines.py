"""Engines of SQL with the flat tables in them: SQLite as the index has it, and DuckDB, which knows types."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

import duckdb
from msgspec import Struct
from msgspec.structs import asdict, fields

from rootcause.index.tables import TABLES, CaseTables

Run = Callable[[str], list[tuple[object, ...]]]
"""Runs SQL without parameters."""


def in_sqlite(cases: Iterable[CaseTables]) -> Run:
    connection = sqlite3.connect(":memory:")
    _fill(connection.execute, connection.executemany, cases, whole="INTEGER")
    return lambda sql: connection.execute(sql).fetchall()


def in_duckdb(cases: Iterable[CaseTables]) -> Run:
    connection = duckdb.connect(":memory:")
    _fill(connection.execute, connection.executemany, cases, whole="BIGINT")
    return lambda sql: connection.execute(sql).fetchall()


def _fill(
    execute: Callable[[str], object],
    many: Callable[[str, list[list[object]]], object],
    cases: Iterable[CaseTables],
    whole: str,
) -> None:
    by_table = _rows(cases)
    for table, kind in TABLES.items():
        columns = [f"{one.name} {whole if _is_whole(one.type) else 'TEXT'}" for one in fields(kind)]
        execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        rows = [list(asdict(row).values()) for row in by_table[table]]
        if rows:
            many(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows)


def _is_whole(type: object) -> bool:
    return type is int or int in getattr(type, "__args__", ())


def _rows(cases: Iterable[CaseTables]) -> dict[str, list[Struct]]:
    found: dict[str, list[Struct]] = {table: [] for table in TABLES}
    for one in cases:
        for table, row in _of(one):
            found[table].append(row)
    return found


def _of(one: CaseTables) -> Iterator[tuple[str, Struct]]:
    yield "cases", one.case
    yield from (("causes", row) for row in one.causes)
    yield from (("actions", row) for row in one.actions)
    yield from (("answers", row) for row in one.answers)
