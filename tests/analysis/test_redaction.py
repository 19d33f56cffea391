from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.analysis.redaction import LeftOut, Why, redact
from rootcause.interview.answers import AnswerKey, Remark
from rootcause.report.build import build_report
from rootcause.report.json_document import render_json
from rootcause.report.markdown import render_markdown

SECRET = "Zanzibar"
"""Planted; whatever is made of a redacted record must not hold it, in any spelling."""

Recorded = Callable[..., Record]


@pytest.fixture(scope="module")
def recorded(record_of: Callable[..., Record]) -> Recorded:
    text = (Path(__file__).parent / "private.yaml").read_text(encoding="utf-8")

    def build(title: str = "A case", remarks: dict[AnswerKey, Remark] | None = None, **answers: Any) -> Record:
        return replace(record_of(text, answers, title=title, remarks=remarks), case="2026-01-31-zanzibar")

    return build


def everything(record: Record) -> str:
    """All that any format, picture, template or check can be made of, and two formats."""
    report = build_report(analyse(record))
    return "\n".join((repr(report), render_markdown(report), render_json(report))).casefold()


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param({"customer": SECRET}, id="an answer that is marked"),
        pytest.param({"customer": SECRET, "problem": "It broke", "place": "At home"}, id="quoted in questions and labels"),
        pytest.param({"customer": SECRET, "whys": [{"because": "x"}]}, id="quoted in the question of a ladder"),
        pytest.param({"customer": {"value": "A", "note": f"in {SECRET}"}}, id="the note of a marked answer"),
        pytest.param({"customer": {"value": "A", "evidence": [f"{SECRET}.txt"]}}, id="the evidence of a marked answer"),
        pytest.param({"customer": {"state": "unknown", "note": SECRET}}, id="the note of a marked answer nobody knows"),
        pytest.param({"customer": {"state": "deferred", "to": SECRET}}, id="who finds out a marked answer"),
        pytest.param({"calls": [{"number": SECRET}]}, id="a list that is marked"),
        pytest.param({"whys": [{"because": "x", "guess": SECRET}]}, id="a column of a ladder that is marked"),
        pytest.param({"problem": {"value": "x", "who": f"{SECRET} Lee"}}, id="who answered"),
        pytest.param({"problem": {"state": "deferred", "to": SECRET}}, id="who finds out"),
        pytest.param({"lead": SECRET}, id="an answer that asks for a person"),
        pytest.param({"todo": [{"what": "Call", "owner": SECRET}]}, id="an owner, typed as text"),
        pytest.param({"partner": SECRET, "problem": f"{SECRET} saw it"}, id="a private person in another answer"),
        pytest.param({"lead": f"Ann {SECRET}", "problem": f"ask {SECRET.lower()}"}, id="a part of a name, in small letters"),
        pytest.param({"lead": f"Ann {SECRET}", "problem": f"{SECRET}'s fault, {SECRET}s"}, id="a name with an ending"),
        pytest.param({"lead": SECRET, "dear": {"value": {"other": f"{SECRET}!"}}}, id="a choice in words of its own"),
        pytest.param({"lead": SECRET, "which": {"value": ["y", {"other": SECRET}]}}, id="one of several choices"),
        pytest.param({"lead": SECRET, "problem": {"value": "x", "note": f"so said {SECRET}"}}, id="a note"),
        pytest.param({"lead": SECRET, "problem": {"value": "x", "evidence": [f"mail of {SECRET}"]}}, id="evidence"),
        pytest.param({"problem": {"value": "x", "evidence": [f"/home/{SECRET}/a.log"]}}, id="the folder of a file"),
        pytest.param({"client": f"Mrs {SECRET}", "problem": f"the {SECRET}s"}, id="the customer in another answer"),
        pytest.param({"client": f"{SECRET} Ltd", "problem": f"the {SECRET} order"}, id="a company in another answer"),
        pytest.param({"customer": f"x@{SECRET}.example", "problem": f"to x@{SECRET}.example"}, id="a private address"),
        pytest.param({"mail": f"x@{SECRET}.example"}, id="an address"),
        pytest.param({"mail": f"x@{SECRET}.example", "problem": f"write to X@{SECRET}.example."}, id="the address again"),
        pytest.param({"lead": f"Jo {SECRET}", "problem": f"write to jo.{SECRET}@a.example"}, id="an address with a name"),
        pytest.param({"lead": SECRET, "whys": [{"because": f"{SECRET} slept"}]}, id="a cause"),
        pytest.param({"lead": SECRET, "todo": [{"what": f"Train {SECRET}", "owner": "x"}]}, id="an action"),
    ],
)  # fmt: skip
def test_what_is_private_is_nowhere(recorded: Recorded, answers: dict[str, Any]) -> None:
    record = recorded(**answers)
    assert SECRET.casefold() in everything(replace(record, case=None))
    shown, left_out = redact(record)
    assert SECRET.casefold() not in everything(shown)
    assert left_out


@pytest.mark.parametrize("id", ["double", "more", "budget", "call_count", "total"])
def test_what_follows_from_a_private_answer_is_left_out(recorded: Recorded, id: str) -> None:
    record = recorded(**{id: {"state": "computed", "value": 4711}})
    assert "4711" in everything(record)
    shown, left_out = redact(record)
    assert "4711" not in everything(shown)
    assert (AnswerKey(id), Why.FOLLOWS) in [(one.key, one.why) for one in left_out]


def test_a_figure_of_a_row_that_follows_from_a_private_one_is_left_out(recorded: Recorded) -> None:
    record = recorded(
        todo=[{"what": "Call", "owner": "Ann", "fee": 4711, "fees": {"state": "computed", "value": 9422}}]
    )
    shown, _ = redact(record)
    assert {key.question for key in shown.answers} == {"todo", "todo.what", "todo.owner"}


@pytest.mark.parametrize(
    ("title", "answers", "shown"),
    [
        pytest.param("Zanzibar called", {"customer": SECRET}, "A matter", id="it quotes a private answer"),
        pytest.param(
            "Zanzibar in a long...", {"notes": "Zanzibar in a long story"}, "A matter", id="it is cut from one"
        ),
        pytest.param("Ann Lee was late", {"lead": "Ann Lee"}, "Person A was late", id="it names somebody"),
        pytest.param("Zanzibar was late", {"client": SECRET}, "The customer was late", id="it names the customer"),
        pytest.param("zanzibar was late", {"client": "zanzibar"}, "A matter", id="a customer that looks like no name"),
        pytest.param("A late parcel", {"customer": SECRET}, "A late parcel", id="it tells nothing"),
        pytest.param("No heat", {"customer": "no"}, "No heat", id="a word of two letters"),
    ],
)
def test_the_title_of_the_case_tells_nothing_private(
    recorded: Recorded, title: str, answers: dict[str, Any], shown: str
) -> None:
    assert redact(recorded(title, **answers))[0].title == shown


def test_an_analysis_of_it_says_that_it_is_for_customers(recorded: Recorded) -> None:
    record = recorded()
    assert not analyse(record).for_customers
    assert analyse(redact(record)[0]).for_customers


def test_the_name_of_the_folder_is_left_out(recorded: Recorded) -> None:
    shown, left_out = redact(recorded())
    assert shown.case is None
    assert left_out == (LeftOut(None, "2026-01-31-zanzibar", Why.CASE),)


def test_a_remark_on_a_question_without_an_answer_is_treated_alike(recorded: Recorded) -> None:
    remarks = {
        AnswerKey("customer"): Remark(SECRET, evidence=(SECRET,)),
        AnswerKey("problem"): Remark("Ann Lee saw it", evidence=("/home/ann/zanzibar/a.log",)),
    }
    shown, _ = redact(recorded(remarks=remarks, lead="Ann Lee"))
    assert shown.remarks == {AnswerKey("problem"): Remark("Person A saw it", evidence=("a.log",))}


@pytest.mark.parametrize("answers", [{}, {"customer": {"state": "unknown"}}], ids=["not answered", "not known"])
def test_a_private_question_is_not_open(recorded: Recorded, answers: dict[str, Any]) -> None:
    record = recorded(**answers)
    assert "customer" in [one.statement.key.question for one in analyse(record).open_questions]
    shown, _ = redact(record)
    assert "customer" not in [one.statement.key.question for one in analyse(shown).open_questions]


def test_the_same_person_has_one_letter_throughout(recorded: Recorded) -> None:
    record = recorded(
        problem={"value": "Bob Kim told Ann Lee; Lee told Bob", "who": "Ann Lee"},
        lead="Bob Kim, Ann Lee",
        todo=[{"what": "Call", "owner": "ann  lee"}],
    )
    shown, _ = redact(record)
    assert shown.answers[AnswerKey("problem")].value == "Person B told Owner A; Owner A told Person B"
    assert shown.answers[AnswerKey("problem")].who == "Owner A"
    assert shown.answers[AnswerKey("lead")].value == "Person B, Owner A"
    assert shown.answers[AnswerKey("todo.owner", (1,))].value == "Owner A"


@pytest.mark.parametrize(
    ("lead", "typed", "shown"),
    [
        ("Ann Lee", "Ann Lee, ANN LEE and Ann\nLee", "Person A, Person A and Person A"),
        ("Ann Lee", "annual, Annex, Leeds, Annika", "annual, Annex, Leeds, Annika"),
        ("Bo Li", "Bo Li; bo and li", "Person A; bo and li"),
        ("Mark Hill", "mark it on the hill; ask Mark", "mark it on the hill; ask Person A"),
        (
            "Dr. Ann van der Lee",
            "the doctor, Dr. Ann van der Lee, of der Spiegel",
            "the doctor, Person A, of der Spiegel",
        ),
        ("Platform Team", "the platform broke; the platform team came", "the platform broke; the Person A came"),
        ("support", "support was closed", "support was closed"),
        ("Ann Lee (nights)", "Ann was there", "Person A was there"),
        ("Zoë Nuñez", "zoe\u0308 and NUN\u0303EZ", "Person A and Person A"),
        ("田中", "田中さんが来た", "Person Aさんが来た"),
        ("Åsa O'Neil-Berg", "asked Åsa O\u2019Neil-Berg", "asked Person A"),
    ],
)
def test_a_name_is_found_as_whole_words(recorded: Recorded, lead: str, typed: str, shown: str) -> None:
    found, _ = redact(recorded(lead=lead, problem=typed))
    assert found.answers[AnswerKey("problem")].value == shown


def test_a_part_that_two_people_share_stands_for_either(recorded: Recorded) -> None:
    shown, _ = redact(recorded(lead="Ann Lee, Ann Kim", problem="Ann called"))
    assert shown.answers[AnswerKey("problem")].value == "Person A or Person B called"


def test_a_part_that_many_people_share_names_none_of_them(recorded: Recorded) -> None:
    shown, _ = redact(recorded(lead="Ann Lee, Ann Kim, Ann Roe, Ann Poe", problem="Ann called"))
    assert shown.answers[AnswerKey("problem")].value == "somebody called"


def test_there_are_letters_for_everybody(recorded: Recorded) -> None:
    todo = [{"what": "x", "owner": f"Owner{chr(0x4E00 + number)}"} for number in range(28)]
    shown, _ = redact(recorded(todo=todo))
    assert [shown.answers[AnswerKey("todo.owner", (number,))].value for number in (1, 26, 27, 28)] == [
        "Owner A",
        "Owner Z",
        "Owner AA",
        "Owner AB",
    ]


def test_choices_and_figures_stay_as_they_are(recorded: Recorded) -> None:
    record = replace(recorded(lead="Yes", dear="y", which=["y", "n"]), case=None)
    shown, _ = redact(record)
    assert shown.answers[AnswerKey("dear")] == record.answers[AnswerKey("dear")]
    assert shown.answers[AnswerKey("which")] == record.answers[AnswerKey("which")]


def test_nothing_is_left_out_where_nothing_is_private(recorded: Recorded) -> None:
    record = replace(recorded(problem={"value": "It broke", "evidence": ["https://a.example/b/c"]}), case=None)
    shown, left_out = redact(record)
    assert (shown.title, shown.answers) == (record.title, record.answers)
    assert left_out == ()


def test_what_stands_in_is_in_the_language_of_the_case(recorded: Recorded) -> None:
    shown, _ = redact(replace(recorded(todo=[{"what": "x", "owner": "Ann Lee"}], mail="a@b.example"), language="de"))
    assert shown.answers[AnswerKey("todo.owner", (1,))].value == "Zuständige Person A"
    assert shown.answers[AnswerKey("mail")].value == "(E-Mail-Adresse)"


def test_the_author_learns_what_was_left_out_and_what_stands_instead(recorded: Recorded) -> None:
    record = recorded(customer=SECRET, lead="Ann Lee", problem={"value": "x", "evidence": ["/tmp/a.log"]})
    assert redact(record)[1] == (
        LeftOut(AnswerKey("customer"), "Customer", Why.PRIVATE),
        LeftOut(AnswerKey("problem"), "/tmp/a.log", Why.FOLDER, "a.log"),
        LeftOut(None, "Ann Lee", Why.NAME, "Person A"),
        LeftOut(None, "2026-01-31-zanzibar", Why.CASE),
    )


@pytest.mark.parametrize(
    ("private", "typed", "words"),
    [
        ({"customer": "Zanzibar Foods"}, "zanzibar; Zanzibar", ("Zanzibar",)),
        ({"customer": "Zanzibar Foods"}, "zanzibar foods", ()),
        ({"client": "ann zanzibar"}, "Ann came", ("ann",)),
        ({"partner": "ask zanzibar, Ann"}, "of Zanzibar", ("zanzibar",)),
        ({"notes": "Parcels for Ann Lee. Late again, in May 2026"}, "Late Parcels, May 2026, Ann", ("Ann",)),
        ({"customer": "+43 660 5550199"}, "we rang 5550199 at 43", ("5550199",)),
        ({"price": 1180}, "it was 1,180.50 EUR", ("1180",)),
        ({"price": 12}, "12 parcels", ()),
        ({"price": 2026}, "in 2026", ()),
        ({"customer": "Which customer"}, "Which customer?", ()),
        ({"customer": "The other one"}, "The other one", ()),
    ],
)
def test_the_author_is_told_which_words_of_a_private_answer_still_stand(
    recorded: Recorded, private: dict[str, Any], typed: str, words: tuple[str, ...]
) -> None:
    _, left_out = redact(recorded(place={"value": "x", "note": typed}, **private))
    told = [(one.key, one.words, one.places) for one in left_out if one.why is Why.STANDS]
    (id,) = private
    assert told == ([(AnswerKey(id), words, ("place",))] if words else [])


def test_the_author_is_told_of_every_place_of_a_word_and_of_each_column_once(recorded: Recorded) -> None:
    record = recorded(
        "Twice 4711",
        whys=[{"because": "4711 x", "guess": "Of Kim"}, {"because": "y"}],
        todo=[{"what": "Pay 4711", "owner": "Ann", "fee": 4711}, {"what": "Call Kim", "owner": "Ann", "fee": 4712}],
    )
    told = [(str(one.key), one.words, one.places) for one in redact(record)[1] if one.why is Why.STANDS]
    assert told == [
        ("whys.guess", ("Kim",), ("todo[2].what",)),
        ("todo.fee", ("4711",), ("title", "whys[1].because", "todo[1].what")),
    ]
