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

from rootcause.analysis.analysis import analyse
from rootcause.report.build import build_report
from rootcause.report.markdown_pictures import svg_files
from tests.examples.records import EXAMPLES, ROOT, record_of_example

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


def write_picture(example: str) -> str:
    """The tree of causes, as it stands in the README."""
    report = build_report(analyse(record_of_example(example)))
    return svg_files(report, "pictures")["pictures/causes.svg"]


def test_the_picture_beside_an_example_is_that_of_its_report() -> None:
    assert write_picture(EXAMPLES[0]) == (ROOT / "examples" / EXAMPLES[0] / "causes.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo"])
def test_an_example_gives_the_committed_report_wherever_it_is_run(example: str, zone: str, tmp_path: Path) -> None:
    assert write(example, tmp_path, zone=zone) == (ROOT / "examples" / example / "report.md").read_bytes()


if __name__ == "__main__":
    for name in EXAMPLES:
        with tempfile.TemporaryDirectory() as scratch:
            (ROOT / "examples" / name / "report.md").write_bytes(write(name, Path(scratch)))
    (ROOT / "examples" / EXAMPLES[0] / "causes.svg").write_text(write_picture(EXAMPLES[0]), encoding="utf-8")
