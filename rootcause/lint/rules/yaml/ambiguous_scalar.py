"""A text without quotes is something else to other readers of YAML.

Here `yes`, `012` and `2026-01-31` are texts and mean what they show. Other programs that read the file, such as a
script that counts questions or a form on a web page, take them for a truth value, a number or a date, and show `true`
or `10` instead. In quotes a text is a text for everybody.

Example:

    - id: repaired
      type: choice
      ask: Was it repaired?
      choices:
        yes: It works again
        no: It was replaced

Example:

    - id: opened
      type: text
      ask: When did the shop open on that day?
      required: false
      default: 09:30

Use instead:

    - id: repaired
      type: choice
      ask: Was it repaired?
      choices:
        "yes": It works again
        "no": It was replaced

Use instead:

    - id: opened
      type: text
      ask: When did the shop open on that day?
      required: false
      default: "09:30"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, replace_text, subject
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Severity
from rootcause.source.places import Branch, Where
from rootcause.source.places import Place as InTree
from rootcause.source.quoting import quoted
from rootcause.source.scalar import number
from rootcause.source.tree import Route, Tree

# What YAML 1.1 (yaml.org/type: bool, null, int, float, timestamp) and the core schema of 1.2 take for more than text,
# and this package does not. Of keys also what it would take for more as a value.
_TRUTH: Final = frozenset(
    form
    for word in ("y", "n", "yes", "no", "on", "off", "true", "false")
    for form in (word, word.capitalize(), word.upper())
)
_NOTHING: Final = frozenset(("~", "null", "Null", "NULL"))
_LONGEST_WORD: Final = 5
_NUMBER_STARTS: Final = frozenset("+-.0123456789")
_NUMBER: Final = re.compile(
    r"[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|\.(?:inf|Inf|INF)"
    r"|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)|\.(?:nan|NaN|NAN)"
)
_DATE: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
)
_AT_MOST: Final = 100


def _check(context: Context) -> Iterator[Found]:
    tree = context.tree
    if tree is None:
        return
    # What the format refuses in its place needs something else than quotes.
    refused = {found.span.start for found in context.loaded.diagnostics if found.source is tree.source}
    yesno = {asked.question.id for asked in context.asked if _type(asked.place) == "yesno"}
    found = (
        _found(tree, route, where, kind)
        for route, where, text, kind in _ambiguous(tree)
        if where[0] not in refused and not (text in _TRUTH and _answers_yesno(tree, route, yesno))
    )
    yield from islice(found, _AT_MOST)


def _found(tree: Tree, route: Route, where: Where, kind: str) -> Found:
    place, span = Place(tree, route), tree.source.span(*where)
    text = quoted(tree.source.slice(span))
    message = f"without quotes {text} is {kind} to other readers of YAML"
    return Found(tree.source, span, message, "put it in quotes", (), replace_text(place, span, text), subject(place))


def _ambiguous(tree: Tree) -> Iterator[tuple[Route, Where, str, str]]:
    """The route, the place, the text and the other reading of each scalar that has one."""
    text = tree.source.text
    branches: list[tuple[Route, Branch]] = [((), tree.root)] if isinstance(tree.root, Branch) else []
    while branches:
        route, branch = branches.pop()
        if branch.is_mapping:
            for key, (where, _) in branch.entries.items():
                if (kind := _other_reading(key)) and text[where[0]] not in "'\"":
                    yield (*route, key), where, key, kind
        for step, place, value in _entries(branch):
            if isinstance(place, Branch):
                branches.append(((*route, step), place))
            elif isinstance(value, str) and (kind := _other_reading(value)) and text[place[0]] not in "'\"|>":
                yield (*route, step), place, value, kind


def _entries(branch: Branch) -> Iterator[tuple[str | int, InTree, object]]:
    if branch.is_mapping:
        return ((key, place, branch.value[key]) for key, (_, place) in branch.entries.items())
    return ((index, place, branch.value[index]) for index, place in enumerate(branch.entries))


def _other_reading(text: str) -> str | None:
    """What others take a text for that is a text to us."""
    if len(text) <= _LONGEST_WORD:
        if text in _TRUTH:
            return "a truth value"
        if text in _NOTHING:
            return "no value"
    if text[:1] in _NUMBER_STARTS and number(text) is text:
        if _NUMBER.fullmatch(text):
            return "a number"
        if _DATE.fullmatch(text):
            return "a date"
    return None


def _answers_yesno(tree: Tree, route: Route, yesno: set[str]) -> bool:
    """Whether it answers a question that takes truth values as well, and means the same by both."""
    if route[-1] == "default":
        return _type(Place(tree, route[:-1])) == "yesno"
    return route[0] == "tests" and "answers" in route and route[-1] in yesno


def _type(place: Place) -> object:
    return place.value.get("type") if isinstance(place.value, dict) else None


RULE = Rule("RCY028", "ambiguous-scalar", Severity.WARNING, _check)
