"""What was found, for people: case by case and place by place, with the question that helps and what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct

from rootcause.analysis.checks.finding import Finding
from rootcause.case.model import Waiver
from rootcause.cli.checking.looking import Looked
from rootcause.cli.checking.outcome import Outcome, counted, tally
from rootcause.source.diagnostic import Severity
from rootcause.source.visible import visible
from rootcause.terminal.folding import fold, fold_at_most

COLUMNS: Final = 80
"""As wide as what is read elsewhere than on a terminal."""

_WHOLE: Final = "The analysis as a whole"
_LINES_OF_ANSWER: Final = 3
_SHORTEST: Final = 20  # columns; what is narrower is not folded any further


class Tone(Struct, frozen=True):
    """The codes that set a text apart on a terminal with colours; nothing is said by them alone."""

    strong: str = ""
    dim: str = ""
    error: str = ""
    warning: str = ""
    end: str = ""

    def of(self, severity: Severity) -> str:
        """The one for a severity."""
        return {Severity.ERROR: self.error, Severity.WARNING: self.warning}.get(severity, self.dim)


NO_TONE: Final = Tone()
COLOURS: Final = Tone("\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m")


def write(outcome: Outcome, *, columns: int, tone: Tone = NO_TONE, waived: bool = False) -> str:
    """All of it; with `waived` also what somebody let stand."""
    lines: list[str] = []
    for looked in outcome.cases:
        lines += _case(looked, max(columns, _SHORTEST), tone, waived=waived)
    lines += fold(_sum(outcome, waived=waived), columns)
    if any(True for _ in outcome.counting):
        lines += _advice(outcome, columns, tone)
    return "".join(f"{line}\n" for line in lines)


def statistics(outcome: Outcome) -> str:
    """How often each check found something, the commonest first."""
    found = sorted((one.code, one.name) for one in outcome.counting)
    counts = sorted(((len(list(group)), key) for key, group in groupby(found)), key=lambda entry: (-entry[0], entry[1]))
    width = len(str(counts[0][0])) if counts else 0
    return "\n".join(f"{number:>{width}}  {code}  {name}" for number, (code, name) in counts) or "nothing found"


def _case(looked: Looked, columns: int, tone: Tone, *, waived: bool) -> Iterator[str]:
    shown = looked.findings if waived else looked.counting
    if not shown and not looked.idle:
        return
    title = fold(f"{looked.case.title} ({looked.case.id})", columns)
    yield from (_in(tone.strong, line, tone) for line in title)
    yield ""
    for _, group in groupby(shown, key=lambda one: (one.where, looked.about(one))):
        yield from _place(list(group), looked, columns, tone)
        yield ""
    for waiver in looked.idle:
        yield from _idle(waiver, looked, columns)
        yield ""


def _place(findings: Sequence[Finding], looked: Looked, columns: int, tone: Tone) -> Iterator[str]:
    first = findings[0]
    where = visible(first.where) or (_WHOLE if first.key is None else str(first.key))
    for number, line in enumerate(_answer(where, looked.about(first), columns)):
        yield "  " + (line.replace(where, _in(tone.strong, where, tone), 1) if not number else line)
    for key, at_answer in groupby(findings, key=lambda one: one.key):
        told = list(at_answer)
        for finding in told:
            yield from _finding(finding, columns, tone)
        if key is not None and any(finding.counts for finding in told):
            yield "      " + _in(tone.dim, visible(f"{looked.command('edit')} {shlex.quote(str(key))}"), tone)


def _answer(where: str, text: str, columns: int) -> list[str]:
    said = f"{where}: {' '.join(text.split())}" if text.strip() else where
    return fold_at_most(said, columns - 2, _LINES_OF_ANSWER)


def _finding(finding: Finding, columns: int, tone: Tone) -> Iterator[str]:
    severity = finding.severity if finding.counts else "waived"
    kind = f"{severity} {finding.name}:"
    first, *rest = fold(f"{kind} {finding.message}", columns - 6)
    colour = tone.of(finding.severity) if finding.counts else tone.dim
    yield "    " + first.replace(kind, _in(colour, kind, tone), 1)
    yield from (f"      {line}" for line in rest)
    waiver = finding.waiver
    said = finding.question if waiver is None else f"It may stand: {waiver.reason}{_signed(waiver)}"
    yield from (f"      {line}" for line in fold(said, columns - 6))


def _signed(waiver: Waiver) -> str:
    day = None if waiver.when is None else waiver.when.date().isoformat()
    signed = ", ".join(filter(None, (waiver.who, day)))
    return f" ({signed})" if signed else ""


def _idle(waiver: Waiver, looked: Looked, columns: int) -> Iterator[str]:
    at = "" if waiver.key is None else f" at {waiver.key}"
    told = f"The waiver of {waiver.check}{at} fits nothing any more. It said: {waiver.reason}"
    yield from (f"  {line}" for line in fold(told, columns - 2))
    place = "" if waiver.key is None else f" --at {shlex.quote(str(waiver.key))}"
    yield visible(f"    {looked.command('check')} --unwaive {shlex.quote(waiver.check)}{place}")


def _sum(outcome: Outcome, *, waived: bool) -> str:
    found = tally(outcome.counting) or "Nothing found"
    hidden = "" if waived or not outcome.waived else " (--waived shows what)"
    let_stand = f"; {outcome.waived} waived{hidden}" if outcome.waived else ""
    return f"{found} in {counted(len(outcome.cases), 'case')}{let_stand}."


def _advice(outcome: Outcome, columns: int, tone: Tone) -> Iterable[str]:
    case = outcome.cases[0].command("check") if len(outcome.cases) == 1 else "rootcause check CASE"
    told = "`rootcause rule NAME` explains a check. To let a finding stand, say why:"
    command = visible(f'{case} --waive NAME --at PLACE --because "..."')
    return [_in(tone.dim, line, tone) for line in (*fold(told, columns), f"  {command}")]


def _in(code: str, text: str, tone: Tone) -> str:
    return f"{code}{text}{tone.end}" if code else text
