"""Makes cases of any size, like those that teams keep: seeded, each answer with who, when and how sure.

    python benchmarks/cases.py FOLDER --answers 1000 [--seed 1]

Causes, options, actions, the timeline and plain questions grow together, so that every part of a report grows.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rootcause.analysis.record import Record
from rootcause.case.changes import updated
from rootcause.case.model import Case, QuestionnaireRef
from rootcause.case.store import CaseStore
from rootcause.interview.interview import Interview
from rootcause.interview.scripted import fill
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.text import SourceText

BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

_HEAD = """\
rootcause: 1
id: bench
version: 1.0.0
title: A review that grows
sections:
  - id: what
    part: what
    title: WHAT happened
    questions:
      - {id: problem, ask: "What happened?", type: text, role: problem}
      - {id: started, ask: "When did it begin?", type: datetime, role: started}
      - {id: resolved, ask: "When was it over?", type: datetime, role: resolved}
      - id: timeline
        ask: What happened, step by step?
        type: list
        role: timeline
        each:
          - {id: at, ask: "When?", type: datetime}
          - {id: what, ask: "What?", type: text}
          - {id: source, ask: "Where is it written?", type: text}
"""
_TAIL = """\
  - id: why
    part: why
    title: WHY it happened
    questions:
      - id: causes
        ask: What led to it?
        next: What made that possible?
        type: ladder
        role: causes
        max: 12
        each:
          - {id: because, ask: Because, type: paragraph}
          - {id: proof, ask: "How do we know?", type: choice, choices: {record: A record, assumption: An assumption}}
          - {id: evidence, ask: "Where can it be looked up?", type: text, required: false}
          - {id: kind, ask: Kind, type: choice, choices: {tools: Tools, roles: Roles, time: Time, rules: Rules}}
  - id: different
    part: different
    title: DIFFERENT from now on
    questions:
      - id: options
        ask: Which ways are there?
        type: list
        role: options
        each:
          - {id: what, ask: "What would we do?", type: text}
          - {id: kind, ask: Kind, type: choice, choices: {quick: Quick, lasting: Lasting}}
          - {id: one_off, ask: "Cost, once", type: money}
          - {id: running, ask: "Cost, each year", type: money}
          - {id: recurs, ask: Times a year, type: number, when: kind == 'quick'}
          - {id: size, ask: Size, type: choice, choices: {small: Small, medium: Medium, large: Large}}
          - {id: loss_avoided, ask: Loss avoided, type: money}
      - id: actions
        ask: What will be done?
        type: list
        role: actions
        each:
          - {id: what, ask: "What?", type: text}
          - {id: cause, ask: "Which cause?", type: text}
          - {id: kind, ask: Kind, type: choice, choices: {prevent: Prevent, detect: Detect, mitigate: Mitigate}}
          - id: strength
            ask: How strong?
            type: choice
            choices: {stronger: Stronger, intermediate: Intermediate, weaker: Weaker}
          - {id: owner, ask: "Who sees to it?", type: person}
          - {id: due, ask: "By when?", type: date}
          - {id: done_when, ask: "How will we see it?", type: text}
      - {id: went_badly, ask: "What went badly?", type: paragraph, role: went_badly}
"""
_PLAIN = 20  # plain questions in a section
_DEEPEST = 7
_TEXT = (
    "the order the desk the driver the invoice a script the printer the van the label the shelf late early twice "
    "because so that without which was left open in the evening and nobody saw it before the customer called again"
)
_WORDS = _TEXT.split()
_PEOPLE = ("Ada Byron", "Ben Ode", "Cho Lin", "Dana Fox", "Eli Roth")


def questionnaire(answers: int) -> Questionnaire:
    """One whose plain questions are about half of the answers."""
    loaded = load_questionnaire(SourceText("bench.yaml", _HEAD + "".join(_sections(answers // 2)) + _TAIL))
    if loaded.questionnaire is None:
        raise ValueError([(one.message, one.span.line) for one in loaded.diagnostics[:5]])
    return loaded.questionnaire


def _sections(count: int) -> Iterator[str]:
    for number in range(count):
        if number % _PLAIN == 0:
            yield f"  - id: s{number}\n    part: {('what', 'why', 'different')[number // _PLAIN % 3]}\n"
            yield f"    title: Part {number // _PLAIN + 1}\n    questions:\n"
        yield f'      - {{id: q{number}, ask: "What about point {number}?", label: Point {number}, type: text}}\n'


def answers_to(answers: int, chance: random.Random) -> Mapping[str, Any]:
    """About so many answers, as an answers file has them."""
    rows = answers // 2

    def sentence(words: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize()

    def said(text: str) -> dict[str, Any]:
        return {"value": text, "sure": chance.choice(("fact", "reported", "assumption")), "note": sentence(6)}

    moments = [BEGUN + timedelta(minutes=7 * number) for number in range(rows // 12)]
    causes: list[dict[str, Any]] = []
    places = [(1, causes)]
    for _ in range(rows // 16):
        cause: dict[str, Any] = {
            "because": f"{sentence(9)}, so {sentence(5).lower()}",
            "proof": chance.choice(("record", "assumption")),
            "evidence": f"Ticket {chance.randrange(9999)}",
            "kind": chance.choice(("tools", "roles", "time", "rules")),
        }
        depth, place = chance.choice(places[-8:])
        place.append(cause)
        if depth < _DEEPEST:
            places.append((depth + 1, cause.setdefault("why", [])))
    _prune(causes)
    return {
        "problem": "On 2 March 2026 the shop in Cork took 40 orders twice.",
        "started": _written(BEGUN),
        "resolved": _written(BEGUN + timedelta(hours=9)),
        "timeline": [{"at": _written(at), "what": sentence(9), "source": "Log"} for at in moments],
        **{f"q{number}": said(sentence(14)) for number in range(rows)},
        "causes": causes,
        "options": [
            {
                "what": sentence(5),
                "kind": "quick" if number % 2 else "lasting",
                "one_off": f"{chance.randrange(100, 9000)} EUR",
                "running": f"{chance.randrange(0, 900)} EUR",
                **({"recurs": chance.randrange(1, 20)} if number % 2 else {}),
                "size": chance.choice(("small", "medium", "large")),
                "loss_avoided": f"{chance.randrange(100, 9000)} EUR",
            }
            for number in range(max(2, rows // 70))
        ],
        "actions": [
            {
                "what": f"Block {sentence(6).lower()}",
                "cause": "1",
                "kind": chance.choice(("prevent", "detect", "mitigate")),
                "strength": chance.choice(("stronger", "intermediate", "weaker")),
                "owner": chance.choice(_PEOPLE),
                "due": "2026-12-24",
                "done_when": sentence(6),
            }
            for _ in range(max(1, rows // 28))
        ],
        "went_badly": sentence(20),
    }


def _prune(causes: list[dict[str, Any]]) -> None:
    """Takes away the places for further causes that stayed empty."""
    for cause in causes:
        if cause.get("why"):
            _prune(cause["why"])
        else:
            cause.pop("why", None)


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def interview_of(answers: int, seed: int = 1) -> Interview:
    """An interview in which everything is answered, each answer by a name."""
    found = Interview.begin(
        questionnaire(answers), {}, clock=lambda: BEGUN + timedelta(days=1), who="Ada Byron", zone=UTC
    )
    filled = fill(found, answers_to(answers, random.Random(seed)), lambda _: None, defaults=True)
    if filled.problems or filled.interview.missing():
        raise ValueError((filled.problems or filled.interview.missing())[:5])
    return filled.interview


def case_of(interview: Interview) -> Case:
    """The case that keeps these answers, with the history of their giving."""
    asked = interview.questionnaire
    begun = Case(
        "2026-03-02-bench",
        "Orders taken twice",
        QuestionnaireRef(asked.id, asked.version, asked.digest),
        BEGUN,
        by="Ada Byron",
        timezone="UTC",
    )
    return updated(begun, interview.answers, at=None, now=interview.clock(), who=interview.who)


def record_of(interview: Interview) -> Record:
    """What the analysis takes in."""
    return Record(
        title="Orders taken twice",
        questionnaire=interview.questionnaire,
        answers=interview.active(),
        asked=frozenset(interview.asked()),
        case="2026-03-02-bench",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    case = case_of(interview_of(given.answers, given.seed))
    with CaseStore(given.folder).create(case) as opened:
        print(f"{opened.folder}: {len(case.answers)} answers")


if __name__ == "__main__":
    main()
