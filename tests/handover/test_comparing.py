from __future__ import annotations

from datetime import date

import pytest

from rootcause.handover.comparing import Difference, Finish, Move, compare
from rootcause.handover.returned import Fault, Returned
from tests.handover.tasks import task

FIRST, SECOND, THIRD = date(2026, 12, 1), date(2026, 12, 15), date(2027, 1, 12)
OPEN = task().row
DONE = task(status="done").row
UNDATED = task(due_on=None).row


def there(**told):
    return Returned("abcdefgh", "line 2", **told)


@pytest.mark.parametrize(
    ("told", "here", "change"),
    [
        pytest.param({}, OPEN, None, id="the same"),
        pytest.param({"is_done": True, "result": "called"}, OPEN, Finish(OPEN, "called"), id="done there"),
        pytest.param({"is_done": True}, DONE, None, id="done on both sides"),
        pytest.param({}, DONE, None, id="done here"),
        pytest.param({"days": (SECOND,)}, DONE, None, id="done here, another day there"),
        pytest.param({"days": (SECOND,)}, OPEN, Move(OPEN, SECOND), id="moved there"),
        pytest.param({"days": (SECOND,), "handed_over": FIRST}, OPEN, Move(OPEN, SECOND), id="moved there, mark kept"),
        pytest.param({"days": (SECOND,), "handed_over": SECOND}, OPEN, None, id="put off here since"),
        pytest.param({"days": (FIRST,), "handed_over": SECOND}, OPEN, None, id="moved on both sides to the same day"),
        pytest.param({"days": (SECOND,)}, UNDATED, Move(UNDATED, SECOND), id="given a day there"),
        pytest.param({"days": (THIRD, FIRST)}, OPEN, None, id="one of two meanings is the day it has"),
        pytest.param({"is_done": True, "days": (SECOND,)}, OPEN, Finish(OPEN, None), id="moved and done"),
    ],
)
def test_what_is_taken_over(told, here, change):
    difference = compare([there(**told)], [here])
    assert difference.changes == (() if change is None else (change,))
    assert difference.same == (change is None)
    assert difference.faults == difference.unknown == ()


def test_what_is_not_known_here_is_named():
    one = there()
    assert compare([one], []) == Difference(unknown=(one,))


@pytest.mark.parametrize(
    ("told", "rows", "message"),
    [
        ({"dropped": "won't do"}, [OPEN], 'rc-abcdefgh was closed as "won\'t do", and is still open here'),
        ({"days": (SECOND, THIRD)}, [OPEN], "the day of rc-abcdefgh can be 2026-12-15 or 2027-01-12"),
        ({}, [OPEN, task(case_id="other").row], "rc-abcdefgh is the name of two follow-ups, in 2026-03-02-order"),
    ],
)
def test_what_people_have_to_decide_is_told_with_its_line(told, rows, message):
    (fault,) = compare([there(**told)], rows).faults
    assert fault.where == "line 2"
    assert fault.message.startswith(message)


def test_a_fault_of_the_file_is_told_on():
    fault = Fault("line 9", "expected one task, found two")
    assert compare([fault, there()], [OPEN]) == Difference(faults=(fault,), same=1)


@pytest.mark.parametrize("order", [1, -1])
def test_a_task_that_was_made_twice_is_done_when_one_of_them_is(order):
    two = [there(), there(is_done=True)][::order]
    assert compare(two, [OPEN]).changes == (Finish(OPEN, None),)
