import pytest

from rootcause.interview.answers import AnswerKey
from rootcause.interview.keys import parse_key

KEYS = {
    "summary": AnswerKey("summary"),
    "actions[3].owner": AnswerKey("actions.owner", (3,)),
    "whys[1.2].because": AnswerKey("whys.because", (1, 2)),
    "whys[1.2]": AnswerKey("whys", (1, 2)),
    "actions[10].owner_2": AnswerKey("actions.owner_2", (10,)),
}


@pytest.mark.parametrize("text", KEYS)
def test_a_key_is_read_back_as_it_was_written(text: str) -> None:
    assert parse_key(text) == KEYS[text]
    assert str(KEYS[text]) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " summary",
        "summary\n",
        "a.b",
        "a[]",
        "a[1].",
        "a[1]b",
        "a[x].b",
        "a[01].b",
        "a[1.].b",
        "a[-1].b",
        "a[²].b",
        "a[" + "9" * 5000 + "].b",
        "a[1].b.c",
    ],
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert parse_key(text) is None
