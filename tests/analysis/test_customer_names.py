"""Which words name a customer, and how a text reads without them."""

from __future__ import annotations

import pytest

from rootcause.analysis.people import STAND_INS, gather


def hidden(customer: str, text: str, language: str = "en") -> str:
    return gather((), (), STAND_INS[language], (customer,), language).hidden(text)


@pytest.mark.parametrize(
    ("customer", "text", "read"),
    [
        ("Family Irene and Jonas Falk", "The Falks arrived.", "The customers arrived."),
        ("Family Irene and Jonas Falk", "It was late. Mrs Falk's bed", "It was late. The customer's bed"),
        ("Family Irene and Jonas Falk", "we gave the Falks a room", "we gave the customers a room"),
        ("Family Irene and Jonas Falk", "a family room for the Falk family", "a family room for the customer"),
        ("Family Irene and Jonas Falk", "for Irene and Jonas Falk", "for the customer"),
        ("Family Irene and Jonas Falk", "Mr and Mrs Falk left", "The customer left"),
        ("Family Irene and Jonas Falk", "a falk is a bird", "a falk is a bird"),
        ("Haruto Tanaka", "Mr Tanaka got it; tanaka called", "The customer got it; the customer called"),
        ("The Smiths", "Smith's dog, a smith", "The customer's dog, a smith"),
        ("Falk GmbH", "Falk GmbH wrote of the Falk account", "The customer wrote of the customer account"),
        ("North Sea Trading Ltd", "our customer North Sea Trading, at sea", "The customer, at sea"),
        ("Miller & Sons", "from Miller & Sons, the miller", "from the customer, the miller"),
        ("Haruto Tanaka of Kobe Parts Ltd", "Kobe Parts has spare parts", "The customer has spare parts"),
        ("4711", "order 4711, 47.11 EUR", "order the customer, 47.11 EUR"),
        ("12", "12 guests", "12 guests"),
        ("All customers in Lyon", "All guests in Lyon", "All guests in Lyon"),
        ("a regular guest", "a regular guest, and other guests", "The customer, and other guests"),
        ("none", "none came", "none came"),
        ("田中", "田中さんが来た", "The customerさんが来た"),
    ],
)
def test_a_customer_is_named_nowhere_and_the_text_still_reads(customer: str, text: str, read: str) -> None:
    assert hidden(customer, text) == read


def test_in_german_no_ending_is_left_behind() -> None:
    assert hidden("Familie Falk", "Wir riefen Frau Falk an, die Falks kamen", "de") == (
        "Wir riefen die Kundschaft an, die Kundschaft kamen"
    )


def test_a_name_that_one_of_ours_has_as_well_may_mean_either() -> None:
    people = gather([("Bob Kim", False)], (), STAND_INS["en"], ("Anna Kim",))
    assert people.hidden("Kim and Anna called Bob") == "Person A or the customer and the customer called Person A"


def test_a_long_text_full_of_names_takes_one_pass() -> None:
    assert hidden("Falk", "Mrs Falk. " * 20_000).count("The customer. ") == 20_000
