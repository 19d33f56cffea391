"""Signs and colours."""

from __future__ import annotations

import pytest

from rootcause.terminal.theme import PLAIN_SIGNS, Signs, colours, signs


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", Signs()),
        ("ascii", PLAIN_SIGNS),
        ("latin-1", PLAIN_SIGNS),
        (None, PLAIN_SIGNS),
        ("nonsense", PLAIN_SIGNS),
    ],
)
def test_signs_that_cannot_be_shown_have_plain_doubles(encoding, expected):
    assert signs(encoding) == expected


@pytest.mark.parametrize(
    ("environ", "tty", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"CLICOLOR_FORCE": "0"}, False, False),
        ({"CLICOLOR": "0"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colours_follow_what_people_set(environ, tty, expected):
    assert colours(environ, tty=tty) is expected
