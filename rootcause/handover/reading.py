"""Which format a file has that comes back, and what it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rootcause.errors import RootcauseError
from rootcause.handover import calendar, checklist, github, table
from rootcause.handover.checklist import BOX
from rootcause.handover.returned import Fault, Returned
from rootcause.handover.table import is_header

_HINT = (
    "take a checklist, a table or a calendar of `rootcause actions export`, what Jira or GitLab export as CSV, or of\n"
    "gh issue list --label rootcause --state all --limit 1000 --json number,body,state,stateReason,closedAt"
)


def read(name: str, text: str) -> tuple[Returned | Fault, ...]:
    """What the file of that name tells. Raises RootcauseError when it tells nothing of any task."""
    told = tuple(_reader(text)(text.removeprefix("\ufeff")))
    if any(isinstance(one, Returned) for one in told):
        return told
    fault = next((one for one in told if isinstance(one, Fault)), None)
    reason = f"{fault.where}: {fault.message}" if fault else "expected marks such as rc-abcd2345, found none"
    raise RootcauseError(f"{name}: {reason}", hint=_HINT)


def _reader(text: str) -> Callable[[str], Iterator[Returned | Fault]]:
    begin = text.removeprefix("\ufeff").lstrip()
    if begin.upper().startswith("BEGIN:"):
        return calendar.read
    if begin.startswith(("[{", "[]", "{")):
        return github.read
    if not is_header(_columns(begin)) and any(map(BOX.match, text.split("\n"))):
        return checklist.read
    return table.read


def _columns(text: str) -> list[str]:
    return re.split(r"[,;\t\"]+", text.partition("\n")[0])
