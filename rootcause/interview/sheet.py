"""The whole questionnaire as one commented answers file, for people who would rather write than be asked.

What stands in it reads back as the answers that are there already; a question without one has nothing behind its colon.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from rootcause.interview.answers import Answer, AnswerKey, Given, Rows, State
from rootcause.interview.asking import default
from rootcause.interview.conditions import in_words
from rootcause.interview.rows import Instance, item_key, rows_of
from rootcause.interview.standpoint import Standpoint
from rootcause.questionnaire.model import Question, ResponseType, Section
from rootcause.questionnaire.response.forms import form, written
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.wording import show
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from rootcause.source.visible import visible
from rootcause.source.writing import Value, entry, items

_WIDTH: Final = 88
_IN: Final = "  "
_T: Final = ResponseType

_HOW: Final = (
    "Write each answer behind its colon, save, and close the editor.",
    "What stays empty is asked another time.",
    "",
    "nobody knows it       {state: unknown}",
    "left out, if optional {state: skipped}",
    "somebody else knows   {state: deferred, to: Kim, by: 2026-12-01}",
    "where it is from      {value: 3, sure: reported, note: she said so, evidence: [a.jpg]}",
    "several lines         write | behind the colon, and the text below it, further in",
    "",
    "sure is fact, reported or assumption.",
    "Deleting an answer here changes nothing: the case keeps it as it was.",
    "Deleting a whole row or cause takes it off its list and out of the report.",
)
_TITLE: Final = "What to call the case; empty, it takes the words of the problem."


def write_sheet(interview: Standpoint, *, head: Mapping[str, str | None]) -> str:
    """All questions in their order, each with what helps to answer it, and the answers so far; `head` goes above."""
    questionnaire = interview.questionnaire
    lines = [*_comment(questionnaire.title.in_language(interview.language)), "#"]
    lines += [f"# {line}".rstrip() for line in _HOW]
    for key, value in head.items():
        lines += [*(_comment(_TITLE) if key == "title" else []), *entry(key, value)]
    lines.append("answers:")
    for section in questionnaire.sections:
        lines += _opening(interview, section)
        for question in section.questions:
            if question.compute is None:
                lines += ["", *_help(interview, question), *entry(question.id, _given(interview, question), _IN)]
    return "".join(f"{line}\n" for line in lines)


def write_rows(interview: Standpoint, container: Question) -> str:
    """The rows of a list or the rungs of a ladder alone, as `read_written` takes them; empty when there are none."""
    rows = _rows(interview, container, rows_of(interview.answers.get(AnswerKey(container.id))).instances, ())
    return "".join(f"{line}\n" for line in items(rows))


def read_written(text: str) -> Value | Problem:
    """What was made of a list or an answer; None for nothing, and a problem for what is no YAML."""
    tree, found = parse_tree(SourceText("this", text))
    if found:
        return _problem(found[0])
    return None if tree is None else tree.value


def _problem(found: Diagnostic) -> Problem:
    return Problem(f"line {found.span.line}: {found.message}", found.help)


# ---- what is written beside an answer ------------------------------------------------------------------------------


def _opening(interview: Standpoint, section: Section) -> list[str]:
    at = AnswerKey(section.questions[0].id)
    lines = ["", "", *_comment(f"==== {interview.words(section.title, at)} ====", _IN)]
    if section.when is not None:
        lines += _comment(f"asked only when {in_words(section.when.root)}", _IN)
    return lines + (_comment(interview.words(section.intro, at), _IN) if section.intro is not None else [])


def _help(interview: Standpoint, question: Question) -> list[str]:
    key = AnswerKey(question.id)
    lines = _comment(interview.words(question.ask, key), _IN)
    for text in _about(interview, question, key):
        lines += _comment(text, _IN, deeper="  ")
    for line in _offered(interview, question):
        lines.append(f"{_IN}#     {line}")
    problem = interview.problem(key)
    return lines if problem is None else [*lines, *_comment(f"!! {problem.message}", _IN)]


def _about(interview: Standpoint, question: Question, key: AnswerKey) -> list[str]:
    proposed = default(interview, key)
    return [
        *([] if question.hint is None else [interview.words(question.hint, key)]),
        *([] if question.when is None else [f"asked only when {in_words(question.when.root)}"]),
        ", ".join(filter(None, ("" if question.required else "optional", _form(interview, question)))),
        *([] if proposed is None else [f"proposed: {show(question, proposed, interview.language)}"]),
    ]


def _form(interview: Standpoint, question: Question) -> str:
    said = form(question, interview.language)
    match question.type:
        case _T.YESNO:
            return "yes or no"
        case _T.CHOICE:
            return "one of"
        case _T.CHOICES:
            return f"in brackets, with commas between them, {said or 'any'} of"
        case _T.LIST:
            return "a list; each of its rows begins with a dash and holds"
        case _T.LADDER:
            return "a chain; each of its causes begins with a dash and holds"
        case _:
            return said or ""


def _offered(interview: Standpoint, question: Question) -> list[str]:
    """The choices, or the questions of a row or rung, in two columns."""
    response, language = question.response, interview.language
    pairs = [
        (choice.id, choice.label.in_language(language), choice.hint and choice.hint.in_language(language))
        for choice in response.choices
    ]
    if response.other:
        pairs.append(("{other: ...}", "something else, in words", None))
    pairs += [(f"{item.id}:", *_cell(interview, question, item)) for item in question.each if item.compute is None]
    if question.type is _T.LADDER:
        pairs.append(("why:", "the causes below this one, written in the same way", None))
    widest = max((len(id) for id, _, _ in pairs), default=0)
    return [_one_line(f"{id:{widest}}  {label}{f' ({hint})' if hint else ''}") for id, label, hint in pairs]


def _cell(interview: Standpoint, container: Question, item: Question) -> tuple[str, str]:
    """What a question of a row asks, and how it is answered."""
    ids = [choice.id for choice in item.response.choices] + ["{other: ...}"] * item.response.other
    said = "yes or no" if item.type is _T.YESNO else form(item, interview.language)
    when = None if item.when is None else f"only when {in_words(item.when.root)}"
    about = ("" if item.required else "optional", when, said, ", ".join(ids))
    return interview.words(item.ask, AnswerKey(container.id)), "; ".join(filter(None, about))


def _one_line(text: str) -> str:
    return visible(" ".join(text.split("\n")))


def _comment(text: str, indent: str = "", deeper: str = "") -> list[str]:
    start = f"{indent}# {deeper}"
    folded = [textwrap.wrap(line, _WIDTH - len(start), break_long_words=False) for line in text.strip().split("\n")]
    return [visible(f"{start}{line}".rstrip()) for lines in folded for line in lines or [""]] if text.strip() else []


# ---- the answers ---------------------------------------------------------------------------------------------------


def _given(interview: Standpoint, question: Question) -> Value:
    answer = interview.answers.get(AnswerKey(question.id))
    if answer is None:
        return None
    if isinstance(answer.value, Rows):
        rows = _rows(interview, question, answer.value.instances, ())
        return _framed(answer, rows) if rows or answer.value.closed else None
    return _framed(answer, _raw(answer.value))


def _rows(interview: Standpoint, container: Question, instances: Sequence[Instance], under: Instance) -> list[Value]:
    """The rows, or the rungs below `under` with all that is below each of them."""
    rows: list[Value] = []
    for instance in instances:
        if instance[:-1] != under:
            continue
        row: dict[str, Value] = {}
        for item in container.each:
            key = item_key(container, item, instance)
            answer = interview.answers.get(key)
            if item.compute is None and (answer is not None or interview.is_asked(key)):
                row[item.id] = None if answer is None else _framed(answer, _raw(answer.value))
        below = _rows(interview, container, instances, instance) if container.type is _T.LADDER else []
        rows.append({**row, "why": below} if below else row)
    return rows


def _raw(value: Given | None) -> Value:
    match value:
        case bool():
            return "yes" if value else "no"
        case None | int() | Decimal():
            return value
        case _:
            return written(value)


def _framed(answer: Answer, value: Value) -> Value:
    """The value alone, or with what was said about it; without a value what became of the question."""
    said: dict[str, Value] = {"value": value} if answer.state is State.ANSWERED else {"state": str(answer.state)}
    more: dict[str, Value] = {
        "to": answer.to,
        "by": None if answer.by is None else answer.by.isoformat(),
        "sure": None if answer.sure is None else str(answer.sure),
        "note": answer.note,
        "evidence": list(answer.evidence) or None,
    }
    said |= {key: part for key, part in more.items() if part is not None}
    return value if list(said) == ["value"] else said
