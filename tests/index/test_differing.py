from __future__ import annotations

import sqlite3

import pytest

from rootcause.index.differing import TABLE, differences, keep
from rootcause.index.stamps import UNSURE

FILES = "CREATE TABLE files (case_id TEXT PRIMARY KEY, written INTEGER, changed INTEGER, size INTEGER, number INTEGER)"
CASES = [(f"2026-03-0{day}-case-{number}", day, number, 100, 10 * day + number) for day in (1, 2) for number in (1, 2)]
FIRST = CASES[0][0]


@pytest.fixture
def connection():
    """Tables with all cases, compared after they were read."""
    connection = sqlite3.connect(":memory:")
    connection.execute(FILES)
    connection.execute(TABLE)
    connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?)", CASES)
    keep(connection, differences(connection, CASES).groups, ())
    return connection


def written(connection, *cases):
    connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", cases)


@pytest.mark.parametrize(
    ("there", "changed", "gone"),
    [
        pytest.param(CASES, [], [], id="nothing"),
        pytest.param([(FIRST, 9, 9, 9, 9), *CASES[1:]], [FIRST], [], id="a case changed"),
        pytest.param(CASES[1:], [], [FIRST], id="a case is gone"),
        pytest.param(CASES[2:], [], [one[0] for one in CASES[:2]], id="a group is gone"),
        pytest.param([*CASES, ("other", 1, 1, 1, 1)], ["other"], [], id="a group is new"),
        pytest.param([*reversed(CASES)], [], [], id="another order"),
        pytest.param([], [], [one[0] for one in CASES], id="all are gone"),
    ],
)
def test_what_differs(connection, there, changed, gone):
    found = differences(connection, there)
    assert (sorted(found.changed), sorted(found.gone)) == (changed, gone)


def test_only_cases_of_groups_that_differ_are_compared(connection):
    written(connection, (FIRST, *UNSURE), (CASES[3][0], *UNSURE))
    assert [*differences(connection, [(FIRST, 9, 9, 9, 9), *CASES[1:]]).changed] == [FIRST]


@pytest.mark.parametrize("looked", [True, False], ids=["with the others", "alone"])
def test_a_group_of_which_a_case_was_read_anew_is_compared_once_more(connection, looked):
    """Its file may have been too young for its stamp to be kept."""
    keep(connection, differences(connection, CASES).groups if looked else None, [FIRST])
    written(connection, (FIRST, *UNSURE))
    assert [*differences(connection, CASES).changed] == [FIRST]


def test_a_group_that_was_touched_and_is_gone_is_still_known(connection):
    keep(connection, differences(connection, CASES).groups, [FIRST])
    assert sorted(differences(connection, CASES[2:]).gone) == [one[0] for one in CASES[:2]]
