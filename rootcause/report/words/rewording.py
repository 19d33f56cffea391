"""A team's own headings in the place of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from rootcause.report.words.fixed import Words

REWORDABLE: Final = (
    "summary",
    "what_happened",
    "who_was_hurt",
    "how_long",
    "root_cause",
    "root_causes",
    "cause_so_far",
    "decision",
    "will_be_done",
    "impact",
    "timeline",
    "what",
    "why",
    "causes",
    "not_caught",
    "different",
    "options",
    "cost_over_time",
    "meanwhile",
    "actions",
    "tracing",
    "recovery",
    "trust",
    "learned",
    "story",
    "prepare",
    "open_questions",
    "findings",
    "evidence",
    "about",
)
"""The names of headings, and of the lines of the summary; into none of them anything is filled in."""

_GROUPS: Final = {"tracing": "tracing", "findings": "checking"}
"""Headings with words of their own below them: where these stand."""


def heading(words: Words, name: str) -> str:
    """The heading, or line of the summary, with that name."""
    group = _GROUPS.get(name)
    return str(getattr(words, name) if group is None else getattr(words, group).title)


def reworded(words: Words, instead: Mapping[str, str]) -> Words:
    """The words with these in their places. Raises KeyError for a name that is not rewordable."""
    for name in instead:
        if name not in REWORDABLE:
            raise KeyError(name)
    plain = {name: text for name, text in instead.items() if name not in _GROUPS}
    groups = {_GROUPS[name]: text for name, text in instead.items() if name in _GROUPS}
    return replace(words, **plain, **{name: replace(getattr(words, name), title=text) for name, text in groups.items()})
