"""Why something is not an answer to a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct


class Problem(Struct, frozen=True):
    """What is wrong, in one sentence, and how to mend it; `where` leads into a list, a row or a rung."""

    message: str
    hint: str | None = None
    where: tuple[str | int, ...] = ()

    def within(self, *steps: str | int) -> Problem:
        """The same problem, seen from further out."""
        return Problem(self.message, self.hint, (*steps, *self.where))


def described(raw: object) -> str:
    """A value as a message names it."""
    match raw:
        case None:
            return "nothing"
        case bool():
            return "true" if raw else "false"
        case str():
            return f'"{raw if len(raw) <= 60 else raw[:57] + "..."}"'
        case Mapping():
            return "a mapping"
        case Sequence():
            return "a list"
        case _:
            return str(raw)
