"""What somebody said to one question, ready to be read and still ready to be computed with.

Neither can hold itself, so the garbage collector need not look at them (`gc=False`): there are thousands.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from rootcause.interview.answers import Answer, AnswerKey, Remark, State, Sure
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.values import Given


class Statement(Struct, frozen=True, gc=False):
    """One question with what became of it.

    `ask` is the question as it was asked, `label` its short name, or the question again when `has_label` is false.
    `text` is the answer in words, empty when there is none; `answer` is None when nobody has answered yet, and then
    `remark` is what was said about it all the same. `sources` are the numbers of the evidence. A list or ladder has
    its content in `rows`.
    """

    key: AnswerKey
    type: ResponseType
    ask: str
    label: str
    text: str = ""
    answer: Answer | None = None
    remark: Remark | None = None
    required: bool = True
    has_label: bool = True
    sources: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is an answer to show."""
        return bool(self.text) or any(row.is_known for row in self.rows)

    @property
    def is_told(self) -> bool:
        """Whether there is anything to tell: an answer, or of an empty list what makes it empty."""
        if self.is_known:
            return True
        is_answered = self.answer is not None and self.answer.state is State.ANSWERED
        return is_answered and self.type.repeats and not self.rows and self.is_qualified

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to find it out: not known, deferred, or required and not answered."""
        if self.rows:
            return False
        state = None if self.answer is None else self.answer.state
        if state in (State.UNKNOWN, State.DEFERRED):
            return True
        return self.required and not self.is_told and state is not State.COMPUTED

    @property
    def said(self) -> Answer | Remark | None:
        """What carries the note, the evidence and how sure it is, with an answer or before there is one."""
        return self.remark if self.answer is None else self.answer

    @property
    def is_qualified(self) -> bool:
        """Whether something was said about the answer: how sure it is, a note, evidence."""
        return self.answer is not None and bool(self.answer.sure or self.answer.note or self.answer.evidence)

    @property
    def is_assumed(self) -> bool:
        """Whether somebody said that it is no more than an assumption."""
        return self.answer is not None and self.answer.sure is Sure.ASSUMPTION

    @property
    def value(self) -> Given | None:
        """The answer as a value, or None."""
        return None if self.answer is None else self.answer.value


class Row(Struct, frozen=True, gc=False):
    """One row of a list or one rung of a ladder; `cells` are known by their field, in the order of the questions.

    `number` is the one people refer to it by: the place of a row among the others, `2`, the path of a rung, `1.2`.
    """

    instance: tuple[int, ...]
    number: str
    cells: Mapping[str, Statement] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Whether anything was said in it."""
        return any(cell.is_known for cell in self.cells.values())

    def known(self, field: str) -> Statement | None:
        """What was said under that field, or None."""
        cell = self.cells.get(field)
        return cell if cell is not None and cell.is_known else None

    def text(self, field: str) -> str:
        """The words under that field, empty when there are none."""
        cell = self.known(field)
        return "" if cell is None else cell.text

    def value(self, field: str) -> Given | None:
        """The value under that field, or None."""
        cell = self.known(field)
        return None if cell is None else cell.value
