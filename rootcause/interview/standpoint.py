"""Where an interview stands: what is asked, what is open, which answers count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, tzinfo

from msgspec import Struct

from rootcause.interview.agenda import next_open
from rootcause.interview.answers import Answer, AnswerKey, Answers, Remark, Remarks, State
from rootcause.interview.asking import beside, prompt_for
from rootcause.interview.progress import NO_TALLY, Progress, Tally, minutes_left
from rootcause.interview.prompt import Prompt, Row
from rootcause.interview.quoting import Quotes
from rootcause.interview.route import Route, places
from rootcause.interview.routing import Routing
from rootcause.interview.selection import Selection
from rootcause.interview.standing import HIDDEN, Standing
from rootcause.questionnaire.model import Check, Question, Questionnaire, Section, Text
from rootcause.questionnaire.response.problem import Problem


class Step(Struct, frozen=True):
    """What a change replaced: the answers (None where there was none), the remarks, and where it stood."""

    answers: Mapping[AnswerKey, Answer | None]
    remarks: Remarks
    at: AnswerKey | None
    then: AnswerKey | None
    again: tuple[AnswerKey, ...]
    before: Step | None


class Standpoint(Struct, frozen=True, eq=False):
    """An interview to look at. `rootcause.interview.interview` adds the moves.

    `remarks` is what was said about answers that are still to come. `then` is where it goes on after the next answer,
    `again` what is still to be put once more in this run, `past` what can be taken back.
    """

    routing: Routing
    answers: Answers
    at: AnswerKey | None
    clock: Callable[[], datetime]
    now: datetime
    who: str | None
    zone: tzinfo | None
    language: str | None
    route: Route
    changed: tuple[AnswerKey, ...] = ()
    """The keys whose answers the last move touched."""
    remarks: Remarks = {}
    selection: Selection = Selection.ALL
    then: AnswerKey | None = None
    again: tuple[AnswerKey, ...] = ()
    past: Step | None = None

    @property
    def questionnaire(self) -> Questionnaire:
        """What is being asked."""
        return self.routing.questionnaire

    def question(self, key: AnswerKey) -> Question:
        """The question that a key belongs to. Raises KeyError when the questionnaire has none."""
        container, _, item = key.question.partition(".")
        question = self.questionnaire.questions[container]
        if not item:
            return question
        found = question.item(item)
        if found is None:
            raise KeyError(key.question)
        return found

    def standing(self, question: str) -> Standing:
        """How a question stands; one of a row or rung as part of its list or ladder."""
        return self.route.standings.get(question.partition(".")[0], HIDDEN)

    def _standings(self, bits: int) -> Iterator[Standing]:
        return (self.standing(self.routing.questions[index].id) for index in places(bits))

    def is_asked(self, key: AnswerKey) -> bool:
        """Whether the question is on the route."""
        return key in self.standing(key.question).keys

    def asked(self) -> tuple[AnswerKey, ...]:
        """All keys on the route, in order."""
        return tuple(key for standing in self._standings(self.route.asked) for key in standing.keys)

    def open(self) -> tuple[AnswerKey, ...]:
        """Those on the route that wait for an answer."""
        return tuple(key for standing in self._standings(self.route.open) for key in standing.open)

    def missing(self) -> tuple[AnswerKey, ...]:
        """Those that are open and required; a row that is not there yet counts as its list.

        In a short run only those that it asks.
        """
        found: dict[AnswerKey, None] = {}
        for index in places(self._open_bits()):
            question = self.routing.questions[index]
            there = {row.instance for row in self.standing(question.id).rows}
            for key in self.standing(question.id).open:
                is_new_row = bool(key.instance) and key.instance not in there
                subject = AnswerKey(question.id) if is_new_row else key
                if self.question(subject).required or key in self.standing(key.question).problems:
                    found[subject] = None
        return tuple(found)

    def left_out(self) -> tuple[AnswerKey, ...]:
        """Those that are open and that a short run does not ask."""
        questions = (self.routing.questions[index] for index in places(self.route.open & ~self._open_bits()))
        return tuple(AnswerKey(question.id) for question in questions)

    def _open_bits(self) -> int:
        return self.route.open & self.routing.quick if self.selection is Selection.QUICK else self.route.open

    def remark(self, key: AnswerKey) -> Remark:
        """What was said about the answer at a key, given or still to come."""
        if key in self.remarks:
            return self.remarks[key]
        answer = self.answers.get(key)
        return Remark() if answer is None else Remark(answer.note, answer.sure, answer.evidence)

    def active(self, *questions: str) -> dict[AnswerKey, Answer]:
        """The answers that count: those on the route that nothing speaks against, and the computed ones.

        With `questions` only those to these, and in their rows.
        """
        found: dict[AnswerKey, Answer] = {}
        for standing in map(self.standing, questions) if questions else self.route.standings.values():
            for key in standing.keys:
                # Too few rows are no reason to leave out those that are there.
                fits = key not in standing.problems or self.question(key).type.repeats
                if key in self.answers and fits:
                    found[key] = self.answers[key]
            for key, given in standing.computed.items():
                found[key] = Answer(State.COMPUTED, given)
        return found

    def inactive(self) -> tuple[AnswerKey, ...]:
        """Answers that are kept although their questions are not asked any more."""
        return tuple(key for key in self.answers if not self.is_asked(key))

    def problem(self, key: AnswerKey) -> Problem | None:
        """What speaks against the answer that stands at a key, or None."""
        found = self.standing(key.question).problems.get(key)
        return Problem(self.words(found.otherwise, key)) if isinstance(found, Check) else found

    def words(self, text: Text, key: AnswerKey) -> str:
        """A text as the person at that question reads it: in their language, with earlier answers quoted."""
        return Quotes(self.questionnaire, self.answers, self.route.standings, self.language).fill(text, key)

    def beside(self, question: Question) -> tuple[Question, tuple[Row, ...]] | None:
        """The list or ladder that is shown with a question, and its rows."""
        return beside(self, question)

    def progress(self, section: Section | None = None) -> Progress:
        """How far the interview has come; in a short run of what it asks."""
        whole = self.route.whole
        tally = whole if section is None else self.route.sections[section.id]
        if self.selection is Selection.QUICK:
            whole = self._tally(self.routing.questions)
            tally = whole if section is None else self._tally(section.questions)
        left = minutes_left(whole.weight_left, self.routing.total_weight, self.questionnaire.minutes)
        return Progress(tally, whole, left)

    def _tally(self, questions: Iterable[Question]) -> Tally:
        return sum((self.standing(question.id).tally for question in questions if question.quick), NO_TALLY)

    def next_key(self) -> AnswerKey | None:
        """The key of the question to put now; None when nothing is left."""
        return next_open(self) if self.at is None else self.at

    def prompt(self) -> Prompt | None:
        """The question to put now; None when nothing is left."""
        key = self.next_key()
        return None if key is None else prompt_for(self, key)
