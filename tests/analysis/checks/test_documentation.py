"""The page of the checks is what the checks say, and every check can be linked to by its name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from rootcause.analysis import checks

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "checks.md"


def test_the_page_of_checks_is_what_the_checks_say():
    command = [sys.executable, ".ci/checks_page.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_check_has_an_anchor_and_no_other_heading_takes_it():
    text = re.sub(r"^```.*?^```$", "", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    anchors = [
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^#+ (.*)$", text, re.M)
    ]
    assert len(anchors) == len(set(anchors))
    assert set(checks.families()) <= set(anchors)
