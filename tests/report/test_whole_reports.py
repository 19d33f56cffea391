"""Whole reports, read as Markdown: what a reader finds is what was meant, whatever people typed."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.interview.answers import Answer
from rootcause.report.build import build_report
from rootcause.report.markdown import render_markdown
from tests.examples.records import EXAMPLES, record_of_example
from tests.report.outline import found, meant
from tests.report.test_markdown import HOSTILE

NAUGHTY = 500
_PIECES = (*HOSTILE, *"#*_`~|<>[]()!&$\\:;+-=.0123456789\n\r\t \u00a0\u202e\ufeff\u200b", "http://", "www.", "E1", "](")


def naughty_strings() -> list[str]:
    """What no report may trip over: what is known to be hostile, and random pieces of it put together."""
    chance = random.Random(5)
    made = ("".join(chance.choices(_PIECES, k=chance.randint(1, 12))) for _ in range(NAUGHTY - len(HOSTILE)))
    return [*HOSTILE, *made]


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


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_reader_of_markdown_finds_what_was_meant(example: str) -> None:
    report = build_report(analyse(record_of_example(example)))
    assert [*found(render_markdown(report))] == [*meant(report.blocks)]


def test_nothing_that_was_typed_becomes_markup() -> None:
    texts = naughty_strings()
    assert len(texts) >= NAUGHTY
    left = iter(texts)
    used = 0
    while used < NAUGHTY:
        for example in EXAMPLES:
            record, count = with_texts(record_of_example(example), iter(lambda: next(left, "And so on."), None))
            used += count
            report = build_report(analyse(record))
            assert [*found(render_markdown(report))] == [*meant(report.blocks)]


def test_an_outline_tells_markup_from_text() -> None:
    assert [entry.kind for entry in found("# A\n\n> B\n\n<b>c</b>\n")][:2] == ["h1", "blockquote_open"]
