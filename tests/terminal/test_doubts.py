"""Doubts about answers, in both kinds of screen and at the look over everything."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rootcause.interview.answers import AnswerKey
from rootcause.interview.doubt import Doubt
from rootcause.interview.overview import overview
from rootcause.interview.prompt import Revisit
from rootcause.terminal.doubts import after_answer
from rootcause.terminal.looking import review_lines, review_offers
from rootcause.terminal.plain.interviewer import PlainInterviewer
from rootcause.terminal.theme import Signs

KEY = AnswerKey("summary")
FORGOT = Doubt('"forgot" is where the looking ends', "What made it easy to forget?", KEY, "cause 1.2")
BLAME = Doubt('"lazy" blames', "What did they do?", KEY, "cause 1.2")
WHOLE = Doubt("the causes go no deeper than one level", "What lies beneath?")
SHIFT_TAB, ENTER = "\x1b[Z", "\r"


@pytest.mark.parametrize(
    ("doubts", "back", "said"),
    [
        (
            [FORGOT],
            "Shift-Tab",
            [
                '"forgot" is where the looking ends. What made it easy to forget?',
                "It may stand as it is; Shift-Tab goes back to it.",
            ],
        ),
        (
            [replace(FORGOT, key=AnswerKey("whys.because", (1, 2)))],
            None,
            [
                'cause 1.2: "forgot" is where the looking ends. What made it easy to forget?',
                "It may stand as it is; :goto whys[1.2].because goes back to it.",
            ],
        ),
        (
            [FORGOT, BLAME, FORGOT],
            None,
            [
                '"forgot" is where the looking ends. What made it easy to forget?',
                "It may stand as it is; :goto summary goes back to it. The review lists 2 more.",
            ],
        ),
    ],
    ids=["of this answer", "of another place", "one at a time"],
)
def test_a_doubt_is_a_question_and_the_answer_may_stand(doubts, back, said):
    assert after_answer(KEY, doubts, back) == said


def test_a_doubt_stands_below_the_line_of_its_answer_and_goes_with_it(person, prompt_of):
    person.says(prompt_of("summary"), "Jo forgot it" + ENTER)
    person.interviewer.ask_back(KEY, [FORGOT], is_before=True)
    assert person.screen()[-3:] == [
        " ✓ Summary  Jo forgot it",
        '   "forgot" is where the looking ends. What made it easy to forget?',
        "   It may stand as it is; Shift-Tab goes back to it.",
    ]
    person.says(prompt_of("summary"), SHIFT_TAB)
    assert not any("forgot" in line for line in person.screen())


def test_on_a_narrow_screen_it_takes_more_lines_which_all_go_again(narrow_person, prompt_of):
    narrow_person.says(prompt_of("summary"), "Jo forgot it" + ENTER)
    narrow_person.interviewer.ask_back(KEY, [FORGOT], is_before=True)
    told = narrow_person.screen()
    assert all(len(line) < 40 for line in told)
    assert len(told) > 4
    narrow_person.says(prompt_of("summary"), SHIFT_TAB)
    assert len(narrow_person.screen()) == 1


def test_a_doubt_about_another_answer_than_the_last_line_is_left_out(person, prompt_of):
    person.says(prompt_of("summary"), "It broke" + ENTER)
    before = person.screen()
    person.interviewer.ask_back(AnswerKey("story"), [FORGOT], is_before=True)
    assert person.screen() == before


def test_a_doubt_cannot_act_on_the_terminal(person, prompt_of):
    person.says(prompt_of("summary"), "It broke" + ENTER)
    person.interviewer.ask_back(KEY, [replace(FORGOT, message="\x1b[31m\u202ered\nline")], is_before=True)
    assert "\\u{1b}[31m\\u{202e}red line. What made" in "\n".join(person.screen())


def test_in_plain_lines_it_is_said_with_the_word_that_goes_back():
    written: list[str] = []
    PlainInterviewer(lambda prompt: "", written.append).ask_back(KEY, [FORGOT], is_before=True)
    assert "\n".join(written).splitlines() == [
        '"forgot" is where the looking ends. What made it easy to forget?',
        "It may stand as it is; :back goes back to it.",
    ]


def test_the_look_over_everything_leads_to_what_is_doubtful(interview):
    seen = replace(overview(interview), doubts=(FORGOT, WHOLE, BLAME, replace(FORGOT, key=AnswerKey("story"))))
    listed = [offer for offer in review_offers(seen, Signs()) if isinstance(offer.pick, Revisit) and not offer.number]
    assert [(offer.above, offer.label, offer.hint, offer.pick) for offer in listed] == [
        (
            "Worth another look: 2",
            'cause 1.2: "forgot" is where the looking ends (and 1 more)',
            "What made it easy to forget?",
            Revisit(KEY),
        ),
        (
            "",
            'cause 1.2: "forgot" is where the looking ends',
            "What made it easy to forget?",
            Revisit(AnswerKey("story")),
        ),
    ]
    said = [line.text for line in review_lines(seen, None)]
    assert "The causes go no deeper than one level. What lies beneath?" in said


def test_of_many_doubtful_answers_some_are_listed_and_the_others_counted(interview):
    doubts = tuple(replace(FORGOT, key=AnswerKey("whys.because", (number,))) for number in range(1, 12))
    seen = replace(overview(interview), doubts=doubts)
    offers = review_offers(seen, Signs())
    assert sum(offer.label.startswith("cause 1.2") for offer in offers) == 8
    assert any("3 beside those in the list" in line.text for line in review_lines(seen, None))


def test_without_doubts_the_look_over_everything_is_as_it_was(interview):
    seen = overview(interview)
    assert not any("another look" in (offer.above or "") for offer in review_offers(seen, Signs()))
