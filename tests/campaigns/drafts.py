"""Kill somebody who types at a random moment, again and again; count what was lost of the drafts.

    python tests/campaigns/drafts.py --rounds 200 --seed 1

A round forks a process that types into several questions, pastes now and then and sends one off, and reports each draft
that was kept. SIGKILL comes at a moment drawn from the length of a whole session. Then the case is opened as `resume`
does it: there must be exactly the drafts reported, or those with the one that was on its way. The naive file, written
over in its place, runs the same rounds and must be found torn, or the campaign proves nothing. Exit code 0: ours lost
nothing, the naive one did.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from killing import killed
from savers import a_new_case, key_of

from rootcause.case.draft import DRAFTS_FILE, DraftFile
from rootcause.case.store import CaseStore
from rootcause.interview.answers import AnswerKey

STEPS = 150
QUESTIONS = [key_of(number) for number in range(3)]
PASTED = "A line of what the customer wrote, „with marks“.\n" * 2000

Step = tuple[AnswerKey, str]
Drafts = dict[AnswerKey, str]


class NaiveFile:
    """Drafts in a file that is written over in its place."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / DRAFTS_FILE
        self._texts: dict[str, str] = {}

    def keep(self, key: AnswerKey, text: str) -> None:
        self._texts[str(key)] = text
        self._path.write_text(json.dumps({key: text for key, text in self._texts.items() if text}))


@dataclass
class Counts:
    """What happened in all rounds."""

    rounds: int = 0
    killed_in_session: int = 0
    acknowledged: int = 0
    older_than_acknowledged: int = 0
    unreadable: int = 0
    temporary_after_restart: int = 0

    def __str__(self) -> str:
        return ", ".join(f"{field.name} {getattr(self, field.name)}" for field in fields(self))

    @property
    def clean(self) -> bool:
        """Whether every draft was there, whole, and nothing else."""
        return self.older_than_acknowledged == self.unreadable == self.temporary_after_restart == 0


def typing(chance: random.Random) -> list[Step]:
    """What is typed: after each step the text of one question; empty when it was sent off."""
    steps: list[Step] = []
    texts = dict.fromkeys(QUESTIONS, "")
    for _ in range(STEPS):
        key = chance.choice(QUESTIONS)
        more = chance.choice(["", PASTED, *"abcdefghijklmnopqrst"])
        texts[key] = texts[key] + more if more else ""
        steps.append((key, texts[key]))
    return steps


def session(kind: str, folder: Path, steps: list[Step], report: int) -> None:
    """Type; write the number of each step to `report` once its draft was kept."""
    drafts = DraftFile(folder) if kind == "ours" else NaiveFile(folder)
    os.write(report, b"begun\n")
    for number, (key, text) in enumerate(steps):
        drafts.keep(key, text)
        os.write(report, b"%d\n" % number)


def after(steps: list[Step]) -> Drafts:
    """The drafts that there are after these steps."""
    return {key: text for key, text in dict(steps).items() if text}


def found_in(folder: Path) -> Drafts:
    """The drafts that the next session offers."""
    drafts = DraftFile(folder)
    return {key: text for key in QUESTIONS if (text := drafts.kept(key)) is not None}


def rounds(kind: str, count: int, seed: int) -> Counts:
    """Kill that many sessions of one kind."""
    counts, chance = Counts(), random.Random(seed)
    length = 0.0
    for number in range(-1, count):
        steps = typing(chance)
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            id = a_new_case(root)
            typed = partial(session, kind, root / id, steps)
            if number < 0:
                _, _, length = killed(typed, None)
                continue
            acknowledged, in_session, _ = killed(typed, chance.uniform(0, length))
            with CaseStore(root).open(id) as opened:
                found = found_in(opened.folder)
            left = {entry.name for entry in (root / id).iterdir()} - {"case.json", ".lock", DRAFTS_FILE}
            is_unreadable = f"{DRAFTS_FILE}.unreadable" in left
            done = len(acknowledged)
            counts.rounds += 1
            counts.killed_in_session += in_session
            counts.acknowledged += done
            counts.unreadable += is_unreadable
            counts.older_than_acknowledged += found not in (after(steps[:done]), after(steps[: done + 1]))
            counts.temporary_after_restart += len(left) - is_unreadable
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    ours = rounds("ours", arguments.rounds, arguments.seed)
    print("ours: ", ours, flush=True)
    naive = rounds("naive", arguments.rounds, arguments.seed)
    print("naive:", naive)
    return 0 if ours.clean and ours.killed_in_session and naive.unreadable else 1


if __name__ == "__main__":
    sys.exit(main())
