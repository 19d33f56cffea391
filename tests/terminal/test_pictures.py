"""Causes and counts as they stand on a screen."""

from __future__ import annotations

from rootcause.source.visible import width
from rootcause.terminal.console import as_text
from rootcause.terminal.pictures import Branch, draw_causes, draw_counts


def test_causes_stand_below_what_they_led_to_and_ends_are_told_in_words():
    below = (Branch("1.1 Nobody was told", is_end=True), Branch("1.2 not known further"))
    tree = draw_causes(
        "Causes", [Branch("1 It broke", below), Branch("2 The scanner was off", is_end=True)], "root cause"
    )
    assert as_text(tree) == (
        "Causes\n"
        "├── 1 It broke\n"
        "│   ├── 1.1 Nobody was told (root cause)\n"
        "│   └── 1.2 not known further\n"
        "└── 2 The scanner was off (root cause)\n"
    )


def test_text_of_people_stays_text_on_one_line():
    text = as_text(draw_causes("[red]Why[/red]", [Branch("1 [bold]a[/bold]\nb \x1b[31m :smile:")], "root cause"))
    assert text == "[red]Why[/red]\n└── 1 [bold]a[/bold] b \\u{1b}[31m :smile:\n"


def test_a_deep_tree_of_long_causes_stays_on_the_screen_and_loses_no_word():
    branch = Branch("0 数据库没有备份。", is_end=True)
    for number in range(1, 200):
        branch = Branch(f"{number} a cause in so many words that its line has to be broken", (branch,))
    text = as_text(draw_causes("Causes", [branch], "root cause"))
    assert all(width(line) <= 80 for line in text.splitlines())
    assert text.count("broken") == 199
    assert "(root" in text


def test_bars_are_as_long_as_their_counts_and_a_single_one_is_seen_beside_many():
    text = as_text(draw_counts("Strength", [("stronger", 1), ("intermediate", 15), ("weaker", 300), ("not said", 0)]))
    assert [line.count("█") for line in text.splitlines()] == [0, 1, 2, 30, 0]
    assert [line.rpartition(" ")[2] for line in text.splitlines()[1:]] == ["1", "15", "300", "0"]
