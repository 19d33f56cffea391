"""What a person most likely meant where the YAML parser gives up."""

from __future__ import annotations

import yaml

from rootcause.source.findings import Findings


def explain(findings: Findings, error: Exception) -> None:
    """Note the parser's error in our words, with the usual cure."""
    at = 0
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        at = error.problem_mark.index
    findings.add("yaml-syntax", (at, at + 1), f"this cannot be read as YAML: {error}", "put texts in quotes")
