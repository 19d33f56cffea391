"""What YAML allows and our files do not, in words."""

from __future__ import annotations

from typing import Any, Final

from rootcause.source.findings import Findings
from rootcause.source.places import Where, where_is
from rootcause.source.scalar import MAX_DIGITS
from rootcause.source.visible import shortened

_QUOTE: Final = "put the whole text in quotes"
_QUOTES: Final = "'\""


def properties(findings: Findings, event: Any) -> None:
    """An anchor or a tag before a value."""
    text = findings.source.text
    start, end = where_is(event)
    if event.anchor is not None:
        at = text.find(f"&{event.anchor}", start)
        findings.add(
            "anchor",
            (at, at + len(event.anchor) + 1),
            f'"&{shortened(event.anchor)}" gives a value a name for use elsewhere, which is not allowed here',
            f'remove it; if the text starts with "&", {_QUOTE}',
        )
    if event.tag is not None:
        at = text.find("!", start)
        written = text[at : max(end, at + 1)].split(None, 1)[0]
        findings.add(
            "tag",
            (at, at + len(written)),
            f'"{shortened(written)}" is a tag, which is not allowed here',
            f'remove it; if the text starts with "!", {_QUOTE}',
        )


def alias(findings: Findings, where: Where) -> None:
    """A value taken from an anchor elsewhere."""
    findings.add(
        "anchor",
        where,
        f'"{shortened(findings.source.text[slice(*where)])}" repeats a value from elsewhere, which is not allowed here',
        f'write the value out; if the text starts with "*", {_QUOTE}',
    )


def merge_key(findings: Findings, where: Where) -> None:
    """The key `<<` of YAML 1.1."""
    findings.add("anchor", where, '"<<" merges mappings, which is not allowed here', "write the keys out")


def duplicate_key(findings: Findings, key: str, first: Where, second: Where) -> None:
    """A key that its mapping has already."""
    before, here = (findings.source.position(where[0])[0] for where in (first, second))
    lines = f"on line {here}" if before == here else f"on lines {before} and {here}"
    findings.add(
        "duplicate-key",
        second,
        f'the key "{shortened(key)}" stands twice in one mapping, {lines}',
        "remove one of them, or give it the name that was meant",
        label=(first, "it stands here first"),
    )


def complex_key(findings: Findings, where: Where) -> None:
    """A mapping or a list as a key."""
    findings.add(
        "bracket-in-text",
        where,
        "a mapping or a list stands where a key is expected",
        f"if the bracket belongs to a text, {_QUOTE}",
    )


def question_mark_key(findings: Findings, where: Where) -> None:
    """A key that a question mark made one."""
    findings.add(
        "question-mark",
        where,
        'a "?" with a space after it makes a key of what follows',
        f"if it belongs to a text, {_QUOTE}",
    )


def question_mark_in_brackets(findings: Findings, where: Where) -> None:
    """A text such as the one in `{ask: Why?}`, which some YAML parsers take and others end at the question mark."""
    text = findings.source.text
    at = text.index("?", *where)
    suggestion = (
        f': "{text[slice(*where)]}"' if '"' not in text[slice(*where)] and "\n" not in text[slice(*where)] else ""
    )
    findings.add(
        "question-mark",
        (at, at + 1),
        'a "?" inside { } or [ ] needs quotes',
        f"{_QUOTE}{suggestion}",
    )


def missing_value(findings: Findings, key: Where, value_at: int) -> None:
    """A key in braces with nothing after it; most often a text was cut at its comma."""
    text = findings.source.text
    written = text[slice(*key)]
    if ":" in text[key[1] : value_at]:
        help = 'write "" for an empty text, null for no value, or leave the key out'
    elif ":" in written and written[0] not in _QUOTES:
        help = 'put a space after the ":"'
    else:
        help = f'a "," ends a text inside {{ }}; if this belongs to the text before it, {_QUOTE}'
    findings.add(
        "missing-value",
        key,
        f'"{shortened(written.strip(_QUOTES))}" has no value; inside {{ }} every key needs one',
        help,
    )


def pair_in_list(findings: Findings, where: Where) -> None:
    """`[a: b]`, which YAML takes for a list with a mapping in it."""
    findings.add(
        "colon-in-text",
        where,
        'a ": " inside [ ] makes a key and a value out of a text',
        "put the text in quotes, or write { } instead of [ ] for keys and values",
    )


def long_number(findings: Findings, where: Where) -> None:
    """More digits than a quantity has."""
    findings.add(
        "long-number", where, f"a number of more than {MAX_DIGITS} digits", "put it in quotes if it is meant as text"
    )


def too_deep(findings: Findings, where: Where, limit: int) -> None:
    """Nesting that no person wrote."""
    findings.add(
        "too-complex",
        where,
        f"mappings and lists are nested more than {limit} levels deep",
        f"nest less; if the bracket belongs to a text, {_QUOTE}",
    )


def too_many_values(findings: Findings, where: Where, limit: int) -> None:
    """A file that would take too long to work with."""
    findings.add("too-complex", where, f"there are more than {limit:,} values in the file", "split the file")


def second_document(findings: Findings, where: Where) -> None:
    """A line of three dashes with something before it."""
    findings.add(
        "second-document",
        where,
        "a second document starts here, expected one document in a file",
        'make it a file of its own, or remove the line "---"',
    )


def invisible_line_break(findings: Findings, where: Where) -> None:
    """A line break of YAML that editors show as nothing: behind it a key can stand in the middle of a line."""
    findings.add(
        "control-character",
        where,
        f"the invisible character U+{ord(findings.source.text[where[0]]):04X} is a line break for YAML",
        f"delete it, or start a new line; if it belongs to a text, {_QUOTE}",
    )
