"""Compares what is proven of a questionnaire with what the engine does when every answer is tried."""

from __future__ import annotations

from dataclasses import dataclass, fields

from rootcause.interview.interview import Interview
from rootcause.interview.scripted import fill
from rootcause.lint.reachability.condition import Unreachable
from rootcause.lint.reachability.proving import Proof
from rootcause.lint.reachability.witness import Witness
from rootcause.questionnaire.model import Questionnaire
from tests.lint.reachability.generating import NOON, fewest


@dataclass
class Counts:
    """What came of all questionnaires."""

    questionnaires: int = 0
    reached: int = 0
    unreachable: int = 0
    not_decided: int = 0
    witnesses_run: int = 0
    as_short_as_possible: int = 0

    def __str__(self) -> str:
        return ", ".join(f"{getattr(self, field.name):,} {field.name.replace('_', ' ')}" for field in fields(self))


def disagreements(questionnaire: Questionnaire, counts: Counts) -> list[str]:
    """What the proof says otherwise than trying."""
    found = []
    tried = fewest(questionnaire)
    proof = Proof(questionnaire)
    counts.questionnaires += 1
    for id in questionnaire.questions:
        verdict = proof.reachable(id)
        if isinstance(verdict, Witness):
            counts.reached += 1
            counts.witnesses_run += 1
            filled = fill(Interview.begin(questionnaire, clock=lambda: NOON), verdict.answers, lambda _: None)
            if filled.problems or not filled.interview.standing(id).shown:
                found.append(f"{id}: {dict(verdict.answers)} does not show it: {filled.problems}")
            if len(verdict.answers) == tried.get(id) and verdict.least and not verdict.assuming:
                counts.as_short_as_possible += 1
            else:
                found.append(f"{id}: {verdict} against {tried.get(id)} answers")
        elif isinstance(verdict, Unreachable):
            counts.unreachable += 1
            if id in tried:
                found.append(f"{id}: unreachable, but shown by {tried[id]} answers; {verdict.chain}")
            if not verdict.chain:
                found.append(f"{id}: unreachable without a reason")
        else:
            counts.not_decided += 1
        if (proof.can_be_shown(id) is True) != isinstance(verdict, Witness):
            found.append(f"{id}: shown or not, depending on who asks")
    return found
