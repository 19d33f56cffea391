"""Reports of the samples, and of answers to their questionnaire."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from rootcause.analysis.analysis import analyse
from rootcause.analysis.checks.finding import Finding
from rootcause.analysis.record import Record
from rootcause.interview.answers import Remarks
from rootcause.report.build import Style, build_report
from rootcause.report.model import Report
from rootcause.report.words import words_for

SAMPLES = Path(__file__).parent / "samples"
Reported = Callable[..., Report]


@pytest.fixture(scope="session")
def reported(record_of: Callable[..., Record]) -> Reported:
    """The report of answers to the questionnaire of the samples; only what is answered was asked."""
    questionnaire = (SAMPLES / "review.yaml").read_text(encoding="utf-8")
    ids = [question["id"] for section in yaml.safe_load(questionnaire)["sections"] for question in section["questions"]]

    def build(
        *,
        title: str = "A case",
        asked: tuple[str, ...] = (),
        remarks: Remarks | None = None,
        findings: tuple[Finding, ...] = (),
        style: Style = "full",
        language: str | None = None,
        **answers: Any,
    ) -> Report:
        unasked = tuple(id for id in ids if id not in answers and id not in asked)
        record = record_of(questionnaire, answers, title=title, not_asked=unasked, remarks=remarks)
        analysis = analyse(replace(record, language=language))
        return build_report(analysis, words_for(language), findings, style)

    return build


@pytest.fixture(scope="session")
def sample(reported: Reported) -> Callable[[str], Report]:
    def read(name: str) -> Report:
        content = yaml.safe_load((SAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))
        return reported(title=content["title"], **content["answers"])

    return read
