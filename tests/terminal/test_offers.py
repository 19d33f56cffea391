"""What can be picked."""

from __future__ import annotations

from rootcause.interview.answers import AnswerKey
from rootcause.interview.interview import Interview
from rootcause.interview.prompt import Add, Remove, Reorder, Revisit
from rootcause.terminal.offers import below, changeable, movable, offers, places, removable

INSTEAD = ["I don't know", "Ask someone else"]


def labels(prompt, start=None, language=None):
    return [offer.label for offer in offers(prompt, start, language)]


def test_a_required_question_offers_what_can_be_said_instead_but_no_skipping(prompt_of):
    assert labels(prompt_of("told")) == ["Yes", "No", *INSTEAD, "Back"]


def test_choices_offer_none_of_them_and_something_else(prompt_of):
    assert labels(prompt_of("seen")) == [
        "Errors", "Slowness", "Wrong data", "Something else", "None of these", *INSTEAD, "Skip", "Back",
    ]  # fmt: skip


def test_an_earlier_answer_is_picked_from_the_start(prompt_of):
    chosen = [offer.label for offer in offers(prompt_of("seen"), ["slow", {"other": "A smell"}], None) if offer.chosen]
    assert chosen == ["Slowness", "Something else: A smell"]


def test_an_empty_optional_list_offers_to_begin_it_or_to_leave_it(prompt_of):
    assert labels(prompt_of("notes")) == ["Add the first entry", "There is none", *INSTEAD, "Skip", "Back"]


def test_yes_and_no_are_said_in_the_language_of_the_interview(prompt_of):
    assert labels(prompt_of("told"), language="de")[:2] == ["Ja", "Nein"]


def test_a_tree_of_causes_offers_every_place_for_one_more_and_every_rung_to_take_away(interview: Interview):
    causes = [{"because": "A\nb", "fixable": False, "why": [{"because": "B", "fixable": True}]}]
    prompt = interview.answer(causes, key=AnswerKey("whys")).revisit(AnswerKey("whys")).prompt()
    assert labels(prompt) == ["That was all", "Add another cause", "Change one", "Take one away", "Back"]
    assert [(offer.label, offer.pick) for offer in below(prompt)][:-1] == [
        ("on the first level", Add()),
        ("below 1 A b", Add((1,))),
        ("below 1.1 B", Add((1, 1))),
    ]
    assert [offer.pick for offer in removable(prompt)][:-1] == [Remove((1,)), Remove((1, 1))]


def test_each_answer_of_each_row_may_be_changed_and_rows_put_elsewhere(interview: Interview):
    rows = [{"what": what, "owner": "Kim", "due": "2026-03-01"} for what in ("Call", "Write", "Ask")]
    container = AnswerKey("actions")
    prompt = interview.answer(rows, key=container).revisit(container).prompt()
    assert labels(prompt) == [
        "That was all", "Add another entry", "Change one", "Put one at another place", "Take one away", "Back",
    ]  # fmt: skip
    first = changeable(prompt)[0]
    assert (first.above, first.label) == ("1 Call", "what: Call")
    assert first.pick == Revisit(AnswerKey("actions.what", (1,)), then=container)
    assert [offer.pick for offer in movable(prompt)][:-1] == [Reorder((n,), 1) for n in (1, 2, 3)]
    assert [(offer.label, offer.pick) for offer in places(prompt, (1,))][:-1] == [
        ("to the top", Reorder((1,), 1)),
        ("behind 2 Write", Reorder((1,), 2)),
        ("behind 3 Ask", Reorder((1,), 3)),
    ]
