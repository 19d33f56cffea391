"""Rows as a file of another program, one for each table and month. All files are for their owner only."""

from __future__ import annotations

import enum
import glob
import io
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import fields

from rootcause.errors import RootcauseError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Cell = str | int | None
Row = Sequence[Cell]
Write = Callable[[Path, Sequence[str], Iterable[Row]], None]
"""Takes the file to write, the names of the columns and the rows."""

_HINT: Final = "pip install 'rootcause-triage[parquet]', or take --to csv or --to jsonl"


class Format(enum.StrEnum):
    """What the tables are written as; the value is the ending of the files."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


def writer(format: Format, types: dict[str, type]) -> Write:
    """What writes a file of that format. Raises RootcauseError when a program that it needs is not installed."""
    match format:
        case Format.CSV:
            return _write_csv
        case Format.JSONL:
            return _write_jsonl
        case Format.PARQUET:
            return _ParquetWriter(types)


def column_types(rows: Iterable[type[Struct]]) -> dict[str, type]:
    """Whether a column of that name holds texts or whole numbers; a name means the same in every table."""
    return {one.name: int if one.type in (int, int | None) else str for row in rows for one in fields(row)}


def _new(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")


def _write_jsonl(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    from msgspec.json import encode

    with _new(path) as file:
        file.writelines(encode(dict(zip(columns, row, strict=True))) + b"\n" for row in rows)


def _write_csv(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """With a byte order mark, by which spreadsheets know that it is UTF-8."""
    import csv

    from rootcause.source.spreadsheet import as_cell

    with _new(path) as file, io.TextIOWrapper(file, "utf-8-sig", newline="") as text:
        to = csv.writer(text)
        to.writerow(columns)
        to.writerows([as_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)


class _ParquetWriter:
    """Writes through DuckDB, which takes many rows fastest from a file of JSON Lines."""

    def __init__(self, types: dict[str, type]) -> None:
        try:
            import duckdb
        except ImportError as error:
            raise RootcauseError("Parquet needs DuckDB, which is not installed", hint=_HINT) from error
        self._types = types
        self._engine: DuckDBPyConnection = duckdb.connect()

    def __call__(self, path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
        lines = path.with_suffix(".lines")
        _write_jsonl(lines, columns, rows)
        typed = ", ".join(f"{name}: '{'BIGINT' if self._types[name] is int else 'VARCHAR'}'" for name in columns)
        self._engine.execute(
            f"COPY (SELECT * FROM read_json({_quoted(glob.escape(str(lines)))}, columns = {{{typed}}}, "
            "format = 'newline_delimited', hive_partitioning = false, auto_detect = false)) "
            f"TO {_quoted(str(path))} (FORMAT parquet, COMPRESSION zstd)"
        )
        lines.unlink()
        path.chmod(0o600)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
