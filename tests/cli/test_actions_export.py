"""Follow-ups on their way to the programs in which people work."""

from __future__ import annotations

import pytest

from tests.cli.test_actions import EPOCH, case, id_of, listed

__all__ = ["case", "listed"]


@pytest.mark.parametrize("format", ["csv", "jira", "github", "gitlab", "ics", "md"])
def test_a_file_that_is_there_is_left_until_it_is_forced(run, case, folder, format):
    target = folder / "out"
    target.write_text("mine")
    command = ("actions", "export", "--to", format, "-o", "out")
    refused = run(*command, SOURCE_DATE_EPOCH=EPOCH)
    assert (refused.code, "add --force" in refused.err, target.read_text()) == (2, True, "mine")
    assert run(*command, "--force", SOURCE_DATE_EPOCH=EPOCH).code == 0
    assert "Move the depot" in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("format", ["csv", "jira", "github", "gitlab", "ics", "md"])
def test_a_filter_holds_for_every_format(run, case, format):
    done = run("actions", "export", "--to", format, "--owner", "kim", SOURCE_DATE_EPOCH=EPOCH)
    assert (done.code, "Ring at 90 %" in done.out, "Move the depot" in done.out) == (0, True, False)


def test_a_format_that_is_none_is_named_with_what_was_meant(run, case):
    done = run("actions", "export", "--to", "jirra")
    assert (done.code, 'did you mean "jira"?' in done.err) == (2, True)


def test_what_has_no_day_is_named_and_not_counted_as_written(run, listed, case):
    done = run("actions", "export", "--to", "ics", "-o", "a.ics", SOURCE_DATE_EPOCH=EPOCH)
    assert done.code == 0, done.err
    assert "Wrote 5 follow-ups" in done.err
    assert "1 follow-up left out, because a calendar takes only what has a day:" in done.err
    assert f"{id_of(listed, 'Think about it')} Think about it" in done.err


def test_an_event_that_was_put_off_has_the_same_name_a_higher_number_and_the_new_day(run, listed, case):
    from icalendar import Calendar

    def event() -> tuple[str, int, str]:
        out = run("actions", "export", "--to", "ics", "--owner", "ann", "--kind", "action", SOURCE_DATE_EPOCH=EPOCH).out
        (found,) = Calendar.from_ical(out).walk("VEVENT")
        return str(found["uid"]), int(found["sequence"]), str(found["dtstart"].dt)

    before = event()
    id = id_of(listed, "Move the depot")
    assert run("actions", "snooze", id, "--until", "2026-07-01", "--why", "x", SOURCE_DATE_EPOCH=EPOCH).code == 0
    after = event()
    assert (after[0], after[1] > before[1], after[2]) == (before[0], True, "2026-07-01")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: expected columns"),
        ("BEGIN:VCALENDAR\n", "expected END:VCALENDAR"),
        ("{", "back: line 1"),
    ],
    ids=["nothing", "half a calendar", "half of JSON"],
)
def test_a_file_that_is_none_of_these_is_refused_in_words(run, case, folder, text, said):
    (folder / "back").write_text(text)
    done = run("actions", "import", "back", "--apply")
    assert done.code != 0
    assert said in done.err
    assert "Traceback" not in done.err
