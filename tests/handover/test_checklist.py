from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from rootcause.handover import checklist
from rootcause.handover.returned import Fault, Returned
from tests.handover.tasks import HOSTILE, hostile_tasks, task


def test_tasks_stand_below_their_case():
    tasks = [
        task(item_id="aaaaaaaa"),
        task("Look again", item_id="bbbbbbbb", case_id="other", case_title="Wrong bill", owner=None),
        task("Change the form", item_id="cccccccc", due_on=None, status="done"),
        task("Write to them", item_id="dddddddd", owner=None, due_on=None),
    ]
    assert checklist.write(tasks) == (
        "# Follow-ups\n"
        "\n## Order 4711 came late\n\n"
        "- [ ] Call the customer (Kim, due 2026-12-01) rc-aaaaaaaa <!-- due 2026-12-01 -->\n"
        "- [x] Change the form (Kim) rc-cccccccc\n"
        "- [ ] Write to them rc-dddddddd\n"
        "\n## Wrong bill\n\n"
        "- [ ] Look again (due 2026-12-01) rc-bbbbbbbb <!-- due 2026-12-01 -->\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_people_is_no_markdown(text):
    tokens = MarkdownIt("gfm-like").parse(checklist.write([task(text, case_title=text, owner=text)]))
    assert [token.type for token in tokens if token.nesting >= 0] == [
        *("heading_open", "inline", "heading_open", "inline", "bullet_list_open"),
        *("list_item_open", "paragraph_open", "inline"),
    ]
    inlines = [child for token in tokens for child in token.children or ()]
    assert {one.type for one in inlines} <= {"text", "text_special", "code_inline", "html_inline"}
    assert [one.content for one in inlines if one.type == "html_inline"] == ["<!-- due 2026-12-01 -->"]


def test_boxes_are_read_back():
    tasks = [*hostile_tasks(), task(status="done", item_id="doneones")]
    read = list(checklist.read(checklist.write(tasks)))
    assert [(one.item_id, one.is_done) for one in read] == [(one.row.item_id, one.is_done) for one in tasks]


def test_days_are_read_back():
    tasks = [*hostile_tasks(), task(due_on=None, item_id="daylesss")]
    for one, read in zip(tasks, checklist.read(checklist.write(tasks)), strict=True):
        assert isinstance(read, Returned)
        assert (read.days, read.handed_over) == (() if one.due is None else (one.due,), one.due)


@pytest.mark.parametrize(
    ("line", "days", "handed_over"),
    [
        ("- [ ] Call (Kim, due 2026-12-02) rc-abcdefgh <!-- due 2026-12-01 -->", [2], 1),
        ("- [ ] Call (due 2026-12-02) rc-abcdefgh", [2], None),
        ("- [ ] Call (due 2026-12-02) again rc-abcdefgh <!-- due 2026-12-01 -->", [], 1),
        ("- [ ] Call (Kim) rc-abcdefgh <!-- due 2026-12-01 -->", [], 1),
    ],
)
def test_a_day_counts_that_stands_before_the_mark(line, days, handed_over):
    (read,) = checklist.read(line)
    assert isinstance(read, Returned)
    assert [day.day for day in read.days] == days
    assert (read.handed_over and read.handed_over.day) == handed_over


def test_a_day_that_is_none_is_told_and_the_box_counts():
    fault, read = checklist.read("- [x] Call (Kim, due next Friday) rc-abcdefgh <!-- due 2026-12-01 -->")
    assert isinstance(fault, Fault)
    assert fault.message == '"due next Friday" is no day, expected one such as due 2026-01-31'
    assert isinstance(read, Returned)
    assert read.is_done


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- [x] Call rc-abcdefgh", [("abcdefgh", True)]),
        ("  * [X] Call rc-abcdefgh - on Friday", [("abcdefgh", True)]),
        ("+ [ ] as in rc-zzzzzzzz (Kim) rc-abcdefgh\r", [("abcdefgh", False)]),
        ("- [x] buy milk", []),
        ("rc-abcdefgh is done", []),
        ("- [x] src-abcdefgh rc-abcdefghi rc-ABCDEFGH rc-abcdefg1", []),
    ],
)
def test_a_line_counts_when_it_has_a_box_and_a_mark(line, found):
    assert [(one.item_id, one.is_done) for one in checklist.read(line)] == found
