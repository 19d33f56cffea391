"""Choices that are steps of one scale do not stand in its order.

Who reads down the list expects the next step next, and takes the wrong one by its place. Put the steps in order, from
either end.

Example:

    - id: quality
      type: choice
      ask: How well was it packed?
      choices: {good: Good, bad: Bad, fair: Fair}

Use instead:

    - id: quality
      type: choice
      ask: How well was it packed?
      choices: {bad: Bad, fair: Fair, good: Good}
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.lint.wording import BOOK
from rootcause.questionnaire.model import Choice
from rootcause.source.diagnostic import Severity

# Two steps have no order that could be wrong.
_FEWEST = 3


def _check(context: Context) -> Iterator[Found]:
    scales = (asked for asked in context.asked if len(asked.question.response.choices) >= _FEWEST)
    for place, question in context.offered(scales):
        choices = question.response.choices
        for language in choices[0].label.by_language:
            if wrong := _out_of_order(choices, language):
                message = f'"{wrong}" does not stand where it belongs on the scale'
                yield at_value(place, message, "put the steps in order, from either end")
                break


def _out_of_order(choices: tuple[Choice, ...], language: str) -> str | None:
    """The label of the first step that breaks the order; None where the choices are not steps of one scale."""
    labels = [choice.label.in_language(language) for choice in choices]
    words = [label.lower().strip(" .") for label in labels]
    for scale in _scales(language):
        if scale.keys() >= set(words):
            steps = [scale[word] for word in words]
            rising = steps[0] < steps[-1] if steps[0] != steps[-1] else True
            for label, before, step in zip(labels[1:], steps, steps[1:], strict=False):
                if (step < before) if rising else (step > before):
                    return label
            return None
    return None


@functools.cache
def _scales(language: str) -> tuple[Mapping[str, int], ...]:
    """Each scale of a language: its words and their place in the order."""
    return tuple(
        {word.strip(): step for step, words in enumerate(line.split("<")) for word in words.split("|")}
        for line in BOOK.lines("scales", language)
    )


RULE = Rule("RCW017", "unordered-scale", Severity.WARNING, _check)
