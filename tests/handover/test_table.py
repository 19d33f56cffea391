from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict

from rootcause.handover import table
from rootcause.handover.returned import Fault, Returned
from rootcause.source.spreadsheet import from_cell
from tests.handover.tasks import hostile_tasks, task


def parsed(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def as_written(value):
    return "" if value is None else str(value)


@given(st.text(), st.text(), st.none() | st.text(min_size=1))
def test_a_row_gives_back_everything_that_is_known(what, case_title, owner):
    one = task(what, case_title=case_title, owner=owner)
    (found,) = parsed(table.write([one]))
    wanted = {**asdict(one.row), "case_title": one.case_title, "handed_over": one.mark}
    assert {name: from_cell(cell) for name, cell in found.items()} == {
        name: as_written(value) for name, value in wanted.items()
    }


def test_no_cell_begins_a_formula():
    for row in parsed(table.write(hostile_tasks())):
        for cell in row.values():
            assert not cell.lstrip(" \t\r\n\ufeff").startswith(("=", "+", "-", "@", "\uff1d")), cell


def test_what_people_look_at_comes_first():
    header = table.write([]).removeprefix("\ufeff").split(",")
    assert header[:7] == ["item_id", "what", "owner", "due_on", "status", "result", "case_title"]


def test_its_own_rows_are_read_back():
    tasks = [*hostile_tasks(), task(status="done", result="called", item_id="doneones")]
    read = list(table.read(table.write(tasks).removeprefix("\ufeff")))
    assert [(one.item_id, one.is_done) for one in read] == [(one.row.item_id, one.is_done) for one in tasks]
    assert {one.handed_over.isoformat() for one in read} == {"2026-12-01"}
    assert read[-1].result == "called"


def test_a_table_that_a_spreadsheet_saved_its_own_way_is_read():
    text = "status;due_on;handed_over;result\nDone;15.12.2026;rc-abcdefgh due 2026-12-01;Called them\n;;;\n"
    (found,) = table.read(text)
    assert (found.where, found.is_done, found.result) == ("line 2", True, "Called them")
    assert [day.isoformat() for day in found.days] == ["2026-12-15"]


@pytest.mark.parametrize(
    ("header", "row", "is_done", "dropped"),
    [
        ("Summary,Status,Labels,Labels", "Call,Done,rootcause,rc-abcdefgh", True, None),
        ("Summary,Status,Labels,Labels", "Call,In Progress,rc-abcdefgh,", False, None),
        ("Status,Status Category,Labels", "Shipped to all,Done,rc-abcdefgh", True, None),
        ("Status,Status Category,Resolution,Labels", "Closed,Done,Won't Do,rc-abcdefgh", False, "won't do"),
        ("Status,Resolution,Labels", "Resolved,Done,rc-abcdefgh", True, None),
        ("Title,Description,State", 'Call,"Case: x\n\nrc-abcdefgh due 2026-12-01",Closed', True, None),
        ("Title,Description,State", 'Call,"Case: x\n\nrc-abcdefgh",Open', False, None),
        ("status,handed_over", "cancelled,rc-abcdefgh", False, "cancelled"),
    ],
)
def test_what_trackers_export_tells_where_a_task_stands(header, row, is_done, dropped):
    (found,) = table.read(f"{header}\n{row}\n")
    assert (found.item_id, found.is_done, found.dropped) == ("abcdefgh", is_done, dropped)


def test_rows_of_others_are_left():
    assert list(table.read("Summary,Status\nCall,Done\n")) == []


def test_a_task_that_is_only_mentioned_is_not_the_one_of_the_row():
    text = 'Title,Description,State\nlike rc-zzzzzzzz,"see rc-yyyyyyyy\nrc-abcdefgh due 2026-12-01",Closed\n'
    (found,) = table.read(text)
    assert found.item_id == "abcdefgh"


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("", "line 1", "expected columns with one that is called status category or status or state"),
        ("a,b\n1,2\n", "line 1", "expected columns with one that is called status category or status or state"),
        ("Status,Labels,Labels\nDone,rc-abcdefgh,rc-zzzzzzzz\n", "line 2", "expected one task, found"),
        ("Status,Due Date,L\nOpen,soon,rc-abcdefgh\n", "line 2", 'the day of rc-abcdefgh: "soon" is not a date'),
        ('Status,L\n\n"Done,rc-abcdefgh\n' + "x" * 200_000, "line 3", "expected a quote that closes the cell"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text, where, message):
    fault = next(iter(table.read(text)))
    assert isinstance(fault, Fault)
    assert fault.where == where
    assert fault.message.startswith(message)


def test_a_day_that_is_not_understood_does_not_hide_that_the_task_is_done():
    _, found = table.read("Status,Due Date,L\nDone,soon,rc-abcdefgh\n")
    assert isinstance(found, Returned)
    assert found.is_done


def test_the_mark_in_its_own_column_goes_before_what_looks_like_one():
    (found,) = table.read(table.write([task("rc-zzzz2345 due 2026-01-01")]).removeprefix("\ufeff"))
    assert found.item_id == task().row.item_id


@pytest.mark.parametrize(
    ("columns", "cells", "message"),
    [
        ("status,handed_over", "erledigt,rc-abcdefgh", '"erledigt" is no status of rc-abcdefgh, expected open or done'),
        ("Status,Resolved,Labels", "Done,7/8/2026,rc-abcdefgh", "it can be 2026-08-07 or 2026-07-08"),
        ("Status,Resolved,Labels", "Done,soon,rc-abcdefgh", "the day on which rc-abcdefgh got done: "),
    ],
    ids=["a status", "a day that can be two", "a day that is none"],
)
def test_what_may_mean_something_else_is_not_taken(columns, cells, message):
    (found,) = table.read(f"{columns}\n{cells}\n")
    assert isinstance(found, Fault)
    assert message in found.message


@pytest.mark.parametrize("status", ["Waiting for Legal", "In Review"])
def test_a_status_of_another_program_is_open_when_it_is_not_one_of_done(status):
    (found,) = table.read(f"Status,Labels\n{status},rc-abcdefgh\n")
    assert not found.is_done
