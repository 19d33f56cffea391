"""For people: where and what, the line with carets, what belongs to it, how to mend it, and where to read more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from rootcause.lint.finding import Finding
from rootcause.lint.formats.outcome import Outcome
from rootcause.lint.formats.plain import counted, file, harmless, place, words
from rootcause.source.diagnostic import Severity

_SHOWN_AT_MOST: Final = 20  # of one file: nobody reads more of them at once


def write(outcome: Outcome) -> str:
    """The findings that count, file by file, and how many there are."""
    return "\n".join((*_blocks(outcome), footer(outcome) + "\n"))


def rendered(finding: Finding) -> str:
    """A finding in several lines, without the last line break."""
    what = f"{finding.severity}[{finding.code} {finding.name}]: {words(finding.message)}"
    lines = [f"{place(finding.path, finding.region)}: {what}", *finding.frame]
    for related in finding.related:
        lines += (f"  {place(related.path, related.region)}: {words(related.message)}", *related.frame)
    if finding.help:
        lines.append(f"  help: {words(finding.help)}")
    lines.append(f"  docs: rootcause rule {finding.code}")
    return "\n".join(map(harmless, lines))


def footer(outcome: Outcome) -> str:
    """How much was found, where, and what of it can be mended."""
    numbers = [(outcome.count(severity), severity) for severity in Severity]
    found = ", ".join(counted(number, severity) for number, severity in numbers if number) or "nothing found"
    mends = [finding.mend for finding in outcome.counting if finding.mend is not None]
    safe = sum(mend.safe for mend in mends)
    baselined = sum(one.suppression is not None and one.suppression.kind == "baseline" for one in outcome.findings)
    notes = (
        (safe, "fixable with --fix"),
        (len(mends) - safe, "with --unsafe-fixes"),
        (baselined, "baselined"),
    )
    more = ", ".join(f"{number} {what}" for number, what in notes if number)
    return f"{found} in {counted(len(outcome.files), 'file')}" + (f" ({more})" if more else "")


def _blocks(outcome: Outcome) -> Iterator[str]:
    for path, group in groupby(outcome.counting, key=lambda finding: finding.path):
        findings = list(group)
        for finding in findings[:_SHOWN_AT_MOST]:
            yield rendered(finding) + "\n"
        more = len(findings) - _SHOWN_AT_MOST
        if more > 0:
            yield f"{file(path)}: and {more} more; --output-format concise shows all of them\n"
