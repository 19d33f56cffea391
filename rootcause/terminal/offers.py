"""What a question offers to choose from, as far as it has a list: its choices, and what can be said instead."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from msgspec import Struct

from rootcause.interview.answers import AnswerKey, Rows
from rootcause.interview.prompt import Add, Back, DoNotKnow, Move, Prompt, Remove, Reorder, Reply, Revisit, Row, Skip
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.reading import Raw
from rootcause.questionnaire.response.wording import show
from rootcause.terminal.folding import shown
from rootcause.terminal.tables import cell_name, row_name

_T = ResponseType
_LONGEST = 200  # of a cause or an entry, where one is picked out


class Further(enum.Enum):
    """A pick that needs one more thing to be said before it is a move."""

    OTHER = "what else it is"
    DEFER = "who is asked, until when"
    UNDER = "which cause it lies below"
    CHANGE = "which answer is changed"
    REORDER = "what is put elsewhere, and where"
    REMOVE = "what is taken away"


class Offer(Struct, frozen=True):
    """One line of a list. `aside`: no answer of the question itself; `chosen`: to be picked from the start.

    `above` is a title for this line and those that follow. `number` is what people call it by, `sign` stands before it.
    """

    label: str
    pick: Move | Further | None
    hint: str | None = None
    aside: bool = False
    chosen: bool = False
    level: int = 0
    above: str | None = None
    number: int | None = None
    sign: str = ""

    @property
    def text(self) -> str:
        """The whole line."""
        return self.label if self.number is None else f"{self.sign} {self.number}. {self.label}".strip()


def has_list(question: Question) -> bool:
    """Whether the question is answered by picking from a list."""
    return question.type in (_T.YESNO, _T.CHOICE, _T.CHOICES, _T.LIST, _T.LADDER)


def offers(prompt: Prompt, start: Raw, language: str | None) -> tuple[Offer, ...]:
    """All that can be picked at a prompt; `start` is the answer that is there already, as it was written."""
    match prompt.question.type:
        case _T.YESNO:
            own = _yes_no(prompt.question, start, language)
        case _T.CHOICE | _T.CHOICES:
            own = _choices(prompt.question, start, language)
        case _:
            own = _gate(prompt)
    return (*own, *_instead(prompt))


def below(prompt: Prompt) -> tuple[Offer, ...]:
    """Where one more cause may go."""
    rungs = (Offer(f"below {_row(prompt, row)}", Add(row.instance), level=len(row.instance)) for row in prompt.rows)
    return (Offer("on the first level", Add()), *rungs, Offer("Back", Back(), aside=True))


def changeable(prompt: Prompt) -> tuple[Offer, ...]:
    """What may be changed: each answer of each row, under the row that it belongs to."""
    found: list[Offer] = []
    for row in prompt.rows:
        answers = [(question, words) for question, words in row.cells if question.compute is None]
        for number, (question, words) in enumerate(answers):
            key = AnswerKey(f"{prompt.question.id}.{question.id}", row.instance)
            label = f"{cell_name(question, None)}: {shown(words[:_LONGEST]) or '(open)'}"
            title = _row(prompt, row) if not number else None
            found.append(Offer(label, Revisit(key, then=prompt.key), level=1, above=title))
    return (*found, Offer("Back", Back(), aside=True))


def movable(prompt: Prompt) -> tuple[Offer, ...]:
    """What may be put at another place; its picks are moves to the first."""
    rows = (Offer(_row(prompt, row), Reorder(row.instance, 1)) for row in prompt.rows)
    return (*rows, Offer("Back", Back(), aside=True))


def places(prompt: Prompt, instance: tuple[int, ...]) -> tuple[Offer, ...]:
    """Where that row may go."""
    others = [row for row in prompt.rows if row.instance != instance]
    first = Offer("to the top", Reorder(instance, 1))
    behind = (Offer(f"behind {_row(prompt, row)}", Reorder(instance, 2 + at)) for at, row in enumerate(others))
    return (first, *behind, Offer("Back", Back(), aside=True))


def removable(prompt: Prompt) -> tuple[Offer, ...]:
    """What may be taken away."""
    rows = (Offer(_row(prompt, row), Remove(row.instance), level=len(row.instance) - 1) for row in prompt.rows)
    return (*rows, Offer("Back", Back(), aside=True))


def _yes_no(question: Question, start: Raw, language: str | None) -> Iterator[Offer]:
    for answer in (True, False):
        yield Offer(show(question, answer, language).capitalize(), Reply(answer), chosen=start is answer)


def _choices(question: Question, start: Raw, language: str | None) -> Iterator[Offer]:
    several = question.type is _T.CHOICES
    begun = start if isinstance(start, list) else [start]
    for choice in question.response.choices:
        hint = None if choice.hint is None else choice.hint.in_language(language)
        yield Offer(choice.label.in_language(language), Reply(choice.id), hint, chosen=choice.id in begun)
    others = [entry for entry in begun if isinstance(entry, dict)]
    if several:
        for entry in others:
            yield Offer(f"Something else: {shown(str(entry['other']))}", Reply(entry), chosen=True)
    if question.response.other:
        yield Offer("Something else", Further.OTHER, chosen=bool(others) and not several)
    if several and not question.required and not question.response.min:
        yield Offer("None of these", Reply([]), aside=True)


def _gate(prompt: Prompt) -> Iterator[Offer]:
    ladder = prompt.question.type is _T.LADDER
    thing = "cause" if ladder else "entry"
    if not prompt.rows:
        yield Offer(f"Add the first {thing}", Add())
        closed = prompt.answer is not None and isinstance(prompt.answer.value, Rows) and prompt.answer.value.closed
        yield Offer("There is none", Reply(False), chosen=closed)
        return
    yield Offer("That was all", Reply(False))
    yield Offer(f"Add another {thing}", Further.UNDER if ladder else Add())
    yield Offer("Change one", Further.CHANGE)
    if not ladder and len(prompt.rows) > 1:
        yield Offer("Put one at another place", Further.REORDER)
    yield Offer("Take one away", Further.REMOVE)


def _instead(prompt: Prompt) -> Iterator[Offer]:
    if not (prompt.question.type.repeats and prompt.rows):
        yield Offer("I don't know", DoNotKnow(), aside=True)
        yield Offer("Ask someone else", Further.DEFER, aside=True)
        if not prompt.question.required:
            yield Offer("Skip", Skip(), aside=True)
    yield Offer("Back", Back(), aside=True)


def _row(prompt: Prompt, row: Row) -> str:
    return f"{row_name(prompt.rows, row, prompt.inside or prompt.question)} {shown(row.first[:_LONGEST])}"
