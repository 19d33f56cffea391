"""The tree of causes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from rootcause.interview.prompt import Row
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.visible import width
from rootcause.terminal.causes import cause_lines


@pytest.fixture
def tree(every_type: Questionnaire) -> Callable[..., list[str]]:
    because, fixable, *_ = every_type.questions["whys"].each

    def rows(causes: list[dict[str, object]], above: tuple[int, ...] = ()) -> Iterator[Row]:
        for number, cause in enumerate(causes, 1):
            said = [(because, cause["because"]), *([(fixable, cause["fixable"])] if "fixable" in cause else [])]
            yield Row((*above, number), tuple(said))
            yield from rows(cause.get("why", []), (*above, number))

    def draw(causes: list[dict[str, object]], asked: tuple[int, ...] = (), columns: int = 60, unicode: bool = True):
        return cause_lines(tuple(rows(causes)), asked, columns, unicode=unicode)

    return draw


def chain(depth: int, text: str = "cause") -> list[dict[str, object]]:
    causes: list[dict[str, object]] = []
    for level in range(depth, 0, -1):
        causes = [{"because": f"{text} {level}", "why": causes}]
    return causes


def test_causes_hang_below_what_they_led_to(tree):
    causes = [{"because": "A", "why": [{"because": "B", "fixable": "yes"}, {"because": "C"}]}, {"because": "D"}]
    assert tree(causes) == [
        "1 A",
        "├── 1.1 B",
        "└── 1.2 C",
        "2 D",
    ]


def test_a_mark_stands_where_one_is_asked_about(tree):
    assert tree([{"because": "A"}], asked=(1,)) == ["-> 1 A"]
    assert tree([{"because": "A"}], asked=(1, 1)) == ["1 A", "└── -> 1.1"]
    assert tree([{"because": "A"}], asked=(2,)) == ["1 A", "-> 2"]


def test_without_unicode_the_guides_are_ascii(tree):
    assert tree(chain(2), unicode=False)[1] == "`-- 1.1 cause 2"


def test_of_a_large_tree_the_part_around_the_mark_is_shown(tree):
    lines = tree([{"because": f"cause {number}"} for number in range(1, 41)], asked=(20,))
    assert lines[0] == "(10 more lines above)"
    assert any(line.startswith("-> 20") for line in lines)
    assert lines[-1].endswith("more lines below)")
    assert len(lines) == 14


@pytest.mark.parametrize("columns", [24, 40, 80])
@pytest.mark.parametrize("text", ["x" * 500, "漢字" * 100, "\x1b[2J" * 50, "[bold]" * 50])
def test_no_line_is_wider_than_the_screen_and_none_acts_on_it(tree, columns, text):
    lines = tree(chain(6, text), columns=columns)
    assert all(width(line) <= columns and "\x1b" not in line for line in lines)


def test_the_text_of_people_is_no_markup(tree):
    assert tree([{"because": "[bold]A[/bold] :smile:"}]) == ["1 [bold]A[/bold] :smile:"]
