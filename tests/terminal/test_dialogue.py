"""What becomes of texts that are begun, refused, escaped and written elsewhere, on a plain screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.conduct import Conducted, conduct
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Prompt
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.text import SourceText
from rootcause.terminal.commands import escaped, unescaped
from rootcause.terminal.plain.interviewer import PlainInterviewer

STORY, SUMMARY, ACTIONS = AnswerKey("story"), AnswerKey("summary"), AnswerKey("actions")


class Kept(dict[AnswerKey, str]):
    """Drafts in memory."""

    def kept(self, key: AnswerKey) -> str | None:
        return self.get(key)

    def keep(self, key: AnswerKey, text: str) -> None:
        self[key] = text

    def drop(self, key: AnswerKey) -> None:
        self.pop(key, None)


class Sitting:
    """Somebody says one line after the other, then presses Ctrl-C."""

    def __init__(self, drafts: Kept, edited: Callable[[str], str] = str) -> None:
        self.drafts = drafts
        self.written: list[str] = []
        self.opened: list[str] = []
        self._edited = edited

    def go(self, interview: Interview, *said: str) -> Conducted:
        lines = list(said)

        def read(_: str) -> str:
            if not lines:
                raise KeyboardInterrupt
            return lines.pop(0)

        interviewer = PlainInterviewer(read, self.written.append, drafts=self.drafts, edit=self._edit)
        ended = conduct(interview, interviewer, lambda _: None)
        assert not lines
        return ended

    def _edit(self, text: str, notes: Sequence[str]) -> str | Problem:
        self.opened.append(text)
        return self._edited(text)


@pytest.fixture
def sitting() -> Sitting:
    return Sitting(Kept())


def at(interview: Interview, key: AnswerKey, **answers: object) -> Interview:
    for name, raw in answers.items():
        interview = interview.answer(raw, key=AnswerKey(name))
    return interview.revisit(key)


def test_a_refused_text_is_kept_when_one_leaves_before_it_is_mended(sitting, interview):
    sitting.go(interview, "x" * 200)
    assert sitting.drafts == {SUMMARY: "x" * 200}


def test_a_text_that_became_an_answer_is_no_draft_any_more(sitting, interview):
    sitting.drafts.keep(SUMMARY, "begun")
    ended = sitting.go(interview, "")
    assert ended.interview.answers[SUMMARY].value == "begun"
    assert sitting.drafts == {}


def test_a_begun_text_does_not_hide_an_answer_that_came_since(sitting, interview):
    sitting.drafts.keep(STORY, "begun before")
    sitting.go(at(interview, STORY, story="from Kim"))
    assert "The answer so far is: from Kim" in "\n".join(sitting.written)
    assert "You had begun: begun before" in "\n".join(sitting.written)


def test_who_begins_anew_has_thrown_the_begun_text_away(sitting, interview):
    sitting.drafts.keep(STORY, "old text")
    ended = sitting.go(at(interview, STORY), "..", "new text", ".")
    assert ended.interview.answers[STORY].value == "new text"


def test_a_word_in_the_last_line_leaves_the_text_before_it_as_a_draft(sitting, interview):
    sitting.go(at(interview, STORY), "one", "two", ":note seen by Kim")
    assert sitting.drafts == {STORY: "one\ntwo"}


@pytest.mark.parametrize("text", [":foo", "::foo", "one\n:skip", "one\n::skip\n:-)", ":foo\n :ask Kim"])
def test_colons_stay_as_they_were_meant_through_keeping_and_drafts(sitting, interview, text):
    answered = at(interview, STORY, story=text)
    assert sitting.go(answered, ".").interview.answers[STORY].value == text
    assert unescaped(escaped(text)) == text


def test_a_draft_that_begins_with_a_colon_is_kept_as_it_was_meant(sitting, interview):
    sitting.go(at(interview, STORY), "::foo")
    assert sitting.drafts == {STORY: ":foo"}
    assert sitting.go(at(interview, STORY), ".").interview.answers[STORY].value == ":foo"


def test_a_text_in_the_editor_is_what_was_answered(sitting, interview):
    ended = sitting.go(at(interview, STORY, story=":foo: bar"), ":edit")
    assert sitting.opened == [":foo: bar"]
    assert ended.interview.answers[STORY].value == ":foo: bar"


def test_the_entries_of_a_list_are_written_in_the_editor_until_they_can_be_read(interview):
    versions = iter(["- what: [", "- {what: Call, owner: Kim, due: 2026-03-01}"])
    sitting = Sitting(Kept(), lambda text: next(versions))
    ended = sitting.go(at(interview, ACTIONS), ":edit")
    assert sitting.opened == ["", "- what: ["]
    assert ended.interview.answers[AnswerKey("actions.what", (1,))].value == "Call"


def test_entries_that_were_refused_do_not_come_back_over_newer_ones(interview):
    sitting = Sitting(Kept(), lambda text: "- {what: Call, owner: Kim, due: never}")
    begun = at(interview, ACTIONS)
    sitting.go(begun, ":edit")
    assert ACTIONS in sitting.drafts
    sitting.go(begun, "1", "Write")
    assert ACTIONS not in sitting.drafts


def test_a_file_with_a_prompt_for_each_type(prompt_of):
    prompt: Prompt = prompt_of("day")
    assert prompt.preview is not None
    assert prompt.preview("31 Jan") == "Saturday, 31 January 2026"


def test_the_preview_is_the_day_that_is_taken():
    text = """
rootcause: 1
id: past
version: 1.0.0
title: Past
sections:
  - id: what
    part: what
    title: WHAT
    questions:
      - {id: began, type: date, ask: "When?", check: {that: began <= today, else: Still to come.}}
"""
    loaded = load_questionnaire(SourceText("past.yaml", text))
    from datetime import UTC, datetime

    interview = Interview.begin(loaded.questionnaire, clock=lambda: datetime(2026, 11, 20, 9, tzinfo=UTC))
    assert interview.prompt().preview("30 Nov") == "Sunday, 30 November 2025"
    assert str(interview.answer("30 Nov").answers[AnswerKey("began")].value) == "2025-11-30"
