"""The tables as files, month by month, as other programs keep them: `cases/month=2026-01/part-0.parquet`.

The same index gives the same rows in the same order. Never more than one month of one table is in memory.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from msgspec import Struct

from rootcause.case.faults import in_words
from rootcause.errors import RootcauseError
from rootcause.index.partitions import Format, Write, column_types, writer
from rootcause.index.tables import TABLES

CONTENTS: Final = "rootcause-export.json"
"""The file by which an export is known as one of ours."""

_ORDER: Final = {
    "cases": "case_id",
    "causes": "case_id, number",
    "actions": "case_id, kind, answer_key",
    "answers": "case_id, answer_key",
}

_TEXTS: Final = "title problem finding product part found_by cause_text what owner done_when"
_PRIVATE: Final = {
    "answer_text": "private = 1",
    "words": "(case_id, cause_text) IN hidden",
    **{column: f"(case_id, {column}) IN hidden" for column in _TEXTS.split()},
}
"""When a column has the text of an answer that is private; other tables repeat what the case says there."""


class Queried(Protocol):
    """What answers SQL."""

    def query(self, sql: str, parameters: Mapping[str, object] | None = ...) -> list[tuple[Any, ...]]:
        """All rows."""
        ...


def export_tables(index: Queried, folder: Path, format: Format, *, with_private: bool = False) -> Mapping[str, int]:
    """Write all tables into the folder, in place of a former export; how many rows each of them has.

    The texts of answers that the questionnaire marks private are left out, unless `with_private`. Raises RootcauseError
    as `check_export` does, or when it cannot be written; then what was there is untouched.
    """
    write = check_export(folder, format)
    months = [str(month) for (month,) in index.query("SELECT DISTINCT month FROM cases ORDER BY month")]
    counts = dict.fromkeys(TABLES, 0)
    with in_words(f"could not write the tables to {folder}"), _in_place_of(folder) as new:
        for table, row in TABLES.items():
            columns, query = _query(table, row, with_private=with_private)
            for month in months:
                part = new / table / f"month={month}" / f"part-0.{format}"
                part.parent.mkdir(parents=True)
                rows = index.query(query, {"month": month})
                write(part, columns, rows)
                counts[table] += len(rows)
        contents = {"rootcause_export": 1, "format": format, "with_private": with_private, "rows": counts}
        (new / CONTENTS).write_text(json.dumps(contents, indent=2) + "\n", encoding="utf-8")
    return counts


def check_export(folder: Path, format: Format) -> Write:
    """What will write the files.

    Raises RootcauseError when something else lies in the folder, or a program that is needed is not installed.
    """
    _check_replaceable(folder)
    return writer(format, column_types(TABLES.values()))


def _query(table: str, row: type[Struct], *, with_private: bool) -> tuple[list[str], str]:
    """The columns but the month, which is in the name of the folder, and the query of a month.

    Other tables are reached through the cases, so that they need to be found by case only.
    """
    columns = [name for name in row.__struct_fields__ if name != "month"]
    taken = columns if with_private else [_public(name) for name in columns]
    of_month = "SELECT case_id FROM cases WHERE month = :month"
    return columns, (
        f"WITH of_month AS ({of_month}), "
        "hidden AS (SELECT case_id, answer_text FROM answers WHERE private = 1 AND case_id IN of_month) "
        f"SELECT {', '.join(taken)} FROM {table} WHERE case_id IN of_month ORDER BY {_ORDER[table]}"
    )


def _public(column: str) -> str:
    is_private = _PRIVATE.get(column)
    return column if is_private is None else f"CASE WHEN {is_private} THEN NULL ELSE {column} END"


def _check_replaceable(folder: Path) -> None:
    """Raise RootcauseError when there is something in the folder that no export has put there."""
    with in_words(f"could not look into {folder}"):
        if not folder.exists():
            return
        ours = (folder / CONTENTS).is_file()
        if folder.is_dir() and all(ours and _is_of_export(one.relative_to(folder)) for one in _files(folder)):
            return
    raise RootcauseError(
        f"{folder} is not empty, and not an export of tables either; nothing was written",
        hint="name a folder that is not there yet, or a former export, which is replaced as a whole",
    )


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())


def _is_of_export(path: Path) -> bool:
    match path.parts:
        case (name,):
            return name == CONTENTS
        case (table, month, name):
            return table in TABLES and month.startswith("month=") and name in {f"part-0.{one}" for one in Format}
    return False


@contextmanager
def _in_place_of(folder: Path) -> Iterator[Path]:
    """A new folder beside that one, which takes its place when all went well."""
    folder = folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        new, former = Path(beside, "new"), Path(beside, "former")
        new.mkdir(mode=0o700)
        yield new
        if folder.exists():
            folder.rename(former)
        try:
            new.rename(folder)
        except OSError:
            if former.exists():
                former.rename(folder)
            raise
        shutil.rmtree(former, ignore_errors=True)
