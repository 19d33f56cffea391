"""Puts the example of a rule into a whole questionnaire that is otherwise without fault.

An example may be a whole file (it begins with `rootcause:`); keys at the top (`lists:`, `version:` ...), which stand
instead of those that are there, with `sections:` as the last of them; sections or includes of such, which stand before
WHY; or questions (`- id: ...`), which stand at the end of the first section. Several files are parted by lines
`# file: NAME`; the part before the first is the questionnaire, and `before/example.yaml` is what it was in an earlier
version. `<U+200B>` stands for that character, `<BOM>`, `<CR>` and `<TAB>` for theirs.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from rootcause.lint.finding import Finding
from rootcause.lint.linter import lint
from rootcause.lint.rules import all_rules
from rootcause.source.text import SourceText

SKELETON = """\
rootcause: 1
id: example
version: 1.0.0
title: Late deliveries
{top}sections:
  - id: what
    part: what
    title: WHAT happened
    questions:
      - {{id: problem, type: text, role: problem, ask: "What happened, seen from the customer?"}}
{questions}
  - id: why
    part: why
    title: WHY it happened
    questions:
      - id: causes
        type: ladder
        role: causes
        ask: What led to it?
        next: What made that possible?
        max: 7
        each:
          - {{id: because, type: text, ask: "What was the cause?"}}
  - id: different
    part: different
    title: DIFFERENT from now on
    questions:
      - id: actions
        type: list
        role: actions
        ask: Which actions follow?
        each:
          - {{id: what, type: text, ask: "What will be done?"}}
          - {{id: owner, type: person, ask: "Who sees to it?"}}
          - {{id: due, type: date, ask: "By which day?"}}
"""
_BEFORE = "before/example.yaml"
_SECTION = re.compile(r"^(?:  questions:|- include:)", re.MULTILINE)
_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)
_WHOLE = re.compile(r"(?<!# )rootcause:")
_QUESTION = re.compile(r"\A(?:\s*#.*\n)*\s*- ")
_MARKS = {"<BOM>": "\ufeff", "<CR>": "\r", "<TAB>": "\t"}


def files(example: str) -> dict[str, str]:
    """The files of an example by name; the first is the questionnaire."""
    for mark, character in _MARKS.items():
        example = example.replace(mark, character)
    example = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda found: chr(int(found[1], 16)), example)
    main, *rest = _FILE.split(example)
    others = dict(zip(rest[::2], rest[1::2], strict=True))
    if _BEFORE in others:
        others[_BEFORE] = _whole(others[_BEFORE])
    return {"example.yaml": _whole(main), **others}


def _whole(text: str) -> str:
    if text.startswith("\ufeff"):
        return "\ufeff" + _whole(text[1:])
    if _WHOLE.search(text):
        return text
    if _SECTION.search(text):
        return SKELETON.format(top="", questions=textwrap.indent(text, "  "))
    if _QUESTION.search(text):
        inner = "".join(f"      {line}" if line.strip() else line for line in text.splitlines(keepends=True))
        return SKELETON.format(top="", questions=inner)
    text, _, sections = text.partition("sections:\n")
    given = set(_KEY.findall(text))
    lines = SKELETON.splitlines(keepends=True)
    kept = "".join(line for line in lines if not (found := _KEY.match(line)) or found[1] not in given)
    return kept.format(top=text, questions=sections)


def findings(example: str, name: str = "") -> tuple[Finding, ...]:
    """What all rules that are on say about an example, and the one with that name if it is off."""
    return found_in(files(example), name)


def found_in(texts: Mapping[str, str], name: str = "") -> tuple[Finding, ...]:
    """What they say about the first of these files, which may include the others."""
    main = next(iter(texts))

    def resolve(name: str) -> SourceText:
        return SourceText(name, texts[name])

    rules = [rule for rule in all_rules() if rule.on or rule.name == name]
    before = SourceText(main, texts[_BEFORE]) if _BEFORE in texts else None
    found = lint(SourceText(main, texts[main]), rules, raw=texts[main], resolve=resolve, before=before)
    return tuple(one for one in found if one.suppression is None)
