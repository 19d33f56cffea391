"""A cause is told as certain, and nothing says where it can be looked up.

Others can only believe it or not. Name the log, the ticket, the photograph; or say that it is an assumption, which is
allowed and honest.

Example:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        proof: record
        evidence: {state: unknown}

Use instead:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        proof: record
        evidence: Change 4711 and the log of the gateway, 3 May

Use instead:

    causes:
      - because: "A rule with one letter too many matched every address, so the gateway refused all traffic."
        proof: assumption
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rootcause.analysis.causes import Cause
from rootcause.analysis.checks.asked import is_passed
from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.interview.answers import Sure
from rootcause.source.diagnostic import Severity

_KEPT: Final = ("measurement", "record")
"""Proof that can be looked up; what witnesses and experts say stands only in their words."""


def _look(examined: Examined) -> Iterator[Found]:
    for traced in examined.traced.causes:
        evidence = traced.cause.row.cells.get("evidence")
        if is_passed(evidence) and not traced.has_evidence and _is_confirmed(traced.cause):
            question = "Where can it be looked up, or is it an assumption so far?"
            where = f"cause {traced.cause.number}"
            yield Found("is told as certain, without evidence that can be looked up", question, evidence, where)


def _is_confirmed(cause: Cause) -> bool:
    """Whether it is told as a fact, or as measured or recorded; an assumption may stand without evidence."""
    said = cause.because.said
    proof = cause.row.value("proof")
    if (said is not None and said.sure is Sure.ASSUMPTION) or proof == "assumption":
        return False
    return (said is not None and said.sure is Sure.FACT) or proof in _KEPT


CHECK = Check("RCC030", "no-evidence", Severity.ERROR, _look)
