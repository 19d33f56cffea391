"""Kill a session of 200 answers at a random moment, again and again; count what was lost.

    python tests/campaigns/kill_during_save.py --rounds 1000 --seed 1

A round forks a process that answers and saves, and reports each save that returned. SIGKILL comes at a moment drawn
from the length of a whole session. Then the case is opened as `resume` does it. The naive saver runs the same rounds,
and more of them until a kill has hit it: it must lose answers, or the campaign proves nothing. Exit code 0: ours lost
nothing, the naive one did.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from killing import killed
from savers import a_new_case, a_saver, key_of, with_answer

from rootcause.case.store import CaseStore
from rootcause.errors import CaseError

ANSWERS = 200
ENOUGH = 20  # times the rounds asked for; a naive save is hit in about one of three rounds


@dataclass
class Counts:
    """What happened in all rounds."""

    rounds: int = 0
    killed_in_session: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    temporary_after_kill: int = 0
    temporary_after_restart: int = 0

    def __str__(self) -> str:
        return ", ".join(f"{field.name} {getattr(self, field.name)}" for field in fields(self))

    @property
    def clean(self) -> bool:
        """Whether nothing was lost, nothing unreadable, nothing left lying about."""
        return self.lost == self.unreadable == self.temporary_after_restart == 0


def session(kind: str, root: Path, id: str, report: int) -> None:
    """Answer all questions; write the number of each answer to `report` once its save has returned."""
    case, save = a_saver(kind, root, id)
    os.write(report, b"begun\n")
    for number in range(ANSWERS):
        case = with_answer(case, number)
        save(case)
        os.write(report, b"%d\n" % number)


def temporary_files(folder: Path) -> int:
    """How many files besides the case and its lock lie in the folder."""
    return sum(entry.name not in ("case.json", ".lock") for entry in folder.iterdir())


def rounds(kind: str, count: int, chance: random.Random, until_lost: bool = False) -> Counts:
    """Kill that many sessions of one saver, or more until one of them has lost something."""
    counts = Counts()
    length = 0.0
    for number in range(-1, count * ENOUGH if until_lost else count):
        if number >= count and counts.lost:
            break
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            id = a_new_case(root)
            if number < 0:
                _, _, length = killed(partial(session, kind, root, id), None)
                continue
            acknowledged, in_session, _ = killed(partial(session, kind, root, id), chance.uniform(0, length))
            counts.rounds += 1
            counts.killed_in_session += in_session
            counts.acknowledged += len(acknowledged)
            counts.temporary_after_kill += temporary_files(root / id)
            try:
                with CaseStore(root).open(id) as opened:
                    counts.lost += sum(key_of(answer) not in opened.case.answers for answer in acknowledged)
            except CaseError:
                counts.unreadable += 1
                counts.lost += len(acknowledged)
            counts.temporary_after_restart += temporary_files(root / id)
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    ours = rounds("ours", arguments.rounds, random.Random(arguments.seed))
    print("ours: ", ours)
    naive = rounds("naive", arguments.rounds, random.Random(arguments.seed), until_lost=True)
    print("naive:", naive)
    return 0 if ours.clean and naive.lost else 1


if __name__ == "__main__":
    sys.exit(main())
