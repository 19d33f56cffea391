"""An action is owned by a team, or by several people.

In a team each waits for the others. One name can be asked how far it is; the team still does the work.

Example:

    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        owner: Platform team

Use instead:

    actions:
      - what: Rotate the certificate by a job 30 days before it ends
        owner: Li Wei, platform team
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rootcause.analysis.checks.check import Check, Found
from rootcause.analysis.checks.examined import Examined
from rootcause.source.diagnostic import Severity

_BESIDE: Final = re.compile(r"[,;(/]| [-\u2013\u2014] ")
_AND: Final = re.compile(r"\s[&+]\s")


def _look(examined: Examined) -> Iterator[Found]:
    teams = examined.phrases("team")
    for row in examined.analysis.actions if teams is not None else ():
        owner = row.known("owner")
        # Behind a name its team may stand.
        name = "" if owner is None else _BESIDE.split(owner.text)[0]
        if teams is not None and (teams.find(name) or _AND.search(name)):
            message = f'"{name.strip()}" is more than one person'
            yield Found(message, "Which one of them can be asked how far it is?", owner, f"action {row.number}")


CHECK = Check("RCD002", "team-as-owner", Severity.WARNING, _look, spoken=True)
