"""What rules write instead: it mends what they found, keeps the rest, and a safe mend changes no interview."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

import pytest

from rootcause.lint import rules
from rootcause.lint.documentation import page
from rootcause.lint.finding import Finding
from rootcause.lint.fixing import Fixed, Read, fix
from rootcause.questionnaire.loader import load_questionnaire
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.text import SourceText
from tests.lint.examples import files, found_in
from tests.lint.same_interview import walk_both
from tests.lint.test_rules import WITHOUT_EXAMPLE


def mendable() -> list[tuple[str, str, tuple[Finding, ...]]]:
    """The name of a rule, a bad example on its page, and what it finds there, where it knows a mend."""
    found = []
    for name in rules.families():
        for text in () if name in WITHOUT_EXAMPLE else page(name).bad:
            of_rule = tuple(one for one in found_in(files(text), name) if one.mend is not None)
            found += [(name, text, of_rule)] if of_rule else []
    return found


def each(*, safe: bool) -> list[object]:
    return [
        pytest.param(name, text, id=f"{name}-{number}")
        for number, (name, text, found) in enumerate(MENDABLE)
        if not safe or any(one.mend is not None and one.mend.safe for one in found)
    ]


MENDABLE = mendable()


def mended(texts: Mapping[str, str], name: str, *, unsafe: bool) -> Fixed:
    def lint(read: Read) -> tuple[Finding, ...]:
        return found_in({path: read(path) for path in texts}, name)

    return fix(texts.__getitem__, lint, unsafe=unsafe)


def questionnaire(texts: Mapping[str, str]) -> Questionnaire | None:
    main = next(iter(texts))
    loaded = load_questionnaire(SourceText(main, texts[main]), resolve=lambda name: SourceText(name, texts[name]))
    return loaded.questionnaire


@pytest.mark.parametrize(("name", "text"), each(safe=False))
def test_the_mend_of_an_example_is_all_that_was_missing(name: str, text: str):
    texts = files(text)
    before = found_in(texts, name)
    result = mended(texts, name, unsafe=True)
    assert result.refused == ()
    without_mend = {(one.name, one.message) for one in before if one.mend is None}
    assert {(one.name, one.message) for one in result.remaining} <= without_mend
    assert result.texts


@pytest.mark.parametrize(("name", "text"), each(safe=False))
def test_a_mend_touches_only_lines_that_it_names(name: str, text: str):
    texts = files(text)
    named: dict[str, set[int]] = {}
    for one in found_in(texts, name):
        for edit in one.mend.replacements if one.mend is not None else ():
            named.setdefault(edit.path, set()).update(range(edit.region.line, edit.region.end_line + 1))
    for path, after in mended(texts, name, unsafe=True).texts.items():
        lines = [one.splitlines(keepends=True) for one in (texts[path], after)]
        changes = difflib.SequenceMatcher(None, *lines, autojunk=False).get_opcodes()
        changed = {line + 1 for kind, start, end, *_ in changes if kind != "equal" for line in range(start, end)}
        assert changed <= named[path]


@pytest.mark.parametrize(("name", "text"), each(safe=True))
def test_a_safe_mend_changes_nothing_on_any_path(name: str, text: str):
    texts = files(text)
    before = questionnaire(texts)
    if before is None:  # nobody could be asked
        return
    result = mended(texts, name, unsafe=False)
    after = questionnaire({**texts, **result.texts})
    assert after is not None
    walked = walk_both(before, after, "\n".join((*texts.values(), *result.texts.values())))
    assert walked.difference is None
    assert walked.paths > 0


ASKED = """\
rootcause: 1
id: asked
version: 1.0.0
title: Asked
sections:
  - id: all
    title: All
    questions:
      - {id: late, type: yesno, ask: "Was it late?"}
      - {id: days, type: integer, ask: "By how many days?", when: "late == true", min: 1, max: 30}
      - {id: apology, type: yesno, ask: "Did we say sorry?", when: "late == true and days > 2"}
      - {id: score, type: number, compute: "days * 2", label: Score}
"""


@pytest.mark.parametrize(
    ("old", "new", "noticed"),
    [
        pytest.param("days > 2", "days >= 2", True, id="another condition"),
        pytest.param("Did we say sorry?", "Did we say sorry", True, id="another text"),
        pytest.param("min: 1", "min: 2", True, id="another limit"),
        pytest.param("days * 2", "days * 3", True, id="another computation"),
        pytest.param("Did we", "Did\u200b we", False, id="what nobody sees"),
        pytest.param("days > 2", "2 < days", False, id="the same in other words"),
    ],
)
def test_the_walk_notices_what_a_person_would(old: str, new: str, noticed: bool):
    changed = ASKED.replace(old, new)
    before, after = questionnaire({"asked.yaml": ASKED}), questionnaire({"asked.yaml": changed})
    assert before is not None
    assert after is not None
    walked = walk_both(before, after, ASKED + changed)
    assert (walked.difference is not None) is noticed
