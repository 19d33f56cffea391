"""What YAML allows and our files do not, in words."""

from __future__ import annotations

import re
from typing import Any, Final

from rootcause.source.findings import Findings
from rootcause.source.places import Branch, Edits, Where, where_is
from rootcause.source.quoting import in_quotes, next_indent, whole_text
from rootcause.source.scalar import MAX_DIGITS
from rootcause.source.visible import shortened

KEY_WITHOUT_SPACE: Final = re.compile(r"[\w-]+:[^/:\s]")
"""`key:value`, and no address."""

_QUOTE: Final = "put the whole text in quotes"
_QUOTES: Final = "'\""
_ONE_LINE: Final = re.compile(r"""[ ]*[\w-]+:[ ]+(?:[^\s"'\[{|>&*!#][^#]*|"[^"]*",?|'[^']*',?)""")
_TO_NEXT_KEY: Final = re.compile(r"(?:,[ \t]*[^,:#{}\[\]'\"\r\n]+)*?(?=,[ \t]*[\w-]+: |,?[ \t]*\})")


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
        fix=_second_copy(findings, first, second),
    )


def _second_copy(findings: Findings, first: Where, second: Where) -> Edits:
    """The edit that removes a line that stands there twice."""
    source = findings.source
    lines = [source.position(where[0])[0] for where in (first, second)]
    before, here = (source.line_text(line) for line in lines)
    indent = len(here) - len(here.lstrip(" "))
    if lines[0] == lines[1] or before != here or not _ONE_LINE.fullmatch(here):
        return ()
    if any(next_indent(source, line) > indent for line in lines):
        return ()
    end = source.line_start(lines[1] + 1) if lines[1] < source.line_count else second[0] + len(here)
    return (((source.line_start(lines[1]), end), ""),)


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
    text = whole_text(findings.source, where[0])
    findings.add(
        "question-mark",
        where,
        'a "?" with a space after it makes a key of what follows',
        f"if it belongs to a text, {_QUOTE}",
        fix=in_quotes(findings.source, text) if text else (),
    )


def question_mark_in_brackets(findings: Findings, where: Where) -> None:
    """A text such as the one in `{ask: Why?}`, which some YAML parsers take and others end at the question mark."""
    text = findings.source.text
    at = text.index("?", *where)
    fix = in_quotes(findings.source, where)
    suggestion = f": {fix[0][1]}" if fix else ""
    findings.add(
        "question-mark",
        (at, at + 1),
        'a "?" inside { } or [ ] needs quotes',
        f"{_QUOTE}{suggestion}",
        fix=fix,
    )


def missing_value(findings: Findings, key: Where, value_at: int, before: Branch) -> None:
    """A key in braces with nothing after it; most often a text was cut at its comma. `before` has what stands there."""
    text = findings.source.text
    written = text[slice(*key)]
    fix: Edits = ()
    if ":" in text[key[1] : value_at]:
        help = 'write "" for an empty text, null for no value, or leave the key out'
    elif ":" in written and written[0] not in _QUOTES:
        help = 'put a space after the ":"'
        if KEY_WITHOUT_SPACE.match(written):
            behind = key[0] + written.index(":") + 1
            fix = (((behind, behind), " "),)
    else:
        help = f'a "," ends a text inside {{ }}; if this belongs to the text before it, {_QUOTE}'
        fix = _cut_text(findings, key, before)
    findings.add(
        "missing-value",
        key,
        f'"{shortened(written.strip(_QUOTES))}" has no value; inside {{ }} every key needs one',
        help,
        fix=fix,
    )


def _cut_text(findings: Findings, key: Where, before: Branch) -> Edits:
    """The edit that joins a text that was cut at its commas, nothing unless it certainly is one."""
    text = findings.source.text
    last = before.last()
    if " " not in text[slice(*key)] or last is None or isinstance(last, Branch) or last[0] == last[1]:
        return ()
    rest = _TO_NEXT_KEY.match(text, key[1])
    return in_quotes(findings.source, (last[0], rest.end())) if rest and text[last[0]] not in _QUOTES else ()


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
        "long-number",
        where,
        f"a number of more than {MAX_DIGITS} digits",
        "put it in quotes if it is meant as text",
        fix=in_quotes(findings.source, where),
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
