import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rootcause.case.model import Case, QuestionnaireRef, Waiver
from rootcause.case.record import Scribe, from_json, to_json
from rootcause.errors import CaseError
from rootcause.interview.answers import Answer, AnswerKey, Remark, Rows, State, Sure

SAMPLE = Path(__file__).with_name("late-delivery.json").read_text(encoding="utf-8")
NOW = datetime(2026, 1, 9, 10, tzinfo=UTC)


def a_case(**fields: Any) -> Case:
    return replace(Case("2026-01-09-x", "x", QuestionnaireRef("q", "1.0.0", "sha256:0"), NOW), **fields)


def answered(value: Any) -> Answer:
    return Answer(State.ANSWERED, value)


def test_a_file_that_is_read_and_written_again_is_the_same_to_the_byte() -> None:
    assert to_json(from_json(SAMPLE, "case.json")) == SAMPLE


def test_a_case_is_read_with_its_keys_values_and_history() -> None:
    case = from_json(SAMPLE, "case.json")
    assert case.at == AnswerKey("whys.because", (1, 2))
    assert case.answers[AnswerKey("weight")].value == Decimal("12.50")
    assert case.answers[AnswerKey("whys")].value == Rows(((1,), (1, 1), (1, 2)))
    assert case.answers[AnswerKey("partner_told")].value is False
    before = case.history[1].before
    assert before is not None
    assert before.value == "Late"
    assert [event.who for event in case.history] == ["Jo Bell", "Kim", None, "Jo Bell", "Jo Bell"]
    remark = Remark("ask the „Möbel“ depot first", Sure.ASSUMPTION, ("rota.pdf",))
    assert case.remarks == {AnswerKey("whys.because", (1, 2)): remark}
    assert case.history[3].remark == Remark("ask Kim")


def test_a_case_without_answers_is_written_with_every_part() -> None:
    case = a_case()
    assert to_json(case).endswith('"answers": {},\n  "set_aside": [],\n  "history": []\n}\n')
    assert from_json(to_json(case), "case.json") == case


def test_a_file_from_before_there_were_remarks_is_read() -> None:
    case = from_json(changed(lambda case: case.pop("remarks")), "case.json")
    assert case.remarks == {}
    assert '"remarks"' not in to_json(case)


def test_a_file_from_before_there_were_waivers_is_read_and_written_without_them() -> None:
    case = from_json(SAMPLE, "case.json")
    assert case.waivers == ()
    assert '"waivers"' not in to_json(case)


def test_a_waiver_is_kept_in_one_line_with_its_reason_and_the_answer_it_is_about() -> None:
    key = AnswerKey("whys.because", (1,))
    given = Waiver("human-error", "the „depot“ says so", key, "It waited", "Kim", NOW)
    case = a_case(waivers=(given, Waiver("portfolio", "one action is enough")))
    assert from_json(to_json(case), "case.json").waivers == case.waivers
    assert to_json(case).count("\n    {") == 2


def test_a_file_truncated_at_any_byte_is_refused_with_its_line() -> None:
    whole = SAMPLE.rstrip().encode()
    for length in range(len(whole)):
        with pytest.raises(CaseError, match=r"^case\.json:\d+:\d+: ") as caught:
            from_json(whole[:length].decode("utf-8", "ignore"), "case.json")
        assert caught.value.hint


def test_a_truncated_file_says_that_it_ends_in_the_middle() -> None:
    with pytest.raises(CaseError, match="ends in the middle"):
        from_json(SAMPLE[:700], "case.json")


def changed(change: Callable[[Any], object]) -> str:
    plain = json.loads(SAMPLE)
    change(plain)
    return json.dumps(plain, ensure_ascii=False)


WRONG: dict[str, tuple[Callable[[Any], object], str]] = {
    "newer format": (lambda c: c.update(rootcause_case=2), "written by a newer rootcause (format 2); this one reads up to"),
    "format zero": (lambda c: c.update(rootcause_case=0), "rootcause_case is 0; expected 1"),
    "format true": (lambda c: c.update(rootcause_case=True), "rootcause_case is true; expected 1"),
    "format text": (lambda c: c.update(rootcause_case="1"), 'rootcause_case is "1"; expected 1'),
    "no format": (lambda c: c.pop("rootcause_case"), '"rootcause_case" is missing'),
    "no answers": (lambda c: c.pop("answers"), "answers is missing"),
    "misspelt key": (lambda c: c.update(titel="x"), 'titel is no key of a case; did you mean "title"?'),
    "title of a wrong type": (lambda c: c.update(title=5), "title is 5; expected text"),
    "answers as a list": (lambda c: c.update(answers=[]), "answers is []; expected a mapping"),
    "history as text": (lambda c: c.update(history="x"), 'history is "x"; expected a list'),
    "no time zone": (lambda c: c.update(begun="2026-01-09T10:00:00"), 'begun is "2026-01-09T10:00:00"; expected a time with'),
    "wrong key": (lambda c: c["answers"].update({"a b": {"state": "unknown"}}), 'answers["a b"] is "a b"; expected the key'),
    "wrong at": (lambda c: c.update(at=["summary"]), 'at is ["summary"]; expected the key of an answer'),
    "wrong state": (lambda c: c["answers"]["summary"].update(state="gone"), 'answers.summary.state is "gone"; expected "answered"'),
    "no state": (lambda c: c["answers"]["summary"].pop("state"), "answers.summary.state is missing"),
    "no value": (lambda c: c["answers"]["summary"].pop("value"), 'expected a "value"'),
    "NaN": (lambda c: c["answers"]["summary"].update(value=float("nan")), "answers.summary.value is NaN; expected text"),
    "infinite": (lambda c: c["answers"]["summary"].update(value=float("inf")), "answers.summary.value is Infinity"),
    "fraction": (lambda c: c["answers"]["calls"].update(value=3.5), "answers.calls.value is 3.5; expected text, a whole"),
    "wrong type": (lambda c: c["answers"]["weight"].update(type="weight"), 'answers.weight.value is "12.50"; expected its type to be'),
    "wrong day": (lambda c: c["answers"]["trust"].update(by="soon"), 'answers.trust.by is "soon"; expected a day'),
    "wrong in a row": (
        lambda c: c["answers"]["whys[1].because"].update(value=1.5, note=7),
        'answers["whys[1].because"].value is 1.5; expected text, a whole number, true or false; anything else needs a "type" '
        "beside it (and 1 more)",
    ),
    "evidence as text": (lambda c: c["answers"]["carrier"].update(evidence="x"), 'evidence is "x"; expected a list'),
    "wrong event": (lambda c: c["history"][2].update(what="vanished"), 'history[2].what is "vanished"; expected "answered"'),
    "wrong former answer": (lambda c: c["history"][1]["before"].update(state=1), "history[1].before.state is 1"),
    "remark as text": (lambda c: c["remarks"].update(summary="late"), 'remarks.summary is "late"; expected a mapping'),
    "misspelt in a remark": (lambda c: c["remarks"].update(trust={"not": "x"}), 'is no key of a case; did you mean "note"?'),
    "answer as text": (lambda c: c["answers"].update(summary="late"), 'answers.summary is "late"; expected a mapping'),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_says_where_what_and_what_was_expected(change: Callable[[Any], object], message: str) -> None:
    with pytest.raises(CaseError) as caught:
        from_json(changed(change), "cases/x/case.json")
    assert caught.value.message.startswith("cases/x/case.json: ")
    assert message in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "case.json:1:1: the file is empty", id="empty"),
        pytest.param("\x00" * 100, "case.json:1:1: this is not JSON", id="zeros of a crashed disk"),
        pytest.param("[1]", "no case of rootcause; expected a mapping", id="a list"),
        pytest.param("[" * 200_000, "nested far deeper", id="deep lists"),
        pytest.param('{"a":' * 200_000, "nested far deeper", id="deep mappings"),
        pytest.param('{"a": ' + "9" * 6000 + "}", "thousands of digits", id="endless number"),
        pytest.param(SAMPLE.replace('"calls"', '"summary"'), "answers.summary stands twice", id="answer twice"),
        pytest.param(SAMPLE.replace('"who": "Kim",', '"who": "Kim", "who": "Jo",'), "history[1].who stands twice", id="who twice"),
        pytest.param('{"a": {"b": 1, "b": 2}, "a": 3}', "a stands twice", id="twice within twice"),
        pytest.param(SAMPLE.replace('"Late"', r'"La\ud83dte"'), r"history[1].before.value holds half a character (\ud83d)", id="half a character"),
        pytest.param(SAMPLE.replace('"EUR"', r'"\udc80"'), r"answers.refund.value.currency holds half", id="half a character deep inside"),
        pytest.param(SAMPLE.replace('"lessons"', r'"le\uDFFFsons"'), "holds half a character", id="half a character in a key"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        from_json(text, "case.json")
    assert message in caught.value.message
    assert caught.value.hint


def test_a_whole_character_written_as_two_escapes_is_read() -> None:
    case = from_json(SAMPLE.replace('"Late"', r'"\ud83d\ude00"'), "case.json")
    assert case.history[1].before == replace(case.history[1].before, value="😀")  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": "a\udc80"}, r"title holds half a character (\udc80)"),
        ({"answers": {AnswerKey("why"): answered("a\ud83d")}}, r"the answer to why holds half a character (\ud83d)"),
        (
            {"remarks": {AnswerKey("why"): Remark("a\ud83d")}},
            r"what was said about why holds half a character (\ud83d)",
        ),
        ({"answers": {AnswerKey("a.b", (2,)): answered(10**5000)}}, "the answer to a[2].b cannot be kept in a file"),
        ({"answers": {AnswerKey("why"): answered(Decimal("NaN"))}}, "the answer to why cannot be kept in a file: NaN"),
        ({"answers": {AnswerKey("why"): answered(None)}}, "the answer to why cannot be kept in a file: it counts"),
    ],
    ids=["title", "half a character", "half a character in a remark", "endless number", "no number", "no value"],
)
def test_what_no_file_can_keep_is_refused_in_words(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(CaseError) as caught:
        to_json(a_case(**fields))
    assert message in caught.value.message
    assert caught.value.hint


def test_a_scribe_writes_after_every_change_what_a_new_one_would_write() -> None:
    case = from_json(SAMPLE, "case.json")
    summary, colour = AnswerKey("summary"), AnswerKey("colour")
    without_summary = {key: answer for key, answer in case.answers.items() if key != summary}
    versions = [
        case,
        replace(case, answers={**case.answers, summary: answered("new")}, history=(*case.history, case.history[0])),
        replace(case, answers=without_summary),
        replace(case, answers={summary: answered(1)}),
        replace(case, answers={summary: answered(True)}),
        replace(case, answers={colour: answered("blue"), **without_summary}, history=case.history[1:]),
        replace(case, remarks={summary: Remark("new")}),
        replace(case, answers={}, remarks={}, history=()),
        case,
    ]
    scribe = Scribe()
    assert [scribe.write(version) for version in versions] == [to_json(version) for version in versions]
