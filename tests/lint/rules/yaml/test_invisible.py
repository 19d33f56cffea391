"""Characters that nobody sees: which are told, and which a script needs."""

from __future__ import annotations

import pytest

from rootcause.lint.finding import Finding
from tests.lint.examples import findings


def found_in(text: str) -> list[Finding]:
    return list(findings(f"- id: seen\n  type: text\n  ask: {text}\n"))


@pytest.mark.parametrize(
    "text", ["Se<U+200B>en?", "Se<U+00AD>en?", "Se<U+2060>en?", "Seen?<U+FEFF>", "Se<U+200D>en?", "<U+200E>Seen?", "Se<U+3164>en?"]
)  # fmt: skip
def test_a_character_that_shows_nothing_is_told_and_deleted(text: str):
    (found,) = found_in(text)
    assert found.name == "invisible-character"
    assert found.mend is not None
    assert [(one.text, one.region.end - one.region.start) for one in found.mend.replacements] == [("", 1)]


@pytest.mark.parametrize(
    "text",
    ["می<U+200C>خواهم؟", "Who saw 👩<U+200D>👩<U+200D>👧?", "ดี<U+200B>มาก?", "מה<U+200F>?", "Pourquoi<U+00A0>?", "Prix<U+202F>?", "naïve"],
)  # fmt: skip
def test_what_a_script_needs_is_fine(text: str):
    assert found_in(text) == []


def test_a_space_that_is_none_in_a_key_or_an_expression_is_told():
    text = "- id: seen\n  type: yesno\n  ask: Seen?\n- id: where\n  type: text\n  ask: Where?\n  when:<U+00A0>seen\n"
    assert "invisible-character" in {
        found.name for found in findings(text.replace("when:<U+00A0>", "when: not<U+00A0>"))
    }
    assert "invisible-character" in {
        found.name for found in findings(text.replace("  when:<U+00A0>seen", "  <U+00A0>hint: x"))
    }


def test_a_line_break_in_a_text_that_nobody_sees_is_told_and_left():
    (found,) = found_in('"Seen<U+2028>there?"')
    assert (found.name, found.mend) == ("invisible-character", None)


@pytest.mark.parametrize("text", ["a <U+202E>b?", "a <U+202A>b?", "<U+2066>a <U+2067>b<U+2069>?", "<U+2067>a<U+202C>?"])
def test_a_character_that_turns_the_rest_of_a_line_is_told(text: str):
    (found,) = found_in(text)
    assert (found.name, found.mend) == ("reordered-text", None)


@pytest.mark.parametrize(
    "text", ["<U+2068>${problem}<U+2069> b?", "<U+202B>מה<U+202C>?", "<U+2066>a <U+2067>b<U+2069><U+2069>?"]
)
def test_a_turn_that_ends_on_its_line_is_fine(text: str):
    assert found_in(text) == []


def test_a_comment_counts_too():
    assert [found.name for found in findings("minutes: 10  # a <U+202E>b\n")] == ["reordered-text"]


def test_a_file_full_of_them_is_told_a_hundred_times():
    assert len(found_in("a<U+200B>" * 1000)) == 100
