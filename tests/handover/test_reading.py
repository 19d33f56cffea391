from __future__ import annotations

from datetime import date

import pytest

from rootcause.errors import RootcauseError
from rootcause.handover import calendar, checklist, jira, table
from rootcause.handover.reading import read
from tests.handover.tasks import task

DONE = task("- [ ] not a list", status="done", due_on="2026-12-01", item_id="5dzjlbtq")
ISSUES = '[{"number": 7, "body": "Case: x. rc-5dzjlbtq", "state": "CLOSED", "stateReason": "COMPLETED"}]'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(table.write([DONE]), id="csv"),
        pytest.param(checklist.write([DONE]), id="md"),
        pytest.param("\ufeff" + checklist.write([DONE]).replace("\n", "\r\n"), id="md of Windows"),
        pytest.param(ISSUES, id="gh"),
        pytest.param('"Summary","Status","Labels"\n"- [ ] x","Done","rc-5dzjlbtq"\n', id="jira"),
    ],
)
def test_the_format_is_seen_from_the_text(text):
    (found,) = read("x", text)
    assert (found.item_id, found.is_done) == ("5dzjlbtq", True)


def test_a_file_for_jira_is_no_checklist_whatever_stands_in_it():
    text = jira.write([task("Fix:\n- [x] the door rc-5dzjlbtq", item_id="5dzjlbtq")])
    with pytest.raises(RootcauseError, match="expected columns with one that is called status"):
        read("x", text.replace("\\", ""))


def test_a_calendar_is_seen_from_its_text():
    (found,) = read("x", calendar.write([DONE], date(2026, 11, 23)))
    assert found.is_done


@pytest.mark.parametrize(
    ("state", "reason", "is_done", "dropped"),
    [("OPEN", "", False, None), ("CLOSED", "NOT_PLANNED", False, "not planned"), ("CLOSED", "", True, None)],
)
def test_issues_of_github_are_read(state, reason, is_done, dropped):
    text = ISSUES.replace("CLOSED", state).replace("COMPLETED", reason)
    (found,) = read("x", text)
    assert (found.where, found.is_done, found.dropped) == ("issue 7", is_done, dropped)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: expected columns"),
        ("Dear all,\nplease find enclosed\n", "line 1: expected columns"),
        ("Status,Summary\nDone,Call\n", "expected marks such as rc-abcd2345, found none"),
        ("- [x] buy milk\n", "expected marks such as rc-abcd2345, found none"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\n", "line 2: the calendar ends in the middle"),
        ('[{"number": 7,\n', "line 2: expected JSON"),
        ('[{"number": 7}]', "line 1: expected what `gh issue list --json"),
        ("[]", "expected marks such as rc-abcd2345, found none"),
        ("{}", "line 1: expected what `gh issue list --json"),
    ],
)
def test_a_wrong_file_says_what_was_expected(text, message):
    with pytest.raises(RootcauseError) as raised:
        read("back.txt", text)
    assert raised.value.message.startswith(f"back.txt: {message}")
    assert "rootcause actions export" in raised.value.hint
