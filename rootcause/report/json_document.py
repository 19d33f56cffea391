"""A report as JSON, for tools: the analysis as data, not the blocks that people read.

Its keys are described in `docs/report.md`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from rootcause.analysis.causes import Cause
from rootcause.analysis.choosing import chosen
from rootcause.analysis.effort_and_effect import effort_and_effect
from rootcause.analysis.open_questions import OpenQuestion
from rootcause.analysis.options import MONTHS, Comparison
from rootcause.analysis.provenance import Provenance
from rootcause.analysis.reach import Reach
from rootcause.analysis.statement import Row, Statement
from rootcause.analysis.timeline import Entry
from rootcause.case.values import to_plain, write_moment
from rootcause.interview.answers import Answer, Rows, Sure
from rootcause.report.json_parts import Json, effort_and_effect_data, finding_data, traceability_data
from rootcause.report.model import Report

FORMAT: Final = 1
_BY_THEMSELVES: Final = ("timeline", "causes", "options", "actions")


def render_json(report: Report) -> str:
    """Indented, with keys in a fixed order; ends with a line break."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=2) + "\n"


def as_data(report: Report) -> dict[str, Json]:
    """The same as plain values."""
    analysis = report.analysis
    decided = chosen(analysis)
    return {
        "format": FORMAT,
        "title": report.title,
        "case": analysis.case_title,
        "language": analysis.language,
        "status": {"complete": not analysis.open_questions, "open": len(analysis.open_questions)},
        "summary": [{"name": line.name, "text": line.text} for line in report.summary],
        "answers": [
            {"role": one.role, "beside": one.home if one.role is None else None, **_statement(one.statement)}
            for one in analysis.placed
            if one.role not in _BY_THEMSELVES
        ],
        "lists": [
            {"role": one.role, **_said_of_list(one.statement)}
            for one in analysis.placed
            if one.role in _BY_THEMSELVES and one.statement.is_qualified
        ],
        "timeline": {
            "entries": [_entry(entry) for entry in analysis.timeline.entries],
            "times": [
                {"since": time.since, "until": time.until, "seconds": int(time.length.total_seconds())}
                for time in analysis.timeline.times
            ],
        },
        "causes": [{"key": str(tree.ladder.key), "causes": [*map(_cause, tree.causes)]} for tree in analysis.causes],
        "root_causes": [cause.number for cause in analysis.root_causes],
        "options": [
            {"number": option.number, "chosen": option in decided, "fields": _cells(option.row)}
            for option in analysis.options
        ],
        "effort_and_effect": effort_and_effect_data(effort_and_effect(analysis.options)),
        "cost_over_time": None if analysis.comparison is None else _comparison(analysis.comparison),
        "actions": [{"number": row.number, "fields": _cells(row)} for row in analysis.actions],
        "traceability": traceability_data(analysis.traced, for_customers=analysis.for_customers),
        "trust": [
            {"label": row.label, **{stage: _statement(one) for stage, one in row.stages.items()}}
            for row in analysis.trust
        ],
        "reach": {"unhappy": _reach(analysis.reach_unhappy), "happy": _reach(analysis.reach_happy)},
        "open_questions": [*map(_open, analysis.open_questions)],
        "findings": [*map(finding_data, report.findings)],
        "evidence": [{"number": number, "text": text} for number, text in enumerate(analysis.evidence, start=1)],
        "provenance": _provenance(analysis.provenance, for_customers=analysis.for_customers),
    }


def _statement(one: Statement) -> dict[str, Json]:
    found: dict[str, Json] = {"key": str(one.key), "label": one.label, "state": None}
    if one.answer is not None:
        found |= _answer(one.answer)
    elif one.remark is not None:
        found |= _without_nothing({"sure": one.remark.sure, "note": one.remark.note})
    if one.text:
        found["text"] = one.text
    if one.rows:
        found["rows"] = [{"number": row.number, "fields": _cells(row)} for row in one.rows]
    if one.sources:
        found["evidence"] = one.sources
    return found


def _said_of_list(one: Statement) -> dict[str, Json]:
    return {name: value for name, value in _statement(one).items() if name != "rows"}


def _answer(answer: Answer) -> dict[str, Json]:
    type, value = (None, None) if answer.value is None or isinstance(answer.value, Rows) else to_plain(answer.value)
    said = {
        "type": type,
        "value": value,
        "sure": answer.sure,
        "note": answer.note,
        "who": answer.who,
        "to": answer.to,
        "by": None if answer.by is None else answer.by.isoformat(),
    }
    return {"state": answer.state, **_without_nothing(said)}


def _without_nothing(said: Mapping[str, Json]) -> dict[str, Json]:
    return {key: value for key, value in said.items() if value is not None}


def _cells(row: Row) -> dict[str, Json]:
    """What is known or open under each field of a row."""
    return {field: _statement(cell) for field, cell in row.cells.items() if cell.is_known or cell.is_open}


def _entry(entry: Entry) -> dict[str, Json]:
    cells = {} if entry.row is None else _cells(entry.row)
    moments = {moment.role: _statement(moment.statement) for moment in entry.moments}
    return {"time": None if entry.at is None else entry.at.isoformat(), "moments": moments, "fields": cells}


def _cause(cause: Cause) -> dict[str, Json]:
    return {
        "number": cause.number,
        "text": cause.text,
        "root": cause.is_root,
        "fields": _cells(cause.row),
        "causes": [*map(_cause, cause.causes)],
    }


def _comparison(comparison: Comparison) -> dict[str, Json]:
    return {
        "currencies": comparison.currencies,
        "costs": [
            {
                "option": one.option.number,
                "after_months": {str(months): _amount(one.cost.after(months)) for months in MONTHS},
                "running_cost_assumed_none": one.assumed_free,
            }
            for one in comparison.costed
        ],
        "break_even": [
            {
                "quick": pair.quick.option.number,
                "lasting": pair.lasting.option.number,
                "outcome": pair.result.outcome,
                "month": pair.result.month,
            }
            for pair in comparison.pairs
        ],
        "missing_figures": [{"option": one.option.number, "fields": one.missing} for one in comparison.uncosted],
    }


def _amount(amount: Fraction) -> str:
    """To the hundredth, written as text, because it is exact."""
    hundredths = round(amount * 100)
    return f"{'-' if hundredths < 0 else ''}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}"


def _reach(reach: Reach | None) -> Json:
    if reach is None:
        return None
    return {"customers": reach.customers, "tellers_at_least": reach.tellers, "hearers_at_least": reach.hearers}


def _open(question: OpenQuestion) -> dict[str, Json]:
    return {"question": question.statement.ask, "within": question.within, **_statement(question.statement)}


def _provenance(found: Provenance, *, for_customers: bool) -> dict[str, Json]:
    """Where it all comes from; for customers without how many answers there are and how sure they are."""
    return {
        "case": found.case,
        "questionnaire": {
            "id": found.id,
            "version": found.version,
            "title": found.questionnaire,
            "digest": found.digest,
            "source": found.source,
        },
        "respondents": [
            {
                "name": one.name,
                "answers": None if for_customers else one.answers,
                "first": None if one.first is None else write_moment(one.first),
                "last": None if one.last is None else write_moment(one.last),
            }
            for one in found.respondents
        ],
        "sure": {sure.value: None if for_customers else found.sureness.get(sure.value, 0) for sure in Sure},
    }
