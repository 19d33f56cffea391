"""Prints how long a move of the engine takes: 1,000 questions of mixed types, 500 conditions, lists and a ladder.

    python .ci/bench_engine.py [--questions 1000] [--moves 3000] [--seed 1]

Times are in milliseconds on the machine it runs on. A full recomputation, which is what a move would cost if the
engine looked at every question, stands beside it for scale.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from datetime import UTC, datetime

from rootcause.interview.interview import Interview
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.text import SourceText

GOAL_MS = 5.0


def questionnaire(count: int, chance: random.Random) -> Questionnaire:
    lines = ["rootcause: 1", "id: large", "version: 1.0.0", "title: Large", "minutes: 300", "sections:"]
    yesno: list[str] = []
    numbers: list[str] = []
    for index in range(count):
        if index % 50 == 0:
            lines += [f"  - id: s{index}", f"    title: Section {index}", "    questions:"]
        id = f"q{index}"
        kind = ("yesno", "integer", "text", "choice", "list" if index % 100 == 44 else "paragraph")[index % 5]
        lines += [
            f"      - id: {id}",
            f"        ask: Question {index}?",
            f"        type: {kind}",
            "        required: false",
        ]
        if kind == "choice":
            lines.append("        choices: {a: First, b: Second, c: Third}")
        if kind == "list":
            lines += [
                "        each:",
                "          - {id: what, ask: What, type: text}",
                "          - {id: many, ask: Many, type: integer}",
            ]
        if index % 2 and yesno and numbers:
            lines.append(f"        when: {chance.choice(yesno)} or {chance.choice(numbers)} > {chance.randrange(5)}")
        if kind == "yesno":
            yesno.append(id)
        if kind == "integer":
            numbers.append(id)
    loaded = load_questionnaire(SourceText("large.yaml", "\n".join(lines) + "\n"))
    assert loaded.questionnaire is not None, loaded.diagnostics[:3]
    return loaded.questionnaire


def answer(interview: Interview, chance: random.Random) -> object:
    prompt = interview.prompt()
    assert prompt is not None
    match prompt.question.type:
        case "yesno":
            return chance.random() < 0.5
        case "integer":
            return chance.randrange(10)
        case "choice":
            return chance.choice("abc")
        case "list":
            return chance.random() < 0.6
        case _:
            return "words that somebody typed"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--questions", type=int, default=1000)
    options.add_argument("--moves", type=int, default=3000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    chance = random.Random(given.seed)
    large = questionnaire(given.questions, chance)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    interview = Interview.begin(large, clock=lambda: now, zone=UTC)
    conditions = sum(question.when is not None for question in large.questions.values())
    times: list[float] = []
    for _ in range(given.moves):
        prompt = interview.prompt()
        started = time.perf_counter()
        if prompt is None or chance.random() < 0.1:
            asked = chance.choice(interview.asked())
            started = time.perf_counter()
            after = interview.revisit(asked)
        else:
            after = interview.answer(answer(interview, chance))
        if isinstance(after, Interview):
            after.prompt()
            times.append((time.perf_counter() - started) * 1000)
            interview = after
    started = time.perf_counter()
    Interview.begin(large, interview.answers, clock=lambda: now, zone=UTC)
    whole = (time.perf_counter() - started) * 1000
    percentiles = statistics.quantiles(times, n=100)
    print(
        f"{len(large.questions)} questions, {conditions} conditions, "
        f"{len(times)} moves, answers kept {len(interview.answers)}"
    )
    print(
        f"a move and its next prompt: p50 {percentiles[49]:.2f} ms, "
        f"p99 {percentiles[98]:.2f} ms, max {max(times):.2f} ms"
    )
    print(f"everything worked out anew:     {whole:.2f} ms")
    print(f"goal: p99 within {GOAL_MS} ms: {'met' if percentiles[98] <= GOAL_MS else 'MISSED'}")


if __name__ == "__main__":
    main()
