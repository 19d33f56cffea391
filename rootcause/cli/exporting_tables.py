"""The tables of all cases, written for other programs."""

from __future__ import annotations

from rootcause.cli.indexing import index_at, tell_problems
from rootcause.cli.output import near, say
from rootcause.cli.whereabouts import here, store_at
from rootcause.errors import CaseError
from rootcause.index.export import check_export, export_tables
from rootcause.index.partitions import Format


def write_tables(to: str, folder: str, cases: str | None, *, with_private: bool = False) -> None:
    """Write them as `parquet`, `csv` or `jsonl` into the folder, in place of a former export; say what was written.

    Cases that cannot be read are told by name. Raises RootcauseError when there are no others.
    """
    format, target = Format(to), here() / folder
    check_export(target, format)  # before the cases are read, which may take a while
    with index_at(cases) as index:
        tell_problems(index)
        if not index.query("SELECT 1 FROM cases LIMIT 1"):
            raise CaseError(
                f"there are no cases to export in {store_at(cases).root}", hint="say where they lie with --cases DIR"
            )
        counts = export_tables(index, target, format, with_private=with_private)
    say(f"Wrote {', '.join(f'{count:,} {table}' for table, count in counts.items())} to {near(target)}.")
    if not with_private:
        say("Texts of answers that are marked private were left out; --with-private adds them.")
