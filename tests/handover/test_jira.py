from __future__ import annotations

import csv
import io

import pytest

from rootcause.handover import jira
from rootcause.handover.returned import marks_in
from rootcause.source.spreadsheet import from_cell
from tests.handover.tasks import HOSTILE, hostile_tasks, task


def parsed(text):
    """As Jira does it: cells by the names in the header, labels from all columns of that name."""
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert all(len(row) == len(header) for row in rows)
    return [
        {
            **dict(zip(header, map(from_cell, row), strict=True)),
            "Labels": [cell for column, cell in zip(header, row, strict=True) if column == "Labels" and cell],
        }
        for row in rows
    ]


def test_a_row_has_what_jira_needs():
    (found,) = parsed(jira.write([task()]))
    assert found == {
        "Summary": "Call the customer",
        "Description": (
            "Case: Order 4711 came late (2026-03-02-order-4711-came-late)\nOwner: Kim\nActs on cause: 1.2, 2\n"
            "Done when: fewer than 2 in 100 late\nrc-abcdefgh due 2026-12-01"
        ),
        "Issue Type": "Task",
        "Assignee": "Kim",
        "Due Date": "2026-12-01",
        "Labels": ["rootcause", "rc-abcdefgh", "rootcause-action"],
    }


def test_what_is_parsed_is_what_was_handed_over():
    tasks = [*hostile_tasks(), task(due_on=None, owner=None, item_id="nothing2")]
    found = parsed(jira.write(tasks))
    assert [one["Summary"] for one in found] == [one.title for one in tasks]
    assert [one["Assignee"] for one in found] == [one.row.owner or "" for one in tasks]
    assert [one["Due Date"] for one in found] == [one.row.due_on or "" for one in tasks]
    assert [marks_in([one["Description"]])[0].item_id for one in found] == [one.row.item_id for one in tasks]
    assert [one["Labels"][1] for one in found] == [one.label for one in tasks]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_summary_is_one_line_that_jira_has_room_for(text):
    (found,) = parsed(jira.write([task(text)]))
    assert 0 < len(found["Summary"].encode("utf-16-le")) // 2 <= 255
    assert len(found["Summary"].splitlines()) == 1


def test_words_that_do_not_fit_into_the_summary_stand_in_the_description():
    (found,) = parsed(jira.write([task("word " * 200)]))
    assert found["Summary"].endswith("word…")
    assert found["Description"].startswith("What: word word")


def test_labels_have_no_spaces():
    assert all(" " not in label for one in parsed(jira.write(hostile_tasks())) for label in one["Labels"])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("[~kim] look", r"\[\~kim\] look"),
        ("{code}x{code}", r"\{code\}x\{code\}"),
        ("!http://a.example/i.png!", r"\!http://a.example/i.png!"),
        ("*must* _not_ be -gone-", r"\*must\* \_not\_ be \-gone\-"),
        ("a follow-up - 10 * 3", "a follow-up - 10 * 3"),
        (r"C:\temp", r"C:\temp"),
        (r"a\\b \*c", r"a&#92;\b &#92;\*c"),
        ("fine :) (y)", r"fine \:) \(y)"),
        ("Order 4711 (paid)", "Order 4711 (paid)"),
    ],
)
def test_wiki_markup_is_shown_and_does_not_act(typed, shown):
    (found,) = parsed(jira.write([task(done_when=typed)]))
    assert f"Done when: {shown}\n" in found["Description"]
