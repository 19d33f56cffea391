from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rootcause.analysis.same_cause import SAME, Said, is_same, likeness

ROOT = Path(__file__).parents[2]
WORDS = (
    "scanner",
    "spare",
    "no",
    "not",
    "order",
    "orders",
    "time-out",
    "Straße",
    "so",
    "because",
    "hand",
    "40",
    "日本語",
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
SAID = st.builds(Said, TEXTS, st.sampled_from([None, "roles", "tools"]), st.sampled_from(["en", "de", "de-AT", "fr"]))
BATTERY = "The scanner has no spare battery, so parcels were booked by hand"


def said(text: str, kind: str | None = None, language: str = "en") -> Said:
    return Said(text, kind, language)


@given(SAID, SAID)
def test_it_does_not_matter_which_of_two_causes_comes_first(one: Said, other: Said):
    assert likeness(one, other) == likeness(other, one)
    assert is_same(one, other) == is_same(other, one)


@given(SAID, SAID)
def test_likeness_lies_between_nothing_and_all(one: Said, other: Said):
    assert 0 <= likeness(one, other) <= 1


@given(SAID)
def test_a_cause_is_the_same_as_itself(one: Said):
    assert likeness(one, one) == 1


def test_two_processes_with_other_hash_seeds_and_locales_agree_to_the_last_digit():
    told = [
        subprocess.run(
            [sys.executable, "tests/analysis/same_cause/measure.py"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "C.UTF-8"))
    ]
    assert told[0]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Battery of the scanner: no spare", "No spare scanner batteries", id="other order and endings"),
        pytest.param(BATTERY, "No spare battery for the scanner", id="a short one within a longer one"),
        pytest.param("The recieving desk has one scale", "The receiving desk has one scale!", id="a slip of the pen"),
        pytest.param(f"{BATTERY}.", BATTERY.upper(), id="capitals and signs"),
        pytest.param("Only hand", "Only  HAND", id="nothing but spaces between"),
    ],
)
def test_the_same_in_other_words_is_the_same(one: str, other: str):
    assert is_same(said(one), said(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The guest was told", "The guest was not told", id="denied"),
        pytest.param("The guest was told", "The guest wasn't told", id="denied with an apostrophe"),
        pytest.param("Network", "The network of the tills shares a line with the guests", id="one word"),
        pytest.param(BATTERY, "The label is bent, so parcels were booked by hand", id="only the effect in common"),
        pytest.param("It was not", "It is not", id="no word of content"),
    ],
)
def test_another_cause_is_another_one(one: str, other: str):
    assert not is_same(said(one), said(other))


def test_the_kind_alone_makes_nothing_the_same_but_decides_where_little_is_missing():
    assert likeness(said("Paper ran out", "tools"), said("The gate was shut", "tools")) == 0
    one, other = "The shift is planned for forty calls", "The shift is planned for forty parcels"
    assert likeness(said(one, "tools"), said(other, "tools")) > likeness(said(one, "tools"), said(other, "roles"))


def test_in_a_language_without_lists_nearly_every_word_must_be_the_same():
    one = said("Le lecteur n'a pas de batterie de rechange", language="fr")
    assert is_same(one, said("le lecteur n'a pas de batterie de rechange.", language="fr"))
    other = said("Le lecteur n'a pas de papier de rechange", language="fr")
    assert likeness(one, other) > SAME
    assert not is_same(one, other)


@pytest.mark.parametrize(
    "text", ["Der Schl\u00fcssel fehlte am Wochenende", "The caf\u00e9 had no plan for r\u00e9sum\u00e9s"]
)
def test_accents_may_be_typed_as_signs_of_their_own(text):
    apart = normalize("NFD", text) + " again"
    assert likeness(Said(apart, None, "de"), Said(text + " again", None, "de")) == 1.0
