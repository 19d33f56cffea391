"""Who or what a clause is about."""

from __future__ import annotations

import pytest

from rootcause.analysis.analysis import analyse
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.subjects import is_about_a_thing, is_by_a_thing, subject
from tests.analysis.checks.examples import record_of


def examined(*people: str, language: str | None = None) -> Examined:
    record = record_of(
        {"actions": [{"what": "Label it", "owner": name} for name in people]} if people else {}, language=language
    )
    return Examined(record, analyse(record))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The night nurse forgot it.", "one"),
        ("The on-call engineer was asleep.", "one"),
        ("Operator pressed the button.", "one"),
        ("The driver ignores the sign.", "one"),
        ("Dr. Patel prescribed it.", "one"),
        ("She was tired.", "one"),
        ("The customer chose the wrong size.", "one"),
        ("The team lead was away.", "one"),
        ("Anna promised Friday.", "one"),
        ("Peter Hahn took the mailbox with him.", "one"),
        ("Beate switched off the alarm.", "one"),
        ("Jan van Dijk left the door open.", "one"),
        ("Anna hands the keys on.", "one"),
        ("Peter Hill forgot the keys.", "one"),
        ("Black Friday filled the shop.", "thing"),
        ("Stripe Radar took it for fraud.", "thing"),
        ("San Francisco was cut off.", "thing"),
        ("Charles Street was closed.", "thing"),
        ("Martin guitars were sold out.", "thing"),
        ("Peter Hahn GmbH sent the wrong part.", "thing"),
        ("The Martin was out of tune.", "thing"),
        ("Julia 1.9 was slow.", "thing"),
        ("Anna's mailbox was full.", "thing"),
        ("The nurses were tired.", "several"),
        ("Staff went home.", "several"),
        ("The night shift went home.", "several"),
        ("The device driver dropped scans.", "thing"),
        ("The Kubernetes operator restarted.", "thing"),
        ("The dispatcher system read the old one.", "thing"),
        ("The supervisor's plan has a gap.", "thing"),
        ("The driver shortage of 14 % grew.", "thing"),
        ("Support answered late.", "several"),
        ("Missing safety guard on the saw.", "nothing"),
        ("No nurse was there.", "nothing"),
        ("Of the nurse it is said.", "nothing"),
    ],
)
def test_a_subject_is_a_person_several_people_or_a_thing(text: str, kind: str):
    found = subject(text, 0, examined("Anna Schmidt", "Support"))
    kinds = {"one": (True, True), "several": (False, True), "thing": (False, False), "nothing": None}
    assert (None if found is None else (found.is_one, found.is_human)) == kinds[kind]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Anja Berg schaltete ihn aus.", True),
        ("Sabine vergaß es.", True),
        ("Karl Marx Allee war zu.", False),
        ("Der Fahrer nahm den Weg.", True),
        ("Der müde Fahrer nahm ihn.", True),
        ("Der Gerätetreiber verlor ihn.", False),
    ],
)
def test_a_german_noun_is_known_by_its_capital(text: str, is_one: bool):
    found = subject(text, 0, examined(language="de"))
    assert found is not None
    assert found.is_one is is_one


@pytest.mark.parametrize(
    ("text", "is_thing"),
    [
        ("The script failed to start.", True),
        ("The script of the crew failed to start.", True),
        ("The crew failed to start.", False),
        ("The pump stood, so the crew failed to start.", False),
        ("failed to start.", False),
    ],
)
def test_a_verb_is_about_the_subject_of_its_own_clause(text: str, is_thing: bool):
    assert is_about_a_thing(text, text.index("failed"), examined()) is is_thing


@pytest.mark.parametrize(
    ("text", "is_thing"),
    [
        ("was not checked by the 4 pm run", True),
        ("was not checked by the crew", False),
        ("was not checked at all", False),
    ],
)
def test_what_stands_behind_by_did_it(text: str, is_thing: bool):
    assert is_by_a_thing(text, text.index("checked") + len("checked"), examined()) is is_thing
