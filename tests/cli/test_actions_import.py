"""What was done or moved in another program is taken over with its day, and nothing is put off into the past."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_actions import EPOCH, case, history, id_of, listed

__all__ = ["case", "listed"]


@pytest.fixture
def taken(run, folder, listed, case):
    """Write a file with the mark of an action in it, and take it over."""

    def taken(name: str, text: str, *options: str):
        id = id_of(listed, "Move the depot")
        (folder / name).write_text(text.replace("MARK", f"rc-{id} due 2026-06-03").replace("LABEL", f"rc-{id}"))
        return run("actions", "import", name, *options, SOURCE_DATE_EPOCH=EPOCH)

    return taken


ISSUE = {"number": 7, "body": "Moved. MARK", "state": "CLOSED", "stateReason": "COMPLETED"}


@pytest.mark.parametrize(
    ("name", "text", "done_on"),
    [
        ("gh.json", json.dumps([{**ISSUE, "closedAt": "2026-05-20T10:00:00Z"}]), "2026-05-20"),
        ("gh.json", json.dumps([ISSUE]), "2026-05-28"),
        ("gh.json", json.dumps([{**ISSUE, "closedAt": "soon"}]), "2026-05-28"),
        ("jira.csv", "Summary,Status,Resolved,Description\nDepot,Done,20/May/26 3:04 PM,MARK\n", "2026-05-20"),
        (
            "gitlab.csv",
            "Title,State,Closed At (UTC),Description\nDepot,Closed,2026-05-20 10:00:00,MARK\n",
            "2026-05-20",
        ),
        ("jira.csv", "Summary,Status,Resolved,Description\nDepot,Done,,MARK\n", "2026-05-28"),
        ("gh.json", json.dumps([{**ISSUE, "closedAt": "2027-05-20T10:00:00Z"}]), "2026-05-28"),
    ],
    ids=["GitHub", "GitHub before it said so", "no day", "Jira", "GitLab", "an empty day", "a day to come"],
)
def test_it_was_done_on_the_day_that_the_other_program_says(taken, listed, name, text, done_on):
    assert taken(name, text, "--apply").code == 0
    (done,) = listed("--done")
    assert (done["what"], done["done_on"]) == ("Move the depot", done_on)


def test_what_got_done_long_before_the_problem_is_not_taken(taken, listed):
    text = "Summary,Status,Resolved,Description\nDepot,Done,1990-05-20,MARK\n"
    done = taken("jira.csv", text, "--apply")
    assert (done.code, "1990-05-20 is long before" in done.err) == (1, True)
    assert listed("--done") == []


def test_the_day_is_told_before_it_is_taken(taken):
    text = "Summary,Status,Resolved,Description\nDepot,Done,2026-05-20,MARK\n"
    assert "done there on 2026-05-20: " in taken("jira.csv", text).err


def test_a_checklist_moves_days(taken, listed):
    line = "- [ ] Move the depot (Ann, due 2026-07-01) LABEL <!-- due 2026-06-03 -->\n"
    tried = taken("list.md", line)
    assert (tried.code, "1 moved" in tried.err) == (0, True)
    assert taken("list.md", line, "--apply").code == 0
    assert next(one for one in listed() if one["what"] == "Move the depot")["due"] == "2026-07-01"


def test_nothing_is_put_off_into_the_past(taken, listed, case):
    before = history(case)
    line = "- [ ] Move the depot (Ann, due 2026-05-20) LABEL <!-- due 2026-06-03 -->\n"
    refused = taken("list.md", line, "--apply")
    assert (refused.code, "expected a day to come" in refused.err) == (1, True)
    assert history(case) == before


def test_ids_that_are_unknown_here_are_named(taken):
    told = taken("list.md", "- [x] Something else rc-abcdefgh\n", "--apply")
    assert (told.code, "there is no follow-up abcdefgh here" in told.err) == (1, True)
