"""Prints what a report costs beside `json.dumps` of the same case, in one run, and how that grows.

    python benchmarks/report.py [--answers 100 1000 10000] [--rounds 15]

Start-up is not in it: everything is imported and called once before. Each figure is CPU time, the median of all
rounds; the report is made from the answers anew each time, its checks among them. What analysis and checks alone take
stands beside it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Mapping
from functools import partial
from operator import truediv

from cases import case_of, interview_of, record_of

from rootcause.analysis.analysis import analyse
from rootcause.analysis.checks.examining import examine
from rootcause.analysis.record import Record
from rootcause.case.record import to_json
from rootcause.report.build import build_report
from rootcause.report.html.page import render_html
from rootcause.report.markdown import render_markdown
from rootcause.report.model import Report

GOALS = {"markdown": 10, "html": 30}
_REPEATS = 10


def markdown(record: Record) -> str:
    return render_markdown(_report(record))


def html(record: Record) -> str:
    return render_html(_report(record))


def checks(record: Record) -> object:
    return examine(record, analyse(record))


def analysis(record: Record) -> object:
    return analyse(record)


def _report(record: Record) -> Report:
    analysed = analyse(record)
    return build_report(analysed, findings=examine(record, analysed))


def typical(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, tuple[float, float]]:
    """Of each call the seconds of CPU time, and how many times the first call that is; medians of all rounds.

    A round goes through all of them, for a machine has better and worse moments, and the first and shortest is called
    several times, to stand for as long a moment as the others.
    """
    base = next(iter(calls))
    for call in calls.values():
        call()
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            repeats = _REPEATS if name == base else 1
            begun = time.process_time()
            for _ in range(repeats):
                call()
            spent[name].append((time.process_time() - begun) / repeats)
    return {
        name: (statistics.median(times), statistics.median(map(truediv, times, spent[base])))
        for name, times in spent.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--answers", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    formats: dict[str, Callable[[Record], object]] = {
        "analysis": analysis,
        "and checks": checks,
        "markdown": markdown,
        "html": html,
    }
    print(f"{'answers':>8} {'case KB':>8} {'json.dumps':>11}", *(f"{name:>10} {'times':>6}" for name in formats))
    for answers in given.answers:
        interview = interview_of(answers)
        case = case_of(interview)
        text = to_json(case)
        plain = json.loads(text)
        calls: dict[str, Callable[[], object]] = {"json": partial(json.dumps, plain)}
        calls |= {name: lambda make=make: make(record_of(interview)) for name, make in formats.items()}  # noqa: B023
        spent = typical(calls, given.rounds)
        cells = [f"{seconds * 1000:7.1f} ms {times:6.1f}" for seconds, times in map(spent.__getitem__, formats)]
        print(f"{len(case.answers):>8} {len(text) / 1000:>8.0f} {spent['json'][0] * 1000:>8.2f} ms", *cells)
    print("goals for 1,000 answers:", ", ".join(f"{name} at most {times} times" for name, times in GOALS.items()))


if __name__ == "__main__":
    main()
