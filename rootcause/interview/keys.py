"""Answer keys as people write them: `summary`, `actions[3].owner`, `whys[1.2].because`."""

from __future__ import annotations

import re

from rootcause.interview.answers import AnswerKey

_NUMBER = r"(?:0|[1-9][0-9]{0,8})"
_NAME = r"[^\s.\[\]]+"
_INSTANCE = rf"{_NUMBER}(?:\.{_NUMBER})*"
_KEY = rf"(?P<question>{_NAME})(?:\[(?P<instance>{_INSTANCE})\](?:\.(?P<item>{_NAME}))?)?"


def parse_key(text: str) -> AnswerKey | None:
    """The key that `str` writes as this text, or None when none is written so."""
    match = re.fullmatch(_KEY, text)
    if match is None:
        return None
    question, item = match["question"], match["item"]
    instance = parse_instance(match["instance"]) if match["instance"] else None
    return AnswerKey(f"{question}.{item}" if item else question, instance or ())


def parse_instance(text: str) -> tuple[int, ...] | None:
    """The row or rung written as `3` or `1.2`, or None when the text is neither."""
    if re.fullmatch(_INSTANCE, text) is None:
        return None
    return tuple(map(int, text.split(".")))


def write_instance(instance: tuple[int, ...]) -> str:
    """The opposite of `parse_instance`."""
    return ".".join(map(str, instance))
