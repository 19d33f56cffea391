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
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Final

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, replace_text, subject
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Severity
from rootcause.source.places import Branch, Where
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
_WORDS: Final = _TRUTH | _NOTHING
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
    yesno = cache(lambda: {asked.question.id for asked in context.asked if _type(asked.place) == "yesno"})
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
    for route, where, text in _suspects(tree):
        if (kind := _other_reading(text)) and tree.source.text[where[0]] not in "'\"|>":
            yield route, where, text, kind


def _suspects(tree: Tree) -> Iterator[tuple[Route, Where, str]]:
    """Keys and values that begin like one with another reading. It sees every scalar of a file, so it is kept short."""
    branches: list[tuple[Route, Branch]] = [((), tree.root)] if isinstance(tree.root, Branch) else []
    for route, branch in branches:
        values = branch.value
        if branch.is_mapping:
            for key, (where, place) in branch.entries.items():
                if key in _WORDS or key[:1] in _NUMBER_STARTS:
                    yield (*route, key), where, key
                if type(place) is not tuple:
                    branches.append(((*route, key), place))
                elif type(text := values[key]) is str and (text in _WORDS or text[:1] in _NUMBER_STARTS):
                    yield (*route, key), place, text
        else:
            for index, place in enumerate(branch.entries):
                if type(place) is not tuple:
                    branches.append(((*route, index), place))
                elif type(text := values[index]) is str and (text in _WORDS or text[:1] in _NUMBER_STARTS):
                    yield (*route, index), place, text


def _other_reading(text: str) -> str | None:
    """What others take a text for that is a text to us."""
    if text in _WORDS:
        return "no value" if text in _NOTHING else "a truth value"
    if text[:1] in _NUMBER_STARTS and number(text) is text:
        if _NUMBER.fullmatch(text):
            return "a number"
        if _DATE.fullmatch(text):
            return "a date"
    return None


def _answers_yesno(tree: Tree, route: Route, yesno: Callable[[], set[str]]) -> bool:
    """Whether it answers a question that takes truth values as well, and means the same by both."""
    if route[-1] == "default":
        return _type(Place(tree, route[:-1])) == "yesno"
    return route[0] == "tests" and "answers" in route and route[-1] in yesno()


def _type(place: Place) -> object:
    return place.value.get("type") if isinstance(place.value, dict) else None


RULE = Rule("RCY028", "ambiguous-scalar", Severity.WARNING, _check)
