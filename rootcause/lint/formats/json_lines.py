"""One JSON object on a line for each finding, with the same keys as in the JSON of a run."""

from __future__ import annotations

from rootcause.lint.formats.encoded import in_one_line
from rootcause.lint.formats.json import objects
from rootcause.lint.formats.outcome import Outcome


def write(outcome: Outcome) -> str:
    """The findings, also those that do not count; nothing when there are none."""
    return "".join(f"{in_one_line(one)}\n" for one in objects(outcome))
