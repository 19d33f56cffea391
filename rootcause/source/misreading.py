"""An error of the YAML parser in our words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import yaml

from rootcause.source import refusals, shape_traps, text_traps
from rootcause.source.building import Builder
from rootcause.source.findings import Findings
from rootcause.source.reading import FORBIDDEN, character_name
from rootcause.source.stop import Reading, Stop
from rootcause.source.surrogates import NO_CHARACTER
from rootcause.source.text import INVISIBLE_LINE_BREAK

# The first that sees something is right: those above look at more than those below.
_TRAPS: Final[tuple[Callable[[Stop], Reading | None], ...]] = (
    shape_traps.tab,
    shape_traps.odd_space,
    text_traps.bad_escape,
    text_traps.unclosed_quote,
    shape_traps.missing_comma,
    shape_traps.unclosed_bracket,
    text_traps.text_after_quote,
    text_traps.text_after_brackets,
    shape_traps.missing_space,
    shape_traps.too_deep_key,
    text_traps.colon_in_text,
    text_traps.question_mark,
    text_traps.bracket_in_text,
    shape_traps.wrong_bracket,
    text_traps.block_text,
    text_traps.reserved_start,
    shape_traps.empty_entry,
    shape_traps.missing_colon,
    shape_traps.dash,
    shape_traps.second_document,
    shape_traps.out_of_line,
)


def explain(builder: Builder, error: Exception) -> None:
    """Note what a person most likely meant where the parser gave up, else what the parser says."""
    findings = builder.findings
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        if not _forbidden_character(findings):
            findings.add("yaml-syntax", (0, 0), f"this cannot be read as YAML: {error}", "write it more simply")
        return
    stop = _stop(builder, error, error.problem_mark.index)
    for trap in _TRAPS:
        if reading := trap(stop):
            findings.add(
                reading.rule, reading.where, reading.message, reading.help, label=reading.label, fix=reading.fix
            )
            return
    if findings.any:
        return
    if found := INVISIBLE_LINE_BREAK.search(findings.source.text):
        refusals.invisible_line_break(findings, found.span())
        return
    where = (stop.at, stop.line_end(stop.at))
    findings.add(
        "yaml-syntax", where, f"this cannot be read as YAML: {stop.problem}", "put the texts near it in quotes"
    )


def _stop(builder: Builder, error: yaml.MarkedYAMLError, at: int) -> Stop:
    source = builder.findings.source
    context = error.context or ""
    began = error.context_mark.index if error.context_mark is not None else at
    opened = builder.open_bracket
    if opened is None and source.text[began : began + 1] in ("{", "["):
        # The parser may be a step ahead of its events.
        opened = began
    return Stop(source, at, began, context, error.problem or "", builder.last_scalar, builder.last_brackets, opened)


def _forbidden_character(findings: Findings) -> bool:
    """Note a character that no text may hold, written as it is or as an escape; whether there is one."""
    text = findings.source.text
    if found := FORBIDDEN.search(text):
        message = f"{character_name(found[0])} cannot stand in a file"
        findings.add("control-character", found.span(), message, "delete it")
    elif found := re.search(NO_CHARACTER, text):
        message = f'"{found[0]}" is no character that double quotes know'
        findings.add("bad-escape", found.span(), message, r"write \\ for a backslash")
    return found is not None
