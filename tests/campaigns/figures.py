"""Compares every figure of `trends` with plain loops over the case files, and prints what differs.

    python tests/campaigns/figures.py --cases 1000 [--folder FOLDER] [--since 2023-11-01]

The loops read every file anew and know no index and no SQL. The command's own SQL is put to the index as it is put
by the command. FOLDER holds cases already; without it they are generated.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.case.record import from_json
from rootcause.cli.indexing import CaseReader, index_at
from rootcause.index.rows import case_tables
from rootcause.index.tables import CaseTables
from rootcause.trends.figures import FIGURES
from rootcause.trends.period import Period
from rootcause.trends.statements import statement
from tests.trends.plain import Plain

GENERATOR = Path(__file__).parents[2] / "benchmarks" / "many_cases.py"
TODAY = date(2026, 11, 1)


def read(folder: Path) -> Iterator[CaseTables]:
    reader = CaseReader(Path.cwd(), TODAY)
    for path in sorted(folder.glob("*/case.json")):
        fitted = reader.read(replace(from_json(path.read_text(encoding="utf-8"), str(path)), id=path.parent.name))
        yield replace(case_tables(fitted.case, analyse(fitted.record), fitted.record), answers=())


def compare(folder: Path, period: Period) -> int:
    """How many figures differ."""
    begun = time.perf_counter()
    plainly = Plain(read(folder), *map(str, (period.since, period.until, period.today))).figures()
    print(f"plain loops over the files: {time.perf_counter() - begun:.1f} s")
    different = 0
    with index_at(str(folder)) as index:
        for figure in FIGURES:
            begun = time.perf_counter()
            found = index.query(statement(figure), period.parameters())
            seconds = time.perf_counter() - begun
            same = found == plainly[figure]
            different += not same
            print(f"  {figure:24} {len(found):>6} rows {seconds:>7.3f} s  {'the same' if same else 'DIFFERENT'}")
            if not same:
                print(f"    {found[:3]}\n    {plainly[figure][:3]}")
    return different


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--since", type=date.fromisoformat, default=date(2023, 11, 1))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.setdefault("XDG_CACHE_HOME", scratch)
        os.environ["SOURCE_DATE_EPOCH"] = "1793534400"  # noon of that day
        folder = given.folder or Path(scratch, "cases")
        if given.folder is None:
            subprocess.run([sys.executable, str(GENERATOR), str(folder), "--cases", str(given.cases)], check=True)
        different = compare(folder, Period(given.since, TODAY, TODAY))
    print(f"{different} of {len(FIGURES)} figures differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
