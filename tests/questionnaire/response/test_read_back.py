"""What is shown or written reads as the same value, and any text gives a value or a problem."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from rootcause.questionnaire.model import Question, Response, ResponseType, Text
from rootcause.questionnaire.response.forms import written
from rootcause.questionnaire.response.preview import in_full, understood
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import read_alternatives, read_answer
from rootcause.questionnaire.response.wording import show
from rootcause.questionnaire.values import Money

NOW = datetime(2026, 11, 22, 9, 12, 33, tzinfo=UTC)
ZONES = [UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("America/St_Johns"), ZoneInfo("Asia/Kathmandu")]
TYPES = [ResponseType.DATE, ResponseType.DATETIME, ResponseType.DURATION, ResponseType.MONEY]

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(
    datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.sampled_from(ZONES) | offsets, allow_imaginary=False
).map(lambda moment: moment.replace(microsecond=0))
amounts = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2)
values = st.one_of(
    st.tuples(st.just(ResponseType.DATE), st.dates()),
    st.tuples(st.just(ResponseType.DATETIME), moments | st.dates()),
    st.tuples(st.just(ResponseType.DURATION), st.integers(0, 10**12).map(lambda seconds: timedelta(seconds=seconds))),
    st.tuples(
        st.just(ResponseType.MONEY),
        st.builds(
            Money, amounts | st.integers(1 - 10**30, 10**30 - 1).map(Decimal), st.sampled_from(["EUR", "SEK", "ALL"])
        ),
    ),
)
WORDS = (
    "yesterday today now last next monday friday noon midnight at on in ago am pm a an half and 31 1 2 14:30 2.30 14h30 "
    "31.1. 01/02 2026 2026-01-31 Jan february 29 days h min weeks month UTC +01:00 Europe/Berlin Z , eur 1,200.50 $ ½ "
    "1/2 1/0 9999-12-31 0001-01-01 23:59:60 24:00 999999999 ٣ İ \ud800 \0 -"
)
words = st.sampled_from(WORDS.split())
typed = st.lists(words, max_size=7).map(" ".join) | st.lists(words, max_size=5).map("".join) | st.text(max_size=220)


def asking(type):
    return Question("q", Text({"en": "Q"}, "en"), Response(type))


def instant(value):
    """A moment in UTC: in the hour that the clocks repeat, Python calls equal moments of two zones different."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


@given(values)
def test_what_is_shown_or_written_reads_as_the_same_value(case):
    type, value = case
    question = asking(type)
    texts = [written(value), show(question, value)]
    if type is not ResponseType.DATETIME or isinstance(value, datetime):
        texts.append(in_full(question, value))
    for text in texts:
        for now in (None, NOW):
            read = read_answer(question, text, ZoneInfo("Asia/Tokyo"), now)
            assert instant(read) == instant(value)
            assert read.__class__ is value.__class__


@given(st.sampled_from(TYPES), typed, st.sampled_from([None, *ZONES]))
@example(ResponseType.DATETIME, "0001-01-01 00:00 Europe/Berlin", None)
@example(ResponseType.DURATION, "9" * 200, None)
def test_any_text_gives_a_value_or_a_problem(type, text, zone):
    question = asking(type)
    for now in (None, NOW):
        assert isinstance(read_answer(question, text, zone, now), date | timedelta | Money | Problem)
    read = read_answer(question, text, zone, NOW)
    alternatives = read_alternatives(question, text, zone, NOW)
    assert alternatives[:1] == (() if isinstance(read, Problem) else (read,))
    assert len(set(alternatives)) == len(alternatives) <= 3
    assert (understood(question, text, zone, NOW) is None) is isinstance(read, Problem)


@given(st.sampled_from(TYPES), typed, st.sampled_from(ZONES))
def test_what_a_file_may_say_means_the_same_at_a_prompt(type, text, zone):
    question = asking(type)
    in_a_file = read_answer(question, text, zone)
    if not isinstance(in_a_file, Problem):
        assert read_alternatives(question, text, zone, NOW) == (in_a_file,)
