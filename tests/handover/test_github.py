from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from rootcause.handover import github
from tests.handover.tasks import hostile_tasks, task

RECORDER = """\
#!{python}
import json, os, sys
with open(os.environ["RECORDED"], "ab") as record:
    record.write(json.dumps([os.fsencode(one).hex() for one in sys.argv[1:]]).encode() + b"\\n")
sys.exit(int(os.environ.get("FAILS", "0")))
"""


@pytest.fixture
def gh(tmp_path):
    """A program of that name which writes down what it is called with."""
    program = tmp_path / "bin" / "gh"
    program.parent.mkdir()
    program.write_text(RECORDER.format(python=sys.executable))
    program.chmod(0o700)
    return program


def ran(script, gh, shell="sh", **environment):
    work = gh.parent.parent / "work"
    work.mkdir()
    record = gh.parent.parent / "recorded"
    written = work.with_name("issues.sh")
    written.write_bytes(script.encode())
    given = {"PATH": f"{gh.parent}:{os.environ['PATH']}", "RECORDED": str(record), **environment}
    done = subprocess.run([shell, str(written)], cwd=work, env=given, capture_output=True, timeout=60, check=False)
    assert list(work.iterdir()) == []
    calls = [[bytes.fromhex(one).decode() for one in json.loads(line)] for line in record.read_text().splitlines()]
    return done, calls


def wanted(one):
    return ["issue", "create", f"--title={one.title}", f"--body={github.body(one)}", "--label=rootcause"]


def test_the_script_is_one_that_a_shell_understands(tmp_path):
    script = tmp_path / "issues.sh"
    script.write_text(github.write(hostile_tasks()))
    assert subprocess.run(["sh", "-n", str(script)], capture_output=True, check=True).stderr == b""


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_a_shell_hands_over_what_was_meant_and_runs_nothing_else(gh, shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    tasks = hostile_tasks()
    done, calls = ran(github.write(tasks), gh, shell)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert calls == [["label", "create", "rootcause"], *map(wanted, tasks)]


def test_each_task_is_one_line(gh):
    lines = github.write(hostile_tasks()).splitlines()
    commands = [line for line in lines if not line.startswith("#")]
    assert len(commands) == len(hostile_tasks()) + 2
    assert all(line.startswith("gh issue create ") for line in commands[2:])


def test_the_first_issue_that_cannot_be_made_is_the_last_that_is_tried(gh):
    done, calls = ran(github.write([task(), task()]), gh, FAILS="4")
    assert done.returncode == 4
    assert len(calls) == 2


def test_the_body_says_where_it_comes_from_and_ends_with_the_mark():
    assert github.body(task()) == (
        "Case: Order 4711 came late (2026-03-02-order-4711-came-late). Owner: Kim. Acts on cause: 1.2, 2. "
        "Done when: fewer than 2 in 100 late. rc-abcdefgh due 2026-12-01"
    )


def test_nobody_is_called_by_a_name_in_the_text():
    assert "Owner: `@kim/team`." in github.body(task(owner="@kim/team"))
    assert "Owner: kim@example.com." in github.body(task(owner="kim@example.com")).replace("\\", "")
