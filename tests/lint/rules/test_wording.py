"""The wording rules on questions as people write them: what they tell, and what they must leave alone."""

from __future__ import annotations

import pytest

from rootcause.lint.wording import BOOK
from rootcause.wording.phrases import read_phrases
from tests.lint.examples import SKELETON, findings

BAD = {
    "double-barrelled-question": [
        "What happened and who noticed it?",
        "What did the driver see, and what did the driver do?",
        "When and where did the parcel get lost?",
        "Did the alarm ring and did you hear it?",
        "de: Wer hat es bemerkt und wann war das?",
        "de: Was ist geschehen und welche Kunden traf es?",
    ],
    "leading-question": [
        "Don't you check the address first?",
        "You check every parcel, don't you?",
        "Isn't it better to call the customer?",
        "How terrible was the wait for the customer?",
        "Why was the obviously wrong address used?",
        "de: Ist es nicht so, dass die Adresse falsch war?",
        "de: Wie schlimm war das Warten für den Kunden?",
        "de: Das war zu spät, nicht wahr?",
    ],
    "blame-wording": [
        "Who caused the mistake?",
        "Who is to blame for the delay?",
        "Who was at fault?",
        "Whose fault was it?",
        "What should you have noticed?",
        "Who should have checked it?",
        "Which driver failed to call?",
        "Why didn\u2019t you check the address?",
        "Was it human error?",
        "Where was somebody careless?",
        "de: Wer ist schuld an der Verspätung?",
        "de: Wer hat den Fehler verursacht?",
        "de: Was hätten Sie früher sagen müssen?",
        "de: Wo wurde nachlässig gearbeitet?",
        "de: War es menschliches Versagen?",
    ],
    "double-negation": [
        "Was the delay not unusual?",
        "Which of them are not dissatisfied?",
        "Was there nobody who did not know?",
        "de: Was war daran nicht ungewöhnlich?",
        "de: Was konnte niemand nicht sehen?",
    ],
    "absolute-term": [
        "Is the form always filled in?",
        "Does everybody know the number?",
        "de: Wird das Formular immer ausgefüllt?",
    ],
    "question-too-long": [" ".join(["Which", *["very"] * 30, "parcel?"])],
    "vague-term": [
        "Which machines were serviced recently?",
        "Which tools, forms, lists, etc. were used?",
        "de: Welche Maschinen wurden kürzlich gewartet?",
    ],
    "agree-disagree": [
        "Do you agree that the answer came in time?",
        "To what extent do you agree that it was fair?",
        "de: Inwieweit stimmen Sie zu, dass es gerecht war?",
    ],
    "several-questions": ["Who noticed it? Which day was that?"],
    "jargon": ["What was the main pain point?", "de: Welche Touchpoints traf es?"],
    "undefined-acronym": ["Which SLA was it?"],
}
"""By rule, texts that it tells; `de:` in front means that the text is German."""

GOOD = [
    "What happened, in one sentence?",
    "What should have happened?",
    "Which check failed to see it?",
    "Which backup failed?",
    "Which customers called and were told nothing?",
    "Which shops and warehouses were closed?",
    "Do you know who did it and when?",
    "Where do customers say what went wrong and how it felt?",
    "What kept it from being noticed earlier?",
    "Why didn't the alarm ring?",
    "What can be done so that nobody is blamed?",
    'What did the customer write: "who caused this"?',
    "How often does it happen?",
    "As soon as it was noticed, what was done?",
    "What was not under control?",
    "What was not done until Friday?",
    "Which sign showed it first, whether or not it was seen?",
    "Who sees to it?",
    "Who should have access to it?",
    "Who should have been told?",
    "Do both sides agree on the day?",
    "What did the customer agree to?",
    "Who is responsible for the next step?",
    "On what have both sides agreed?",
    "What was clearly labelled?",
    "Which one person stays with the customer until it is settled?",
    "Have we anything to add?",
    "What makes that right for both sides?",
    "de: Was ist geschehen?",
    "de: Was hätte geschehen sollen?",
    "de: Welche Prüfung hat es nicht gesehen?",
    "de: Wie oft kommt das vor?",
    "de: Was wurde noch nicht getan?",
    "de: Welche Kunden und Lieferanten traf es?",
    "de: Wer kümmert sich?",
    "de: Was ist daran schuldenfrei?",
    # A language without lists is left alone, whatever its words look like in another one.
    "nl: Who caused this, and who is to blame?",
]


def questionnaire(question: str, language: str = "en") -> str:
    head = f"language: {language}\n"
    return SKELETON.format(top=head, questions=question)


def told(text: str, type: str = "text", rule: str = "") -> list[str]:
    language, _, ask = text.partition(": ") if text[2:4] == ": " else ("en", "", text)
    escaped = ask.replace("'", "''")
    question = f"      - {{id: asked, type: {type}, ask: '{escaped}'}}\n"
    return [found.name for found in findings(questionnaire(question, language), rule) if found.code.startswith("RCW")]


def told_of_words(text: str, rule: str = "") -> list[str]:
    """What is told whatever the type of the answer is."""
    return [name for name in told(text, rule=rule) if name != "answer-type-mismatch"]


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(rule, text, id=f"{rule}: {text[:60]}") for rule, all in BAD.items() for text in all]
)
def test_a_text_that_is_hard_to_answer_is_told_by_its_rule_alone(rule: str, text: str):
    assert told_of_words(text, rule) == [rule]


@pytest.mark.parametrize("text", GOOD)
def test_a_text_that_is_well_put_is_left_alone(text: str):
    assert told_of_words(text) == []


@pytest.mark.parametrize(
    ("type", "text", "names"),
    [
        pytest.param("yesno", "How was it noticed?", ["closed-question"], id="how as yesno"),
        pytest.param("yesno", "Which parcel was it?", ["closed-question"], id="which as yesno"),
        pytest.param("yesno", "de: Wer hat es bemerkt?", ["closed-question"], id="German"),
        pytest.param("yesno", "When the parcel came, was it open?", [], id="a clause in front"),
        pytest.param("yesno", "Was it noticed?", [], id="fits"),
        pytest.param("text", "When did it begin?", ["answer-type-mismatch"], id="when as text"),
        pytest.param("text", "How many parcels were late?", ["answer-type-mismatch"], id="how many as text"),
        pytest.param("text", "How long did it take?", ["answer-type-mismatch"], id="how long as text"),
        pytest.param("paragraph", "Did the customer call?", ["answer-type-mismatch"], id="yes or no as text"),
        pytest.param("text", "de: Wann war das?", ["answer-type-mismatch"], id="German when"),
        pytest.param("text", "de: Wie viele Pakete kamen zu spät?", ["answer-type-mismatch"], id="German how many"),
        pytest.param("text", "When does it happen?", [], id="may be every Monday"),
        pytest.param("text", "Is there anything to add?", [], id="asks for words"),
        pytest.param("text", "Was it the van or the post?", [], id="one of two"),
        pytest.param("text", "How many parcels were late, and why?", [], id="asks for more than a number"),
        pytest.param("date", "When did it begin?", [], id="when as date"),
        pytest.param("scale", "How upset was the customer?", ["scale-without-labels"], id="a bare scale"),
    ],
)
def test_the_type_of_an_answer_fits_the_question(type: str, text: str, names: list[str]):
    assert [name for name in told(text, type) if name != "double-barrelled-question"] == names


def of_choices(*labels: str, type: str = "choice", rule: str = "", language: str = "en") -> list[str]:
    lines = "".join(f"          c{index}: '{label}'\n" for index, label in enumerate(labels))
    question = f"      - id: asked\n        type: {type}\n        ask: Which of these is it?\n        choices:\n{lines}"
    found = findings(questionnaire(question, language), rule)
    return [f"{one.name}: {one.message}" for one in found if one.code.startswith("RCW")]


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (("1-5", "5-10"), 'overlapping-ranges: "1-5" and "5-10" both hold 5'),
        (("1 to 5", "6 to 10", "10 or more"), 'overlapping-ranges: "6 to 10" and "10 or more" both hold 10'),
        (("up to 10", "10 to 20"), 'overlapping-ranges: "up to 10" and "10 to 20" both hold 10'),
        (("1 bis 5 Tage", "5 bis 8 Tage"), 'overlapping-ranges: "1 bis 5 Tage" and "5 bis 8 Tage" both hold 5'),
        (("1-5", "7-10"), 'gapped-ranges: 6 lies between "1-5" and "7-10"'),
        (("under 10", "more than 10"), 'gapped-ranges: 10 lies between "under 10" and "more than 10"'),
        (("under 10", "11 to 20"), 'gapped-ranges: 10 lies between "under 10" and "11 to 20"'),
        (("1-1,000", "1,001-2,000"), None),
        (("under 10", "10 to 20", "more than 20"), None),
        (("1-5", "6-10", "Not known"), None),
        (("less than 1 day", "1 to 2 days", "more than 2 days"), None),
        (("0.5 to 1.5", "1.6 to 2.5"), None),
        (("1-5 days", "1-5 weeks"), None),
        (("Line 1", "Line 3"), None),
        (("1-5 of ours", "3-7 of theirs"), None),
        (("May 1-5", "May 7-9"), None),
        (("Good", "Bad", "Fair"), 'unordered-scale: "Fair" does not stand where it belongs on the scale'),
        (("Never", "Always", "Often"), 'unordered-scale: "Often" does not stand where it belongs on the scale'),
        (("Good", "Fair", "Bad"), None),
        (("Less", "About the same", "More"), None),
        (("Good", "Fast", "Bad"), None),
        (("Human error", "A broken part"), 'blame-wording: "Human error" looks for somebody to blame'),
    ],
    ids=str,
)
def test_the_choices_exclude_each_other_and_stand_in_order(labels: tuple[str, ...], message: str | None):
    assert of_choices(*labels) == ([] if message is None else [message])


def test_several_choices_may_overlap_because_each_can_be_true():
    assert of_choices("more than 10", "more than 20", type="choices") == []


def test_a_german_scale_is_known_by_its_german_words():
    assert of_choices("gut", "schlecht", "mittel", language="de") == [
        'unordered-scale: "mittel" does not stand where it belongs on the scale'
    ]


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("who caused", "Who caused it?", "Who caused"),
        ("who caused", "Whoever caused it?", None),
        ("is it", "How many is items?", None),
        ("^clearly", "It was clearly late. Clearly labelled?", "Clearly"),
        ("careless*", "Was it carelessness?", "carelessness"),
        ("who ... blame", "Who of us all is here to blame?", None),
        ("who ... blame", "Who is to blame?", "Who is to blame"),
        ("didn't you", "Why didn\u2019t  you?", "didn\u2019t  you"),
        ("is|was late", "It was, late", "was, late"),
        ("who caused", 'He asked: "who caused it?"', None),
    ],
)
def test_a_phrase_is_found_as_whole_words(line: str, text: str, found: str | None):
    span = read_phrases([line]).find(text)
    assert (None if span is None else text[slice(*span)]) == found


@pytest.mark.parametrize("language", ["../en", "", "EN", "xx", "en-"])
def test_a_language_without_a_list_has_no_lines(language: str):
    assert BOOK.lines("blame", language) == (BOOK.lines("blame", "en") if language == "en-" else ())
