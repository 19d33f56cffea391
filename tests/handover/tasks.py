"""Follow-ups to hand over, with texts that no format may trip over."""

from __future__ import annotations

from rootcause.handover.task import Task
from rootcause.index.tables import ActionRow

HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned #",
    "' ; touch pwned '",
    '" && touch pwned "',
    "'\"'\"'",
    "a\ntouch pwned\n",
    "a\r\ntouch pwned",
    "\\\ntouch pwned",
    "--title=other --body x",
    "-t other",
    "--",
    "-",
    "${PATH} $PATH !! !touch ~ *",
    "a \x07\x1b]0;owned\x07 b",
    "\x01\x7f\x9b",
    "\u202eevil\u2066",
    "Ünïcödé 漢字 🧑‍🔧",
    "/close",
    "text\n/assign @kim\n/label ~bug",
    "=1+1",
    "@SUM(A1)",
    "+1",
    "\t=1",
    "\uff1d1",
    "[x](javascript:alert(1)) <script>alert(1)</script> ![i](http://a.example/i.png)",
    "{code}x{code} [~kim] !a.png! h1. *b* C:\\temp \\\\",
    'a,b;c\td"e"',
    "BEGIN:VEVENT\nEND:VCALENDAR",
    "word " * 200,
    "🧑" * 300,
    "see rc-zzzzzzzz due 2020-01-01",
    "   ",
]


def task(what="Call the customer", *, case_title="Order 4711 came late", **cells):
    row = {
        "case_id": "2026-03-02-order-4711-came-late",
        "month": "2026-03",
        "happened_on": "2026-03-02",
        "item_id": "abcdefgh",
        "kind": "action",
        "answer_key": "actions[1]",
        "what": what,
        "owner": "Kim",
        "due_on": "2026-12-01",
        "first_due_on": "2026-12-01",
        "status": "open",
        "done_on": None,
        "result": None,
        "moved": None,
        "snoozed_until": None,
        "strength": "stronger",
        "action_kind": None,
        "acts_on": "1.2,2",
        "done_when": "fewer than 2 in 100 late",
        "changes": 3,
        "changed_at": "2026-04-01T10:00:00Z",
    }
    return Task(ActionRow(**{**row, **cells}), case_title)


def hostile_tasks():
    """Each text as everything that somebody typed."""
    return [
        task(text, case_title=text, owner=text, done_when=text, result=text, item_id=f"hosti{_letters(place)}")
        for place, text in enumerate(HOSTILE)
    ]


def _letters(number):
    return "".join(chr(ord("a") + number // 26**power % 26) for power in (2, 1, 0))
