"""Nine of ten pairs that are called the same are, on those the measure was tuned on; each pair it misjudges is listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.analysis.same_cause.measure import (
    EXPECTED_MISSES,
    HELD_OUT,
    TUNED_ON,
    misses,
    pairs,
    read,
    score,
    table,
)


def test_of_ten_pairs_called_the_same_nine_are_and_eight_of_ten_are_found():
    judged = pairs(TUNED_ON)
    print("\n" + "\n".join(table(judged)))
    assert score(judged).precision >= 0.9
    assert score(judged).recall >= 0.8


def test_how_it_does_on_pairs_that_were_kept_back_is_printed():
    print("\n" + "\n".join(table(pairs(HELD_OUT))))


@pytest.mark.parametrize(("name", "path"), [("tuned_on", TUNED_ON), ("held_out", HELD_OUT)])
def test_every_pair_that_is_misjudged_is_listed(name: str, path: Path):
    assert misses(pairs(path)) == read(EXPECTED_MISSES)[name]


def test_there_are_enough_pairs_of_each_kind():
    entries = [entry for path in (TUNED_ON, HELD_OUT) for entry in read(path)]
    assert len(entries) >= 80
    assert sum("hard" in entry for entry in entries) * 2 >= len(entries)
    assert sum(entry.get("language") == "de" for entry in entries) >= 15
    assert {entry["label"] for entry in entries} == {"same", "different"}


def test_no_pair_stands_in_both_files():
    def both(path: Path) -> Iterator[frozenset[str]]:
        yield from (frozenset((entry["a"], entry["b"])) for entry in read(path))

    assert not set(both(TUNED_ON)) & set(both(HELD_OUT))
