"""Kill the walk through the default questionnaire at random moments, take it up each time, compare the cases.

    python tests/campaigns/killed_walk.py --kills 50 --seed 1

SIGKILL comes while a question stands there, right after an answer, or while a text is being typed; then `rootcause
resume` goes on by what the screen asks. Walks are made until as many kills have come. Each must end in the case of the
walk that nobody disturbed, but for the times; and a text that has stood there for two seconds must be among the drafts
and be offered again. In plain lines a text is kept from the end of its line on. Younger drafts, killed at once, are
counted to show that a loss would be seen. The negative control takes one answer out of each case, which must then be
another. Exit code 0: all of that held.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from tests.walk.person import Person
from tests.walk.sitting_down import sits_down
from tests.walk.test_walk import without_times
from tests.walk.walk import BEGINNING, EDITED, Walk

KEPT_AFTER = 2.0  # seconds
OFTEN = 0.35  # kills for each question, so that fifty are spread over one walk
EXIT_LEFT = 130
AT_ONCE = 0.03  # seconds; a save and the next question fall into it
BEGUN = "Half a thought that "


@dataclass
class Count:
    kills: int = 0
    while_asked: int = 0
    after_answer: int = 0
    while_typed: int = 0
    walks: int = 0
    other_case: int = 0
    young_drafts: int = 0
    young_lost: int = 0
    drafts: int = 0
    drafts_lost: int = 0
    not_offered: int = 0
    control_noticed: int = 0
    control_rounds: int = 0

    @property
    def held(self) -> bool:
        broken = self.other_case or self.drafts_lost or self.not_offered
        return not broken and self.control_noticed == self.control_rounds > 0


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kills", type=int, default=50, help="for drawn questions, and as many for plain lines")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    counts = {}
    with tempfile.TemporaryDirectory() as scratch:
        for mode in ("drawn", "plain"):
            count = counts[mode] = Count()
            expected = Killed(Path(scratch) / mode, chance, Count(), kills=0, plain=mode == "plain").case()
            while count.kills < given.kills:
                folder = Path(scratch) / f"{mode}-{count.walks}"
                found = Killed(folder, chance, count, kills=given.kills, plain=mode == "plain").case()
                count.walks += 1
                count.other_case += found != expected
                count.control_rounds += 1
                count.control_noticed += robbed(found, chance) != expected
    print(f"{'':16} {'  '.join(counts)}")
    for field in fields(Count):
        print(
            f"{field.name.replace('_', ' '):16} {'  '.join(f'{getattr(one, field.name):5}' for one in counts.values())}"
        )
    return 0 if all(count.held for count in counts.values()) else 1


def robbed(case: dict[str, object], chance: random.Random) -> dict[str, object]:
    """The case without one of its answers."""
    answers = case["answers"]
    assert isinstance(answers, dict)
    gone = chance.choice(list(answers))
    return {**case, "answers": {key: answer for key, answer in answers.items() if key != gone}}


class Killed:
    """One walk in a folder of its own, in which the program is killed until there were `kills` of them."""

    def __init__(self, folder: Path, chance: random.Random, count: Count, *, kills: int, plain: bool) -> None:
        folder.mkdir()
        self._folder = folder
        self._chance = chance
        self._count = count
        self._kills = kills
        self._plain = plain
        self._owed: str | None = None  # the draft that is to be offered
        self._editor = folder / "editor"
        self._editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "{EDITED}" > "$1"\n')
        self._editor.chmod(0o700)

    def case(self) -> dict[str, object]:
        """Walk to the report, and return the case."""
        walk = Walk()
        arguments: tuple[str, ...] = BEGINNING
        while not walk.finished:
            with self._sitting(*arguments) as person:
                self._goes_as_far_as_it_comes(walk, person)
            if any(self._folder.glob("cases/*/case.json")):
                arguments = ("resume",)
        return without_times(next(self._folder.glob("cases/*/case.json")))

    @contextmanager
    def _sitting(self, *arguments: str) -> Iterator[Person]:
        person = sits_down(self._folder, *arguments, plain=self._plain, environ={"EDITOR": str(self._editor)})
        try:
            yield person
        finally:
            person.terminal.close()

    def _goes_as_far_as_it_comes(self, walk: Walk, person: Person) -> None:
        while walk.goes_on(person):
            if walk.finished:
                continue
            if self._owed is not None and person.waits():
                try:
                    person.shows(self._owed)
                except AssertionError as nothing_like_it:
                    print(nothing_like_it)
                    self._count.not_offered += 1
                self._owed = None
            if self._count.kills < self._kills and self._chance.random() < OFTEN:
                self._kill(walk, person)
                return
        assert person.terminal.ends() in (0, EXIT_LEFT), person.terminal.screen()

    def _kill(self, walk: Walk, person: Person) -> None:
        """Kill the program at the question that is asked now, or at the next."""
        count, chance = self._count, self._chance
        count.kills += 1
        kind = chance.choice(("asked", "answered", "typed", "typed"))
        begun = f"{BEGUN}{count.kills}"
        if kind == "answered" and walk.goes_on(person):
            count.after_answer += 1
            person.terminal.passes(chance.random() * AT_ONCE)
        elif kind == "typed" and person.waits() and walk.known(person) and person.begins_a_text(begun):
            count.while_typed += 1
            self._type(person, begun, is_old=chance.random() < 0.7)
            return
        else:
            count.while_asked += 1
            person.terminal.passes(chance.random() * AT_ONCE)
        person.terminal.is_killed()

    def _type(self, person: Person, begun: str, *, is_old: bool) -> None:
        count = self._count
        person.terminal.passes(KEPT_AFTER if is_old else 0)
        person.terminal.is_killed()
        found = next(self._folder.glob("cases/*/drafts.json"), None)
        is_kept = found is not None and begun in json.loads(found.read_text(encoding="utf-8")).values()
        if is_old:
            count.drafts += 1
            count.drafts_lost += not is_kept
            self._owed = begun if is_kept else None
        else:
            count.young_drafts += 1
            count.young_lost += not is_kept


if __name__ == "__main__":
    sys.exit(main())
