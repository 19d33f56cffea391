from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rootcause.lint import rules
from rootcause.lint.finding import Finding, Region
from rootcause.lint.silencing.comments import comments_in
from rootcause.lint.silencing.writing import add_ignores
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from tests.lint.looking import TWO, look, questionnaire

BUNDLED = sorted(Path("questionnaires").rglob("*.yaml"))


def in_every_line(source: SourceText) -> list[Finding]:
    several = rules.rule("several-questions")
    starts = [source.line_start(line) for line in range(1, source.line_count + 1)]
    return [
        Finding(
            several.code, several.name, several.severity, "x", source.name, Region(line, 1, line, 2, at, at + 1), ""
        )
        for line, at in enumerate(starts, 1)
    ]


PIECES = st.sampled_from(
    [
        *("a: ", "b: ", "- ", "text", "|", ">-", '"', "'", "{", "}", "[", "]", ", ", ": ", "---", "\t", "  "),
        *("\n", "\n  ", "\n    ", "\r\n", "\u2028", " # T1", "# rootcause: ignore[tag] x", "# rootcause: ignore"),
    ]
)


@example(["a: ", ">-", "\n  ", "text"])
@example(["- ", "{", "text", "\r\n", ", ", "b: ", "text", "}"])
@example(["a: ", "|", "\u2028", "\n  ", "text", "\n"])
@given(st.lists(PIECES, max_size=25))
def test_whatever_a_text_is_comments_change_nothing_of_what_it_means(pieces: list[str]):
    source = SourceText("q.yaml", "".join(pieces))
    before, problems = parse_tree(source)
    added = SourceText("q.yaml", add_ignores(source, in_every_line(source), "why"))
    after, still = parse_tree(added)
    if before is None:
        assert added == source
    else:
        assert after is not None
        assert (after.value, len(still)) == (before.value, len(problems))
    for comment in comments_in(added, after):
        assert added.text[comment.span.start] == "#"
        assert not comment.words or comment.span.line in comment.lines


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_comment_can_be_added_for_any_line_and_the_file_means_the_same(path: Path):
    source = SourceText.read(path)
    before, _ = parse_tree(source)
    text = add_ignores(source, in_every_line(source), "why\nnot")
    changed = SourceText(source.name, text)
    after, problems = parse_tree(changed)
    assert before is not None
    assert after is not None
    assert (after.value, problems) == (before.value, ())
    comments = comments_in(changed, after)
    assert {comment.reason for comment in comments} == {"why not"}
    assert {line for comment in comments for line in comment.lines} >= set(range(1, source.line_count))


def test_comments_that_are_added_silence_what_was_found():
    text = questionnaire(f"""\
- id: one
  type: text
  ask: {TWO}
- id: two
  type: text
  ask: >-
    Who noticed it?
    And when?
- {{id: three, type: text, ask: "{TWO}"}} # T1
- {{id: four, type: text, ask: "{TWO}"}} # rootcause: ignore[tag] -- because
""")
    source = SourceText("q.yaml", text)
    added = add_ignores(source, look(text), "legacy")
    assert {one.name for one in look(added) if one.suppression is None} == {"unused-suppression"}
    assert f"ask: {TWO}  # rootcause: ignore[several-questions] -- legacy\n" in added
    assert "ask: >-  # rootcause: ignore[several-questions] -- legacy\n" in added
    assert "# T1  # rootcause: ignore[several-questions] -- legacy\n" in added
    assert "# rootcause: ignore[tag, several-questions] -- because\n" in added
    assert add_ignores(SourceText("q.yaml", added), look(added), "legacy") == added


def test_a_comment_is_added_at_the_head_of_a_block_that_ends_the_file():
    source = SourceText("q.yaml", "a: |\n  text")
    assert add_ignores(source, in_every_line(source)[1:], "why").splitlines() == [
        "a: |  # rootcause: ignore[several-questions] -- why",
        "  text",
    ]


def test_nothing_is_added_for_what_cannot_be_silenced_or_stands_elsewhere():
    text = questionnaire(f'- {{id: noticed, type: text, aks: "{TWO}"}}\n')
    assert add_ignores(SourceText("q.yaml", text), look(text), "x") == text
    text = questionnaire(f'- {{id: noticed, type: text, ask: "{TWO}"}}\n')
    assert add_ignores(SourceText("other.yaml", text), look(text), "x") == text


@pytest.mark.parametrize(
    "questions",
    [
        pytest.param(f'- {{id: one, type: text, ask: "{TWO}"}} # rootcause: ignore\n', id="a malformed comment"),
        pytest.param(
            '- {id: one, type: text, ask: "Who noticed?\n\n    And when?", hint: "It is on\n    the note."}\n',
            id="texts of several lines behind each other",
        ),
    ],
)
def test_where_nothing_can_be_added_the_text_stays_as_it_is(questions: str):
    text = questionnaire(questions)
    found = [one for one in look(text) if one.name == "several-questions"]
    assert len(found) == 1
    assert add_ignores(SourceText("q.yaml", text), found, "x") == text
