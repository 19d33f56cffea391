import hashlib
import json

import pytest
from msgspec.structs import replace

from rootcause.errors import RootcauseError
from rootcause.lint.finding import Finding, Suppression
from rootcause.lint.linter import lint
from rootcause.lint.selection import select
from rootcause.lint.settings import Settings
from rootcause.lint.silencing import baseline
from rootcause.lint.silencing.baseline import Entry, apply, fingerprint, prune, read, write
from rootcause.source.text import SourceText
from tests.lint.examples import SKELETON

ONE = '      - {id: one, type: text, ask: "Who? And when?"}\n'
OTHER = '      - {id: two, type: text, ask: "Where? And how?"}\n'


def findings(questions: str, path: str = "q.yaml") -> tuple[Finding, ...]:
    return lint(SourceText(path, SKELETON.format(top="", questions=questions)), select(Settings()))


def new(found: tuple[Finding, ...], known: str, looked_at: tuple[str, ...] = ("q.yaml",)) -> tuple[list[str], int]:
    """The lines of what is not known, and how many entries are stale."""
    applied = apply(found, read(SourceText("known.json", known)), looked_at)
    assert [replace(one, suppression=None) for one in applied.findings] == list(found)
    fresh = [one for one in applied.findings if one.suppression is None]
    return [one.subject for one in fresh], sum(entry.count for entry in applied.stale)


def test_what_is_known_is_marked_and_nothing_is_stale():
    found = findings(ONE + OTHER)
    assert len(found) == 2
    applied = apply(found, read(SourceText("known.json", write(found))), ["q.yaml"])
    assert [one.suppression for one in applied.findings] == [Suppression("baseline")] * 2
    assert applied.stale == ()


def test_what_moves_is_still_known():
    known = write(findings(ONE))
    assert new(findings('      - {id: zero, type: text, ask: "What?"}\n# remark\n' + ONE), known) == ([], 0)
    assert new(findings(ONE.replace("text, ask", "text,   ask")), known) == ([], 0)
    silenced = findings(ONE.replace("\n", "  # rootcause: ignore[tag]\n"))
    assert [one.name for one in silenced] == ["several-questions", "unused-suppression"]
    assert new(silenced[:1], known) == ([], 0)


def test_what_is_new_or_changed_is_told():
    known = write(findings(ONE))
    assert new(findings(ONE + OTHER), known) == (["what.two.ask"], 0)
    assert new(findings(OTHER), known) == (["what.two.ask"], 1)


def test_a_second_copy_of_what_is_known_is_new():
    found = findings(ONE)
    twice = (*found, *found)
    assert new(twice, write(found)) == (["what.one.ask"], 0)
    assert new(twice, write(twice)) == ([], 0)
    assert new(found, write(twice)) == ([], 1)


def test_the_text_is_sorted_and_the_same_for_the_same_findings():
    found = (*findings(ONE + OTHER, "b.yaml"), *findings(ONE, "a.yaml"), *findings(ONE, "./a.yaml"))
    text = write(found)
    assert text == write(reversed(found))
    written = json.loads(text)
    assert written["version"] == 1
    assert [(entry["path"], entry["count"]) for entry in written["entries"]] == [("a.yaml", 2), *[("b.yaml", 1)] * 2]
    assert written["entries"] == sorted(written["entries"], key=lambda entry: tuple(entry.values()))
    assert text.endswith("\n}\n")


def test_paths_are_those_that_the_caller_makes_of_them():
    def at(path: str) -> str:
        return f"deep/{path}"

    found = findings(ONE)
    text = write(found, at)
    assert json.loads(text)["entries"][0]["path"] == "deep/q.yaml"
    entries = read(SourceText("known.json", text))
    assert apply(found, entries, ["deep/q.yaml"], at).findings[0].suppression is not None
    assert apply(findings(ONE, "deep/q.yaml"), entries, []).findings[0].suppression is not None
    assert apply(found, entries, []).findings[0].suppression is None


def test_a_file_whose_name_is_not_utf8_can_be_known():
    found = findings(ONE, "q\udcff.yaml")
    assert new(found, write(found), ("q\udcff.yaml",)) == ([], 0)


def test_only_entries_of_files_that_were_looked_at_are_stale():
    known = write((*findings(ONE, "a.yaml"), *findings(ONE, "b.yaml")))
    assert new((), known, ()) == ([], 0)
    assert new((), known, ("a.yaml",)) == ([], 1)
    assert new((), known, ("./a.yaml", "b.yaml")) == ([], 2)


def test_errors_that_keep_a_file_from_being_used_are_never_known():
    found = findings('      - {id: one, type: text, aks: "Who?"}\n')
    assert {one.name for one in found} >= {"unknown-key"}
    entries = read(SourceText("known.json", write(found)))
    assert entries == ()
    forged = [Entry("q.yaml", one.code, fingerprint(one), 1) for one in found]
    assert {one.suppression for one in apply(found, forged, []).findings} == {None}


def test_what_a_comment_silences_is_not_known_too():
    found = findings(ONE.replace("\n", " # rootcause: ignore[several-questions] -- why\n"))
    assert [one.suppression for one in found] == [Suppression("inline", "why")]
    assert json.loads(write(found))["entries"] == []
    known = write(findings(ONE))
    applied = apply(found, read(SourceText("known.json", known)), ["q.yaml"])
    assert applied.findings == found
    assert len(applied.stale) == 1


def test_pruning_leaves_what_is_still_found():
    found = findings(ONE + OTHER)
    entries = read(SourceText("known.json", write((*found, *found))))
    stale = apply(found[:1], entries, ["q.yaml"]).stale
    assert prune(entries, stale) == write(found[:1])
    assert prune(entries, ()) == write((*found, *found))


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        pytest.param({"message": "x"}, True, id="message"),
        pytest.param({"line_text": '  - {id: one,   type: text, ask: "Who? And when?"}'}, True, id="spaces"),
        pytest.param({"path": "./q.yaml"}, True, id="the same path"),
        pytest.param({"path": "p.yaml"}, False, id="path"),
        pytest.param({"code": "RCW001"}, False, id="code"),
        pytest.param({"subject": "x"}, False, id="subject"),
        pytest.param({"line_text": "x"}, False, id="line"),
    ],
)
def test_a_finding_is_known_by_rule_file_subject_and_line(changed: dict[str, str], same: bool):
    [found] = findings(ONE)
    assert (fingerprint(replace(found, **changed)) == fingerprint(found)) == same


def test_a_fingerprint_tells_equal_findings_apart_and_stays_the_same_for_ever():
    [found] = findings(ONE)
    assert len({fingerprint(found, nth) for nth in range(3)}) == 3
    assert fingerprint(found, path="q.yaml") == fingerprint(found)
    parts = 'RCW007\0q.yaml\0what.one.ask\0- {id: one, type: text, ask: "Who? And when?"}\0000'
    assert fingerprint(found) == hashlib.sha256(parts.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no baseline: "),
        ("[]", "is no baseline: Expected `object`, got `array`"),
        ("[" * 100_000, "is no baseline: "),
        ('{"version": 1}', "missing required field `entries`"),
        ('{"version": 2, "entries": []}', "has version 2; expected 1"),
        ('{"version": 1, "entries": [], "x": 1}', "unknown field `x`"),
        ('{"version": 1, "entries": [{"path": "a", "code": "b", "fingerprint": "c", "count": 0}]}', ">= 1"),
        ('{"version": 1, "entries": [{"path": "a", "code": "b", "fingerprint": 1, "count": 1}]}', "entries[0].fing"),
    ],
)
def test_a_file_that_is_no_baseline_is_told(text: str, message: str):
    with pytest.raises(RootcauseError) as caught:
        read(SourceText("known.json", text))
    assert caught.value.message.startswith("known.json ")
    assert message in caught.value.message
    assert caught.value.hint == "write it anew with --write-baseline"
    assert baseline.VERSION == 1
