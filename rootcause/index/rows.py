"""From one case and its analysis to its rows in the tables. Pure; what a column means says `tables`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Final

from rootcause.analysis.analysis import Analysis
from rootcause.analysis.follow_ups import Kind
from rootcause.analysis.happening import happened_on
from rootcause.analysis.record import Record
from rootcause.analysis.shared_words import stems
from rootcause.analysis.statement import Statement
from rootcause.analysis.timeline import between
from rootcause.analysis.traceability import TracedCause
from rootcause.case.follow_through import row_of
from rootcause.case.model import Case
from rootcause.index.changes import Changes, changes_of, together
from rootcause.index.identity import item_id
from rootcause.index.tables import ActionRow, AnswerRow, CaseRow, CaseTables, CauseRow
from rootcause.interview.answers import AnswerKey, Rows, State
from rootcause.questionnaire.values import Given, Money, Other

CUSTOMER: Final = "customer"
_CENT: Final = Decimal("0.01")
_MOST: Final = Decimal(10) ** 11
"""What a case may cost; sums of a million of these stay within the whole numbers of every engine."""


def case_tables(case: Case, analysis: Analysis, record: Record) -> CaseTables:
    """All rows of one case."""
    day = happened_on(record, case.begun)
    begin = (case.id, f"{day:%Y-%m}", day.isoformat())
    return CaseTables(
        _case(case, analysis, record, day),
        tuple(_cause(begin, one, analysis.spoken) for one in analysis.traced.causes),
        tuple(_actions(begin, analysis, record, changes_of(case.history))),
        tuple(_answers(begin[:2], record)),
    )


def _case(case: Case, analysis: Analysis, record: Record, day: date) -> CaseRow:
    moments = {role: _first_date(record, role) for role in ("started", "detected", "contained", "resolved")}
    followed_up = _followed_up(analysis)
    since = moments["started"] or moments["detected"]
    told = moments["detected"] or moments["started"] or case.begun
    cost, currency = _cost(record)
    trust = {stage: _trust(analysis, stage) for stage in ("trust_before", "trust_problem", "trust_after")}
    roots = [one for one in analysis.traced.causes if one.is_end]
    found_by = _first_value(record, "detection")
    states = [answer.state for answer in record.answers.values() if not isinstance(answer.value, Rows)]
    return CaseRow(
        case_id=case.id,
        month=f"{day:%Y-%m}",
        happened_on=day.isoformat(),
        begun_at=_in_utc(case.begun),
        title=case.title,
        questionnaire=record.questionnaire.id,
        questionnaire_version=record.questionnaire.version,
        language=analysis.spoken,
        opened_by=case.by,
        finished=int(not case.unfinished),
        problem=_first_text(record, "problem"),
        finding=_first_text(record, "finding"),
        product=_named(record, "product"),
        part=_named(record, "part"),
        found_by=_choice(found_by),
        found_by_customer=_by_customer(found_by),
        started_at=_moment(moments["started"]),
        detected_at=_moment(moments["detected"]),
        contained_at=_moment(moments["contained"]),
        resolved_at=_moment(moments["resolved"]),
        followed_up_at=_moment(followed_up),
        minutes_to_detect=_minutes(moments["started"], moments["detected"]),
        minutes_to_contain=_minutes(since, moments["contained"]),
        minutes_to_resolve=_minutes(since, moments["resolved"]),
        minutes_to_follow_up=_minutes(told, followed_up),
        cost=cost,
        currency=currency,
        **trust,
        root_causes=len(roots),
        root_causes_covered=sum(one.is_covered for one in roots),
        answered=states.count(State.ANSWERED),
        unknown=states.count(State.UNKNOWN),
        deferred=states.count(State.DEFERRED),
        linked_to=case.links[-1].case if case.links else None,
    )


def _cause(begin: tuple[str, str, str], traced: TracedCause, language: str) -> CauseRow:
    cause = traced.cause
    proof = cause.row.value("proof")
    return CauseRow(
        *begin,
        number=cause.number,
        depth=len(cause.row.instance),
        cause_text=cause.text,
        words=" ".join(sorted(stems(cause.text, language))),
        kind=_choice(cause.row.value("kind")),
        proof=proof if isinstance(proof, str) else None,
        assumed=int(cause.is_assumed),
        root=int(traced.is_end),
        covered=int(traced.is_covered),
    )


def _actions(
    begin: tuple[str, str, str], analysis: Analysis, record: Record, changes: Mapping[AnswerKey, Changes]
) -> Iterator[ActionRow]:
    ends = {one.key for one in record.by_role.get("interim_fix_end", ())}
    acting = {one.row.instance: one for one in analysis.traced.actions}
    for one in analysis.follow_ups:
        row = one.row if one.kind is Kind.ACTION else None
        traced = None if row is None else acting.get(row.instance)
        told_by = {row_of(one.key)} | (ends if one.kind is Kind.INTERIM else set())
        changed = together(changes[key] for key in told_by if key in changes)
        yield ActionRow(
            *begin,
            item_id=item_id(begin[0], one.kind, one.key),
            kind=one.kind.value,
            answer_key=str(one.key),
            what=one.what,
            owner=one.owner,
            due_on=_day(one.due),
            first_due_on=_day(one.first_due),
            status="done" if one.is_done else "open",
            done_on=_day(one.done_on),
            result=one.progress.result,
            moved=None if one.progress.moved is None else int(one.progress.moved),
            snoozed_until=_day(one.progress.until),
            strength=None if traced is None else traced.strength,
            action_kind=None if row is None else _choice(row.value("kind")),
            acts_on="" if traced is None else ",".join(cause.number for cause in traced.causes),
            done_when=None if row is None else row.text("done_when") or None,
            changes=changed.count,
            changed_at=_moment(changed.latest),
        )


def _answers(begin: tuple[str, str], record: Record) -> Iterator[AnswerRow]:
    for statement in record.statements:
        question = record.questionnaire.questions[statement.key.question]
        if statement.answer is not None and not isinstance(statement.value, Rows):
            yield _answer(begin, statement, question.role, question.private)
        for row in statement.rows:
            for field, cell in row.cells.items():
                item = question.item(field)
                if cell.answer is not None:
                    private = question.private or (item is not None and item.private)
                    yield _answer(begin, cell, question.role, private)


def _answer(begin: tuple[str, str], said: Statement, role: str | None, private: bool) -> AnswerRow:
    answer = said.answer
    assert answer is not None
    return AnswerRow(
        *begin,
        answer_key=str(said.key),
        label=said.label,
        role=role,
        state=answer.state.value,
        sure=None if answer.sure is None else answer.sure.value,
        answer_text=said.text or None,
        answered_by=answer.who,
        answered_at=_moment(answer.when),
        private=int(private),
    )


def _first_text(record: Record, role: str) -> str | None:
    return next((one.text for one in record.by_role.get(role, ()) if one.text), None)


def _first_value(record: Record, role: str) -> Given | None:
    return next((one.value for one in record.by_role.get(role, ()) if one.value is not None), None)


def _first_date(record: Record, role: str) -> date | None:
    return next((one.value for one in record.by_role.get(role, ()) if isinstance(one.value, date)), None)


def _named(record: Record, role: str) -> str | None:
    """What it is called, as people read it: names are compared by what they say."""
    return _first_text(record, role)


def _choice(value: Given | None) -> str | None:
    if isinstance(value, Other):
        return value.text
    return value if isinstance(value, str) else None


def _by_customer(found_by: Given | None) -> int | None:
    if found_by is None:
        return None
    return int(isinstance(found_by, str) and found_by.startswith(CUSTOMER))


def _cost(record: Record) -> tuple[int | None, str | None]:
    spent = [one.value for one in record.by_role.get("impact", ()) if isinstance(one.value, Money)]
    currencies = {one.currency for one in spent if one.currency}
    if not spent or len(currencies) > 1:
        return None, None
    total = sum((one.amount for one in spent), Decimal(0))
    if abs(total) > _MOST:
        return None, None
    return int(total.quantize(_CENT, ROUND_HALF_EVEN) * 100), next(iter(currencies), None)


def _trust(analysis: Analysis, stage: str) -> int | None:
    """The mean of what was judged, from 0 to 100; half a point goes to the even one, exactly."""
    grades = [row.grades[stage] for row in analysis.trust if stage in row.grades]
    if not grades:
        return None
    return round(Fraction(100) * sum(Fraction(one.place, one.count - 1) for one in grades) / len(grades))


def _followed_up(analysis: Analysis) -> date | None:
    done = [one.done_on for one in analysis.follow_ups if one.kind is Kind.PROMISE and one.done_on is not None]
    return min(done, default=None)


def _minutes(since: date | None, until: date | None) -> int | None:
    if since is None or until is None:
        return None
    return between(since, until) // timedelta(minutes=1)


def _moment(at: date | None) -> str | None:
    if isinstance(at, datetime):
        return _in_utc(at)
    return _day(at)


def _in_utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _day(at: date | None) -> str | None:
    return None if at is None else at.isoformat()
