"""A follow-up as a task in another program: its words there, and the mark by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from rootcause.analysis.follow_ups import Kind
from rootcause.index.identity import LENGTH
from rootcause.index.tables import ActionRow
from rootcause.report.prose import one_line
from rootcause.source.visible import visible

LONGEST_TITLE: Final = 255
"""What Jira and GitLab take, counted as they do; GitHub takes one more."""

MARK: Final = re.compile(rf"(?<![^\W_])rc-([a-z2-7]{{{LENGTH}}})(?: due (\d{{4}}-\d\d-\d\d))?(?![^\W_])")
"""Finds the mark of a task: its id, and the day on which it was due when it was handed over."""

_OPENING: Final = {
    Kind.ACTION: "",
    Kind.REVIEW: "See whether it worked: ",
    Kind.INTERIM: "End the temporary fix: ",
    Kind.PROMISE: "Follow up: ",
    Kind.QUESTION: "Answer: ",
}


class Task(Struct, frozen=True):
    """One follow-up with the title of its case."""

    row: ActionRow
    case_title: str

    @property
    def label(self) -> str:
        """A word without spaces that names it among all cases."""
        return f"rc-{self.row.item_id}"

    @property
    def mark(self) -> str:
        """The label, and the day that holds now; so it is seen later on which side the day was changed."""
        return self.label if self.row.due_on is None else f"{self.label} due {self.row.due_on}"

    @property
    def is_done(self) -> bool:
        """Whether it is done."""
        return self.row.status == "done"

    @property
    def due(self) -> date | None:
        """The day that counts."""
        return None if self.row.due_on is None else date.fromisoformat(self.row.due_on)

    @property
    def words(self) -> str:
        """What is to be done, on one line in which nothing acts."""
        return _OPENING[Kind(self.row.kind)] + (_plain(self.row.what) or _plain(self.case_title) or self.row.case_id)

    @property
    def title(self) -> str:
        """The same, not longer than other programs take."""
        return _cut(self.words, LONGEST_TITLE)

    def facts(self, quoted: Callable[[str], str]) -> Iterator[str]:
        """What else is known of it, line by line; what people typed is `quoted`. The last line is the mark."""
        row = self.row
        if self.title != self.words:
            yield f"What: {quoted(self.words)}"
        yield f"Case: {quoted(_plain(self.case_title))} ({quoted(_plain(row.case_id))})"
        if row.owner:
            yield f"Owner: {quoted(_plain(row.owner))}"
        if row.acts_on:
            yield f"Acts on cause: {row.acts_on.replace(',', ', ')}"
        if row.done_when and row.kind == Kind.ACTION:
            yield f"Done when: {quoted(_plain(row.done_when))}"
        if row.result:
            yield f"Result: {quoted(_plain(row.result))}"
        yield self.mark


def _plain(text: str) -> str:
    return visible(one_line(text))


def _cut(text: str, limit: int) -> str:
    """The text with at most so many units of UTF-16, which is how Java counts characters."""
    if _units(text) <= limit:
        return text
    kept = text[:limit]
    while _units(kept) >= limit:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
