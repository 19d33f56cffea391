"""What is written is read as the same values, and looks as a person would write it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from rootcause.source.writing import entry, inline, items


def read(text: str) -> object:
    tree, found = parse_tree(SourceText("test.yaml", text))
    assert tree is not None, (text, found)
    assert not found, (text, found)
    return tree.value


WORDS = [
    "  ",
    ": ",
    " #",
    "- ",
    "? ",
    "---",
    "...",
    "<<",
    "null",
    "true",
    "yes",
    "2026-01-31",
    "12:30",
    "1_000",
    "https://",
]
CHARACTERS = "aBß日10.-: #,[]{}'\"\\|>&*!%@`?~=/\n\t\r\0\x7f\x85\xa0\u2028\u202e\u200d\ufeff\U000e0001👩"
PIECES = st.sampled_from(CHARACTERS) | st.sampled_from(WORDS)
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(st.characters(exclude_categories=["Cs"]), max_size=90)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True)
NUMBERS = st.integers(-(10**30), 10**30) | st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9
)
VALUES = st.recursive(
    TEXTS | st.booleans() | NUMBERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner | st.none(), min_size=1, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES | st.none(), min_size=1, max_size=4), st.sampled_from(["", "  "]))
def test_a_value_reads_as_it_was_written(values, indent):
    lines = [line for key, value in values.items() for line in entry(key, value, indent)]
    found = read("answers:\n" + "\n".join(lines) if indent else "\n".join(lines))
    assert (found["answers"] if indent else found) == values


@given(VALUES)
def test_a_value_on_one_line_reads_as_it_was_written(value):
    assert read(inline(value)) == value
    assert "\n" not in inline(value)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.dictionaries(KEYS, VALUES, min_size=1, max_size=3), min_size=1, max_size=3))
def test_rows_read_as_they_were_written(rows):
    assert read("\n".join(items(rows))) == rows


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (None, ["it:"]),
        (True, ["it: true"]),
        (Decimal("1E+3"), ["it: 1000"]),
        ("The parcel was late, again", ["it: The parcel was late, again"]),
        ("They said: late", ['it: "They said: late"']),
        ('say "no": now', ["it: 'say \"no\": now'"]),
        ("12", ['it: "12"']),
        ("true", ['it: "true"']),
        ("2026-01-31 14:30 UTC", ["it: 2026-01-31 14:30 UTC"]),
        ("to the \u202eright", ['it: "to the \\u202eright"']),
        ("# one\n\n  two: 2", ["it: |-", "  # one", "", "    two: 2"]),
        ("They said: " + "late, " * 9 + "and went", ["it: |-", "  They said: " + "late, " * 9 + "and went"]),
        (["error", "slow, very"], ['it: [error, "slow, very"]']),
        ({"state": "deferred", "to": "Kim"}, ["it: {state: deferred, to: Kim}"]),
        ({"value": "a\nb", "sure": "fact"}, ["it:", "  value: |-", "    a", "    b", "  sure: fact"]),
        ([{"what": "Call", "due": None}], ["it:", "  - what: Call", "    due:"]),
        ([{"because": "a", "why": [{"because": "b"}]}], ["it:", "  - because: a", "    why:", "      - because: b"]),
        ([{"because": "a"}], ["it:", "  - because: a"]),
        ([], ["it: []"]),
    ],
)
def test_a_value_looks_as_a_person_would_write_it(value, lines):
    assert entry("it", value) == lines
