"""Who asks."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys

import pytest

from rootcause.terminal.choose import interviewer
from rootcause.terminal.plain.interviewer import PlainInterviewer
from rootcause.terminal.presence import can_ask


@pytest.fixture
def ends():
    """Both ends of a terminal that nobody looks at."""
    outer, inner = os.openpty()
    raw = io.FileIO(inner, "r+")
    with io.TextIOWrapper(io.BufferedReader(raw), "utf-8") as stdin, os.fdopen(os.dup(inner), "w") as stdout:
        yield stdin, stdout
    os.close(outer)


@pytest.mark.parametrize(
    ("environ", "accessible", "plain"),
    [
        ({"TERM": "xterm"}, False, False),
        ({}, False, False),
        ({"TERM": "xterm"}, True, True),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, False, True),
        ({"TERM": "xterm", "ACCESSIBLE": ""}, False, False),
        ({"TERM": "dumb"}, False, True),
    ],
)
def test_plain_lines_for_whoever_wants_or_needs_them(ends, environ, accessible, plain):
    chosen = interviewer(environ, accessible, *ends)
    assert isinstance(chosen, PlainInterviewer) is plain


@pytest.mark.parametrize(("kind", "plain"), [("paper", True), ("nobody-knows-it", False)])
def test_plain_lines_on_what_cannot_move_its_cursor(tmp_path, kind, plain):
    names = b"paper|a printer\0"  # a terminal that is described, and can nothing
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "paper").write_bytes(struct.pack("<6h", 0o432, len(names), 0, 0, 0, 0) + names)
    script = f"""
import os, sys
from rootcause.terminal.choose import interviewer
outer, inner = os.openpty()
ends = os.fdopen(inner, "r", closefd=False), os.fdopen(inner, "w", closefd=False)
print(type(interviewer({{"TERM": {kind!r}}}, False, *ends)).__name__)
"""
    environ = {**os.environ, "TERMINFO": str(tmp_path)}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == ("PlainInterviewer" if plain else "DrawnInterviewer"), done.stderr


def test_nobody_can_be_asked_without_a_terminal_at_both_ends(ends):
    closed = io.StringIO()
    closed.close()
    assert can_ask(*ends)
    assert not can_ask(io.StringIO(), ends[1])
    assert not can_ask(ends[0], io.StringIO())
    assert not can_ask(None, ends[1])
    assert not can_ask(closed, ends[1])


def test_what_is_slow_to_import_waits_until_it_is_needed():
    script = """
import sys
import rootcause.terminal.choose, rootcause.terminal.console, rootcause.terminal.drawing
slow = {"rich", "questionary", "prompt_toolkit", "asyncio"} & set(sys.modules)
sys.exit(f"imported too early: {slow}" if slow else 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
