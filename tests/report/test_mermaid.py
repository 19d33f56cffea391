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

from rootcause.report.diagrams import (
    Bar,
    BarDiagram,
    Bone,
    Diagram,
    Event,
    Figure,
    FishboneDiagram,
    Mark,
    Node,
    Period,
    Point,
    QuadrantDiagram,
    TimelineDiagram,
    TreeDiagram,
)
from rootcause.report.mermaid.labels import wrap
from rootcause.report.mermaid.render import render
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


WRONG = "timeline\n  09:00 : unescaped"


def tree(label: str) -> TreeDiagram:
    return TreeDiagram(Node("The problem", (Node(label, (Node(f"1.1 {label}", is_end=True),)),)))


def times(label: str) -> TimelineDiagram:
    return TimelineDiagram(
        (Period("31 January 2026", (Event("09:00 UTC", label),)), Period("", (Event("1 March 2026", label),)))
    )


def fishbone(label: str) -> FishboneDiagram:
    return FishboneDiagram("The problem", (Bone(label, (Node(label, (Node(f"1.1 {label}", is_end=True),)),)),))


def quadrant(label: str) -> QuadrantDiagram:
    points = (Point("1", label, 0, 1, Mark.QUICK), Point("12", label, 0.5, 0.333333, Mark.LASTING, is_chosen=True))
    return QuadrantDiagram(label, label, (label, label, label, label), points, ((Mark.QUICK, label),), label)


def counts(label: str) -> BarDiagram:
    return BarDiagram((Bar(label, 0), Bar(label, 12, 1)))


Verdict = dict[str, list[str] | str]
SHOWING = (tree, times, fishbone)
CHARTS = (quadrant, counts)


def read(sources: list[str]) -> list[Verdict]:
    done = subprocess.run(
        [str(NODE), "check.mjs"], cwd=FOLDER, input=json.dumps(sources), capture_output=True, text=True, check=True
    )
    verdicts: list[Verdict] = json.loads(done.stdout)
    return verdicts


@pytest.fixture(scope="module")
def verdicts(sample: Callable[[str], Report]) -> dict[str, Verdict]:
    """What Mermaid makes of everything, by its source; it takes long to start, so it is asked once."""
    sources = [source_of(picture(label)) for picture in (*SHOWING, *CHARTS) for label in LABELS]
    sources += [*of_samples(sample), WRONG]
    return dict(zip(sources, read(sources), strict=True))


def source_of(diagram: Diagram) -> str:
    source = render(diagram)
    assert source is not None
    return source


def of_samples(sample: Callable[[str], Report]) -> list[str]:
    blocks = [block for name in ("gitlab", "parcels") for block in sample(name).blocks]
    return [source for block in blocks if isinstance(block, Figure) and (source := render(block.diagram)) is not None]


@with_mermaid
@pytest.mark.parametrize("picture", SHOWING)
def test_mermaid_shows_each_label_as_it_was_typed(
    picture: Callable[[str], Diagram], verdicts: dict[str, Verdict]
) -> None:
    for label in LABELS:
        verdict = verdicts[source_of(picture(label))]
        assert "error" not in verdict, label
        text = " ".join(visible(label.replace("\n", " ").replace("\r", " ")).split()) or "…"
        labels = "".join(verdict["labels"]).replace(" ", "")
        start = text.replace(" ", "")[:60]
        assert start in labels, label


@with_mermaid
@pytest.mark.parametrize("picture", CHARTS)
def test_mermaid_reads_charts_with_any_label(picture: Callable[[str], Diagram], verdicts: dict[str, Verdict]) -> None:
    assert [label for label in LABELS if "error" in verdicts[source_of(picture(label))]] == []


@with_mermaid
def test_mermaid_reads_the_pictures_of_the_samples(
    sample: Callable[[str], Report], verdicts: dict[str, Verdict]
) -> None:
    sources = of_samples(sample)
    assert len(sources) >= 4
    assert [verdicts[source]["error"] for source in sources if "error" in verdicts[source]] == []


@with_mermaid
def test_a_picture_that_is_wrong_is_refused(verdicts: dict[str, Verdict]) -> None:
    assert "error" in verdicts[WRONG]


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


def test_options_at_the_same_place_share_a_dot_and_bars_say_their_count() -> None:
    places = [("1", 0.2, 0.9), ("2", 0.5, 0.5), ("3", 0.2, 0.9004)]
    points = tuple(Point(label, "an option", effort, effect) for label, effort, effect in places)
    drawn = source_of(QuadrantDiagram("Effort", "Effect", ("a", "b", "c", "d"), points, (), ""))
    assert drawn.splitlines()[-2:] == ['  "1, 3": [0.2, 0.9]', '  "2": [0.5, 0.5]']
    assert '["weaker#colon; 3"]' in source_of(BarDiagram((Bar("weaker", 3),)))
