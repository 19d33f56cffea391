"""How a change is made: answers are put down, the route follows, and what they replaced can be put back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Self

from msgspec.structs import replace

from rootcause.interview.answers import Answer, AnswerKey, Answers, Given, Remark, Rows, State, Sure
from rootcause.interview.route import highest_below
from rootcause.interview.rows import in_order, is_empty, rows_of
from rootcause.interview.standpoint import Standpoint, Step
from rootcause.questionnaire.model import Question
from rootcause.questionnaire.response.problem import Problem


class Changing(Standpoint, frozen=True, eq=False):
    """An interview that can be changed. `rootcause.interview.interview` has the moves of a person."""

    def annotate(self, remark: Remark) -> Self:
        """Say something about the answer here. When there is none yet, the remark waits for it."""
        key = self._subject(None)
        answer = self.answers.get(key)
        if answer is not None:
            changed = replace(answer, note=remark.note, sure=remark.sure, evidence=remark.evidence)
            after = self._routed({**self.answers, key: changed}, (key,))
            return replace(after, at=key, past=self._step((key,)))
        remarks = {**self.remarks, key: remark}
        return replace(self, remarks=remarks, at=key, changed=(), past=self._step({}))

    def undo(self) -> Self | Problem:
        """Take back the last change since it was begun or taken up, and go to where it was made."""
        step = self.past
        if step is None:
            return Problem("there is nothing to take back", "go to an earlier answer with :back or :goto and change it")
        answers = {**self.answers, **step.answers}
        kept = {key: answer for key, answer in answers.items() if answer is not None}
        after = self._routed(kept, step.answers)
        at = step.at if step.at is not None and after.is_asked(step.at) else None
        return replace(after, remarks=step.remarks, at=at, then=step.then, again=step.again, past=step.before)

    def _with(self, updates: Mapping[AnswerKey, Answer], at: AnswerKey | None = None) -> Self:
        remarks = self.remarks
        if any(key in remarks for key in updates):
            remarks = {key: remark for key, remark in remarks.items() if key not in updates}
        answers = {key: self._with_remark(key, answer) for key, answer in updates.items()}
        after = self._routed({**self.answers, **answers}, updates)
        left = tuple(key for key in self.again if key not in updates)
        return replace(after, at=at, then=None, remarks=remarks, again=left, past=self._step(updates))

    def _with_remark(self, key: AnswerKey, answer: Answer) -> Answer:
        """The answer, with what was said about it while it was still to come; of a list, ever."""
        former = self.answers.get(key)
        was_to_come = key in self.remarks or (former is not None and former.state is not State.ANSWERED)
        if former is answer or not (was_to_come or isinstance(answer.value, Rows)):
            return answer
        about = self.remark(key)
        sure = about.sure if answer.state is State.ANSWERED else None
        return replace(
            answer,
            note=answer.note or about.note,
            evidence=answer.evidence or about.evidence,
            sure=answer.sure or sure,
        )

    def _routed(self, answers: Answers, changed: Iterable[AnswerKey]) -> Self:
        keys = tuple(changed)
        touched = {self.routing.index[key.question.partition(".")[0]] for key in keys}
        route = self.route.updated(self.routing, answers, self.now, touched)
        return replace(self, answers=answers, route=route, changed=keys)

    def _step(self, updates: Iterable[AnswerKey]) -> Step:
        former = {key: self.answers.get(key) for key in updates}
        return Step(former, self.remarks, self.next_key(), self.then, self.again, self.past)

    def _is_added(self, key: AnswerKey) -> bool:
        """Whether it is asked in a row that was added, and in which nothing was answered."""
        container = self._container(key)
        rows = rows_of(self.answers.get(AnswerKey(container.id)))
        return key.instance in rows.instances and is_empty(container, self.answers, rows, key.instance)

    def _without_empty_row(self, left: AnswerKey | None, at: AnswerKey) -> Self:
        """Go to a question; a row that was added by mistake goes when it is left with nothing in it."""
        if left is None or not self._is_added(left):
            return replace(self, at=at, changed=())
        listing = AnswerKey(self._container(left).id)
        kept = tuple(path for path in rows_of(self.answers.get(listing)).instances if path != left.instance)
        after = self._with({listing: self._answer(State.ANSWERED, value=Rows(kept))})
        return replace(after, at=at if after.is_asked(at) else listing)

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
