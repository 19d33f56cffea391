"""An interview, and the moves that lead from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import assert_never

from msgspec.structs import replace

from rootcause.interview import prompt as moves
from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Rows, State, Sure
from rootcause.interview.prompt import Move
from rootcause.interview.replacing import read_rows, renumbered
from rootcause.interview.route import Route, highest_below
from rootcause.interview.routing import Routing
from rootcause.interview.rows import NEEDED, in_order, is_empty, most, next_instance, rows_of, shortfall, surplus
from rootcause.interview.standpoint import Standpoint
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw, read_answer, read_yesno


@lru_cache(maxsize=16)
def _routing(questionnaire: Questionnaire) -> Routing:
    return Routing(questionnaire)


class Interview(Standpoint, frozen=True, eq=False):
    """One person's way through a questionnaire. A move returns a new interview; this one stays as it is."""

    @classmethod
    def begin(
        cls,
        questionnaire: Questionnaire,
        answers: Answers | None = None,
        *,
        clock: Callable[[], datetime],
        at: AnswerKey | None = None,
        who: str | None = None,
        zone: tzinfo | None = None,
        language: str | None = None,
    ) -> Interview:
        """Begin, or go on with answers given before and at the question where it was left.

        `clock` gives an aware moment; `zone` is where answers without a zone lie, None for this machine's.
        """
        routing, now, given = _routing(questionnaire), clock(), dict(answers or {})
        route = Route.empty().updated(routing, given, now, range(len(routing.questions)))
        interview = cls(routing, given, None, clock, now, who, zone, language, route)
        return replace(interview, at=at) if at is not None and interview.is_asked(at) else interview

    def move(self, move: Move) -> Interview | Problem:
        """Make a move; a problem says why it is not taken. Quitting changes nothing."""
        match move:
            case moves.Reply(raw, sure, note, evidence):
                return self.answer(raw, sure=sure, note=note, evidence=evidence)
            case moves.Skip():
                return self.skip()
            case moves.DoNotKnow(note):
                return self.unknown(note=note)
            case moves.Defer(to, by, note):
                return self.defer(to, by, note=note)
            case moves.Back():
                return self.back()
            case moves.Revisit(key):
                return self.revisit(key)
            case moves.Add(under):
                return self.add(under)
            case moves.Remove(instance):
                return self.remove(instance)
            case moves.Quit():
                return self
            case _:
                assert_never(move)

    def answer(
        self,
        raw: Raw,
        *,
        key: AnswerKey | None = None,
        sure: Sure | None = None,
        note: str | None = None,
        evidence: tuple[str, ...] = (),
    ) -> Interview | Problem:
        """Answer the question at `key`, else the one asked now.

        At a list or ladder: all its rows, as an answers file has them; true for one more; false when that was all.
        """
        key = self._subject(key)
        question = self.question(key)
        if question.type.repeats:
            return self._answer_rows(question, key, raw)
        value = read_answer(question, raw, self.zone)
        if isinstance(value, Problem):
            return value
        return self._accept(key, self._answer(State.ANSWERED, value=value, sure=sure, note=note, evidence=evidence))

    def record(self, key: AnswerKey, answer: Answer) -> Interview | Problem:
        """Put down an answer that has been read already; who and when are filled in where they are missing."""
        return self._accept(key, self._stamped(answer))

    def record_rows(self, container: Question, rows: Rows, answers: Answers, about: Answer | None = None) -> Interview:
        """Put down rows or rungs that have been read already; `about` is what was said about the list as a whole."""
        stamped = {key: self._stamped(answer) for key, answer in answers.items()}
        listing = self._stamped(replace(about or Answer(State.ANSWERED), value=rows))
        return self._with(stamped | {AnswerKey(container.id): listing})

    def skip(self) -> Interview | Problem:
        """Leave the question open for good. A required one cannot be skipped, but the end of a chain of causes can."""
        return self._accept(self._subject(None), self._answer(State.SKIPPED))

    def unknown(self, *, note: str | None = None) -> Interview | Problem:
        """Say that it is not known."""
        return self._accept(self._subject(None), self._answer(State.UNKNOWN, note=note))

    def defer(self, to: str, by: date | None = None, *, note: str | None = None) -> Interview | Problem:
        """Have somebody else asked."""
        if not to.strip():
            return Problem("nobody is named", "say who is to be asked")
        return self._accept(self._subject(None), self._answer(State.DEFERRED, to=to.strip(), by=by, note=note))

    def back(self) -> Interview | Problem:
        """Go to the question before, on the route as it is now."""
        asked = self.next_key()
        key = self._last_key() if asked is None else self._key_before(asked)
        if key is None:
            return Problem("this is the first question")
        return self._without_empty_row(asked, at=key)

    def revisit(self, key: AnswerKey) -> Interview | Problem:
        """Go to a question that is on the route."""
        if self.is_asked(key):
            return replace(self, at=key, changed=())
        if key.question.partition(".")[0] not in self.questionnaire.questions:
            return Problem(f'there is no question "{key}"')
        return Problem(f'"{key}" is not asked, after what was answered before it')

    def add(self, under: tuple[int, ...] = ()) -> Interview | Problem:
        """Go to a new row of the list asked now, or to one more cause below the rung `under`."""
        container = self._container(self._subject(None))
        rows = rows_of(self.answers.get(AnswerKey(container.id)))
        if under and under not in rows.instances:
            return Problem(f"there is no rung {'.'.join(map(str, under))}")
        limit = most(container)
        size = len(rows.instances) if container.type is ResponseType.LIST else len(under)
        if limit is not None and size >= limit:
            noun = "entries are" if container.type is ResponseType.LIST else "levels are"
            return Problem(f"at most {limit} {noun} taken")
        instance = next_instance(container, self.answers, rows.instances, under)
        after = self._with({AnswerKey(container.id): self._grown(container, instance)})
        first = next((key for key in after.standing(container.id).open if key.instance == instance), None)
        return replace(after, at=first)

    def remove(self, instance: tuple[int, ...]) -> Interview | Problem:
        """Take a row, or a rung and all below it, off. What was answered in it is kept, inactive."""
        key = AnswerKey(self._container(self._subject(None)).id)
        rows = rows_of(self.answers.get(key))
        if instance not in rows.instances:
            return Problem(f"there is no entry {'.'.join(map(str, instance))}")
        left = tuple(path for path in rows.instances if path[: len(instance)] != instance)
        return self._with({key: self._answer(State.ANSWERED, value=Rows(left, rows.closed and bool(left)))}, at=key)

    # ---- how a move is made ----------------------------------------------------------------------------------------

    def _answer_rows(self, container: Question, key: AnswerKey, raw: Raw) -> Interview | Problem:
        if isinstance(raw, list | tuple):
            read = renumbered(container, read_rows(container, raw, self.zone), self.answers)
            if read.problems:
                return read.problems[0]
            rows, answers = read.rows, read.answers
        else:
            more = read_yesno(raw)
            if isinstance(more, Problem):
                return more
            if more:
                return self.add()
            rows, answers = rows_of(self.answers.get(key)), {}
        after = self.record_rows(container, rows._replace(closed=True), answers)
        wrong = shortfall(container, after.answers, rows) or surplus(container, rows.instances)
        return after if wrong is None else wrong

    def _accept(self, key: AnswerKey, answer: Answer) -> Interview | Problem:
        updates = {key: answer}
        container, question = self._container(key), self.question(key)
        ends_chain = len(key.instance) > 1 and question is container.each[0]
        if answer.state is State.SKIPPED and question.required and not ends_chain:
            return Problem("this one is needed; it cannot be skipped", NEEDED)
        if container.type.repeats and not key.instance and rows_of(self.answers.get(key)).instances:
            return Problem("there are entries already", "say that this was all, or take them away first")
        if key.instance and key.instance not in rows_of(self.answers.get(AnswerKey(container.id))).instances:
            updates[AnswerKey(container.id)] = self._grown(container, key.instance)
        after = self._with(updates)
        problem = after.problem(key)
        return after if problem is None else problem

    def _with(self, updates: Mapping[AnswerKey, Answer], at: AnswerKey | None = None) -> Interview:
        answers = {**self.answers, **updates}
        touched = {self.routing.index[key.question.partition(".")[0]] for key in updates}
        route = self.route.updated(self.routing, answers, self.now, touched)
        return replace(self, answers=answers, route=route, at=at, changed=tuple(updates))

    def _without_empty_row(self, left: AnswerKey | None, at: AnswerKey) -> Interview:
        """Go to a question; a row that was added by mistake goes when it is left with nothing in it."""
        if left is not None and left.instance:
            container = self._container(left)
            rows = rows_of(self.answers.get(AnswerKey(container.id)))
            if left.instance in rows.instances and is_empty(container, self.answers, rows, left.instance):
                kept = tuple(path for path in rows.instances if path != left.instance)
                listing = self._answer(State.ANSWERED, value=Rows(kept))
                after = self._with({AnswerKey(container.id): listing})
                return replace(after, at=at if after.is_asked(at) else AnswerKey(container.id))
        return replace(self, at=at, changed=())

    def _grown(self, container: Question, instance: tuple[int, ...]) -> Answer:
        rows = rows_of(self.answers.get(AnswerKey(container.id)))
        instances = in_order(container, (*rows.instances, instance))
        return self._answer(State.ANSWERED, value=Rows(instances))

    def _answer(
        self,
        state: State,
        *,
        value: Given | None = None,
        sure: Sure | None = None,
        note: str | None = None,
        evidence: tuple[str, ...] = (),
        to: str | None = None,
        by: date | None = None,
    ) -> Answer:
        return Answer(state, value, to, by, self.who, self.clock(), sure, note, evidence)

    def _stamped(self, answer: Answer) -> Answer:
        return replace(answer, when=answer.when or self.clock(), who=answer.who or self.who)

    def _subject(self, key: AnswerKey | None) -> AnswerKey:
        if key is not None:
            return key
        asked = self.next_key()
        if asked is None:
            raise LookupError("nothing is asked any more; name the question")
        return asked

    def _container(self, key: AnswerKey) -> Question:
        return self.questionnaire.questions[key.question.partition(".")[0]]

    def _key_before(self, key: AnswerKey) -> AnswerKey | None:
        keys = self.standing(key.question).keys
        if key in keys and keys.index(key):
            return keys[keys.index(key) - 1]
        index = highest_below(self.route.asked, self.routing.index[self._container(key).id])
        return None if index is None else self.standing(self.routing.questions[index].id).keys[-1]

    def _last_key(self) -> AnswerKey | None:
        index = highest_below(self.route.asked, len(self.routing.questions))
        return None if index is None else self.standing(self.routing.questions[index].id).keys[-1]
