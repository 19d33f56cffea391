from __future__ import annotations

import re
from pathlib import Path

from rootcause.analysis.redaction import LeftOut, Why
from rootcause.cli.reporting.left_out import left_out_in_words
from rootcause.interview.answers import AnswerKey

PAGE = (Path(__file__).parents[2] / "docs" / "redaction.md").read_text(encoding="utf-8")


def test_the_author_reads_how_much_is_missing_and_what() -> None:
    left_out = (
        LeftOut(AnswerKey("contact"), "Contact", Why.PRIVATE),
        *(LeftOut(AnswerKey("todo.fee", (number,)), "Fee", Why.PRIVATE) for number in (1, 2)),
        LeftOut(AnswerKey("total"), "Total", Why.FOLLOWS),
        LeftOut(None, "Jo Bell", Why.NAME, "Owner A"),
        LeftOut(AnswerKey("seen"), "/home/jo/a.log", Why.FOLDER, "a.log"),
        LeftOut(None, "2026-01-31-jo-bell", Why.CASE),
        LeftOut(
            AnswerKey("contact"),
            "Contact",
            Why.STANDS,
            words=("0199", "Mill"),
            places=("problem", "timeline[4].what"),
        ),
    )
    (documented,) = re.findall(r"```\n(Left out.*?)\n```", PAGE, flags=re.DOTALL)
    assert left_out_in_words(left_out) == documented


def test_where_nothing_was_left_out_it_says_so() -> None:
    assert left_out_in_words(()).startswith("Left out: nothing.")
