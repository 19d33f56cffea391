"""A question got another id since the earlier version, and nothing says which one it had.

Saved answers are kept by the id of their question. Without `was` the answers of the old id are put aside, and people
are asked again. This is found beside an earlier version of the file only: `rootcause lint --since REVISION`.

Example:

    - id: noticed_on
      type: date
      ask: On which day was it noticed?

    # file: before/example.yaml
    - id: noticed
      type: date
      ask: On which day was it noticed?

Use instead:

    - id: noticed_on
      was: noticed
      type: date
      ask: On which day was it noticed?

    # file: before/example.yaml
    - id: noticed
      type: date
      ask: On which day was it noticed?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rootcause.lint.asked import Asked
from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.mending import with_key
from rootcause.questionnaire.model import Question
from rootcause.source.diagnostic import Severity

_ALIKE = 0.75  # a few words changed, and still the same question


def _check(context: Context) -> Iterator[Found]:
    if context.before is None or context.before.draft is None:
        return
    before = context.before.draft.questions
    yield from _renamed(before, [asked for asked in context.asked if asked.outer is None])
    for asked in context.asked:
        if asked.outer is None and asked.question.each and asked.question.id in before:
            rows = [item for item in context.asked if item.outer is asked.question]
            yield from _renamed({item.id: item for item in before[asked.question.id].each}, rows)


def _renamed(before: Mapping[str, Question], now: list[Asked]) -> Iterator[Found]:
    ids = {asked.question.id for asked in now}
    gone = before.keys() - ids - {former for asked in now for former in asked.question.was}
    if not gone:
        return
    new = [asked for asked in now if asked.question.id not in before]
    for old in [before[id] for id in before if id in gone]:
        found = _likest(old, new)
        if found is not None:
            new.remove(found)
            yield _found(old.id, found)


def _likest(old: Question, new: Iterable[Asked]) -> Asked | None:
    """The question that the old one has become, None when all are others."""
    from difflib import SequenceMatcher

    rated = [
        (SequenceMatcher(None, _words(old), _words(asked.question)).ratio(), asked)
        for asked in new
        if asked.question.type is old.type
    ]
    best, found = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return found if best >= _ALIKE else None


def _words(question: Question) -> list[str]:
    return question.ask.in_language(None).lower().split()


def _found(old: str, asked: Asked) -> Found:
    at, former = asked.place / "id", asked.question.was
    message = f'"{asked.question.id}" was "{old}" before, and its saved answers would not move along'
    written = f"was: [{', '.join((*former, old))}]" if former else f"was: {old}"
    return at_value(at, message, f"write {written}", fix=None if former else with_key(at, written))


RULE = Rule("RCI008", "renamed-without-was", Severity.WARNING, _check, since=True)
