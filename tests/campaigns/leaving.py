"""Leave the interview in five ways at five kinds of questions, drawn and in plain lines; count what was lost.

    python tests/campaigns/leaving.py --rounds 20 --seed 1

Somebody sits at a real terminal, answers, and goes: the terminal is closed, SIGHUP, SIGTERM, Ctrl-C, Ctrl-D; while a
question stands there untouched, after the beginning of an answer was typed, or at once after Enter. An answer counts as
accepted when what comes after it was on the screen, or was handed in with `-a`; what was begun must be among the drafts,
but for plain lines, where the terminal has it until Enter. The negative control asks and saves at the end: it must lose
answers in each way. Exit code 0: nothing was lost, no traceback, terminals as they were, exit code 130, no process left
behind, the command to go on was printed wherever a terminal was left, and the control lost.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from rootcause.case.store import CaseStore
from tests.walk.person import Person
from tests.walk.sitting_down import sits_down

EXIT_LEFT = 130
BEGUN = "The answer that nobody has ended"
HERE = Path(__file__).parent
WAYS: Mapping[str, Callable[[Person], None]] = {
    "closed": lambda person: person.terminal.closes(),
    "SIGHUP": lambda person: person.terminal.signalled(signal.SIGHUP),
    "SIGTERM": lambda person: person.terminal.signalled(signal.SIGTERM),
    "Ctrl-C": lambda person: person.presses("Ctrl-C"),
    "Ctrl-D": lambda person: person.presses("Ctrl-D"),
}


@dataclass(frozen=True)
class Step:
    """What somebody does where that is asked; `key` and `value` are what it leaves in the case."""

    asked: str
    does: Callable[[Person], None]
    key: str = ""
    value: str | bool = ""


OPENING = Step("Who told us?", lambda person: person.answer("Jo Bell"), "opening", "Jo Bell")
SUMMARY = Step("one sentence?", lambda person: person.answer("It went elsewhere"), "summary", "It went elsewhere")
STORY = Step(
    "Tell the story.", lambda person: person.paragraph("On Monday.\nOn Tuesday."), "story", "On Monday.\nOn Tuesday."
)
CARRIER = Step("Who carried it?", lambda person: person.pick("A partner"), "carrier", "partner")
WHAT = Step("What exactly?", lambda person: person.answer("Compare lists"), "actions[1].what", "Compare lists")
OWNER = Step("Who sees to it?", lambda person: person.answer("Kim"), "actions[1].owner", "Kim")
BECAUSE = Step("Causes, level 1", lambda person: person.paragraph("It was\nold."), "whys[1].because", "It was\nold.")
FIXABLE = Step("Can we act at this level?", lambda person: person.pick("Yes"), "whys[1].fixable", True)


@dataclass(frozen=True)
class Place:
    """Where somebody leaves: what was handed in before, what is typed before, what is asked there.

    `key` is that of a text that can be begun there.
    """

    handed_in: Sequence[Step]
    typed: Sequence[Step]
    asked: str
    key: str = ""


PLACES = {
    "text": [Place([], [OPENING], SUMMARY.asked, SUMMARY.key)],
    "paragraph": [Place([OPENING], [SUMMARY], STORY.asked, STORY.key)],
    "choice": [Place([OPENING, SUMMARY], [STORY], CARRIER.asked)],
    "list": [
        Place([OPENING, SUMMARY, STORY], [CARRIER], WHAT.asked, WHAT.key),
        Place([OPENING, SUMMARY, STORY, CARRIER], [WHAT], OWNER.asked, OWNER.key),
        Place([OPENING, SUMMARY, STORY, CARRIER], [WHAT, OWNER], "That was all"),
    ],
    "ladder": [
        Place([OPENING, SUMMARY, STORY, WHAT, OWNER], [CARRIER], BECAUSE.asked, BECAUSE.key),
        Place([OPENING, SUMMARY, STORY, CARRIER, WHAT, OWNER], [BECAUSE], FIXABLE.asked),
        Place([OPENING, SUMMARY, STORY, CARRIER, WHAT, OWNER], [BECAUSE, FIXABLE], "That was all"),
    ],
}


@dataclass
class Count:
    rounds: int = 0
    accepted: int = 0
    lost: int = 0
    begun: int = 0
    begun_lost: int = 0
    tracebacks: int = 0
    changed: int = 0
    wrong_code: int = 0
    not_told: int = 0
    left_behind: int = 0

    @property
    def is_clean(self) -> bool:
        allowed = ("rounds", "accepted", "begun")
        return not any(getattr(self, field.name) for field in fields(self) if field.name not in allowed)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=20, help="of each way at each kind of question, in both modes")
    options.add_argument("--kinds", type=int, default=len(PLACES), help="of questions for each way, drawn by lot")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    print(" ".join(["asked ", "way    ", *(field.name.replace("_", " ") for field in fields(Count))]))
    clean = lost = True
    for mode in ("drawn", "plain", "naive"):
        for way in WAYS:
            count = Count()
            for kind in chance.sample(list(PLACES), given.kinds) if mode != "naive" else ["text"]:
                for _ in range(given.rounds):
                    with tempfile.TemporaryDirectory() as folder:
                        place = chance.choice(PLACES[kind])
                        if mode == "naive":
                            leave_the_naive_one(Path(folder), way, count)
                        else:
                            leave(Path(folder), way, place, chance, count, plain=mode == "plain")
            cells = (f"{getattr(count, field.name):{len(field.name)}}" for field in fields(count))
            print(f"{mode:6} {way:7} {' '.join(cells)}", flush=True)
            if mode == "naive":
                lost &= count.lost > 0
            else:
                clean &= count.is_clean
    return 0 if clean and lost else 1


def leave(folder: Path, way: str, place: Place, chance: random.Random, count: Count, *, plain: bool) -> None:
    """One round with the real program."""
    shutil.copy(HERE / "five_kinds.yaml", folder)
    (folder / "answers.json").write_text(json.dumps({"answers": handed_in(place)}), encoding="utf-8")
    errors = folder / "errors" if way == "closed" else None  # where they are read when the terminal is gone
    person = sits_down(folder, "triage", "-Q", "five_kinds.yaml", "-a", "answers.json", plain=plain, errors=errors)
    try:
        person.begins()
        accepted = [*place.handed_in, *place.typed]
        for step in place.typed:
            person.asked(step.asked)
            step.does(person)
        moment = chance.randrange(4) if way != "Ctrl-D" else 0  # Ctrl-D behind some text means something else
        if moment == 3:
            accepted.pop()  # it goes before there can be a sign that the answer was taken
        else:
            person.asked(place.asked)
        begun = BEGUN[: chance.randrange(1, len(BEGUN))] if moment in (1, 2) and place.key else ""
        kept = bool(begun) and person.begins_a_text(begun)
        if begun and not kept:
            person.terminal.sends(begun)  # in plain lines it stays with the terminal until Enter
        WAYS[way](person)
        look_after(person, folder, way, count)
    finally:
        person.terminal.close()
    if kept:
        count.begun += 1
        count.begun_lost += drafts(folder).get(place.key) != begun
    saved = answers(folder)
    keyed = [step for step in accepted if step.key]
    count.accepted += len(keyed)
    count.lost += sum(saved.get(step.key) != step.value for step in keyed)


def answers(folder: Path) -> dict[str, object]:
    """The values in the case, by key."""
    store = CaseStore(folder / "cases")
    return {str(key): answer.value for id in store.ids() for key, answer in store.read(id).answers.items()}


def drafts(folder: Path) -> dict[str, str]:
    """The texts that were begun, by key."""
    found = list((folder / "cases").glob("*/drafts.json"))
    return json.loads(found[0].read_text(encoding="utf-8")) if found else {}


def handed_in(place: Place) -> dict[str, object]:
    """What the answers file says."""
    rows = [step for step in place.handed_in if "[" in step.key]
    single: dict[str, object] = {step.key: step.value for step in place.handed_in if step not in rows}
    return single | ({"actions": [{step.key.partition(".")[2]: step.value for step in rows}]} if rows else {})


def look_after(person: Person, folder: Path, way: str, count: Count) -> None:
    """Wait until the program has ended, and see in which state it left everything but the answers."""
    code = person.terminal.ends()
    errors = folder / "errors"
    said = errors.read_text(encoding="utf-8") if errors.exists() else person.terminal.scrolled()
    count.rounds += 1
    count.tracebacks += "Traceback" in said or any(folder.rglob("*crash.log"))
    count.changed += way != "closed" and not person.terminal.is_put_back()
    count.wrong_code += code != EXIT_LEFT
    is_begun = any(folder.rglob("case.json"))
    count.not_told += way != "closed" and is_begun and "rootcause resume" not in said
    count.left_behind += len(person.terminal.left_behind())


def leave_the_naive_one(folder: Path, way: str, count: Count) -> None:
    """One round with the negative control."""
    person = sits_down(folder, program=(sys.executable, str(HERE / "naive_asking.py")))
    try:
        for question, answer in (("Who told us?", "Jo Bell"), ("What happened?", "It went elsewhere")):
            person.shows(question)
            person.terminal.sends(f"{answer}\r")
        person.shows("Who carried it?")
        WAYS[way](person)
        look_after(person, folder, way, count)
    finally:
        person.terminal.close()
    count.accepted += 2
    count.lost += 0 if (folder / "answers.json").exists() else 2


if __name__ == "__main__":
    sys.exit(main())
