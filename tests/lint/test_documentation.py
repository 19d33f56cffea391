"""The page of the rules is what the rules say, and every rule can be linked to by its name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from rootcause.lint import rules

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rules.md"


def test_the_page_of_rules_is_what_the_rules_say():
    command = [sys.executable, ".ci/rules_page.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_rule_has_an_anchor_and_no_other_heading_takes_it():
    headings = re.findall(
        r"^#+ (.*)$", re.sub(r"^(`{3,}).*?^\1$", "", PAGE.read_text(encoding="utf-8"), flags=re.M | re.S), re.M
    )
    anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(anchors) == len(set(anchors))
    assert set(rules.families()) <= set(anchors)
