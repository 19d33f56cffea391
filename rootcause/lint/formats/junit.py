"""A report of tests as JUnit writes it: a suite for each file, a case for each finding, a passing one without any.

Errors and warnings are failures, infos are cases that pass and say something, and what is silenced was skipped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import Final

from rootcause.lint.finding import Finding
from rootcause.lint.formats.full import rendered
from rootcause.lint.formats.outcome import Outcome
from rootcause.lint.formats.plain import words
from rootcause.source.diagnostic import Severity

# What is visible has no character that XML forbids.
_ESCAPED: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def write(outcome: Outcome) -> str:
    """A suite for each file that was looked at or that a finding is in."""
    of_file: dict[str, list[Finding]] = defaultdict(list, {path: [] for path in outcome.files})
    for finding in outcome.findings:
        of_file[finding.path].append(finding)
    # A run that looked at nothing has passed too, and some readers refuse a report without a case.
    suites = sorted(of_file.items()) or [("rootcause", [])]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes(name='rootcause', **_numbers([findings for _, findings in suites]))}>",
        *chain.from_iterable(_suite(outcome.at(path), findings) for path, findings in suites),
        "</testsuites>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _suite(path: str, findings: Sequence[Finding]) -> list[str]:
    skipped = str(sum(finding.suppression is not None for finding in findings))
    passing = f"    <testcase{_attributes(name='rootcause', classname=_stem(path), file=path)}/>"
    return [
        f"  <testsuite{_attributes(name=path, **_numbers([findings]), skipped=skipped)}>",
        *([_case(path, finding) for finding in findings] or [passing]),
        "  </testsuite>",
    ]


def _numbers(of_files: Sequence[Sequence[Finding]]) -> dict[str, str]:
    return {
        "tests": str(sum(max(len(findings), 1) for findings in of_files)),
        "failures": str(sum(map(_fails, chain.from_iterable(of_files)))),
        "errors": "0",
    }


def _fails(finding: Finding) -> bool:
    return finding.suppression is None and finding.severity is not Severity.INFO


def _case(path: str, finding: Finding) -> str:
    line, column = finding.region.line, finding.region.column
    # GitLab takes cases of one class and name for one case, so the class says the place.
    attributes = _attributes(
        name=f"rootcause.{finding.code}", classname=f"{_stem(path)}:{line}:{column}", file=path, line=str(line)
    )
    if finding.suppression is not None:
        why = ": ".join(filter(None, (finding.suppression.kind, finding.suppression.reason)))
        what = f"<skipped{_attributes(message=why)}/>"
    elif _fails(finding):
        said = _attributes(message=finding.message, type=finding.severity)
        what = f"<failure{said}>{rendered(finding).translate(_ESCAPED)}</failure>"
    else:
        what = f"<system-out>{rendered(finding).translate(_ESCAPED)}</system-out>"
    return f"    <testcase{attributes}>\n      {what}\n    </testcase>"


def _stem(path: str) -> str:
    """The path without the end of the name, in which Jenkins would see the name of a class."""
    return path.removesuffix(".yaml").removesuffix(".yml")


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{words(value).translate(_ESCAPED)}"' for name, value in values.items())
