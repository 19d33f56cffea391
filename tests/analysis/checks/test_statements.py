"""The checks of statements, where they have more sides than their page shows."""

from __future__ import annotations

import pytest

from rootcause.analysis.checks.finding import Finding
from tests.analysis.checks.examples import findings


def found(example: str, name: str) -> list[Finding]:
    return [one for one in findings(example) if one.name == name]


def test_a_finding_points_at_the_words_of_the_answer_and_names_the_cause_by_its_number():
    [told] = found(
        'causes: [{because: "A typo led to it.", why: [{because: "A slip of the hand led to it."}]}]', "human-error"
    )
    assert (told.where, told.key and told.key.instance) == ("cause 1.1", (1, 1))
    assert told.within is not None
    assert told.text[slice(*told.within)] == "A slip"


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ('lessons: "We were careless with the keys."', "Learned"),
        ('went_badly: [{what: "The night shift was lazy."}]', "Went badly"),
        ('lucky: [{what: "A stupid mistake hit the test system."}]', "Where we were lucky"),
        ('finding: "Negligence cost us 18 hours"', "Finding"),
        ('escape: "The reviewer was incompetent."', "Why it was not caught"),
    ],
)
def test_people_are_not_judged_anywhere(answers: str, where: str):
    assert [one.where for one in found(answers, "blame")] == [where]


@pytest.mark.parametrize(
    "answers",
    [
        'lessons: "A guest called us “lazy and careless”, and the mail lay for four days."',
        'to_inform: "The lazy dog inn"',
        'harm: "They felt stupid."',
        'finding: "Lazy loading hid the prices for 4 s"',
    ],
)
def test_quoted_speech_and_what_customers_felt_is_left_alone(answers: str):
    assert found(answers, "blame") == []


@pytest.mark.parametrize(
    ("causes", "messages"),
    [
        ('[{because: "A, so B"}]', []),
        ('[{because: "A, so B", why: [{because: "C, so A"}]}]', ["the causes are a single line without a branch"]),
        ('[{because: "A, so B", why: [{because: "C, so A"}, {because: "D, so A"}]}]', []),
        ('[{because: "A, so B"}, {because: "C, so D", why: [{because: "E, so C"}]}]', []),
        ('[{because: "A, so B", why: [{because: {state: unknown}}]}, {because: "C"}]', []),
        ("[{because: {state: unknown}}]", []),
    ],
    ids=[
        "one level is not finished",
        "a line",
        "a branch below",
        "a branch above",
        "the end is not known",
        "nothing known",
    ],
)
def test_a_tree_without_branches_is_told_once_nobody_has_more_to_add(causes: str, messages: list[str]):
    assert [one.message for one in found(f"causes: {causes}", "shallow")] == messages


def test_what_nobody_knows_below_leaves_a_cause_the_end_of_its_tree():
    example = 'causes: [{because: "A typo led to it.", why: [{because: {state: unknown}}]}]'
    assert [one.where for one in found(example, "human-error")] == ["cause 1"]


def test_a_language_without_lists_is_judged_by_nothing_but_the_form_of_the_tree():
    example = """\
# language: fr
problem: "Le magasin etait ferme."
causes:
  - because: "Erreur humaine, c'est la faute du chauffeur."
    why: [{because: "Personne n'a jamais verifie."}]
"""
    assert {one.name for one in findings(example)} == {"shallow"}


def test_the_same_sentence_is_said_again_in_any_language():
    example = '# language: fr\ncauses: [{because: "Il pleut.", why: [{because: "Il pleut."}]}]'
    assert [one.where for one in found(example, "restatement")] == ["cause 1.1"]


def test_a_region_of_a_language_has_its_lists():
    assert found('# language: de-AT\ncauses: [{because: "Ein Tippfehler führte dazu."}]', "human-error")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Poor light, 90 lux, led to it.", False),
        ("The light was poor: 3 of 10 lamps were out, so it was dark.", False),
        ("Poor light of 90 lux led to it.", False),
        ("With 3 of 10 lamps lit poor light led to it.", False),
        ("Poor planning of 12 tours led to it.", True),
        ("Poor planning led to 40 minutes of waiting.", True),
        ("On 3 May poor light led to it.", True),
        ("Bad sectors on the disk led to it.", False),
    ],
)
def test_a_number_counts_only_when_it_measures_what_is_judged(text: str, told: bool):
    assert bool(found(f'causes: [{{because: "{text}"}}]', "negative-label")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nobody on the rota of 12 knew, so it waited.", False),
        ("Nobody in the team of five knew, so it waited.", False),
        ("Nobody knew, so it waited.", True),
        ("Nobody was there, although the plan names two guards, so it waited.", False),
        ("The limit is old and no one has had the task to look at it, so it stayed.", False),
        ("It was nobody's job to look at the limit, so it stayed.", False),
        ("Nobody was ever named for the limit, so it stayed.", False),
        ("No one is responsible for the limit, so it stayed.", False),
        ("Nobody did the task, so it waited.", True),
        ("Nobody at the desk answered, so it waited until 6:40.", True),
    ],
)
def test_nobody_is_left_alone_where_the_set_is_bounded_or_the_duty_is_stated(text: str, told: bool):
    example = f'causes: [{{because: "{text}"}}]'
    assert (bool(found(example, "absolute")), bool(found(example, "duty"))) == (told, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There was no training, so it broke.", True),
        ("No check digit is printed, so a 3 was read as 8.", False),
        ("It has no list of inspections, so it broke.", False),
        ("The alarm was missing, so it broke.", True),
        ("It broke, because there was no alarm.", True),
        ("There was no alarm, because its mails were refused.", False),
    ],
)
def test_a_missed_answer_counts_where_it_is_said_to_be_the_cause(text: str, told: bool):
    assert bool(found(f'causes: [{{because: "{text}"}}]', "solution-as-cause")) is told


@pytest.mark.parametrize(
    ("problem", "names"),
    [
        ("A seated passenger was taken off flight 3411 at Chicago on 9 April 2017.", set()),
        ("Flight 3411 was late on 9 April 2017.", {"problem-without-number"}),
        ("Release 4.2 of 3 May broke the export at gate B4.", {"problem-without-number"}),
        ("Since the update invoices are wrong.", {"problem-without-number"}),
        ("7 invoices are wrong.", {"problem-without-place-or-time"}),
        ("At 14:05 the tills stopped.", {"problem-without-number"}),
    ],
)
def test_the_number_of_a_flight_and_a_date_say_nothing_of_how_much(problem: str, names: set[str]):
    assert {one.name for one in findings(f'problem: "{problem}"')} == names


def test_two_places_in_one_cause_are_told_once_and_the_causes_keep_their_order():
    example = """\
causes:
  - because: "Nobody looked and the seal was not checked, so it broke."
  - because: "The lock was not tested, so it opened."
  - because: "Nobody came, so it waited."
"""
    told = found(example, "duty")
    assert [(one.where, one.within) for one in told] == [("cause 1", (0, 6)), ("cause 2", (9, 23)), ("cause 3", (0, 6))]


def test_a_long_statement_is_quoted_in_part():
    [told] = found(f"causes: [{{because: {'word ' * 110}}}]", "no-mechanism")
    assert len(told.message) < 130
    assert len(told.text) > 500


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ward weighed nobody although the protocol says so, so the dose was off.", True),
        ("The bag was sent even though the rules forbid it, so it burst.", True),
        ("The bag was sent although the rules forbid it, because the form has no field for it.", False),
        ("The pump ran although the manual of 1998 is lost, so it broke.", False),
    ],
)
def test_what_was_done_although_a_rule_forbids_it_is_a_deviation(text: str, told: bool):
    assert bool(found(f'causes: [{{because: "{text}"}}]', "deviation")) is told


def test_a_german_deviation_may_begin_with_although():
    text = "Die Pumpe lief, obwohl die Vorschrift es verbietet, daher brach sie."
    assert found(f'# language: de\ncauses: [{{because: "{text}"}}]', "deviation")


def test_a_problem_is_said_again_also_where_late_is_all_that_it_says():
    example = 'problem: "On 7 May the train was 50 minutes late."\ncauses: [{because: "The train was late."}]'
    assert found(example, "restatement")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They didn't bother to ring, so it waited.", "blame"),
        ("They did not care, so it waited.", "blame"),
        ("If the desk had been told, it would have been sent back.", "counterfactual"),
        ("If a lot had been scanned twice, its total was doubled.", None),
        ("The evening handover had been skipped, so it waited.", "deviation"),
        ("It went out before the checklist was complete, so it burst.", None),
        ("The meter was not calibrated for a year, so it was off.", "duty"),
        ("The desk is understaffed, so it waited.", "negative-label"),
        ("Somebody pressed the wrong key, so it stopped.", "human-error"),
        ("There was no printer at the gate, so it waited.", "solution-as-cause"),
    ],
)
def test_what_the_fourth_set_showed_is_found_in_other_words(text: str, name: str | None):
    names = {one.name for one in findings(f'causes: [{{because: "{text}"}}]')}
    assert names == set() if name is None else name in names
