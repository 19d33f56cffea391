"""It was noticed before it began.

One of the two times is wrong, or it began earlier than we think. How long it went unnoticed cannot be told. The
bundled questionnaires refuse such a time at once; one of your own may take it.

Example:

    # questionnaire: own-times
    started: 2026-05-03 14:05
    detected: 2026-05-03 13:50

Use instead:

    # questionnaire: own-times
    started: 2026-05-03 13:40
    detected: 2026-05-03 13:50
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.analysis.checks.order import is_before
from rootcause.source.diagnostic import Severity


def _look(examined: Examined) -> Iterator[Found]:
    for started in examined.record.by_role.get("started", ()):
        for detected in examined.record.by_role.get("detected", ()):
            if is_before(detected, started):
                message = f"{detected.text} is before it began, {started.text}"
                yield Found(message, "Which of the two times is wrong, or did it begin earlier?", detected)


CHECK = Check("RCH002", "detected-before-started", Severity.ERROR, _look, spoken=True)
