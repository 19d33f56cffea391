"""The ids of two choices differ in capitals only.

`EU` and `eu` are two answers here, and one in most tables and databases that answers are brought into; a person who
writes an answers file mixes them up.

Example:

    - id: market
      type: choice
      ask: On which market was it sold?
      choices: {EU: The European Union, eu: Europe outside of it}
      other: true

Use instead:

    - id: market
      type: choice
      ask: On which market was it sold?
      choices: {eu: The European Union, europe: Europe outside of it}
      other: true
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key
from rootcause.questionnaire.model import Choice
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Label, Severity


def _check(context: Context) -> Iterator[Found]:
    own = (asked.place / "choices" for asked in context.asked if _clash(asked.question.response.choices))
    for place in (*own, *context.loaded.lists.values()):
        ids = place.value
        yield from _alike(place, list(ids) if isinstance(ids, dict) else [])


def _clash(choices: Iterable[Choice]) -> bool:
    ids = [choice.id for choice in choices]
    return not all(map(str.islower, ids)) and len({id.lower() for id in ids}) < len(ids)


def _alike(place: Place, ids: list[str]) -> Iterator[Found]:
    seen: dict[str, str] = {}
    for id in ids:
        first = seen.setdefault(id.lower(), id)
        if first != id:
            label = Label((place / first).key_span, "the other one", place.tree.source)
            message = f'"{id}" and "{first}" differ in capitals only'
            yield at_key(place / id, message, "give one of them another id", labels=(label,))


RULE = Rule("RCI009", "ids-differ-by-case", Severity.WARNING, _check)
