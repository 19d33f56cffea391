"""Kill `rootcause triage -a FILE` at a random moment, again and again; count what was lost.

    python tests/campaigns/kill_scripted_run.py --rounds 100 --seed 1

With `--verbose` the program says `saved KEY` after each answer that is on the disk. SIGKILL comes after a random number
of these lines and a random fraction of a save. Then the case is read as `resume` does it, and every answer that was
said to be saved must be there with its value. The negative control takes one such answer out of each file read: the same
count must find it missing. Exit code 0: nothing was lost, every file could be read, and the control was noticed.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, fields
from pathlib import Path

from rootcause.case.store import CaseStore
from rootcause.errors import CaseError
from rootcause.interview.answers import AnswerKey, Answers, Rows
from rootcause.interview.keys import parse_key

EXAMPLE = Path(__file__).parents[2] / "examples" / "united-3411" / "answers.yaml"
A_SAVE = 0.004  # seconds; longer than one save takes, so that every part of it can be hit


@dataclass
class Count:
    rounds: int = 0
    killed: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    left_over: int = 0
    control_noticed: int = 0
    control_rounds: int = 0


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as scratch:
        expected = undisturbed(Path(scratch) / "whole")
        count = Count()
        for number in range(given.rounds):
            one_round(Path(scratch) / str(number), expected, chance, count)
    for field in fields(count):
        print(f"{field.name.replace('_', ' '):16} {getattr(count, field.name)}")
    held = not (count.lost or count.unreadable or count.left_over) and count.killed > given.rounds // 2
    return 0 if held and count.control_noticed == count.control_rounds > 0 else 1


def undisturbed(cases: Path) -> Answers:
    """What a run that nobody kills leaves behind."""
    with start(cases) as process:
        process.communicate()
    (id,) = CaseStore(cases).ids()
    return CaseStore(cases).read(id).answers


def start(cases: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "rootcause", "triage", "-a", str(EXAMPLE), "--no-input", "--verbose"]
    environment = os.environ | {"ROOTCAUSE_CASES": str(cases), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def one_round(cases: Path, expected: Answers, chance: random.Random, count: Count) -> None:
    enough, pause = chance.randrange(len(expected)), chance.random() * A_SAVE
    said: list[str] = []
    with start(cases) as process:
        assert process.stderr is not None
        while len(said) < enough and (line := process.stderr.readline()):
            said.append(line)
        time.sleep(pause)  # the moment at which the kill comes, not a wait for something
        process.kill()
        said += process.stderr.read().splitlines(keepends=True)
    count.rounds += 1
    count.killed += process.returncode < 0
    saved = {key for line in said if line.startswith("saved ") and line.endswith("\n") and (key := key_in(line))}
    count.acknowledged += len(saved)
    found = read(cases, count)
    count.lost += len(missing(saved, expected, found))
    if saved:
        count.control_rounds += 1
        robbed = {key: answer for key, answer in found.items() if key != min(saved)}
        count.control_noticed += bool(missing(saved, expected, robbed))


def key_in(line: str) -> AnswerKey | None:
    return parse_key(line.removeprefix("saved ").strip())


def read(cases: Path, count: Count) -> Answers:
    store = CaseStore(cases)
    ids = store.ids() if cases.exists() else ()
    found: Answers = {}
    for id in ids:
        try:
            with store.open(id) as opened:
                found = opened.case.answers
        except CaseError as error:
            print(error)
            count.unreadable += 1
    count.left_over += len(list(cases.rglob("*.tmp")))
    return found


def missing(saved: set[AnswerKey], expected: Answers, found: Answers) -> set[AnswerKey]:
    """What was said to be saved and is not there, or not as it was given. Rows grow, so of lists only the key counts."""
    return {
        key
        for key in saved
        if key not in found or (not isinstance(expected[key].value, Rows) and found[key].value != expected[key].value)
    }


if __name__ == "__main__":
    sys.exit(main())
