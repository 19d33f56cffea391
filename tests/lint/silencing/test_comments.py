import pytest

from rootcause.lint.silencing.comments import comments_in
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from tests.lint.looking import TWO, look, questionnaire, told


def silenced(questions: str) -> list[tuple[str, str, str]]:
    """Name and reason of what a comment silences; nothing else may be told."""
    found = look(questionnaire(questions))
    assert [one.name for one in found if one.suppression is None] == []
    return [(one.name, one.suppression.kind, one.suppression.reason) for one in found if one.suppression]


@pytest.mark.parametrize(
    "questions",
    [
        pytest.param(
            f"""
- id: noticed
  type: text
  ask: {TWO} # rootcause: ignore[several-questions] -- why
""",
            id="behind it",
        ),
        pytest.param(
            f"""
- id: noticed
  type: text
  # rootcause: ignore[several-questions] -- why
  ask: {TWO}
""",
            id="above the key",
        ),
        pytest.param(
            f"""
# rootcause: ignore[several-questions] -- why
- id: noticed
  type: text
  ask: {TWO}
""",
            id="above the question",
        ),
        pytest.param(
            f"""
# rootcause: ignore[several-questions] -- why

# a remark
- id: noticed
  type: text
  ask: {TWO}
""",
            id="above a remark and an empty line",
        ),
        pytest.param(
            f"""
# rootcause: ignore[several-questions] -- why
-
  id: noticed
  type: text
  ask: {TWO}
""",
            id="above a dash that has a line to itself",
        ),
        pytest.param(
            """
- id: noticed
  type: text
  ask: >- # rootcause: ignore[several-questions] -- why
    Who noticed it?

    And when?
""",
            id="at the head of a text of several lines",
        ),
        pytest.param(
            """
- id: noticed
  type: text
  ask: "Who noticed it?

    And when?" # rootcause: ignore[several-questions] -- why
""",
            id="at the end of a text in quotes of several lines",
        ),
        pytest.param(
            """
- id: noticed
  type: text
  # rootcause: ignore[several-questions] -- why
  ask: |
    Who noticed it?
    And when?
""",
            id="above a text of several lines",
        ),
        pytest.param(
            f"""
- id: noticed
  type: text
  ask: {TWO} # T7 # rootcause: ignore[RCW007] -- why
""",
            id="behind another comment, by code",
        ),
        pytest.param(
            f"""
- id: noticed
  type: text
  ask: {TWO} #rootcause:ignore [ several-questions ] why
""",
            id="without dashes, with other spaces",
        ),
        pytest.param(
            f"""
- {{id: noticed, type: text, ask: "{TWO}"}} # rootcause: ignore[several-questions]: why
""",
            id="behind braces",
        ),
    ],
)
def test_a_comment_silences_a_rule_with_its_reason(questions: str):
    assert silenced(questions) == [("several-questions", "inline", "why")]


@pytest.mark.parametrize(
    "questions",
    [
        pytest.param(
            f"""
# rootcause: ignore[several-questions]
- id: first
  type: text
  ask: Who?
- id: second
  type: text
  ask: {TWO}
""",
            id="above another question",
        ),
        pytest.param(
            f"""
- id: first
  type: text # rootcause: ignore[several-questions]
  ask: {TWO}
""",
            id="behind another line",
        ),
        pytest.param(
            f"""
- id: first
  type: text
  ask: {TWO}
  # rootcause: ignore[several-questions]
- id: second
  type: text
  ask: Who?
""",
            id="below it",
        ),
        pytest.param(
            f"""
- id: first
  type: text
  ask: {TWO}
  hint: "# rootcause: ignore[several-questions]"
""",
            id="inside a text",
        ),
        pytest.param(
            """
- id: first
  type: text
  ask: |
    Who noticed it?
    And when? # rootcause: ignore[several-questions]
""",
            id="inside a block",
        ),
        pytest.param(
            f"""
- id: first
  type: text
  ask: {TWO} # rootcause: ignore[unused-suppression]
""",
            id="another rule",
        ),
    ],
)
def test_a_comment_elsewhere_silences_nothing(questions: str):
    assert "several-questions" in {name for name, _ in told(questionnaire(questions))}


def test_a_comment_above_the_first_key_silences_the_whole_file():
    text = questionnaire(f'- {{id: noticed, type: text, ask: "{TWO}"}}\n')
    comment = "# yaml-language-server: $schema=x\n\n# rootcause: file-ignore[several-questions] -- why\n"
    found = look(comment + text)
    assert [(one.name, one.suppression and one.suppression.reason) for one in found] == [("several-questions", "why")]
    assert told(text.replace("title:", "# rootcause: file-ignore[several-questions]\ntitle:", 1)) == [
        ("malformed-suppression", 4),
        ("several-questions", 12),
    ]


def test_a_great_many_comments_are_no_burden():
    text = questionnaire("") + "# rootcause: ignore[several-questions]\n" * 50_000
    assert len(look(text)) <= 1000


def test_a_line_has_one_comment():
    source = SourceText("q.yaml", "a: 1 # rootcause: ignore[tag] # rootcause: ignore[alias]\n")
    [comment] = comments_in(source, parse_tree(source)[0])
    assert [word for word, _ in comment.words] == ["tag"]
