"""What is plainly right is what pydantic takes too, value by value, on the bundled files and on thousands of mutants."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pydantic import BaseModel, ValidationError

from rootcause.questionnaire import document, written
from rootcause.questionnaire.accepting import read_fragment, read_questionnaire
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

FOLDER = Path(__file__).parents[2] / "questionnaires"
FILES = sorted(FOLDER.rglob("*.yaml"))
STRANGE = (None, True, 1, -1, Decimal("1.5"), "", " ", "text", "en", "1.0.0", [], ["a"], {}, {"en": "a"}, [None], "a\n")
KEYS = ("when", "check", "was", "each", "choices", "list", "labels", "default", "include", "tests", "nonsense", "ask")


def values_of(path: Path) -> dict[str, Any]:
    tree, _ = parse_tree(SourceText.read(path))
    assert tree is not None
    assert isinstance(tree.value, dict)
    return tree.value


def plain(value: object) -> object:
    """A document of either kind as plain values."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, msgspec.Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def by_both(values: object, *, whole: bool) -> tuple[object, object]:
    model = document.QuestionnaireDoc if whole else document.FragmentDoc
    quick = read_questionnaire(values) if whole else read_fragment(values)
    try:
        slow: object = plain(model.model_validate(values))
    except ValidationError:
        slow = None
    return plain(quick), slow


def containers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


def mutated(values: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    changed = copy.deepcopy(values)
    for _ in range(chance.choice((1, 1, 2))):
        inside = chance.choice(list(containers(changed)))
        key = chance.choice(list(inside) if isinstance(inside, dict) else range(len(inside))) if inside else None
        how = chance.randrange(3)
        if how == 0 and key is not None:
            inside[key] = copy.deepcopy(chance.choice(STRANGE))
        elif how == 1 and key is not None:
            del inside[key]
        elif isinstance(inside, dict):
            inside[chance.choice(KEYS)] = copy.deepcopy(chance.choice(STRANGE))
        else:
            inside.append(copy.deepcopy(chance.choice(STRANGE)))
    return changed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bundled_file_is_read_the_same_by_both(path: Path):
    quick, slow = by_both(values_of(path), whole=path.parent == FOLDER)
    assert quick is not None
    assert quick == slow


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_take_and_refuse_the_same_mutants_and_read_the_same_from_them(path: Path):
    values = values_of(path)
    chance = random.Random(path.stem)
    taken = 0
    for _ in range(300):
        changed = mutated(values, chance)
        quick, slow = by_both(changed, whole=path.parent == FOLDER)
        assert quick == slow, changed
        taken += quick is not None
    assert 0 < taken < 300


def test_both_have_the_same_fields():
    for name in ("QuestionnaireDoc", "SectionDoc", "QuestionDoc", "ChoiceDoc", "CheckDoc", "ExampleDoc", "IncludeDoc"):
        record, model = getattr(written, name), getattr(document, name)
        assert set(record.__struct_fields__) == set(model.model_fields)
