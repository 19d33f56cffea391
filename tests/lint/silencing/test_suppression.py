import re
from collections.abc import Iterator

import pytest

from rootcause.lint import rules
from rootcause.lint.finding import Mend
from rootcause.lint.linter import lint
from rootcause.lint.rule import Rule
from rootcause.lint.selection import select
from rootcause.lint.settings import Settings
from rootcause.source.text import SourceText
from tests.lint.looking import TWO, look, questionnaire, told


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


def test_a_rule_that_compares_versions_is_not_called_idle_without_another_version():
    text = questionnaire("- {id: noticed, type: text, ask: Who} # rootcause: ignore[renamed-without-was]\n")
    assert told(text) == []
    asked = select(Settings())
    found = lint(SourceText("q.yaml", text), asked, before=SourceText("q.yaml", text))
    assert [one.name for one in found] == ["unused-suppression"]
