"""Whole reports, read as Markdown: what a reader finds is what was meant, whatever people typed."""

from __future__ import annotations

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.report.build import build_report
from rootcause.report.markdown import render_markdown
from tests.examples.records import EXAMPLES, record_of_example
from tests.report.naughty import naughty_strings, with_texts
from tests.report.outline import found, meant

NAUGHTY = 500


@pytest.mark.parametrize("diagrams", ["mermaid", "svg", "text", "none"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_reader_of_markdown_finds_what_was_meant(example: str, diagrams: str) -> None:
    report = build_report(analyse(record_of_example(example)))
    assert [*found(render_markdown(report, diagrams))] == [*meant(report.blocks, diagrams)]


@pytest.mark.parametrize("diagrams", ["mermaid", "svg", "text"])
def test_nothing_that_was_typed_becomes_markup(diagrams: str) -> None:
    texts = iter(naughty_strings(NAUGHTY))
    used = 0
    while used < NAUGHTY:
        for example in EXAMPLES:
            record, count = with_texts(record_of_example(example), iter(lambda: next(texts, "And so on."), None))
            used += count
            report = build_report(analyse(record))
            assert [*found(render_markdown(report, diagrams))] == [*meant(report.blocks, diagrams)]


def test_an_outline_tells_markup_from_text() -> None:
    assert [entry.kind for entry in found("# A\n\n> B\n\n<b>c</b>\n")][:2] == ["h1", "blockquote_open"]
