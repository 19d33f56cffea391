from __future__ import annotations

import tomllib

import pytest

from rootcause.lint.settings import Settings
from rootcause.schema import meanings
from tests.schema.reading import validator

SETTINGS = """
cases = "cases"
[lint]
exclude = ["questionnaires/drafts/**"]
select = ["default", "RCW", "logic"]
ignore = ["several-questions"]
fail-on = "warning"
require-reason = true
[lint.severity]
several-questions = "info"
RCW007 = "info"
[lint.per-file-ignores]
"questionnaires/old/**" = ["wording"]
"""


def is_taken(text: str) -> bool:
    return validator("config").is_valid(tomllib.loads(text))


def test_settings_are_taken():
    assert is_taken(SETTINGS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[lint]\nselekt = []", id="no such setting"),
        pytest.param('[lint]\nignore = ["several-question"]', id="no such rule"),
        pytest.param('[lint]\nfail-on = "fatal"', id="no such severity"),
        pytest.param('[lint.severity]\nunknown-key = "info"', id="a rule that always counts"),
        pytest.param('[lint.severity]\nno-such-rule = "info"', id="the severity of no rule"),
        pytest.param("[lint.rules.several-questions]\nmost = 3", id="no such option"),
        pytest.param("cases = 3", id="a number as folder"),
    ],
)
def test_a_mistake_is_seen(text: str):
    assert not is_taken(text)


def test_the_schema_has_the_settings_of_the_linter():
    names = {name.replace("_", "-") for name in Settings.__struct_fields__} - {"file"}
    assert set(meanings.LINT) == names
