"""What the checks find, put as doubts: about an answer just given, or at the look over everything.

An interview must not end because a check is wrong: its fault is logged as one of ours, and nothing is doubted any more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from rootcause.analysis.record import Record
from rootcause.analysis.roles import MOMENTS
from rootcause.case.model import Case
from rootcause.cli.output import say
from rootcause.cli.recording import record_of
from rootcause.interview.answers import AnswerKey, Answers, Rows
from rootcause.interview.doubt import Doubt
from rootcause.interview.interview import Interview
from rootcause.questionnaire.model import Question, Questionnaire, ResponseType
from rootcause.source.diagnostic import Severity

if TYPE_CHECKING:
    from rootcause.analysis.checks.check import Check
    from rootcause.analysis.checks.finding import Finding

    Findings = tuple[Finding, ...]


class Doubting:
    """Asks these checks, all there are when none are named. `fault` is what there is to say about one that failed."""

    def __init__(self, checks: Sequence[Check] | None = None) -> None:
        self.fault: tuple[str, str] | None = None
        self._named = checks

    def about(self, case: Case, interview: Interview, keys: Sequence[AnswerKey]) -> tuple[Doubt, ...]:
        """What the answers at these keys make a reader ask, by the checks of single answers."""

        def find() -> Findings:
            found = self._found(case, interview, around(case, interview, keys), spoken=True)
            return tuple(sorted((one for one in found if one.key in keys), key=_worst_first))

        return tuple(map(_doubt, self._guarded(find)))

    def throughout(self, case: Case, interview: Interview, *, whole: bool) -> tuple[Doubt, ...]:
        """What a reader would ask about all of it; only with `whole` the checks that need an analysis to be there."""

        def find() -> Findings:
            from rootcause.cli.checking.looking import in_order

            return in_order(self._found(case, interview, record_of(case, interview), spoken=not whole), interview)

        return tuple(map(_doubt, self._guarded(find)))

    def tell(self, case: Case, interview: Interview, command: str) -> None:
        """Say how much there is to look at again, and with which command; or that a check failed."""
        from rootcause.cli.checking.outcome import tally

        found = tally(self._guarded(lambda: self._found(case, interview, record_of(case, interview))))
        if found:
            say(f"Worth another look: {found}. Shown by: {command}")
        self.tell_fault()

    def tell_fault(self) -> None:
        """Say that a check failed, and where that is logged."""
        if self.fault is not None:
            say("\n".join(self.fault))

    def _found(self, case: Case, interview: Interview, record: Record, *, spoken: bool = False) -> Findings:
        """What nobody has waived, of all checks, or of those of single answers."""
        from rootcause.analysis.checks.examining import examine
        from rootcause.cli.checking.selection import every

        checks = [one for one in (every() if self._named is None else self._named) if one.spoken or not spoken]
        found = examine(record, waivers=case.waivers, today=interview.clock().date(), checks=checks)
        return tuple(one for one in found if one.counts)

    def _guarded(self, find: Callable[[], Findings]) -> Findings:
        if self.fault is not None:
            return ()
        try:
            return find()
        except Exception as error:  # whatever a check did wrong is a bug of ours, and no reason to stop asking
            from rootcause.cli.crash import record

            self.fault = record(error, sys.argv[1:])
            return ()


def around(case: Case, interview: Interview, keys: Sequence[AnswerKey]) -> Record:
    """A record of these answers and what they are understood from: the problem, the times, the rest of the row or tree.

    So looking at one answer takes as long in a case of a thousand as in a small one.
    """
    questionnaire = interview.questionnaire
    touched = {key.question.partition(".")[0] for key in keys}
    kept = touched | {question.id for question in questionnaire.with_role("problem", *MOMENTS)}
    answers: Answers = interview.active(*kept)
    asked = frozenset(key for id in kept for key in interview.standing(id).keys)
    if len(keys) == 1 and keys[0].instance:
        answers, asked = _one_row(answers, asked, keys[0], questionnaire)
    return Record(
        title=case.title,
        questionnaire=_only(questionnaire, kept),
        answers=answers,
        asked=asked,
        case=case.id,
        language=case.language,
        remarks={key: remark for key, remark in interview.remarks.items() if key in asked},
    )


def _one_row(
    answers: Answers, asked: frozenset[AnswerKey], key: AnswerKey, questionnaire: Questionnaire
) -> tuple[Answers, frozenset[AnswerKey]]:
    """Without the other rows of the list, or the other trees of the ladder."""
    container = questionnaire.questions[key.question.partition(".")[0]]

    def stays(other: AnswerKey) -> bool:
        is_elsewhere = other.question.partition(".")[0] != container.id or not other.instance
        return is_elsewhere or _belongs(other.instance, key.instance, container)

    listing = AnswerKey(container.id)
    left = {other: answer for other, answer in answers.items() if stays(other)}
    rows = left.get(listing)
    if rows is not None and isinstance(rows.value, Rows):
        instances = tuple(one for one in rows.value.instances if _belongs(one, key.instance, container))
        left[listing] = replace(rows, value=Rows(instances, rows.value.closed))
    return left, frozenset(filter(stays, asked))


def _belongs(instance: tuple[int, ...], to: tuple[int, ...], container: Question) -> bool:
    return instance == to if container.type is ResponseType.LIST else instance[:1] == to[:1]


def _only(questionnaire: Questionnaire, ids: Collection[str]) -> Questionnaire:
    """The questionnaire with these questions alone."""
    sections = (
        replace(section, questions=tuple(question for question in section.questions if question.id in ids))
        for section in questionnaire.sections
    )
    return replace(questionnaire, sections=tuple(section for section in sections if section.questions))


def _doubt(finding: Finding) -> Doubt:
    return Doubt(finding.message, finding.question, finding.key, finding.where)


def _worst_first(finding: Finding) -> int:
    return list(Severity).index(finding.severity)
