"""The times between the moments are told once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.interview.answers import Answer, AnswerKey, State
from rootcause.report.build import build_report
from rootcause.report.markdown import render_markdown

COMPUTED = """
rootcause: 1
id: times
version: 1.0.0
title: Times
sections:
  - id: when
    part: what
    title: WHEN
    questions:
      - {id: started, ask: When did it begin, type: datetime, role: started}
      - {id: resolved, ask: When was it over, type: datetime, role: resolved}
      - {id: lasted, label: Lasted, type: duration, compute: resolved - started}
      - {id: told, ask: When was the customer told, type: datetime}
      - {id: silence, label: Silence, type: duration, compute: told - started}
"""


def test_a_time_that_the_questionnaire_computes_as_well_stands_there_once(record_of: Callable[..., Record]) -> None:
    said = {"started": "2026-05-01T09:00:00+00:00", "resolved": "2026-05-01T11:00:00+00:00"}
    record = record_of(COMPUTED, said)
    lengths = {"lasted": timedelta(hours=2), "silence": timedelta(hours=1)}
    computed = {AnswerKey(id): Answer(State.COMPUTED, length) for id, length in lengths.items()}
    record = Record(record.title, record.questionnaire, {**record.answers, **computed}, record.asked)
    text = render_markdown(build_report(analyse(record)))
    assert text.count("2 h") == 2  # in the summary and below the heading
    assert "**Silence:** 1 h" in text
    assert "Lasted" not in text
