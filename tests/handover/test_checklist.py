from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from rootcause.handover import checklist
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
        "- [ ] Call the customer (Kim, due 2026-12-01) rc-aaaaaaaa\n"
        "- [x] Change the form (Kim) rc-cccccccc\n"
        "- [ ] Write to them rc-dddddddd\n"
        "\n## Wrong bill\n\n"
        "- [ ] Look again (due 2026-12-01) rc-bbbbbbbb\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_people_is_no_markdown(text):
    tokens = MarkdownIt("gfm-like").parse(checklist.write([task(text, case_title=text, owner=text)]))
    assert [token.type for token in tokens if token.nesting >= 0] == [
        *("heading_open", "inline", "heading_open", "inline", "bullet_list_open"),
        *("list_item_open", "paragraph_open", "inline"),
    ]
    inlines = {child.type for token in tokens for child in token.children or ()}
    assert inlines <= {"text", "text_special", "code_inline"}


def test_boxes_are_read_back():
    tasks = [*hostile_tasks(), task(status="done", item_id="doneones")]
    read = list(checklist.read(checklist.write(tasks)))
    assert [(one.item_id, one.is_done) for one in read] == [(one.row.item_id, one.is_done) for one in tasks]


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
