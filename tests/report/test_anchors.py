"""Each answer carries the address at which formats with pages can find it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rootcause.report.markdown import render_markdown
from rootcause.report.model import Anchor, Block, Heading, Inline, Items, Paragraph, Report, Table, Text

Reported = Callable[..., Report]


def inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from block.inlines
            case Items(items):
                yield from (inline for item in items for inline in inlines(item))
            case Table():
                yield from (inline for row in block.rows for cell in row for inline in cell)


def anchors(report: Report) -> list[str]:
    return [one.key for one in inlines(report.blocks) if isinstance(one, Anchor)]


def test_an_answer_of_one_line_or_several_and_one_that_is_missing_have_their_place(reported: Reported) -> None:
    report = reported(
        finding="Nobody tried the backup",
        problem={"value": "It broke", "sure": "fact"},
        hurt={"state": "unknown"},
        actions=[{"what": "Try it", "owner": "Ada"}, {"what": "Write it down"}],
    )
    found = anchors(report)
    assert {"finding", "problem", "actions[1].what", "actions[1].owner", "actions[2].what"} <= set(found)
    assert [key for key in found if found.count(key) > 1] == []


def test_each_cause_has_its_place(sample: Callable[[str], Report]) -> None:
    report = sample("gitlab")
    causes = [str(cause.because.key) for tree in report.analysis.causes for cause in tree.walk() if cause.because]
    assert causes
    assert set(causes) <= set(anchors(report))


def test_a_number_of_evidence_refers_to_its_entry(reported: Reported) -> None:
    report = reported(problem={"value": "It broke", "sure": "fact", "evidence": ["the log", "a photo"]})
    said = [one for one in inlines(report.blocks) if isinstance(one, Text) and one.to]
    assert [(one.text, one.to) for one in said] == [("E1", "E1"), ("E2", "E2")]
    assert {"E1", "E2"} <= set(anchors(report))
    assert "It broke (fact; E1, E2)\n" in render_markdown(report)
