"""What a demanding reader would ask about an answer: a question to think about, never an objection."""

from __future__ import annotations

from msgspec import Struct

from rootcause.interview.answers import AnswerKey


class Doubt(Struct, frozen=True):
    """A doubt about an answer, or without a key about the whole; `where` names the place as people see it.

    `message` says what strikes the reader, `question` helps to make it better.
    """

    message: str
    question: str
    key: AnswerKey | None = None
    where: str = ""
