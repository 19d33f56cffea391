"""The language rules, where they have more sides than their page shows."""

from __future__ import annotations

import re

import pytest

from rootcause.lint.documentation import page
from rootcause.lint.finding import Finding
from tests.lint.examples import findings

WHOLE = page("missing-translation").good[0]
IN_THREE = re.sub(r"de: (\"[^\"]*\"|[^}]*)\}", r"de: \1, fr: Texte}", WHOLE)
DELAY = '"How many days late was it?"'


def found(text: str, name: str) -> list[Finding]:
    return [finding for finding in findings(text, name) if finding.name == name]


def asks(ask: str) -> str:
    return f"- {{id: delay, type: integer, ask: {ask}}}\n"


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param(WHOLE, [], id="all translated"),
        pytest.param(
            re.sub(r"\{(en: \"By which day\?\"), de: [^}]*\}", r"{\1}", WHOLE),
            ['the text is missing in "de"'],
            id="one is not",
        ),
        pytest.param(
            re.sub(r"ask: \{en: (\"By which day\?\"), de: [^}]*\}", r"ask: \1", IN_THREE),
            ['the text is missing in "de", "fr"'],
            id="one lacks two languages, told once",
        ),
        pytest.param(
            WHOLE.replace("type: integer, ask", "type: integer, unit: days, ask"),
            [],
            id="a unit is the same everywhere",
        ),
        pytest.param(re.sub(r"\{en: ([^,}]*), de: [^}]*\}", r"\1", WHOLE, count=9), [], id="the translation has begun"),
    ],
)
def test_a_text_that_lacks_a_language_of_most_is_told_once(text: str, messages: list[str]):
    assert [finding.message for finding in found(text, "missing-translation")] == messages


def test_an_included_file_without_a_language_is_told_once():
    part = (
        "rootcause: 1\nsections:\n  - id: more\n    title: More\n    questions:\n"
        "      - {id: one, type: text, ask: 'One?'}\n      - {id: two, type: text, ask: 'Two?'}\n"
    )
    text = WHOLE.replace("  - id: why\n", "  - {include: part.yaml}\n  - id: why\n", 1)
    [told] = found(f"{text}# file: part.yaml\n{part}", "missing-translation")
    assert (told.path, told.region.line, told.message) == ("part.yaml", 2, 'no text of this file is there in "de"')


@pytest.mark.parametrize(
    ("ask", "messages"),
    [
        ('{en: "Why did ${problem} happen?", de: "Warum geschah ${problem}?"}', []),
        ('{en: "Why did ${problem} happen?", de: "Warum?"}', ['"de" does not quote "${problem}", and "en" does']),
        ('{en: "What made it so late?", de: "Warum ${problem}?"}', ['"de" quotes "${problem}", and "en" does not']),
        ('{de: "Warum ${problem}?", en: "What made it late?"}', ['"de" quotes "${problem}", and "en" does not']),
        ('{en: "It costs $${x} or so?", de: "Es kostet so viel?"}', []),
    ],
)
def test_the_same_answers_are_quoted_in_every_language(ask: str, messages: list[str]):
    assert [finding.message for finding in found(asks(ask), "placeholders-differ")] == messages


@pytest.mark.parametrize(
    ("text", "help"),
    [
        (asks(f'{{en: {DELAY}, cs: "O kolik?"}}'), []),
        (asks(f'{{en: {DELAY}, cz: "O kolik?"}}'), ['did you mean "cs"?']),
        (asks(f'{{en: {DELAY}, cz-CZ: "O kolik?"}}'), ['did you mean "cs"?']),
        (asks(f'{{en: {DELAY}, xx: "?!"}}'), ["the codes stand in ISO 639-1, such as de or fr"]),
        (asks(f'{{en: {DELAY}, gsw: "Wie mängi Täg?"}}'), []),
        (asks(f'{{en: {DELAY}, cz: "O kolik?"}}') + asks('{en: "And?", cz: "A?"}').replace("delay", "b"), ["cs"]),
        ("language: jp\n", ['did you mean "ja"?']),
        ("language: de-AT\n", []),
    ],
    ids=["known", "country", "country with a region", "nobody's", "three letters", "twice", "own", "own with a region"],
)
def test_a_code_that_nobody_has_is_told_once(text: str, help: list[str]):
    told = found(text, "unknown-language")
    assert len(told) == len(help)
    assert all(expected in str(finding.help) for expected, finding in zip(help, told, strict=True))


@pytest.mark.parametrize(
    ("ask", "is_told"),
    [
        pytest.param('{en: "What happened there?", de: "What happened there?"}', True, id="copied"),
        pytest.param('{en: "Late?", de: "Late?"}', False, id="a single word"),
        pytest.param('{en: "What happened?", en-GB: "What happened?"}', False, id="variants of one language"),
        pytest.param('{en: "${problem} ${problem}", de: "${problem} ${problem}"}', False, id="nothing but quotes"),
        pytest.param('{en: "24 / 7 ?", de: "24 / 7 ?"}', False, id="nothing but numbers"),
    ],
)
def test_a_text_that_was_copied_is_told_unless_it_may_be_the_same(ask: str, is_told: bool):
    assert bool(found(asks(ask), "untranslated-text")) is is_told
