from __future__ import annotations

import csv
import io
import re

from rootcause.handover import gitlab
from rootcause.handover.returned import marks_in
from rootcause.source.spreadsheet import from_cell
from tests.handover.tasks import hostile_tasks, task


def parsed(text):
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: from_cell(cell) for name, cell in row.items()} for row in rows]


def test_a_row_has_the_columns_that_gitlab_reads():
    (found,) = parsed(gitlab.write([task()]))
    assert found == {
        "title": "Call the customer",
        "description": (
            "Case: Order 4711 came late (2026-03-02-order-4711-came-late)\n\nOwner: Kim\n\nActs on cause: 1.2, 2\n\n"
            "Done when: fewer than 2 in 100 late\n\nrc-abcdefgh due 2026-12-01"
        ),
        "due_date": "2026-12-01",
    }


def test_what_is_parsed_is_what_was_handed_over():
    tasks = [*hostile_tasks(), task(due_on=None, item_id="nothing2")]
    found = parsed(gitlab.write(tasks))
    assert [one["title"].replace("\uff20", "@") for one in found] == [one.title for one in tasks]
    assert [one["due_date"] for one in found] == [one.row.due_on or "" for one in tasks]
    assert [marks_in([one["description"]])[0].item_id for one in found] == [one.row.item_id for one in tasks]


def test_no_line_of_a_description_is_a_quick_action():
    quick = re.compile(r"^\s*/", re.MULTILINE)
    texts = [
        "/assign @kim",
        "x\n/close",
        "x\r/label ~bug",
        "x\n\r/close",
        "\u2028/close",
        "`\n/close\n`",
        "/\\\n/close",
    ]
    tasks = [task(text * times, owner=text, done_when=text) for text in texts for times in (1, 100)]
    for one in parsed(gitlab.write([*tasks, *hostile_tasks()])):
        assert not quick.search(one["description"].replace("\r", ""))


def test_nobody_gets_a_message_because_a_text_names_them():
    (found,) = parsed(gitlab.write([task("Ask @all, or kim@example.com", owner="@kim")]))
    assert found["title"] == "Ask \uff20all, or kim@example.com"
    assert "Owner: `@kim`" in found["description"]


def test_the_file_begins_with_its_header():
    assert gitlab.write([]) == "title,description,due_date\r\n"
