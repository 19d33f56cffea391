"""What stands above the place where the answer goes: how far it is, the question, help, and what was wrong."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from rootcause.interview.answers import Remark, Rows
from rootcause.interview.prompt import Prompt, Row
from rootcause.questionnaire.model import Question, ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.wording import show
from rootcause.terminal.causes import cause_lines
from rootcause.terminal.folding import ELLIPSIS, fold
from rootcause.terminal.forms import form, state_in_words
from rootcause.terminal.tables import row_lines


class Kind(enum.StrEnum):
    """What a line says; also the name of its style."""

    INTRO = "intro"
    PROGRESS = "progress"
    CONTEXT = "context"
    REFERS = "refers"
    QUESTION = "question"
    HINT = "hint"
    FORM = "form"
    END = "end"
    ROWS = "rows"
    REMARK = "remark"
    STANDING = "standing"
    HELP = "help"
    PROBLEM = "problem"
    KEYS = "keys"


class Line(Struct, frozen=True):
    """A text of one kind, or a table, not yet fitted to a width."""

    kind: Kind
    text: str = ""
    table: Callable[[int], list[str]] | None = None

    def at_width(self, columns: int) -> list[str]:
        """Its lines on a screen with that many columns."""
        return fold(self.text, columns) if self.table is None else self.table(columns)


_DRAFTED = "You had begun this answer; it was kept as you left it."
_INSTEAD = "You had begun another one, which stands below; Shift-Tab or :back leaves the answer as it is."
_STOP_RULE = (
    "Stop where a change of ours would keep it from happening again: :skip when nothing lies beneath, :unknown when "
    "nobody knows. :another names another cause beside the last one."
)
_SEVERAL = ":another names another cause at this level."
_ENDS = "?!.: "
_LONGEST = 400  # of a sentence about a problem: it may quote all that was typed
_ROWS_TO_SEE = 6  # of a table, while other lines can go
_BEFORE_THE_TABLE = 5  # how many of these go before the table is shortened
_FIRST_TO_GO = (
    Kind.INTRO,
    Kind.KEYS,
    Kind.FORM,
    Kind.REFERS,
    Kind.HINT,
    Kind.END,
    Kind.PROGRESS,
    Kind.REMARK,
    Kind.STANDING,
    Kind.CONTEXT,
)


def heading(
    prompt: Prompt,
    problem: Problem | None,
    language: str | None,
    *,
    first: bool,
    drafted: bool = False,
    unicode: bool = True,
) -> tuple[Line, ...]:
    """The lines in their order. `first`: the question opens its section, so the intro belongs above it.

    `drafted`: what stands in the place of the answer was begun before, and never said.
    """
    lines = [
        Line(Kind.INTRO, prompt.intro or "" if first else ""),
        Line(Kind.PROGRESS, progress(prompt)),
        Line(Kind.CONTEXT, prompt.context or ""),
        Line(Kind.QUESTION, prompt.text),
        Line(Kind.REFERS, _refers(prompt)),
        Line(Kind.HINT, prompt.hint or ""),
        Line(Kind.FORM, form(prompt.question, language) or ""),
        Line(Kind.END, _end_of_chain(prompt)),
        Line(Kind.ROWS, table=_table(prompt, language, unicode=unicode)),
        Line(Kind.REMARK, remark_in_words(prompt.remark)),
        Line(Kind.STANDING, _begun(prompt, language) if drafted else standing(prompt) if problem is None else ""),
        Line(Kind.PROBLEM, in_words(problem or prompt.problem)),
    ]
    return tuple(line for line in lines if line.text or line.table)


def progress(prompt: Prompt) -> str:
    """`3 of 9, about 14 min left`: the place of the question in its section, and the time for all that is open."""
    minutes = prompt.progress.minutes_left
    place = f"{prompt.position} of {prompt.progress.section.asked}"
    if prompt.within is not None:
        number, count = prompt.within
        place = f"{number} of {count} about this {'cause' if _is_cause(prompt) else 'entry'}"
    left = f"about {minutes} min left" if minutes else ""
    may_end = _end_of_chain(prompt) == _STOP_RULE
    need = "the chain may end here" if may_end else "required" if prompt.question.required else "optional"
    return ", ".join(part for part in (place, left, need) if part)


def _is_cause(prompt: Prompt) -> bool:
    return prompt.inside is not None and prompt.inside.type is ResponseType.LADDER


def remark_in_words(remark: Remark) -> str:
    """What was said about the answer."""
    parts = (
        f"Note: {remark.note}" if remark.note else "",
        f"Shown by: {'; '.join(remark.evidence)}" if remark.evidence else "",
        f"How sure: {remark.sure}" if remark.sure else "",
    )
    return "\n".join(part for part in parts if part)


def _begun(prompt: Prompt, language: str | None) -> str:
    """That a text was begun, and what it would replace."""
    answer = prompt.answer
    if answer is None or answer.value is None or isinstance(answer.value, Rows):
        return _DRAFTED
    said = show(prompt.question, answer.value, language)
    return f"The answer so far is: {said[:_LONGEST]}\n{_INSTEAD}"


def _refers(prompt: Prompt) -> str:
    earlier = "; ".join(f"{label.rstrip(_ENDS)}: {words}" for label, words in prompt.refers)
    return f"You said: {earlier}" if earlier else ""


def _table(prompt: Prompt, language: str | None, *, unicode: bool) -> Callable[[int], list[str]] | None:
    """The entries of a list where it is asked for more; the causes at each of them; what is shown beside."""
    if prompt.beside is not None:
        container, rows = prompt.beside
        short = tuple(Row(row.instance, row.cells[:1]) for row in rows)
        return partial(_of_rows, short, container, (), language, unicode=unicode)
    if prompt.inside is None or not (prompt.question.type.repeats or prompt.inside.type is ResponseType.LADDER):
        return None
    if not prompt.rows and not prompt.question.type.repeats:
        return None
    return partial(_of_rows, prompt.rows, prompt.inside, prompt.key.instance, language, unicode=unicode)


def _of_rows(
    rows: tuple[Row, ...],
    container: Question,
    asked: tuple[int, ...],
    language: str | None,
    columns: int,
    *,
    unicode: bool,
) -> list[str]:
    if container.type is ResponseType.LADDER:
        return cause_lines(rows, asked, columns, unicode=unicode)
    return row_lines(rows, language, columns)


def _end_of_chain(prompt: Prompt) -> str:
    """How a chain of causes ends, said where one more cause is asked for."""
    inside = prompt.inside
    if inside is None or inside.type is not ResponseType.LADDER or prompt.question is not inside.each[0]:
        return ""
    if len(prompt.key.instance) > 1:
        return _STOP_RULE
    return _SEVERAL if prompt.rows else ""


def standing(prompt: Prompt) -> str:
    """What was said here before: that it can be kept, or what there is instead of an answer."""
    if prompt.answer is None or prompt.problem is not None:
        return ""
    words = state_in_words(prompt.answer)
    if words:
        return f"so far: {words}"
    rows = prompt.answer.value
    if isinstance(rows, Rows) and not rows.closed:
        return ""
    keys = "Esc and then Enter" if prompt.question.type is ResponseType.PARAGRAPH else "Enter"
    return f"answered before; {keys} keeps it"


def in_words(problem: Problem | None) -> str:
    """A problem as sentences: what is wrong, and how to mend it."""
    if problem is None:
        return ""
    return " ".join(_sentence(part) for part in (problem.message, problem.hint) if part)


def with_problem(lines: Sequence[Line], problem: Problem) -> list[Line]:
    """The same lines, with this problem in place of one before."""
    return [*(line for line in lines if line.kind is not Kind.PROBLEM), Line(Kind.PROBLEM, in_words(problem))]


def fitted(lines: Sequence[Line], columns: int, rows: int) -> list[tuple[Kind, str]]:
    """The lines folded to `columns`; what matters least goes first when there are more than `rows`."""
    folded = {line.kind: line.at_width(columns) for line in lines}
    for number, kind in enumerate(_FIRST_TO_GO):
        if _size(folded) <= rows:
            break
        if number == _BEFORE_THE_TABLE:
            _shorten_table(folded, _size(folded) - rows, least=_ROWS_TO_SEE)
        if _size(folded) > rows:
            folded.pop(kind, None)
    _shorten_table(folded, _size(folded) - rows, least=1)
    over = _size(folded) - rows
    if over > 0 and Kind.QUESTION in folded:
        question = folded[Kind.QUESTION]
        folded[Kind.QUESTION] = question[: max(len(question) - over, 1)]
    return [(kind, text) for kind, texts in folded.items() for text in texts]


def _size(folded: Mapping[Kind, Sequence[str]]) -> int:
    return sum(map(len, folded.values()))


def _shorten_table(folded: dict[Kind, list[str]], over: int, *, least: int) -> None:
    """Leave out its first lines: the last ones are those that were just said."""
    table = folded.get(Kind.ROWS, [])
    left = max(len(table) - over - 1, least)
    if over > 0 and left < len(table):
        folded[Kind.ROWS] = [ELLIPSIS, *table[len(table) - left :]]


def _sentence(text: str) -> str:
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + ELLIPSIS
    return cut[:1].upper() + cut[1:] + ("" if cut.endswith((".", "!", "?")) else ".")
