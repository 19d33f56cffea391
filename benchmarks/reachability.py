"""Prints how long the proofs of reachability take beside loading the same file.

    python benchmarks/reachability.py [--questions 3000] [--rounds 5]

The first file is like those that people write: conditions on one or two earlier answers. The others are hard on
purpose, and are to end in "not decided" soon.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from itertools import combinations, product

from rootcause.lint.reachability.proving import Proof
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.text import SourceText

HEAD = "rootcause: 1\nid: bench\nversion: 1.0.0\ntitle: Bench\nsections:\n"


def usual(questions: int) -> str:
    """Questions of five kinds, most of them with a condition on questions not far above."""
    chance = random.Random(1)
    lines, before = [HEAD], []
    for number in range(questions):
        if number % 30 == 0:
            lines.append(f"  - id: s{number}\n    title: A part\n    questions:\n")
        kind = chance.choice(("yesno", "choice", "choices", "integer", "text"))
        lines.append(f"      - id: q{number}\n        ask: How so?\n        type: {kind}\n")
        if kind in ("choice", "choices"):
            lines.append("        choices: {a: One, b: Two, c: Three}\n")
        if before and number % 5:
            lines.append(f'        when: "{condition(chance, before[-20:])}"\n')
        before.append((f"q{number}", kind))
    return "".join(lines)


def condition(chance: random.Random, before: list[tuple[str, str]]) -> str:
    """One to three answers that must be as they are named."""
    atoms = []
    for name, kind in chance.sample(before, min(len(before), chance.choice((1, 1, 2, 3)))):
        atoms.append(
            {
                "yesno": name,
                "choice": f"{name} == 'a'",
                "choices": f"has({name}, 'b')",
                "integer": f"{name} > {chance.randint(0, 9)}",
                "text": f"answered({name})",
            }[kind]
        )
    return f" {chance.choice(('and', 'or'))} ".join(atoms)


def clauses(names: int, conditions: list[str]) -> str:
    """Yes or no questions, and a section for each condition that needs the one before."""
    lines = [HEAD, "  - id: s\n    title: A part\n    questions:\n"]
    lines += [f"      - {{id: q{name}, ask: Is it so, type: yesno}}\n" for name in range(names)]
    group = 10
    for number in range(0, len(conditions), group):
        both = " and ".join(f"({one})" for one in conditions[number : number + group])
        own = f"c{number}"
        earlier = "".join(f"c{before} and " for before in range(max(0, number - group), number, group))
        lines.append(f'      - {{id: {own}, label: C, type: yesno, compute: "{earlier}{both}"}}\n')
    last = (len(conditions) - 1) // group * group
    lines.append(f"      - {{id: goal, ask: How so, type: text, when: c{last}}}\n")
    return "".join(lines)


def three_sat(names: int = 60, ratio: float = 4.26) -> str:
    """Random clauses of three literals, at the ratio where half of all such problems have an answer."""
    chance = random.Random(1)
    conditions = []
    for _ in range(int(names * ratio)):
        chosen = chance.sample(range(names), 3)
        conditions.append(" or ".join(("not " if chance.random() < 0.5 else "") + f"q{name}" for name in chosen))
    return clauses(names, conditions)


def pigeons(holes: int = 10) -> str:
    """One more pigeon than holes, each in a hole of its own."""
    pairs = range(holes + 1)
    conditions = [" or ".join(f"q{pigeon * holes + hole}" for hole in range(holes)) for pigeon in pairs]
    conditions += [
        f"not q{one * holes + hole} or not q{other * holes + hole}"
        for hole, (one, other) in product(range(holes), combinations(pairs, 2))
    ]
    return clauses((holes + 1) * holes, conditions)


def loaded(text: str) -> tuple[Questionnaire, float]:
    start = time.process_time()
    found = load_questionnaire(SourceText("bench.yaml", text))
    taken = time.process_time() - start
    if found.questionnaire is None:
        raise SystemExit(f"the generated questionnaire is wrong: {found.diagnostics[0].message}")
    return found.questionnaire, taken


def proven(questionnaire: Questionnaire) -> float:
    """Seconds for all questions, each with the fewest answers that show it or the proof that nothing does."""
    start = time.process_time()
    proof = Proof(questionnaire)
    for key in proof.terrain.sites:
        proof.can_be_shown(key)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    text = usual(wanted.questions)
    loads, proofs = [], []
    for _ in range(wanted.rounds):
        questionnaire, load = loaded(text)
        loads.append(load)
        proofs.append(proven(questionnaire))
    load, proof = statistics.median(loads), statistics.median(proofs)
    print(f"{wanted.questions:,} questions: loaded in {load:.3f} s, all proven in {proof:.3f} s ({proof / load:.2f})")
    for name, text in (("3-SAT over 60 questions", three_sat()), ("eleven pigeons in ten holes", pigeons())):
        questionnaire, load = loaded(text)
        start = time.process_time()
        verdict = Proof(questionnaire).reachable("goal")
        print(f"{name}: {time.process_time() - start:.3f} s, {type(verdict).__name__}")


if __name__ == "__main__":
    main()
