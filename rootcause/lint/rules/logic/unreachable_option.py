"""An option is offered, and a check refuses it in every case.

Whoever chooses it is told that it is not taken. Take the option out, or change the check.

Example:
    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner, post: The post}
      check: {that: carrier != 'post', else: The post is not used any more.}

Use instead:

    - id: carrier
      type: choice
      ask: Who carried it?
      choices: {own: Our own van, partner: A partner}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.reachability.formula import Atom
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.questionnaire.model import ResponseType
from rootcause.source.diagnostic import Severity


def _check(context: Context) -> Iterator[Found]:
    proof = context.proof
    for key, asked in context.by_key.items():
        question = asked.question
        if not question.checks or question.type not in (ResponseType.CHOICE, ResponseType.CHOICES):
            continue
        never = []
        for choice in question.response.choices:
            if question.type is ResponseType.CHOICES:
                taken = proof.answer(key, Atom(f"{key}={choice.id}", 1))
            else:
                taken = proof.answer(key, proof.compiler.equal(key, choice.id))
            if taken is False:
                never.append(choice.id)
        if len(never) == len(question.response.choices):
            continue  # nothing is taken at all, which is told
        for option in never:
            place = asked.place.at("choices", option) if asked.place.has("choices") else asked.place / "list"
            check = asked.place / "check"
            label = check.label("what refuses it stands here")
            message = f'the option "{option}" is never taken'
            yield at_key(place, message, "take the option out, or change the check", labels=(label,))


RULE = Rule("RCL003", "unreachable-option", Severity.WARNING, _check, sound=True)
