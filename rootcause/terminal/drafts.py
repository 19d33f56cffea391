"""Where a text is kept while it is typed, so that a crash or Ctrl-C takes no word away."""

from __future__ import annotations

from typing import Protocol

from rootcause.interview.answers import AnswerKey


class Drafts(Protocol):
    """Texts by question. None of this raises: what cannot be kept must not stop who is typing."""

    def kept(self, key: AnswerKey) -> str | None:
        """The text that was kept for a question, if there is one."""
        ...

    def keep(self, key: AnswerKey, text: str) -> None:
        """Keep a text in place of the one before."""
        ...

    def drop(self, key: AnswerKey) -> None:
        """Forget it: it has become an answer."""
        ...


class NoDrafts:
    """Keeps nothing."""

    def kept(self, key: AnswerKey) -> str | None:
        """Nothing was kept."""
        return None

    def keep(self, key: AnswerKey, text: str) -> None:
        """Let it go."""

    def drop(self, key: AnswerKey) -> None:
        """Nothing to forget."""
