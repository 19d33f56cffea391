"""A check: what it is called, how much it matters, and the function that looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from rootcause.analysis.statement import Statement
from rootcause.source.diagnostic import Severity

if TYPE_CHECKING:
    from rootcause.analysis.checks.examined import Examined


class Found(Struct, frozen=True):
    """What a check found, at an answer or, without one, in the analysis as a whole.

    `message` starts small, has no full stop and quotes what it is about. `question` goes back to the author and helps
    to mend it; it never asks who. `where` names the place as people see it, `cause 1.2` or `action 3`, empty for the
    label of the answer. `within` are the characters of the answer that tell.
    """

    message: str
    question: str
    statement: Statement | None = None
    where: str = ""
    within: tuple[int, int] | None = None


Look = Callable[["Examined"], Iterable[Found]]


class Check(Struct, frozen=True):
    """One check; its page is the docstring of its module.

    `spoken` says that it concerns the words of single answers, so that it can be told right after the answer; the
    others look at the analysis as a whole, which is not there before its end.
    """

    code: str
    name: str
    severity: Severity
    look: Look
    spoken: bool = False
