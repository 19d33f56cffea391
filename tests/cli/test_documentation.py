from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from rootcause.terminal.commands import COMMANDS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "commands.md"


def test_the_page_of_commands_is_what_the_commands_say():
    command = [sys.executable, ".ci/commands_page.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_page_lists_the_words_that_can_be_said_at_any_question():
    rows = re.findall(r"^\| `(::?[^`]*)` \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert dict(rows) == COMMANDS
