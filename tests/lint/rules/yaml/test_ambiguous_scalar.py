"""What other readers of YAML take for more than text, checked against one of them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rootcause.lint.finding import Finding
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from tests.lint.examples import findings


def ambiguous(text: str) -> list[Finding]:
    return [found for found in findings(text) if found.name == "ambiguous-scalar"]


def default(text: str) -> str:
    return f"- id: seen\n  type: text\n  ask: Where was it seen?\n  default: {text}\n"


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off", "y", "N", "True", "FALSE"])
def test_a_word_for_true_or_false_is_told(word: str):
    (found,) = ambiguous(default(word))
    assert found.message == f'without quotes "{word}" is a truth value to other readers of YAML'


@pytest.mark.parametrize("text", ["Null", "NULL"])
def test_a_word_for_nothing_is_told(text: str):
    (found,) = ambiguous(default(text))
    assert "is no value" in found.message


@pytest.mark.parametrize(
    "text", ["012", "0o14", "0x1f", "0b11", "1:30", "12:30:45", "1_000", ".5", "1e3", "+1", "-0", "5.", ".inf", ".NaN", "08"]
)  # fmt: skip
def test_what_is_a_number_to_others_is_told(text: str):
    (found,) = ambiguous(default(text))
    assert "is a number" in found.message


@pytest.mark.parametrize(
    "text", ["2026-01-31", "2026-1-3 9:30:00", "2026-01-31T12:00:00Z", "2026-01-31 12:00:00.5 +01:00"]
)
def test_what_is_a_date_to_others_is_told(text: str):
    (found,) = ambiguous(default(text))
    assert "is a date" in found.message


@pytest.mark.parametrize(
    "text", ["12", "1.5", "true", "null", "~", "", '"yes"', "'012'", "1.0.0", "2026-01", "2026-01-31 14:30", "12 h", "yesterday", "|\n    yes"]
)  # fmt: skip
def test_what_everybody_reads_alike_is_fine(text: str):
    assert ambiguous(default(text)) == []


# No text of this kind is a merge key or a sign that PyYAML alone knows.
@given(st.text(st.sampled_from("0123456789+-.:_eExobTZ yYnNosulfL"), min_size=1, max_size=10))
def test_nothing_that_pyyaml_would_convert_goes_unsaid(text: str):
    tree, faults = parse_tree(SourceText("f", f"- {text}\n"))
    if faults or tree is None or not isinstance(tree.value, list) or not isinstance(tree.value[0], str):
        return
    node = yaml.compose(f"- {text}\n", Loader=yaml.SafeLoader)
    if not node.value[0].tag.endswith(":str"):
        assert ambiguous(default(text))


def test_keys_are_looked_at_too():
    found = ambiguous(
        "- id: repaired\n  type: choice\n  ask: Was it repaired?\n  choices: {yes: Again, no: Never, true: Always, 1: Once, '0x1': Twice}\n"
    )
    assert [one.message.split('"')[1] for one in found] == ["yes", "no", "true"]


def test_the_answer_to_a_yes_or_no_question_means_the_same_to_all():
    tests = "tests:\n  - {name: it was told, answers: {told: yes, seen: yes}, today: 2026-01-31}\n"
    text = (
        "rootcause: 1\nid: example\nversion: 1.0.0\ntitle: Late deliveries\nsections:\n  - id: what\n    title: WHAT\n"
        '    questions:\n      - {id: told, type: yesno, ask: "Was it told?", default: no}\n'
        '      - {id: seen, type: choice, ask: "Seen?", choices: {"yes": It was, "no": It was not}}\n'
    )
    assert [(found.line_text.strip()[:6], found.message.split('"')[1]) for found in ambiguous(text + tests)] == [
        ("- {nam", "yes"),
        ("- {nam", "2026-01-31"),
    ]


def test_where_something_else_than_a_text_is_wanted_quotes_are_no_help():
    assert ambiguous("- id: seen\n  type: text\n  ask: Where was it seen?\n  required: no\n") == []


def test_the_quotes_leave_the_value_as_it_was():
    (found,) = ambiguous(default("012"))
    assert found.mend is not None
    assert [one.text for one in found.mend.replacements] == ['"012"']
    assert found.mend.safe
