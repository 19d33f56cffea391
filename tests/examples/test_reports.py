"""The committed reports are what the command writes, byte for byte.

To write them anew after a change that is meant: `python tests/examples/test_reports.py`, then read the difference.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ("gitlab-2017", "united-3411")
EPOCH = "1795305600"  # 22 November 2026


def write(example: str, folder: Path, *, zone: str = "UTC") -> bytes:
    report = folder / "report.md"
    command = ["triage", "-a", f"examples/{example}/answers.yaml", "--no-input", "-o", str(report)]
    subprocess.run(
        [sys.executable, "-m", "rootcause", *command, "--cases", str(folder / "cases")],
        cwd=ROOT,
        env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "TZ": zone},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return report.read_bytes()


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
def test_an_example_gives_the_committed_report_wherever_it_is_run(example: str, zone: str, tmp_path: Path) -> None:
    assert write(example, tmp_path, zone=zone) == (ROOT / "examples" / example / "report.md").read_bytes()


if __name__ == "__main__":
    for name in EXAMPLES:
        with tempfile.TemporaryDirectory() as scratch:
            (ROOT / "examples" / name / "report.md").write_bytes(write(name, Path(scratch)))
