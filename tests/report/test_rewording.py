from __future__ import annotations

import pytest

from rootcause.report.words import ENGLISH
from rootcause.report.words.rewording import REWORDABLE, heading, reworded


def test_a_heading_takes_the_words_of_the_team() -> None:
    words = reworded(ENGLISH, {"actions": "What we will do"})
    assert words.actions == "What we will do"
    assert words.causes == ENGLISH.causes


@pytest.mark.parametrize("name", REWORDABLE)
def test_every_heading_can_be_another(name: str) -> None:
    assert heading(reworded(ENGLISH, {name: "Another"}), name) == "Another"


@pytest.mark.parametrize("name", ["several_open", "language", "sure", "nothing"])
def test_what_is_filled_in_keeps_its_words(name: str) -> None:
    assert name not in REWORDABLE
    with pytest.raises(KeyError):
        reworded(ENGLISH, {name: "x"})


def test_nothing_is_filled_into_what_may_be_reworded() -> None:
    assert [name for name in REWORDABLE if "{" in heading(ENGLISH, name)] == []
