"""An interview, and the moves that lead from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from functools import lru_cache, partial
from typing import assert_never

from msgspec.structs import replace

from rootcause.interview import prompt as moves
from rootcause.interview.agenda import again
from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Remark, Remarks, Rows, State, Sure
from rootcause.interview.changing_rows import ChangingRows
from rootcause.interview.finding import find
from rootcause.interview.prompt import Move, Prompt
from rootcause.interview.replacing import read_rows, renumbered
from rootcause.interview.route import Route
from rootcause.interview.routing import Routing
from rootcause.interview.rows import NEEDED, rows_of, shortfall, surplus
from rootcause.interview.selection import Selection
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.questionnaire.response.preview import PREVIEWED, in_full, understood
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw, read_alternatives, read_answer, read_yesno


@lru_cache(maxsize=16)
def _routing(questionnaire: Questionnaire) -> Routing:
    return Routing(questionnaire)


class Interview(ChangingRows, frozen=True, eq=False):
    """One person's way through a questionnaire. A move returns a new interview; this one stays as it is."""

    @classmethod
    def begin(  # noqa: PLR0913  # what a person brings along
        cls,
        questionnaire: Questionnaire,
        answers: Answers | None = None,
        *,
        clock: Callable[[], datetime],
        at: AnswerKey | None = None,
        who: str | None = None,
        zone: tzinfo | None = None,
        language: str | None = None,
        remarks: Remarks | None = None,
        selection: Selection = Selection.ALL,
    ) -> Interview:
        """Begin, or go on with answers given before and at the question where it was left.

        `clock` gives an aware moment; `zone` is where answers without a zone lie, None for this machine's. With a
        selection it goes on at the first question that belongs to it.
        """
        routing, now, given = _routing(questionnaire), clock(), dict(answers or {})
        route = Route.empty().updated(routing, given, now, range(len(routing.questions)))
        interview = cls(
            routing, given, None, clock, now, who, zone, language, route, remarks=remarks or {}, selection=selection
        )
        interview = replace(interview, again=again(interview))
        goes_on = selection is Selection.ALL and at is not None and interview.is_asked(at)
        return replace(interview, at=at) if goes_on else interview

    def prompt(self) -> Prompt | None:
        """The question to put now; None when nothing is left."""
        prompt = super().prompt()
        if prompt is None or not (prompt.question.type in PREVIEWED or prompt.beside is not None):
            return prompt
        return replace(prompt, preview=partial(self._understood, prompt.key))

    def _understood(self, key: AnswerKey, text: str) -> str | None:
        """What a text would be taken for, else the likeliest it can mean."""
        question = self.question(key)
        if question.type not in PREVIEWED:
            named = self._named(question, text)
            return None if named is text else str(named)
        after = self.answer(text, key=key) if text.strip() else None
        value = None if after is None or isinstance(after, Problem) else after.answers[key].value
        if value is None:
            return understood(question, text, self.zone, self.clock(), self.language)
        return in_full(question, value, self.language)

    def move(self, move: Move) -> Interview | Problem:  # noqa: PLR0912  # one branch for each move
        """Make a move; a problem says why it is not taken. Looking and leaving change nothing."""
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
            case moves.Revisit(key, then):
                return self.revisit(key, then)
            case moves.Goto(name):
                key_or_problem = find(self, name)
                return key_or_problem if isinstance(key_or_problem, Problem) else self.revisit(key_or_problem)
            case moves.Annotate(remark):
                return self.annotate(remark)
            case moves.Undo():
                return self.undo()
            case moves.Add(under):
                return self.add(under)
            case moves.Another():
                return self.another()
            case moves.Remove(instance):
                return self.remove(instance)
            case moves.Reorder(instance, place):
                return self.reorder(instance, place)
            case moves.Proceed():
                return replace(self, at=None, then=None)
            case moves.Look() | moves.Finish() | moves.Quit():
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
        What was said about the answer before stays, but how sure it is belongs to the answer that was there.
        """
        key = self._subject(key)
        question = self.question(key)
        if question.type.repeats:
            return self._answer_rows(question, key, raw)
        now = self.clock()
        raw = self._named(question, raw)
        value = read_answer(question, raw, self.zone, now)
        if isinstance(value, Problem):
            return value
        said = Remark(note, sure, evidence)
        after = self._accept(key, self._answered(key, value, said))
        if isinstance(after, Problem) and isinstance(value, date):
            # `31 Jan` means the nearest one, unless what the question checks speaks for another.
            for other in read_alternatives(question, raw, self.zone, now)[1:]:
                again = self._accept(key, self._answered(key, other, said))
                if not isinstance(again, Problem):
                    return again
        return after

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
        return self._leave(State.SKIPPED)

    def unknown(self, *, note: str | None = None) -> Interview | Problem:
        """Say that it is not known."""
        return self._leave(State.UNKNOWN, note=note)

    def defer(self, to: str, by: date | None = None, *, note: str | None = None) -> Interview | Problem:
        """Have somebody else asked."""
        if not to.strip():
            return Problem("nobody is named", "say who is to be asked")
        return self._leave(State.DEFERRED, to=to.strip(), by=by, note=note)

    def back(self) -> Interview | Problem:
        """Go to the question before, on the route as it is now; from a row added by mistake, to its list."""
        asked = self.next_key()
        if asked is not None and self._is_added(asked):
            return self._without_empty_row(asked, at=AnswerKey(self._container(asked).id))
        key = self._last_key() if asked is None else self._key_before(asked)
        if key is None:
            return Problem("this is the first question")
        return self._without_empty_row(asked, at=key)

    def revisit(self, key: AnswerKey, then: AnswerKey | None = None) -> Interview | Problem:
        """Go to a question that is on the route, and after it to `then`."""
        if self.is_asked(key):
            return replace(self._without_empty_row(self.next_key(), at=key), then=then)
        if key.question.partition(".")[0] not in self.questionnaire.questions:
            return Problem(f'there is no question "{key}"')
        return Problem(f'"{key}" is not asked, after what was answered before it')

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

    def _named(self, question: Question, raw: Raw) -> Raw:
        """For the number of an entry that stands beside the question, what that entry is."""
        beside = self.beside(question)
        if beside is None or beside[0].type is not ResponseType.LIST or not (isinstance(raw, str) and raw.isdecimal()):
            return raw
        rows = beside[1]
        return rows[int(raw) - 1].first if 0 < int(raw[:9]) <= len(rows) else raw

    def _answered(self, key: AnswerKey, value: Given, said: Remark) -> Answer:
        """The answer, with what was said about it now, else before."""
        about, former = self.remark(key), self.answers.get(key)
        still_sure = about.sure if key in self.remarks or former is None or former.value == value else None
        return self._answer(
            State.ANSWERED,
            value=value,
            sure=said.sure or still_sure,
            note=said.note or about.note,
            evidence=said.evidence or about.evidence,
        )

    def _leave(
        self, state: State, *, to: str | None = None, by: date | None = None, note: str | None = None
    ) -> Interview | Problem:
        key = self._subject(None)
        about = self.remark(key)
        answer = self._answer(state, to=to, by=by, note=note or about.note, evidence=about.evidence)
        return self._accept(key, answer)

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
        if problem is not None:
            return problem
        if self.then is not None and after.is_asked(self.then):
            return replace(after, at=self.then)
        if key.instance:  # a row that was begun is gone through, though another one above it may be open
            own = next((open for open in after.standing(container.id).open if open.instance == key.instance), None)
            return replace(after, at=own)
        return after
