"""Plants one mistake in an otherwise real questionnaire, at a place that chance picks, and knows which and where.

`«` in what is planted marks the place at which the linter is to point. An edit changes what stands there: it is a
pattern and what to put instead. An insert is a question that is put behind one of the others.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

MARK = "«"


@dataclass(frozen=True)
class Planted:
    """A text with a mistake in it: the rule that is to find it, and where."""

    rule: str
    text: str
    line: int
    column: int


# Rule, pattern, replacement. The pattern is searched line by line in the whole text.
EDITS: tuple[tuple[str, str, str], ...] = (
    ("tab-indent", r"^ {8}(type: )", f"{MARK}\t\\1"),
    ("missing-space", r"^( +)(type):( text)$", f"\\1\\2{MARK}:text"),
    ("colon-in-text", r"^( +ask: [A-Z][a-z]+)( .*\?)$", f"\\1{MARK}: so\\2"),
    ("unclosed-quote", r'^( +hint: )(".*)"$', f"\\1{MARK}\\2"),
    ("text-after-quote", r'^( +hint: ".*")$', f"\\1 {MARK}and more"),
    ("reserved-start", r"^( +hint: )([A-Z].*)$", f"\\1{MARK}@\\2"),
    ("anchor", r"^( +label: )([A-Z].*)$", f"\\1{MARK}&here \\2"),
    ("tag", r"^( +label: )([A-Z].*)$", f"\\1{MARK}!!str \\2"),
    ("duplicate-key", r"^( +)(role: .*)$", f"\\1\\2\n\\1{MARK}role: lessons"),
    ("second-document", r"^sections:$", f"{MARK}---\nsections:"),
    ("invisible-character", r"^( +ask: [A-Z][a-z]+)( )", f"\\1{MARK}\u200b\\2"),
    ("ambiguous-scalar", r"^( +label: )([A-Z].*)$", f"\\1{MARK}no"),
    ("unknown-key", r"^( +)hint(: )", f"\\1{MARK}hnit\\2"),
    ("unknown-key", r"^( +)required(: )", f"\\1{MARK}requierd\\2"),
    ("wrong-type", r"^( +required: )false$", f"\\1{MARK}maybe"),
    ("wrong-type", r"^(minutes: )\d+$", f"\\1{MARK}soon"),
    ("missing-key", r"^(      - )(id: \w+)( *#.*)?\n +type: text$", f"\\1{MARK}\\2"),
    ("empty-section", r"^sections:$", f"sections:\n  - {{id: planted, title: Planted, questions: {MARK}[]}}"),
    ("unknown-part", r"^( +part: )why$", f"\\1{MARK}reasons"),
    ("unsupported-version", r"^(rootcause: )1$", f"\\1{MARK}2"),
    ("invalid-version", r"^(version: )1\.0\.0$", f"\\1{MARK}1.0"),
    ("bad-include", r"^(include: \[)shared/choices", f"\\1{MARK}shared/choizes"),
    ("invalid-id", r"^(      - id: )(\w+)( *#.*)?$", f"\\1{MARK}My\\2"),
    ("duplicate-id", r"^(      - id: )(?!problem)(\w+)( *#.*)?$", f"\\1{MARK}problem"),
    ("reserved-id", r"^(      - id: )(\w+)( *#.*)?$", f"\\1{MARK}index"),
    ("unknown-role", r"^( +role: )impact$", f"\\1{MARK}impakt"),
    ("role-type-mismatch", r"^( +role: )impact$", f"\\1{MARK}started"),
    ("unknown-question-type", r"^( +type: )paragraph$", f"\\1{MARK}paragraf"),
    ("unknown-question-type", r"^( +type: )yesno$", f"\\1{MARK}bool"),
    ("unknown-list", r"^( +list: )(\w+)$", f"\\1{MARK}nowhere"),
    ("useless-key", r"^( +)(type: yesno)$", f"\\1\\2\n\\1{MARK}max_length: 20"),
    ("unknown-reference", r"^( +when: )(\w+)$", f"\\1{MARK}\\2x"),
    ("unknown-function", r"^( +when: )(\w+)$", f"\\1{MARK}is_set(\\2)"),
    ("unknown-option", r"^( +when: \w+ [!=]= )'\w+'$", f"\\1{MARK}'nonesuch'"),
    ("expression-syntax", r"^( +when: \w+ )==( '\w+')$", f"\\1{MARK}=\\2"),
    ("type-mismatch", r"^( +when: )(\w+)$", f"\\1{MARK}\\2 > 3"),
    ("blame-wording", r"^( +ask: )(What|Why|Which|How)\b.*$", f"\\1{MARK}Who is to blame for it?"),
    ("several-questions", r"^( +ask: [A-Z].*\?)$", f"\\1{MARK} And since when?"),
    ("failing-test", r"^(    answers: .*\n)    hidden: \[(\w+)[^\n]*$(?!\n    shown)", f"\\1    shown: {MARK}[\\2]"),
    ("unknown-reference", r"^(    shown: \[)(\w+)", f"\\1{MARK}\\2x"),
    ("unused-suppression", r"^( +label: [A-Z].*)$", f"\\1  # rootcause: ignore[{MARK}blame-wording] -- as they said"),
    ("unknown-rule-in-suppression", r"^( +label: [A-Z].*)$", f"\\1  # rootcause: ignore[{MARK}blame-words] -- as said"),
    ("malformed-suppression", r"^( +label: [A-Z].*)$", f"\\1  {MARK}# rootcause: ignore"),
)

_LONG = " or ".join(["answered(problem)"] * 60)  # an expression has at most 1,000 characters

INSERTS: tuple[tuple[str, str], ...] = (
    ("missing-key", f"- {MARK}id: planted\n  ask: What else was seen?\n"),
    ("question-mark", f"- {{id: planted, type: text, label: Planted, ask: What else was seen{MARK}?}}\n"),
    ("missing-value", f'- {{id: planted, type: text, ask: "What was it?", {MARK}required}}\n'),
    ("bad-escape", f'- id: planted\n  type: text\n  ask: "What was {MARK}\\q in it?"\n'),
    ("block-text", f"- id: planted\n  type: text\n  ask: {MARK}| What was in it?\n"),
    ("long-number", f"- id: planted\n  type: integer\n  ask: How many were there?\n  max: {MARK}{'1' * 50}\n"),
    (
        "too-few-choices",
        f"- id: planted\n  type: choice\n  ask: Which of these was it?\n  choices: {MARK}{{a: This}}\n",
    ),
    (
        "duplicate-choice",
        f"- id: planted\n  type: choice\n  ask: Which of these was it?\n  choices: {{a: This, b: {MARK}This, c: That}}\n",
    ),
    ("impossible-range", f"- id: planted\n  type: integer\n  ask: How many were there?\n  min: 9\n  max: {MARK}3\n"),
    ("invalid-default", f"- id: planted\n  type: integer\n  ask: How many were there?\n  default: {MARK}some\n"),
    (
        "nested-rows",
        "- id: planted\n  type: list\n  ask: What else was seen?\n  each:\n    - id: inner\n"
        f"      type: {MARK}list\n      ask: Which ones?\n      each: [{{id: deep, type: text, ask: What}}]\n",
    ),
    ("reused-id", f"- id: planted\n  type: text\n  ask: What else was seen?\n  was: {MARK}problem\n"),
    ("refused-pattern", f"- id: planted\n  type: text\n  ask: Which number is on it?\n  pattern: {MARK}(?=a)b\n"),
    ("wrong-arguments", f"- id: planted\n  type: text\n  ask: What else was seen?\n  when: {MARK}answered()\n"),
    ("bad-quote", f"- id: planted\n  type: text\n  ask: What else was seen in {MARK}${{the problem}}?\n"),
    ("forward-reference", f"- id: planted\n  type: text\n  ask: What else was seen?\n  when: {MARK}planted == 'a'\n"),
    (
        "expression-limit",
        f"- id: planted\n  type: text\n  ask: What else was seen?\n  when: {_LONG[:1000]}{MARK}{_LONG[1000:]}\n",
    ),
    (
        "leading-question",
        f"- id: planted\n  type: yesno\n  label: Planted\n  ask: {MARK}Don't you think that it came late?\n",
    ),
    (
        "private-answer-quoted",
        "- id: planted\n  type: text\n  label: Planted\n  private: true\n  ask: Which order is it?\n"
        f"- id: planted_too\n  type: text\n  label: Planted too\n  ask: What was in {MARK}${{planted}}?\n",
    ),
    (
        "unreachable-question",
        "- id: planted\n  type: yesno\n  label: Planted\n  ask: Was it seen?\n"
        f"- id: planted_too\n  type: text\n  label: Planted too\n  ask: What was it?\n  when: {MARK}planted and not planted\n",
    ),
    (
        "unanswerable-check",
        "- id: planted\n  type: integer\n  label: Planted\n  ask: How many were there?\n  min: 1\n"
        f"  check: {{that: {MARK}planted < 1, else: That cannot be.}}\n",
    ),
    (
        "redundant-operand",
        "- id: planted\n  type: yesno\n  label: Planted\n  ask: Was it seen?\n"
        f"- id: planted_too\n  type: text\n  label: Planted too\n  ask: What was it?\n  when: planted and {MARK}planted\n",
    ),
    (
        "comparison-outside-bounds",
        "- id: planted\n  type: integer\n  label: Planted\n  ask: How many were there?\n  max: 10\n"
        f"- id: planted_too\n  type: text\n  label: Planted too\n  ask: What was it?\n  when: {MARK}planted > 20\n",
    ),
    (
        "placeholders-differ",
        "- id: planted\n  type: text\n  label: Planted\n"
        f'  ask: {{en: "What was ${{problem}}?", de: {MARK}"Was war es?"}}\n',
    ),
)


def plant(text: str, kind: int, chance: random.Random) -> Planted | None:
    """The mistake with that number, planted; None where this questionnaire has no place for it."""
    if kind < len(EDITS):
        rule, pattern, replacement = EDITS[kind]
        places = list(re.finditer(pattern, text, re.MULTILINE))
        if not places:
            return None
        place = chance.choice(places)
        return _planted(rule, text[: place.start()] + place.expand(replacement) + text[place.end() :])
    rule, question = INSERTS[kind - len(EDITS)]
    behind = [found.start() for found in re.finditer(r"^      - id: \w+", text, re.MULTILINE)]
    first = text.index("role: problem")
    at = chance.choice([start for start in behind if start > first])
    inner = "".join(f"      {line}\n" for line in question.splitlines())
    return _planted(rule, text[:at] + inner + text[at:])


def _planted(rule: str, marked: str) -> Planted:
    before, _, after = marked.partition(MARK)
    line = before.count("\n") + 1
    return Planted(rule, before + after, line, len(before) - before.rfind("\n"))
