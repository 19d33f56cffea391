"""Makes questionnaires like those that people write: seeded, each different, without a fault.

python benchmarks/questionnaires.py FOLDER --files 1000 --questions 60 [--seed 1]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

THINGS = ("delivery", "invoice", "booking", "repair", "order", "appointment", "contract", "refund", "account", "ticket")
PLACES = ("at the counter", "on the phone", "in the shop", "in the app", "at the door", "in the warehouse", "by mail")
STEPS = (
    "the offer",
    "the planning",
    "the packing",
    "the transport",
    "the handing over",
    "the follow-up",
    "the billing",
)
SIGNS = ("late", "incomplete", "broken", "unreadable", "doubled", "unannounced", "too small", "too warm", "unsigned")
HINTS = (
    "With a number and a place, as the customer would put it.",
    "What the customer saw, heard or had in hand; our own view comes later.",
    "Roughly is enough for now. It can be made exact before the report is sent out to others.",
    "Look it up in the log of the day; what nobody wrote down counts as not known.",
    "In the words of those who were there. Name roles, such as the driver or the desk in the morning.",
)


def questionnaire(number: int, questions: int, chance: random.Random) -> str:
    """The text of one."""
    thing = chance.choice(THINGS)
    lines = [
        f"# A review of the {thing}, written for a team that does it once a month.",
        "rootcause: 1",
        f"id: review-{number}",
        "version: 1.0.0",
        f"title: Review of a {thing} that went wrong",
        f"description: What happened to the {thing}, what made it possible, and what is done differently from now on.",
        "minutes: 30",
        "sections:",
        *_section("what", thing, range(questions // 2), chance),
        *_section("why", thing, range(questions // 2, questions * 3 // 4), chance),
        *_CAUSES,
        *_section("different", thing, range(questions * 3 // 4, questions - 3), chance),
        *_ACTIONS,
    ]
    return "\n".join(lines) + "\n"


def _section(part: str, thing: str, numbers: range, chance: random.Random) -> Iterator[str]:
    yield f"  - id: {part}"
    yield f"    part: {part}"
    yield f"    title: {part.upper()} the {thing} shows"
    yield f"    intro: Take the {thing} step by step, seen from the customer. Nobody is looked at here but the work."
    yield "    questions:"
    if part == "what":
        yield "      - id: problem"
        yield "        type: text"
        yield "        role: problem"
        yield "        quick: true"
        yield f"        ask: What exactly was the customer of the {thing} unhappy about?"
        yield "        max_length: 240"
    before: list[tuple[str, str]] = []
    for number in numbers:
        yield from _question(part, thing, number, before, chance)


def _question(
    part: str, thing: str, number: int, before: list[tuple[str, str]], chance: random.Random
) -> Iterator[str]:
    id, kind = f"q{number}", chance.choice(("yesno", "choice", "choices", "text", "paragraph", "integer", "datetime"))
    step, place, sign = chance.choice(STEPS), chance.choice(PLACES), chance.choice(SIGNS)
    yield f"      - id: {id}"
    yield f"        type: {kind}"
    yield f"        label: {step.capitalize().replace('The ', '')} of the {thing}, {number}"
    yield f"        ask: {_ask(kind, step, place, sign, thing)}"
    yield f"        hint: {chance.choice(HINTS)}"
    if kind in ("choice", "choices"):
        yield "        choices:"
        for index, one in enumerate(chance.sample(SIGNS, 5)):
            yield f'          c{index}: {{label: It was {one} {place}, hint: "As the {thing} was handed over"}}'
        yield "        other: true"
    if kind == "integer":
        yield "        min: 0"
        yield "        max: 10000"
    if kind == "datetime":
        yield f"        check: {{that: {id} <= now, else: That time is still to come.}}"
    if before and chance.random() < 0.4:
        yield f"        when: {chance.choice(before)[1]}"
        yield "        required: false"
        return
    if kind == "yesno":
        before.append((id, chance.choice((id, f"not {id}"))))
    elif kind == "choice":
        before.append((id, f"{id} == 'c{chance.randrange(5)}'"))
    elif kind == "choices":
        before.append((id, f"has({id}, 'c{chance.randrange(5)}')"))
    elif kind == "integer":
        before.append((id, f"{id} >= {chance.randrange(1, 500)}"))


def _ask(kind: str, step: str, place: str, sign: str, thing: str) -> str:
    match kind:
        case "yesno":
            return f"Was the {thing} {sign} when it came {place}, after {step}?"
        case "choice":
            return f"Which of these comes closest to what was seen {place}?"
        case "choices":
            return f"Which of these were seen {place} during {step}?"
        case "integer":
            return f"How many customers had the same with {step} {place}?"
        case "datetime":
            return f"When did {step} of the {thing} begin {place}?"
        case _:
            return f"What made {step} {sign} {place}, as far as it can be seen?"


_CAUSES = """\
      - id: causes
        type: ladder
        role: causes
        ask: What led to it? ${problem}
        next: What made that possible? ${previous.because}
        max: 7
        stop_when: fixable
        each:
          - {id: because, type: text, label: Because, ask: "What was the cause?"}
          - id: sure
            type: choice
            label: How sure
            ask: How is that known?
            choices: {fact: It was measured, reported: Somebody said so, assumption: It is assumed}
          - {id: fixable, type: yesno, label: Can be changed, ask: "Can we act at this level?"}""".splitlines()
_ACTIONS = """\
      - id: actions
        type: list
        role: actions
        ask: Which actions follow?
        each:
          - {id: what, type: text, label: Action, ask: "What will be done?"}
          - {id: owner, type: person, label: Owner, ask: "Who sees to it?"}
          - {id: due, type: date, label: Due, ask: "By which day?"}
      - id: follow_up
        type: date
        role: follow_up
        label: Ask again on
        ask: On which day do we ask the customer again?
      - id: lessons
        type: paragraph
        role: lessons
        label: Learned
        ask: What did we learn from it?""".splitlines()


def write(folder: Path, files: int, questions: int, seed: int = 1) -> list[Path]:
    """Write them into a folder; the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(files):
        path = folder / f"review-{number}.yaml"
        path.write_text(questionnaire(number, questions, random.Random(f"{seed} {number}")), encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--questions", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    write(wanted.folder, wanted.files, wanted.questions, wanted.seed)


if __name__ == "__main__":
    main()
