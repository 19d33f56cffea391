"""One answers file: its shape, and where in it everything stands. `docs/format.md` has the format in words."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from msgspec import Struct
from pydantic import Field, PlainValidator, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from rootcause.cli.zones import find_zone
from rootcause.errors import InvalidContent, RootcauseError
from rootcause.questionnaire.document import Document, PlainText
from rootcause.questionnaire.plain_values import LANGUAGE, QUESTION_ID
from rootcause.source.diagnostic import Diagnostic, Severity, render_all
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText, Span
from rootcause.source.tree import Route, Tree, parse_tree

ANSWERS: Final[Route] = ("answers",)
STDIN: Final = "<stdin>"


def _timezone(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("zone", "expected the name of a time zone, such as Europe/Berlin")
    try:
        return find_zone(value).key
    except RootcauseError as error:
        raise PydanticCustomError("zone", "{message}", {"message": error.message, "hint": error.hint}) from error


def _language(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(LANGUAGE, value):
        return value
    raise PydanticCustomError("language", "expected a language such as en or pt-BR")


def _answers(value: object) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise PydanticCustomError("answers", "expected a mapping of questions to answers")


class AnswersDoc(Document):
    """The top level of an answers file. What is not given is empty."""

    questionnaire: PlainText = ""
    title: PlainText = ""
    by: PlainText = ""
    timezone: Annotated[str, PlainValidator(_timezone)] = ""
    language: Annotated[str, PlainValidator(_language)] = ""
    answers: Annotated[dict[str, Any], PlainValidator(_answers)] = Field(default_factory=dict)


class AnswersFile(Struct, frozen=True):
    """What a file says, and where; `base` leads to its answers."""

    tree: Tree
    head: AnswersDoc
    base: Route = ANSWERS

    @property
    def source(self) -> SourceText:
        """The text it was read from."""
        return self.tree.source

    @property
    def questionnaire(self) -> str:
        """The questionnaire it names, if any; a path there starts from the folder of the file."""
        name = self.head.questionnaire
        return str(Path(self.source.name).parent / name) if name.endswith((".yaml", ".yml")) else name

    @property
    def answers(self) -> Mapping[str, Any]:
        """Question to answer, as it was written."""
        return self.head.answers

    def span(self, where: Route) -> Span:
        """Where an answer, or a part of it, stands."""
        return self.tree.span((*self.base, *where))

    def key_span(self, where: Route) -> Span:
        """Where the name stands that an answer, or a part of it, is given under."""
        return self.tree.key_span((*self.base, *where))


def read_answers_file(name: str) -> AnswersFile:
    """The answers file of that path, `-` for standard input. Raises UnreadableInput or InvalidContent."""
    source = SourceText.read_stream(sys.stdin.buffer, STDIN) if name == "-" else SourceText.read(Path(name))
    file = parse_answers_file(source)
    if isinstance(file, tuple):
        raise InvalidContent(render_all(file))
    return file


def parse_answers_file(source: SourceText) -> AnswersFile | tuple[Diagnostic, ...]:
    """The answers file that this text is, or all that keeps it from being one."""
    tree, found = parse_tree(source)
    head = None
    if tree is not None:
        head, wrong = _head(tree)
        found = (*found, *wrong)
    return found if tree is None or head is None or found else AnswersFile(tree, head)


def read_setting(text: str) -> AnswersFile:
    """The answer given as `--set ID=VALUE`; a list or mapping in brackets is read as in a file, the rest is text."""
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not name:
        raise RootcauseError(f'--set "{text}": expected ID=VALUE', hint="for example: --set severity=high")
    key = name if re.fullmatch(QUESTION_ID, name) else json.dumps(name, ensure_ascii=False)
    if value.startswith(("[", "{")):
        tree, found = parse_tree(SourceText("--set", f"{key}: {value}"))
        if tree is not None and not found:
            return _setting(tree)
    written = json.dumps(value, ensure_ascii=False) if value else ""
    tree, found = parse_tree(SourceText("--set", f"{key}: {written}"))
    if tree is None or found:
        raise InvalidContent(render_all(found))
    return _setting(tree)


def _setting(tree: Tree) -> AnswersFile:
    return AnswersFile(tree, AnswersDoc.model_validate({"answers": tree.value}), base=())


def _head(tree: Tree) -> tuple[AnswersDoc | None, tuple[Diagnostic, ...]]:
    if not isinstance(tree.value, dict):
        return None, (_diagnostic(tree, (), "expected a mapping with `answers`", _SHAPE),)
    given = {key: value for key, value in tree.value.items() if value is not None}
    try:
        return AnswersDoc.model_validate(given), ()
    except ValidationError as error:
        return None, tuple(_explain(tree, details) for details in error.errors(include_url=False))


_SHAPE: Final = "write `questionnaire:`, `title:` and `answers:`, and each answer below `answers:`"


def _explain(tree: Tree, details: ErrorDetails) -> Diagnostic:
    route = details["loc"]
    if details["type"] != "extra_forbidden":
        return _diagnostic(tree, route, details["msg"], details.get("ctx", {}).get("hint"))
    known = tuple(AnswersDoc.model_fields)
    near = nearest(str(route[-1]), known)
    help = (
        f'did you mean "{near}"?' if near else "an answer stands below `answers:`; known keys are " + ", ".join(known)
    )
    return _diagnostic(tree, route, f'"{route[-1]}" is no key of an answers file', help)


def _diagnostic(tree: Tree, route: Route, message: str, help: str | None) -> Diagnostic:
    span = tree.key_span(route) if message.startswith('"') else tree.span(route)
    return Diagnostic("answers-file", Severity.ERROR, message, span, tree.source, help=help)
