"""Draws a questionnaire, a list of cases and one case. Text of people is inert: no markup, no control characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rootcause.interview.answers import Answer, AnswerKey, Rows
from rootcause.interview.interview import Interview
from rootcause.questionnaire.model import Question, Questionnaire, Section
from rootcause.questionnaire.response.wording import show
from rootcause.source.visible import visible
from rootcause.terminal.folding import shown
from rootcause.terminal.forms import state_in_words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text
    from rich.tree import Tree

_DIM = "dim"
_PARTS = {"what": "WHAT", "why": "WHY", "different": "DIFFERENT", "prepare": "PREPARE"}


def draw_questionnaire(questionnaire: Questionnaire, language: str | None = None) -> RenderableType:
    """A tree of sections and questions, each with its type and when it is asked."""
    from rich.tree import Tree

    title = _text((questionnaire.title.in_language(language), "bold"), (f"  {questionnaire.id}", _DIM))
    title.append(f" {shown(questionnaire.version)}", _DIM)
    tree = Tree(title, guide_style=_DIM, highlight=False)
    for section in questionnaire.sections:
        name = _text((section.title.in_language(language), "bold"), (f"  {section.id}, {_PARTS[section.part]}", _DIM))
        if section.when is not None:
            name.append_text(_text((f", when {section.when.text}", "cyan")))
        branch = tree.add(name)
        for question in section.questions:
            _add_question(branch, question, language)
    return tree


def draw_case(
    title: str, facts: Sequence[tuple[str, str]], interview: Interview, pictures: Iterable[RenderableType] = ()
) -> RenderableType:
    """One case: what is known about it, the questions that are asked with their answers, then the pictures."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    about = Table.grid(padding=(0, 2))
    about.add_column(style=_DIM)
    about.add_column(overflow="fold")
    for name, fact in facts:
        about.add_row(_text((name, "")), _text((fact, "")))
    parts: list[RenderableType] = [_text((title, "bold")), about]
    keys = _by_question(interview)
    for section in interview.questionnaire.sections:
        answers = Table.grid(padding=(0, 2))
        answers.add_column(style=_DIM, ratio=2, overflow="fold")
        answers.add_column(ratio=3, overflow="fold")
        for label, answer in _answers(section, interview, keys):
            answers.add_row(label, answer)
        if answers.row_count:
            parts += [Text(""), _text((section.title.in_language(interview.language), "bold")), answers]
    for picture in pictures:
        parts += [Text(""), picture]
    return Group(*parts)


def _add_question(branch: Tree, question: Question, language: str | None) -> None:
    says = [question.type.value + _choices(question)]
    if question.compute is not None:
        says.append(f"computed: {question.compute.text}")
    elif not question.required:
        says.append("optional")
    if question.role:
        says.append(f"role {question.role}")
    if question.private:
        says.append("private")
    line = _text((question.id, ""), (f"  {', '.join(says)}", _DIM))
    if question.when is not None:
        line.append_text(_text((f", when {question.when.text}", "cyan")))
    if question.compute is None:
        line.append("\n")
        line.append_text(_text((question.ask.in_language(language), "italic")))
    leaf = branch.add(line)
    for item in question.each:
        _add_question(leaf, item, language)


def _choices(question: Question) -> str:
    ids = ", ".join(choice.id for choice in question.response.choices)
    other = " or {other: TEXT}" if question.response.other else ""
    return f" ({ids}{other})" if ids else ""


def _by_question(interview: Interview) -> Mapping[str, Sequence[AnswerKey]]:
    """What is asked or has an answer that counts: the keys of each question, those in its rows among them."""
    found: dict[str, list[AnswerKey]] = {}
    for key in dict.fromkeys((*interview.asked(), *interview.active())):
        found.setdefault(key.question.partition(".")[0], []).append(key)
    return found


def _answers(
    section: Section, interview: Interview, keys: Mapping[str, Sequence[AnswerKey]]
) -> Iterator[tuple[Text, Text]]:
    """Each label with its answer; questions of one label, trust before and after, are told apart as they are asked."""
    active, open = interview.active(), set(interview.open())
    labels = Counter(_named(question, interview.language) for question in section.questions)
    for question in section.questions:
        is_shared = labels[_named(question, interview.language)] > 1
        for key in sorted(keys.get(question.id, ()), key=lambda key: key.instance):
            answer = active.get(key)
            if answer is None and key not in open:
                continue
            asked = interview.question(key)
            named = asked.ask if asked.label is None or (is_shared and not key.instance) else asked.label
            label = interview.words(named, key)
            number = "  " * len(key.instance) + ".".join(map(str, key.instance)) + " " if key.instance else ""
            yield _text((number + label, "")), _answer(asked, answer, interview.language)


def _named(question: Question, language: str | None) -> str:
    return (question.label or question.ask).in_language(language)


def _answer(question: Question, answer: Answer | None, language: str | None) -> Text:
    if answer is None:
        return _text(("open", "yellow"))
    if isinstance(answer.value, Rows):
        count = len(answer.value.instances)
        return _text((f"{count or 'none'}{' in all' if count else ''}", _DIM))
    if answer.value is None:
        said = _text((state_in_words(answer) or "", "yellow"))
    else:
        said = _text((show(question, answer.value, language), ""))
    if answer.sure:
        said.append(f" ({answer.sure})", _DIM)
    if answer.note:
        said.append_text(_text((f"\n{answer.note}", _DIM)))
    return said


def _text(*pieces: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*((visible(text, keep="\n"), style) for text, style in pieces))
