"""What stands above the answer."""

from __future__ import annotations

import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.questionnaire.response.problem import Problem
from rootcause.terminal.heading import Kind, Line, fitted, heading, in_words, progress


def kinds(prompt, problem=None, *, first=True):
    return [line.kind for line in heading(prompt, problem, None, first=first)]


def test_the_intro_stands_only_above_the_first_question_of_a_section(prompt_of):
    assert kinds(prompt_of("summary"))[0] is Kind.INTRO
    assert Kind.INTRO not in kinds(prompt_of("summary"), first=False)


def test_a_question_without_help_has_no_empty_lines(prompt_of):
    assert kinds(prompt_of("told"), first=False) == [Kind.PROGRESS, Kind.QUESTION]


@pytest.mark.parametrize(
    ("id", "answers", "text"),
    [
        ("summary", {}, "1 of 14, about 14 min left, required"),
        ("carrier", {"summary": "x"}, "2 of 14, about 14 min left, required"),
        ("summary", {"summary": "x", "carrier": "post"}, "1 of 14, about 14 min left, required"),
        ("cost", {}, "8 of 14, about 14 min left, optional"),
    ],
)
def test_progress_counts_the_questions_of_the_section(prompt_of, id, answers, text):
    assert progress(prompt_of(id, **answers)) == text


def test_a_rung_says_its_level_and_how_the_chain_ends(interview: Interview):
    after = interview.answer("It was old", key=AnswerKey("whys.because", (1,)))
    after = after.answer(False, key=AnswerKey("whys.fixable", (1,)))
    prompt = after.revisit(AnswerKey("whys.because", (1, 1))).prompt()
    assert prompt.key == AnswerKey("whys.because", (1, 1))
    lines = heading(prompt, None, None, first=False)
    assert lines[:2] == (
        Line(Kind.PROGRESS, "1 of 2 about this cause, about 14 min left, the chain may end here"),
        Line(Kind.CONTEXT, "Causes, level 2"),
    )
    end = next(line.text for line in lines if line.kind is Kind.END)
    assert ":skip when nothing lies beneath, :unknown when nobody knows" in end
    table = next(line.table for line in lines if line.kind is Kind.ROWS)
    assert table(60) == ["1 It was old", "└── -> 1.1"]


def test_what_was_said_instead_of_an_answer_is_shown(interview: Interview):
    prompt = interview.revisit(AnswerKey("told")).defer("Kim").revisit(AnswerKey("told")).prompt()
    assert Line(Kind.STANDING, "so far: Kim is asked") in heading(prompt, None, None, first=False)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem("this is needed"), "This is needed."),
        (Problem('"x" is not a date', "write it as 2026-01-31"), '"x" is not a date. Write it as 2026-01-31.'),
        (Problem("Too early!", "did you mean now?"), "Too early! Did you mean now?"),
        (None, ""),
    ],
)
def test_a_problem_is_said_in_sentences(problem, words):
    assert in_words(problem) == words


def test_a_problem_does_not_quote_a_megabyte():
    assert len(in_words(Problem("x" * 1_000_000))) < 500


@pytest.mark.parametrize("rows", range(1, 12))
def test_on_a_low_screen_the_question_and_the_problem_stay(rows):
    lines = [
        Line(Kind.INTRO, "intro " * 30),
        Line(Kind.PROGRESS, "1 of 3"),
        Line(Kind.QUESTION, "question " * 10),
        Line(Kind.HINT, "hint"),
        Line(Kind.PROBLEM, "problem"),
    ]
    left = fitted(lines, 40, rows)
    assert {Kind.QUESTION, Kind.PROBLEM} <= {kind for kind, _ in left}
    assert len(left) <= max(rows, 2)
