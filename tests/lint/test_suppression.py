import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rootcause.lint import rules
from rootcause.lint.comments import comments_in
from rootcause.lint.finding import Finding, Mend, Region
from rootcause.lint.linter import lint
from rootcause.lint.rule import Rule
from rootcause.lint.selection import select
from rootcause.lint.settings import Settings
from rootcause.lint.silencing import add_ignores
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from tests.lint.examples import SKELETON

BUNDLED = sorted(Path("questionnaires").rglob("*.yaml"))


def questionnaire(questions: str) -> str:
    inner = "".join(f"      {line}" if line.strip() else line for line in questions.splitlines(keepends=True))
    return SKELETON.format(top="", questions=inner)


def look(text: str, resolve: Callable[[str], SourceText] | None = None, **settings: object) -> tuple[Finding, ...]:
    return lint(SourceText("q.yaml", text), select(Settings(**settings)), resolve=resolve)  # type: ignore[arg-type]


def told(text: str, **settings: object) -> list[tuple[str, int]]:
    """Name and line of what is not silenced."""
    return [(one.name, one.region.line) for one in look(text, **settings) if one.suppression is None]


def silenced(questions: str) -> list[tuple[str, str, str]]:
    """Name and reason of what a comment silences; nothing else may be told."""
    found = look(questionnaire(questions))
    assert [one.name for one in found if one.suppression is None] == []
    return [(one.name, one.suppression.kind, one.suppression.reason) for one in found if one.suppression]


TWO = "Who noticed it? And when?"


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


def test_a_comment_in_an_included_file_counts_there_and_is_not_called_unused():
    part = f"""\
rootcause: 1
sections:
  - id: more
    title: More
    questions:
      - {{id: noticed, type: text, ask: "{TWO}"}} # rootcause: ignore[several-questions] -- why
      - {{id: who, type: text, ask: "Who?"}} # rootcause: ignore[several-questions] -- needed by another questionnaire
"""
    text = questionnaire("").replace("  - id: why\n", "  - include: part.yaml\n  - id: why\n")
    [found] = look(text, lambda name: SourceText(name, part))
    assert (found.path, found.name, found.region.line) == ("part.yaml", "several-questions", 6)
    assert found.suppression is not None
    [alone] = look(part)
    assert (alone.name, alone.suppression) == ("several-questions", found.suppression)


@pytest.mark.parametrize(
    ("comment", "name", "words"),
    [
        pytest.param("# rootcause: ignore", "malformed-suppression", "no rule in square brackets", id="no brackets"),
        pytest.param("# rootcause:ignore(x)", "malformed-suppression", "no rule in square brackets", id="round ones"),
        pytest.param("# rootcause: ignore[]", "malformed-suppression", "names no rule", id="empty brackets"),
        pytest.param("# rootcause: ingore[tag]", "malformed-suppression", '"ingore"', id="misspelt"),
        pytest.param("# rootcause: disable=tag", "malformed-suppression", '"disable"', id="as elsewhere"),
        pytest.param("# rootcause: ignore[RCW]", "unknown-rule-in-suppression", '"RCW"', id="many at once"),
        pytest.param("# rootcause: ignore[all]", "unknown-rule-in-suppression", '"all"', id="all at once"),
        pytest.param("# rootcause: ignore[RCW999]", "unknown-rule-in-suppression", '"RCW999"', id="no such code"),
        pytest.param(
            "# rootcause: ignore[unknown-key]", "unused-suppression", '"unknown-key"', id="an error of reading"
        ),
        pytest.param("# rootcause: ignore[several-questions]", "unused-suppression", "finds nothing here", id="unused"),
    ],
)
def test_a_comment_that_silences_nothing_is_told(comment: str, name: str, words: str):
    [found] = look(questionnaire(f"- {{id: noticed, type: text, ask: Who}} {comment}\n"))
    assert found.name == name
    assert words in found.message
    assert found.region.line == 11
    assert found.line_text[found.region.column - 1 :].startswith(("#", *re.findall(r"[\w-]+", comment)))


@pytest.mark.parametrize(
    "comment",
    ["# rootcause: 1", "# rootcause:", "# rootcause: see the manual", "# rootcause itself", "# ignore[x]", "# T1"],
)
def test_other_comments_are_left_alone(comment: str):
    assert look(questionnaire(f"- {{id: noticed, type: text, ask: Who}} {comment}\n{comment}\n")) == ()


def test_a_rule_that_is_not_asked_is_not_called_unused():
    text = questionnaire("- {id: noticed, type: text, ask: Who} # rootcause: ignore[several-questions]\n")
    assert told(text) == [("unused-suppression", 11)]
    assert told(text, ignore=("several-questions",)) == []
    assert told(text, ignore=("unused-suppression",)) == []


def test_in_a_file_with_errors_nothing_is_called_unused():
    text = questionnaire("- {id: noticed, type: text, ask: Who, when: nobody} # rootcause: ignore[several-questions]\n")
    assert told(text) == [("unknown-reference", 11)]


def test_when_a_rule_fails_nothing_is_called_unused(monkeypatch: pytest.MonkeyPatch):
    def fail(context: object) -> Iterator[object]:
        raise ZeroDivisionError

    text = questionnaire("- {id: noticed, type: text, ask: Who} # rootcause: ignore[several-questions]\n")
    several = rules.rule("several-questions")
    broken = Rule(several.code, several.name, several.severity, fail)  # type: ignore[arg-type]
    found = lint(SourceText("q.yaml", text), [broken, rules.rule("unused-suppression")])
    assert [one.name for one in found] == ["internal-error"]


def test_an_error_that_keeps_a_file_from_being_used_is_not_silenced():
    text = questionnaire("- {id: noticed, type: text, aks: Who} # rootcause: ignore[unknown-key]\n")
    assert ("unknown-key", 11) in told(text)


def test_without_a_tree_a_comment_counts_when_it_has_a_line_to_itself():
    text = "rootcause: 1\n# rootcause: ignore\na: 'x # rootcause: ignore\n"
    assert ("malformed-suppression", 2) in told(text)
    assert ("malformed-suppression", 3) not in told(text)


def test_a_reason_is_asked_for_when_the_settings_require_one():
    text = questionnaire(f'- {{id: noticed, type: text, ask: "{TWO}"}} # rootcause: ignore[several-questions]\n')
    assert told(text) == []
    assert told(text, require_reason=True) == [("suppression-without-reason", 11)]
    assert told(text.replace("questions]", "questions] why"), require_reason=True) == []


def mended(text: str, mend: Mend | None) -> str:
    assert mend is not None
    for one in reversed(mend.replacements):
        text = text[: one.region.start] + one.text + text[one.region.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("ask: Who # rootcause: ignore[several-questions] why\n", "ask: Who\n", id="behind something"),
        pytest.param("# rootcause: ignore[several-questions]\n  ask: Who\n", "ask: Who\n", id="alone"),
        pytest.param("ask: Who # T1  # rootcause: ignore[several-questions]\n", "ask: Who # T1\n", id="other comment"),
        pytest.param(
            f"ask: {TWO} # rootcause: ignore[tag, several-questions, unknown-key] why\n",
            f"ask: {TWO} # rootcause: ignore[several-questions] why\n",
            id="one of several",
        ),
    ],
)
def test_an_unused_comment_is_taken_out_and_nothing_else(before: str, after: str):
    text = questionnaire(f"- id: noticed\n  type: text\n  {before}")
    [found] = [one for one in look(text) if one.name == "unused-suppression"]
    assert found.mend is not None
    assert found.mend.safe
    assert mended(text, found.mend) == questionnaire(f"- id: noticed\n  type: text\n  {after}")


def test_a_comment_at_the_end_of_the_file_is_taken_out():
    text = questionnaire("").rstrip("\n")
    found = look(text + "\n# rootcause: ignore[several-questions]")
    assert [mended(text + "\n# rootcause: ignore[several-questions]", one.mend) for one in found] == [text + "\n"]


def test_a_misspelt_rule_is_mended_to_the_nearest_but_not_without_being_asked():
    text = questionnaire(f'- {{id: noticed, type: text, ask: "{TWO}"}} # rootcause: ignore[several-question]\n')
    found = next(one for one in look(text) if one.name == "unknown-rule-in-suppression")
    assert found.mend is not None
    assert not found.mend.safe
    assert found.help == 'did you mean "several-questions"?'
    assert told(mended(text, found.mend)) == []


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


def test_a_great_many_comments_are_no_burden():
    text = questionnaire("") + "# rootcause: ignore[several-questions]\n" * 50_000
    assert len(look(text)) <= 1000


def test_a_line_has_one_comment():
    source = SourceText("q.yaml", "a: 1 # rootcause: ignore[tag] # rootcause: ignore[alias]\n")
    [comment] = comments_in(source, parse_tree(source)[0])
    assert [word for word, _ in comment.words] == ["tag"]


def test_what_an_included_file_has_in_the_same_line_does_not_make_a_comment_useful():
    part = (
        "\n" * 10
        + f"""\
rootcause: 1
sections:
  - id: more
    title: More
    questions:
      - {{id: noticed, type: text, ask: "{TWO}"}}
"""
    )
    text = questionnaire("").replace("  - id: why\n", "  - include: part.yaml\n  - id: why\n")
    lines = text.splitlines(keepends=True)
    lines[15] = lines[15].rstrip("\n") + " # rootcause: ignore[several-questions]\n"
    found = look("".join(lines), lambda name: SourceText(name, part))
    assert [(one.path, one.region.line, one.name) for one in found] == [
        ("part.yaml", 16, "several-questions"),
        ("q.yaml", 16, "unused-suppression"),
    ]
    assert found[0].suppression is None


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


def test_a_rule_that_compares_versions_is_not_called_idle_without_another_version():
    text = questionnaire("- {id: noticed, type: text, ask: Who} # rootcause: ignore[renamed-without-was]\n")
    assert told(text) == []
    asked = select(Settings())
    found = lint(SourceText("q.yaml", text), asked, before=SourceText("q.yaml", text))
    assert [one.name for one in found] == ["unused-suppression"]
