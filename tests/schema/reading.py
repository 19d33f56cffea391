"""What the schemas are held against: the files that are there, mutants of them, and what the reader says of both."""

from __future__ import annotations

import copy
import functools
import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.schema import schema
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "questionnaires"
QUESTIONNAIRES = sorted(FOLDER.glob("*.yaml"))
INCLUDED = sorted((FOLDER / "shared").glob("*.yaml"))
ANSWERS = sorted((ROOT / "examples").glob("*/answers.yaml"))
_STRANGE = (
    None,
    True,
    1,
    -1,
    1.5,
    "",
    " ",
    "text",
    "en",
    "1.0.0",
    "list",
    "choice",
    [],
    ["a"],
    {},
    {"en": "a"},
    [None],
)
_KEYS = ("when", "check", "was", "each", "choices", "list", "labels", "default", "include", "tests", "min", "max")
_KEYS += ("pattern", "unit", "currency", "role", "type", "next", "stop_when", "other", "show", "nonsense", "ask", "id")


@functools.cache
def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(schema(kind))


def values_of(path: Path) -> Any:
    return values_in(SourceText.read(path).text)


def values_in(text: str) -> Any:
    tree, _ = parse_tree(SourceText("text", text))
    assert tree is not None
    return _as_an_editor_sees_it(tree.value)


def _as_an_editor_sees_it(value: object) -> object:
    if isinstance(value, dict):
        return {key: _as_an_editor_sees_it(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_an_editor_sees_it(inner) for inner in value]
    return float(value) if isinstance(value, Decimal) else value


def is_taken(values: object, path: Path) -> bool:
    """Whether the reader takes these values as what stands in that file."""
    source = SourceText(str(path), json.dumps(values, ensure_ascii=False))
    return load_questionnaire(source, resolve=beside(path)).questionnaire is not None


def mutated(values: Any, chance: random.Random) -> Any:
    """The same with one value changed, taken out, or put in."""
    changed = copy.deepcopy(values)
    inside = chance.choice(list(_containers(changed)))
    key = chance.choice(list(inside) if isinstance(inside, dict) else range(len(inside))) if inside else None
    how = chance.randrange(3)
    if how == 0 and key is not None:
        inside[key] = copy.deepcopy(chance.choice(_STRANGE))
    elif how == 1 and key is not None:
        del inside[key]
    elif isinstance(inside, dict):
        inside[chance.choice(_KEYS)] = copy.deepcopy(chance.choice(_STRANGE))
    else:
        inside.append(copy.deepcopy(chance.choice(_STRANGE)))
    return changed


def _containers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _containers(inner)
