"""Why something is not an answer to a question."""

from __future__ import annotations

from msgspec import Struct


class Problem(Struct, frozen=True):
    """What is wrong, in one sentence, and how to mend it; `where` leads into a list, a row or a rung."""

    message: str
    hint: str | None = None
    where: tuple[str | int, ...] = ()

    def within(self, *steps: str | int) -> Problem:
        """The same problem, seen from further out."""
        return Problem(self.message, self.hint, (*steps, *self.where))
