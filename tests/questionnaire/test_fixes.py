"""What is wrong in a questionnaire comes with its mend, where there is one right mend."""

from __future__ import annotations

import pytest

from rootcause.questionnaire.loader import load_questionnaire
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.text import SourceText

HEAD = """\
rootcause: 1
id: t
version: 1.0.0
title: T
sections:
  - id: s
    title: S
    questions:
      - {id: first, ask: First, type: choice, choices: {own: O, partner: P}}
"""
INDENT = "      "


def found_in(text: str) -> tuple[Diagnostic, ...]:
    return load_questionnaire(SourceText("q.yaml", text)).diagnostics


def mended(text: str) -> tuple[str, bool]:
    """The text with the edits of its one diagnostic, and whether they are safe."""
    (diagnostic,) = found_in(text)
    assert diagnostic.fix is not None, diagnostic
    for edit in sorted(diagnostic.fix.edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text, diagnostic.fix.safe


@pytest.mark.parametrize(
    ("written", "instead", "safe"),
    [
        pytest.param("{id: q, ask: Q, tpye: text}", "{id: q, ask: Q, type: text}", False, id="unknown-key"),
        pytest.param(
            "{id: q, ask: Q, type: text, required: 'Off'}",
            "{id: q, ask: Q, type: text, required: false}",
            True,
            id="off",
        ),
        pytest.param("{id: q, ask: Q, type: txt}", "{id: q, ask: Q, type: text}", False, id="unknown-type"),
        pytest.param(
            "{id: q, ask: Q, type: text, role: problm}",
            "{id: q, ask: Q, type: text, role: problem}",
            False,
            id="unknown-role",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: frst == 'own'}",
            "{id: q, ask: Q, type: text, when: first == 'own'}",
            False,
            id="unknown-reference",
        ),
        pytest.param(
            "{id: q, ask: 'Why ${frst}?', type: text}",
            "{id: q, ask: 'Why ${first}?', type: text}",
            False,
            id="unknown-quote",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: first == 'onw'}",
            "{id: q, ask: Q, type: text, when: first == 'own'}",
            False,
            id="unknown-option",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: first == own}",
            "{id: q, ask: Q, type: text, when: first == 'own'}",
            True,
            id="option-without-quotes",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: 'first == own'}",
            "{id: q, ask: Q, type: text, when: 'first == \"own\"'}",
            True,
            id="option-within-quotes",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: first = 'own'}",
            "{id: q, ask: Q, type: text, when: first == 'own'}",
            True,
            id="one-equals-sign",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: answered(first)&&first != 'own'}",
            "{id: q, ask: Q, type: text, when: answered(first) and first != 'own'}",
            True,
            id="ampersands",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: answred(first)}",
            "{id: q, ask: Q, type: text, when: answered(first)}",
            False,
            id="unknown-function",
        ),
        pytest.param(
            "{id: q, ask: Q, type: text, when: answered(first) == True}",
            "{id: q, ask: Q, type: text, when: answered(first) == true}",
            True,
            id="capital-true",
        ),
        pytest.param(
            f"id: q\n{INDENT}  ask: Q\n{INDENT}  max_length: 3  # short\n{INDENT}  type: date",
            f"id: q\n{INDENT}  ask: Q\n{INDENT}  max_length: 3  # short\n{INDENT}  type: date",
            None,
            id="useless-key-with-a-comment",
        ),
        pytest.param(
            f"id: q\n{INDENT}  ask: Q\n{INDENT}  max_length: 3\n{INDENT}  type: date",
            f"id: q\n{INDENT}  ask: Q\n{INDENT}  type: date",
            False,
            id="useless-key",
        ),
    ],
)
def test_a_question_is_mended(written: str, instead: str, safe: bool | None):
    text = f"{HEAD}{INDENT}- {written}\n"
    if safe is None:
        assert [diagnostic.fix for diagnostic in found_in(text)] == [None]
        return
    assert mended(text) == (f"{HEAD}{INDENT}- {instead}\n", safe)
    assert not found_in(mended(text)[0])


@pytest.mark.parametrize(
    ("written", "instead"), [("1.0", "1.0.0"), ("2", "2.0.0"), ('"v1.2.3"', "1.2.3"), ("'1.4'", "1.4.0")]
)
def test_a_version_gets_its_three_numbers(written: str, instead: str):
    text = HEAD.replace("version: 1.0.0", f"version: {written}")
    assert mended(text) == (HEAD.replace("version: 1.0.0", f"version: {instead}"), True)


@pytest.mark.parametrize("version", ["1.0.0.0", "first", "1.x", "1..2", "01.2"])
def test_a_version_that_is_none_gets_no_other(version: str):
    (diagnostic,) = found_in(HEAD.replace("version: 1.0.0", f"version: {version}"))
    assert (diagnostic.rule, diagnostic.fix) == ("invalid-version", None)


def test_an_option_at_the_start_gets_no_quotes_that_yaml_would_take_away():
    (diagnostic,) = found_in(f"{HEAD}{INDENT}- {{id: q, ask: Q, type: text, when: own == first}}\n")
    assert diagnostic.rule == "unknown-option"
    assert diagnostic.fix is None


def test_a_key_that_stands_there_already_is_not_written_a_second_time():
    (diagnostic,) = found_in(f"{HEAD}{INDENT}- {{id: q, ask: Q, aks: Q, type: text}}\n")
    assert diagnostic.rule == "unknown-key"
    assert diagnostic.fix is None


def test_words_on_folded_lines_are_not_mended():
    lines = ("- id: q", "  ask: Q", "  type: text", "  when: >-", "    frst == 'own'")
    (diagnostic,) = found_in(HEAD + "".join(f"{INDENT}{line}\n" for line in lines))
    assert (diagnostic.rule, diagnostic.fix) == ("unknown-reference", None)


def test_the_first_key_of_a_question_is_not_taken_out_with_its_dash():
    lines = ("- max_length: 3", "  id: q", "  ask: Q", "  type: date")
    (diagnostic,) = found_in(HEAD + "".join(f"{INDENT}{line}\n" for line in lines))
    assert (diagnostic.rule, diagnostic.fix) == ("useless-key", None)


def test_where_nothing_stands_nothing_is_guessed():
    (diagnostic,) = found_in(f"{HEAD}{INDENT}- id: q\n{INDENT}  ask: Q\n{INDENT}  type:\n")
    assert diagnostic.rule == "unknown-question-type"
    assert diagnostic.help is not None
    assert diagnostic.help.startswith("known are")
    assert diagnostic.fix is None


RENAMED = """\
      - {id: lateDays, ask: "How late?", type: integer, min: 0}
      - id: reason
        ask: "Why ${lateDays} days, and not $${lateDays}?"
        type: text
        when: >-
          lateDays > 2
      - id: rows
        ask: Rows
        type: list
        each:
          - {id: part, ask: "Part of lateDays", type: integer, check: {that: "part <= lateDays", else: No.}}
          - {id: note, ask: Note, type: text, when: "'lateDays' == 'x' or lateDays > 5"}
tests:
  - name: late
    answers: {first: own, "lateDays": 3}
    shown: [lateDays, reason]
"""


def test_an_id_is_written_in_snake_case_wherever_it_is_named():
    text = HEAD + RENAMED.replace(">-\n          ", "")
    expected = text.replace("lateDays", "late_days")
    for kept in ("$${late_days}", "Part of late_days", "'late_days' =="):
        expected = expected.replace(kept, kept.replace("late_days", "lateDays"))
    assert mended(text) == (expected, True)
    assert not found_in(expected)


def test_a_question_of_a_row_is_renamed_in_what_names_the_row_before():
    text = (
        HEAD
        + """\
      - id: rows
        ask: Rows
        type: list
        each:
          - {id: partNo, ask: "After ${previous.partNo}?", type: integer, when: "previous.partNo > 1"}
"""
    )
    assert mended(text) == (text.replace("partNo", "part_no"), True)


def test_a_section_keeps_its_id_when_a_question_with_the_same_one_is_renamed():
    text = HEAD.replace("id: s\n", "id: lateDays\n") + f"{INDENT}- {{id: lateDays, ask: Q, type: text}}\n"
    assert [
        [edit.span.line for edit in diagnostic.fix.edits] if diagnostic.fix else None for diagnostic in found_in(text)
    ] == [None, [10]]


def test_a_renaming_is_unsafe_when_another_file_may_name_the_question():
    text = HEAD + f"{INDENT}- {{id: lateDays, ask: Q, type: text}}\n  - {{include: more.yaml}}\n"
    assert mended(text)[1] is False


def test_an_id_is_not_renamed_where_it_cannot_be_found_with_certainty():
    (diagnostic,) = found_in(HEAD + RENAMED)
    assert diagnostic.help is not None
    assert "write late_days" in diagnostic.help
    assert diagnostic.fix is None


@pytest.mark.parametrize("other", ["late_days", "lateDays"])
def test_an_id_is_not_renamed_to_one_that_is_taken_nor_when_two_questions_have_it(other: str):
    text = HEAD + f"{INDENT}- {{id: lateDays, ask: Q, type: text}}\n{INDENT}- {{id: {other}, ask: Q, type: text}}\n"
    assert all(diagnostic.fix is None for diagnostic in found_in(text))


def test_a_minus_between_two_answers_makes_a_renaming_unsafe():
    text = HEAD.replace("first", "late") + f"{INDENT}- {{id: late-days, ask: Q, type: text, when: late-days == 'x'}}\n"
    renamed, safe = mended(text)
    assert "id: late_days" in renamed
    assert "when: late_days ==" in renamed
    assert not safe
