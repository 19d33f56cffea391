from __future__ import annotations

import pytest

from rootcause.analysis.strength import first_guess


@pytest.mark.parametrize(
    ("action", "level", "word"),
    [
        ("Block deletes on hosts whose name begins with prod", "stronger", "Block"),
        ("The gateway refuses requests without a tenant id", "stronger", "refuses"),
        ("Automate the restore", "stronger", "Automate"),
        ("Alert when the queue is longer than 500", "intermediate", "Alert"),
        ("Back up the database every hour", "intermediate", "Back up"),
        ("Add a test suite for dates", "intermediate", "test suite"),
        ("Remind all drivers to lock the cabinet", "weaker", "Remind"),
        ("Write a policy on locked cabinets", "weaker", "policy"),
        ("Be more careful with tags", "weaker", "Be more careful"),
        ("Print both labels", None, ""),
    ],
)
def test_the_first_telling_words_give_the_guess(action: str, level: str | None, word: str) -> None:
    guess = first_guess(action)
    found = (None, "") if guess is None else (guess.level, action[slice(*guess.within)])
    assert found == (level, word)


def test_each_language_has_its_own_words_and_one_without_lists_has_no_guess() -> None:
    guess = first_guess("Mitarbeiter schulen", "de-AT")
    assert guess is not None
    assert (guess.level, first_guess("Mitarbeiter schulen"), first_guess("Remind", "fr")) == ("weaker", None, None)
