"""Renders templates one after the other, each under the limits, and says what became of it and of the memory."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rootcause.analysis.analysis import analyse
from rootcause.analysis.record import Record
from rootcause.cli.reporting.templating import Limits, render_template
from rootcause.errors import RootcauseError
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.report.build import build_report
from rootcause.source.text import SourceText

SMALL = """\
rootcause: 1
id: small
version: 1.0.0
title: Small
sections: [{id: a, title: A, questions: [{id: q, ask: "What?", type: text}]}]
"""


def main() -> None:
    questionnaire = load_questionnaire(SourceText("small.yaml", SMALL)).questionnaire
    assert questionnaire is not None
    report = build_report(analyse(Record("A case", questionnaire, {}, frozenset())))
    found = []
    with TemporaryDirectory() as folder:
        for number, text in enumerate(json.load(sys.stdin)):
            template = Path(folder) / f"{number}.md.j2"
            template.write_text(text.replace("SELF", template.name), encoding="utf-8")
            try:
                found.append([True, render_template(report, template, limits=Limits(seconds=0.4))[:100], ""])
            except RootcauseError as error:
                found.append([False, error.message, error.hint])
    json.dump({"found": found, "memory": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}, sys.stdout)


if __name__ == "__main__":
    main()
