from __future__ import annotations

from tests.lint.examples import findings

QUESTION = '- {id: market, type: choice, ask: "Where?", other: true, %s}\n'


def alike(example: str) -> list[str]:
    return [found.message for found in findings(example) if found.name == "ids-differ-by-case"]


def test_the_choices_of_a_list_are_looked_at_once():
    example = (
        "lists: {market: {EU: The Union, eu: Outside of it}}\nsections:\n"
        "  - id: sale\n    title: The sale\n    questions:\n"
        f"      {QUESTION % 'list: market'}      {QUESTION.replace('market', 'former') % 'list: market'}"
    )
    assert alike(example) == ['"eu" and "EU" differ in capitals only']


def test_each_is_told_beside_the_first():
    assert alike(QUESTION % "choices: {EU: One, eu: Two, Eu: Three, us: Four}") == [
        '"eu" and "EU" differ in capitals only',
        '"Eu" and "EU" differ in capitals only',
    ]


def test_other_words_are_other_choices():
    assert not alike(QUESTION % "choices: {eu: One, us: Two}")
