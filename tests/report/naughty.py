"""Texts that no report may trip over, and records in which they stand for everything that was typed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from msgspec.structs import replace

from rootcause.analysis.record import Record
from rootcause.interview.answers import Answer
from tests.report.test_markdown import HOSTILE

_PIECES = (*HOSTILE, *"#*_`~|<>[]()!&$\\:;+-=.0123456789\n\r\t \u00a0\u202e\ufeff\u200b", "http://", "www.", "E1", "](")


def naughty_strings(count: int) -> list[str]:
    """What is known to be hostile, and random pieces of it put together."""
    made = random_texts(random.Random(5))
    return [*HOSTILE, *(next(made) for _ in range(count - len(HOSTILE)))]


def random_texts(chance: random.Random) -> Iterator[str]:
    """Pieces put together by lot, without end."""
    while True:
        yield "".join(chance.choices(_PIECES, k=chance.randint(1, 12)))


def with_texts(record: Record, texts: Iterator[str]) -> tuple[Record, int]:
    """The record with the next text in place of each that was typed, and how many there were."""
    count = 0

    def typed(answer: Answer) -> Answer:
        nonlocal count
        said = {"value": next(texts)} if isinstance(answer.value, str) else {}
        if answer.note:
            said["note"] = next(texts)
        count += len(said)
        return replace(answer, **said)

    answers = {key: typed(answer) for key, answer in record.answers.items()}
    return replace(record, answers=answers, title=next(texts)), count + 1
