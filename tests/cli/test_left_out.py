from __future__ import annotations

from rootcause.analysis.redaction import LeftOut, Why
from rootcause.cli.left_out import left_out_in_words
from rootcause.interview.answers import AnswerKey


def test_the_author_reads_how_much_is_missing_and_what() -> None:
    left_out = (
        LeftOut(AnswerKey("contact"), "Contact", Why.PRIVATE),
        *(LeftOut(AnswerKey("todo.fee", (number,)), "Fee", Why.PRIVATE) for number in (1, 2)),
        LeftOut(AnswerKey("total"), "Total", Why.FOLLOWS),
        LeftOut(None, "Jo Bell", Why.NAME, "Owner A"),
        LeftOut(AnswerKey("seen"), "/home/jo/a.log", Why.FOLDER, "a.log"),
        LeftOut(None, "2026-01-31-jo-bell", Why.CASE),
    )
    assert left_out_in_words(left_out).splitlines() == [
        "Left out: 3 answers marked private, 1 answer that follows from a private one, 1 name, the folder of 1 file, "
        "the name of the case.",
        "  contact: Contact",
        "  todo.fee: Fee (2 times)",
        "  total: Total",
        "  Jo Bell: Owner A",
        "  /home/jo/a.log: a.log",
        "  2026-01-31-jo-bell",
        "Only what is marked, and the names that were given as answers, is left out: read it before you send it.",
    ]


def test_where_nothing_was_left_out_it_says_so() -> None:
    assert left_out_in_words(()).startswith("Left out: nothing.")
