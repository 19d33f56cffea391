"""The schema that a person asks for."""

from __future__ import annotations

import json
from pathlib import Path

from rootcause.cli.loading import load
from rootcause.cli.whereabouts import here
from rootcause.errors import RootcauseError
from rootcause.schema import KINDS, schema
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText


def refuse_others(target: str | None) -> None:
    """Raise RootcauseError when something stands at the target that is no schema; a schema is written anew."""
    path = Path(target or "-")
    if path.is_file() and '"$schema"' not in SourceText.read(path).text[:200]:
        raise RootcauseError(f"{path} is there and is no schema", hint="name another file, or take it away")


def as_file(kind: str, answers_to: str | None) -> str:
    """The text of the schema of a kind of file, or of the answers to a questionnaire. Raises RootcauseError."""
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        hint = f'did you mean "{near}"?' if near else f"there are {', '.join(KINDS)}"
        raise RootcauseError(f'there is no schema "{kind}"', hint=hint)
    if answers_to is None:
        found = schema(kind)
    elif kind == "answers":
        from rootcause.schema.answers import answers

        found = answers(load(answers_to, here())[0])
    else:
        raise RootcauseError("--for goes with answers only", hint=f"rootcause schema answers --for {answers_to}")
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
