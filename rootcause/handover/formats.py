"""The formats in which follow-ups are handed over."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from datetime import date

from rootcause.handover.task import Task


class Format(enum.StrEnum):
    """Where the follow-ups go to."""

    CSV = "csv"
    JIRA = "jira"
    GITHUB = "github"
    GITLAB = "gitlab"
    ICS = "ics"
    MD = "md"


def write(format: Format, tasks: Sequence[Task], today: date) -> str:
    """The text in that format."""
    match format:
        case Format.CSV:
            from rootcause.handover import table

            return table.write(tasks)
        case Format.JIRA:
            from rootcause.handover import jira

            return jira.write(tasks)
        case Format.GITHUB:
            from rootcause.handover import github

            return github.write(tasks)
        case Format.GITLAB:
            from rootcause.handover import gitlab

            return gitlab.write(tasks)
        case Format.ICS:
            from rootcause.handover import calendar

            return calendar.write(tasks, today)
        case Format.MD:
            from rootcause.handover import checklist

            return checklist.write(tasks)
