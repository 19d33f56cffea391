"""The pictures, read by Mermaid itself where it is installed; `tests/report/mermaid/install` does that."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rootcause.report.diagrams import Diagram, Event, Figure, Node, Period, TimelineDiagram, TreeDiagram
from rootcause.report.mermaid import render, wrap
from rootcause.report.model import Report
from rootcause.source.visible import visible, width

FOLDER = Path(__file__).parent / "mermaid"
NODE = shutil.which("node")
MISSING = "node is not there" if NODE is None else "run tests/report/mermaid/install to have Mermaid read the pictures"
with_mermaid = pytest.mark.skipif(NODE is None or not (FOLDER / "node_modules" / "mermaid").is_dir(), reason=MISSING)

LABELS = [
    "plain words",
    "says \"so\" and 'so'",
    "1. a list",
    "2) a list",
    "- a list",
    "+ a list",
    "* a list",
    "# a heading",
    "> a quote",
    "```mermaid",
    "`code` and ``more``",
    '"`markdown`"',
    "**bold** _slanted_ ~~gone~~",
    "<script>alert(1)</script><br/><b>",
    "&lt;b&gt; &amp; #35; #quot; #lt;b#gt;",
    "a --> b; c --- d",
    "end",
    "subgraph x",
    "section x",
    "title x",
    'click n href "javascript:alert(1)"',
    "%%{init: {'theme':'dark'}}%%",
    "%% a comment",
    "---",
    "style n fill:#fff;",
    "classDef x fill:#fff;",
    "style: a #1; b",
    "09:00 : an event : another",
    "a|b [c] (d) {e} ((f)) [[g]] {{h}} >i]",
    "$$x^2$$ and $5",
    "@someone n@{ shape: cyl }",
    'back\\slash \\n \\"',
    "fa:fa-ban",
    "semi; colon: hash# percent%",
    "ﬂ°°60¶ß ﬂ°lt¶ß",
    "one\ntwo\r\nthree",
    "\u202etxt\u2066 \u200b \x1b[31m",
    "数据库没有备份。数据库没有备份。数据库没有备份。",
    "הגיבוי לא נבדק",
    "🧑\u200d🚒 on fire",
    "x" * 200,
    "word " * 60,
    "",
    " ",
]


def tree(label: str) -> TreeDiagram:
    return TreeDiagram(Node("The problem", (Node(label, (Node(f"1.1 {label}", is_end=True),)),)))


def times(label: str) -> TimelineDiagram:
    return TimelineDiagram(
        (Period("31 January 2026", (Event("09:00 UTC", label),)), Period("", (Event("1 March 2026", label),)))
    )


def read(sources: list[str | None]) -> list[dict[str, list[str] | str]]:
    done = subprocess.run(
        [str(NODE), "check.mjs"], cwd=FOLDER, input=json.dumps(sources), capture_output=True, text=True, check=True
    )
    verdicts: list[dict[str, list[str] | str]] = json.loads(done.stdout)
    return verdicts


@with_mermaid
@pytest.mark.parametrize("picture", [tree, times])
def test_mermaid_shows_each_label_as_it_was_typed(picture: Callable[[str], Diagram]) -> None:
    verdicts = read([render(picture(label)) for label in LABELS])
    assert [(label, one["error"]) for label, one in zip(LABELS, verdicts, strict=True) if "error" in one] == []
    for label, verdict in zip(LABELS, verdicts, strict=True):
        text = " ".join(visible(label.replace("\n", " ").replace("\r", " ")).split()) or "…"
        labels = "".join(verdict["labels"]).replace(" ", "")
        start = text.replace(" ", "")[:60]
        assert start in labels, label


@with_mermaid
def test_mermaid_reads_the_pictures_of_the_samples(sample: Callable[[str], Report]) -> None:
    pictures = [
        block.diagram for name in ("gitlab", "parcels") for block in sample(name).blocks if isinstance(block, Figure)
    ]
    verdicts = read([render(picture) for picture in pictures])
    assert len(pictures) == 4
    assert [verdict["error"] for verdict in verdicts if "error" in verdict] == []


@with_mermaid
def test_a_picture_that_is_wrong_is_refused() -> None:
    (verdict,) = read(["timeline\n  09:00 : unescaped"])
    assert "error" in verdict


@pytest.mark.parametrize("label", LABELS)
def test_a_label_holds_nothing_that_acts(label: str) -> None:
    for line in render(tree(label)).splitlines()[1:4]:
        _, _, text = line.partition('["')
        assert text.endswith('"]')
        assert not set(text[:-2].replace("<br/>", "")) & set('"`<>[]{}|\\$%&@_*~^:')


def test_a_tree_is_drawn_from_the_problem_down_and_its_ends_stand_out() -> None:
    assert render(tree("a cause")) == (
        "flowchart TD\n"
        '  n["The problem"]\n'
        '  n_1["a cause"]\n'
        '  n_1_1["1.1 a cause"]\n'
        "  n --> n_1\n"
        "  n_1 --> n_1_1\n"
        "  classDef ending stroke-width:3px\n"
        "  class n_1_1 ending"
    )


@given(st.text(max_size=80), st.integers(2, 30))
def test_wrapped_lines_fit_and_hold_all_words(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
