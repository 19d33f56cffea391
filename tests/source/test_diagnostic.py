from __future__ import annotations

import pytest

from rootcause.source.diagnostic import Diagnostic, Edit, Fix, Label, Severity, render, render_all
from rootcause.source.text import SourceText

QUESTIONNAIRE = SourceText("incident.yaml", "id: x\nseverity: 1\n- when: severty == 1\n")


def diagnostic(source: SourceText, start: int, end: int, **more: object) -> Diagnostic:
    return Diagnostic("rule", Severity.ERROR, "message", source.span(start, end), source, **more)  # type: ignore[arg-type]


def test_a_diagnostic_shows_place_message_excerpt_label_and_help() -> None:
    source = QUESTIONNAIRE
    start = source.text.index("severty")
    shown = render(
        Diagnostic(
            "unknown-reference",
            Severity.ERROR,
            '"severty" is not a question above this one',
            source.span(start, start + 7),
            source,
            labels=(Label(source.span(6, 14), "this one is"),),
            help='did you mean "severity"?',
            fix=Fix((Edit(source.span(start, start + 7), "severity"),)),
        )
    )
    assert shown == (
        'incident.yaml:3:9: error[unknown-reference]: "severty" is not a question above this one\n'
        "   3 | - when: severty == 1\n"
        "     |         ^^^^^^^\n"
        "  incident.yaml:2:1: this one is\n"
        "   2 | severity: 1\n"
        "     | ^^^^^^^^\n"
        '  help: did you mean "severity"?'
    )


def test_a_label_can_stand_in_another_file() -> None:
    other = SourceText("lists.yaml", "a: 1\n")
    shown = render(diagnostic(QUESTIONNAIRE, 0, 2, labels=(Label(other.span(0, 1), "here", other),)))
    assert shown.splitlines()[3:5] == ["  lists.yaml:1:1: here", "   1 | a: 1"]


def test_diagnostics_are_sorted_by_file_and_place() -> None:
    first, second = SourceText("a.yaml", "ab"), SourceText("b.yaml", "ab")
    shown = render_all([diagnostic(second, 0, 1), diagnostic(first, 1, 2), diagnostic(first, 0, 1)])
    assert [line.split(": ")[0] for line in shown.splitlines() if ".yaml" in line] == [
        "a.yaml:1:1",
        "a.yaml:1:2",
        "b.yaml:1:1",
    ]


def test_only_the_first_ones_are_shown_and_the_others_counted() -> None:
    shown = render_all([diagnostic(QUESTIONNAIRE, 0, 1)] * 23, limit=3)
    assert shown.count("error[rule]") == 3
    assert shown.endswith("\nand 20 more")


def test_none_are_shown_as_nothing() -> None:
    assert render_all([]) == ""


def test_nothing_that_was_written_reaches_the_screen_as_it_is() -> None:
    source = SourceText("a\x1b.yaml", "x\x1b[2J\u202e\n")
    shown = render(
        Diagnostic(
            "rule",
            Severity.INFO,
            "\x1b message\n::error",
            source.span(0, 9),
            source,
            help="\x07",
            labels=(Label(source.span(1, 2), "\x08"),),
        )
    )
    assert not set(shown) & set("\x1b\x07\x08\u202e")
    assert not any(line.startswith("::") for line in shown.splitlines())


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("a: 1", 3, 4, "a: 1", "   ^"),
        ("a: 1", 4, 4, "a: 1", "    ^"),
        ("", 0, 0, "", "^"),
        ("漢字: \uff1f", 4, 5, "漢字: \uff1f", "      ^^"),
        ("\ta\tb", 3, 4, "    a    b", "         ^"),
        ("a\x1bb", 2, 3, r"a\u{1b}b", "       ^"),
        ("é́x", 2, 3, "é́x", " ^"),
        ("ab\ncd", 0, 5, "ab", "^^"),
    ],
    ids=["one", "at the end", "empty", "wide", "tabs", "hidden", "combining", "several lines"],
)
def test_carets_stand_under_what_they_mean(text: str, start: int, end: int, line: str, carets: str) -> None:
    shown = render(diagnostic(SourceText("f", text), start, end)).splitlines()
    assert shown[1:3] == [f"   1 | {line}".rstrip(), f"     | {carets}"]


@pytest.mark.parametrize(("at", "starts", "ends"), [(0, "X", "…"), (500, "…", "…"), (1000, "…", "X")])
def test_a_long_line_is_cut_round_the_place(at: int, starts: str, ends: str) -> None:
    text = "a" * at + "X" + "b" * (1000 - at)
    _, excerpt, carets = render(diagnostic(SourceText("f", text), at, at + 1)).splitlines()
    body = excerpt.removeprefix("   1 | ")
    assert (body[0], body[-1]) == (starts, ends)
    assert len(body) <= 102
    assert excerpt[carets.index("^")] == "X"


@pytest.mark.parametrize("text", ["漢" * 10**6, "\t" * 10**6, "\x1b" * 10**6, "e\u0301" * 10**6])
def test_a_line_of_a_million_characters_is_cut_too(text: str) -> None:
    for start, end in ((0, len(text)), (len(text) // 2, len(text) // 2 + 1), (len(text), len(text))):
        shown = render(diagnostic(SourceText("f", text), start, end))
        assert len(shown) < 2000
        assert "^" in shown
