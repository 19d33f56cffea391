"""What the checks say of an analysis."""

from __future__ import annotations

from msgspec import Struct

from rootcause.case.model import Waiver
from rootcause.interview.answers import AnswerKey
from rootcause.source.diagnostic import Severity


class Finding(Struct, frozen=True):
    """One thing that a check found.

    `key` is the answer that it concerns, None where it concerns the analysis as a whole; `text` is that answer in words
    and `within` the characters of it that tell. `where` names the place as people see it. A finding with a `waiver`
    does not count.
    """

    code: str
    name: str
    severity: Severity
    message: str
    question: str
    where: str = ""
    key: AnswerKey | None = None
    text: str = ""
    within: tuple[int, int] | None = None
    waiver: Waiver | None = None

    @property
    def counts(self) -> bool:
        """Whether nobody has waived it."""
        return self.waiver is None
