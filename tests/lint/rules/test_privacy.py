"""The privacy rules, where they have more sides than their page shows."""

from __future__ import annotations

import pytest

from rootcause.lint.finding import Finding
from tests.lint.examples import findings


def found(text: str, name: str) -> list[Finding]:
    return [finding for finding in findings(text, name) if finding.name == name]


def asked(ask: str, type: str = "text", more: str = "") -> str:
    return f"- id: about\n  type: {type}\n  ask: {ask}\n{more}"


@pytest.mark.parametrize(
    "example",
    [
        asked("What is the customer's telephone number?"),
        asked("What is the CUSTOMER\N{RIGHT SINGLE QUOTATION MARK}S postal address?"),
        asked("Which customer is it?", "person"),
        asked("What is their date of birth?", "date"),
        asked("What is the number of their bank account?"),
        asked("How do we answer them?", "email"),
        asked("How do we reach them?", more="  label: Phone number\n"),
        asked('{en: "What is their phone number?", de: "Wie lautet ihre Telefonnummer?"}'),
        asked('{en: "How can they write to us?", de: "Wie lautet ihre E-Mail-Adresse?"}'),
        "- id: guests\n  type: list\n  ask: Whom do we owe something?\n"
        '  each: [{id: name, type: text, ask: "What is their full name?"}]\n',
    ],
    ids=["phone", "address", "customer", "birth", "account", "email", "label", "twice", "German", "in a row"],
)
def test_personal_data_is_found_once(example: str):
    assert len(found(example, "personal-data-not-private")) == 1


@pytest.mark.parametrize(
    "example",
    [
        asked("What is the customer's telephone number?", more="  private: true\n"),
        asked("How do we answer them?", "email", more="  private: true\n"),
        "- id: guests\n  type: list\n  private: true\n  ask: Whom do we owe something?\n"
        '  each: [{id: name, type: text, ask: "What is their full name?"}]\n',
        asked("Who sees to it?", "person"),
        asked("Was the phone number right?", "yesno"),
        asked("What happened to the phone number?"),
        asked("Why was the postal address wrong?"),
        asked("How many postal addresses were wrong?", "integer"),
        asked("Where do we keep the customer's address?"),
        asked("How did the postal address get lost on the way?", "paragraph"),
        asked("Which customers feel it?"),
        asked("What is the surnamed service?"),
    ],
    ids=[
        "private",
        "private email",
        "private list",
        "owner",
        "yes or no",
        "what happened",
        "why",
        "how many",
        "where",
        "story",
        "many customers",
        "part of a word",
    ],
)
def test_what_is_private_or_no_personal_data_is_left_alone(example: str):
    assert found(example, "personal-data-not-private") == []


CUSTOMER = '- {id: customer, type: text, private: true, ask: "Which customer is it?"}\n'
PEOPLE = (
    "- id: people\n  type: list\n  ask: Who was hurt?\n  each:\n"
    '    - {id: nickname, type: text, private: true, ask: "Who?"}\n'
    '    - {id: hurt, type: text, ask: "How was ${nickname} hurt?"}\n'
)


@pytest.mark.parametrize(
    ("example", "quoted"),
    [
        pytest.param(CUSTOMER + asked('"What does ${customer} want?"'), ["${customer}"], id="in a question"),
        pytest.param(CUSTOMER + asked("What?", more='  label: "For ${customer}"\n'), ["${customer}"], id="in a label"),
        pytest.param(CUSTOMER + asked("What?", more='  hint: "Ask ${customer}"\n'), [], id="in a hint, not reported"),
        pytest.param(CUSTOMER + asked('"What of ${customer}?"', more="  private: true\n"), [], id="in a private one"),
        pytest.param(CUSTOMER + asked('"What of ${problem}?"'), [], id="another answer"),
        pytest.param(PEOPLE, ["${nickname}"], id="in the same row"),
        pytest.param(
            CUSTOMER
            + '- {id: steps, type: ladder, ask: "Why?", next: "And why, ${customer}?", each: '
            + '[{id: step, type: text, ask: "Which?"}]}\n',
            [],
            id="in what a ladder asks further down, not reported",
        ),
    ],
)
def test_a_private_answer_is_not_quoted_where_everybody_reads(example: str, quoted: list[str]):
    told = found(example, "private-answer-quoted")
    shown = [finding.line_text[finding.region.column - 1 : finding.region.end_column - 1] for finding in told]
    assert shown == quoted


def test_the_title_of_a_section_shows_what_it_quotes():
    example = (
        "- id: first\n  title: First\n  questions:\n"
        '    - {id: customer, type: text, private: true, ask: "Which customer is it?"}\n'
        "- id: second\n  title: 'About ${customer}'\n  questions:\n    - {id: more, type: text, ask: \"What?\"}\n"
    )
    [told] = found(example, "private-answer-quoted")
    assert told.line_text.strip() == "title: 'About ${customer}'"


@pytest.mark.parametrize(
    ("keys", "is_told"),
    [
        ("role: finding, private: true", True),
        ("role: problem, private: true", True),
        ("role: finding", False),
        ("role: impact, private: true", False),
    ],
)
def test_only_what_gives_the_title_must_not_be_private(keys: str, is_told: bool):
    assert bool(found(f'- {{id: more, type: text, {keys}, ask: "What?"}}\n', "private-title")) is is_told
