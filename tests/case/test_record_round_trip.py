"""Whatever a person answers comes back from the file as it was, and with the same type."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from rootcause.case.model import Case, Event, Link, QuestionnaireRef, SetAside, Waiver, What
from rootcause.case.record import from_json, to_json
from rootcause.interview.answers import Answer, AnswerKey, Money, Other, Remark, Rows, State, Sure

# Every text of every language, control characters and bidi marks; only halves of characters are no text.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ids = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True)
instances = st.lists(st.integers(1, 99), min_size=1, max_size=4).map(tuple)
keys = st.one_of(
    ids.map(AnswerKey),
    st.builds(lambda container, item, instance: AnswerKey(f"{container}.{item}", instance), ids, ids, instances),
)
offsets = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=offsets)
numbers = st.decimals(allow_nan=False, allow_infinity=False).filter(lambda number: abs(number.adjusted()) <= 1000)
others = st.builds(Other, texts)
values = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(10**60), 10**60),
    numbers,
    st.dates(),
    moments,
    st.timedeltas(),
    st.builds(Money, numbers, st.sampled_from(["", "EUR", "JPY"])),
    others,
    st.lists(st.one_of(ids, others), max_size=4).map(tuple),
    st.builds(Rows, st.lists(instances, max_size=4).map(tuple), st.booleans()),
)
details = {
    "who": st.none() | texts,
    "when": st.none() | moments,
    "sure": st.none() | st.sampled_from(Sure),
    "note": st.none() | texts,
    "evidence": st.lists(texts, max_size=2).map(tuple),
}
answers = st.one_of(
    st.builds(Answer, st.sampled_from([State.ANSWERED, State.COMPUTED]), values, **details),
    st.builds(Answer, st.sampled_from([State.UNKNOWN, State.SKIPPED]), **details),
    st.builds(Answer, st.just(State.DEFERRED), to=st.none() | texts, by=st.none() | st.dates(), **details),
)
remarks = st.builds(Remark, details["note"], details["sure"], details["evidence"])
events = st.builds(
    Event,
    moments,
    st.none() | texts,
    st.sampled_from(What),
    key=st.none() | keys,
    before=st.none() | answers,
    note=st.none() | texts,
    remark=st.none() | remarks,
    until=st.none() | st.dates(),
    moved=st.none() | st.booleans(),
    on=st.none() | st.dates(),
)
links = st.builds(Link, texts, reason=st.none() | texts, who=st.none() | texts, when=st.none() | moments)
waivers = st.builds(
    Waiver, ids, texts, key=st.none() | keys, about=texts, who=st.none() | texts, when=st.none() | moments
)
cases = st.builds(
    Case,
    id=texts,
    title=texts,
    questionnaire=st.builds(QuestionnaireRef, ids, texts, texts, st.none() | texts),
    begun=moments,
    by=st.none() | texts,
    timezone=st.none() | texts,
    language=st.none() | texts,
    answers=st.dictionaries(keys, answers, max_size=4),
    remarks=st.dictionaries(keys, remarks, max_size=2),
    at=st.none() | keys,
    set_aside=st.lists(st.builds(SetAside, keys, answers, texts), max_size=2).map(tuple),
    history=st.lists(events, max_size=3).map(tuple),
    waivers=st.lists(waivers, max_size=2).map(tuple),
    links=st.lists(links, max_size=2).map(tuple),
)


@settings(deadline=None)
@given(cases)
def test_a_case_survives_its_file(case: Case) -> None:
    back = from_json(to_json(case), "case.json")
    assert back == case
    assert list(back.answers) == list(case.answers)


@settings(deadline=None)
@given(values)
def test_a_value_keeps_its_type_and_its_digits(value: object) -> None:
    key = AnswerKey("q")
    answer = Answer(State.ANSWERED, value)  # type: ignore[arg-type]
    case = Case("x", "x", QuestionnaireRef("q", "1", "d"), datetime(2026, 1, 1, tzinfo=UTC), answers={key: answer})
    back = from_json(to_json(case), "case.json").answers[key].value
    assert type(back) is type(value)
    if isinstance(value, Decimal | Money):
        assert repr(back) == repr(value)
