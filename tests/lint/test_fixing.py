"""Mends are put in place in the text: nothing else moves, and what would change more than it says is refused."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rootcause.lint.finding import Finding, Suppression, in_order
from rootcause.lint.fixing import Fixed, Read, apply, diff, fix
from rootcause.lint.linter import finding
from rootcause.lint.rule import Found, Rule
from rootcause.lint.unchanged import says_the_same
from rootcause.source.diagnostic import Edit, Fix, Severity
from rootcause.source.text import SourceText

RULE = Rule("RCY001", "wrong", Severity.ERROR)


def at(text: str, *edits: tuple[int, int, str], path: str = "a.yaml", safe: bool = True, message: str = "x") -> Finding:
    """A finding with a mend that replaces these stretches of a text."""
    source = SourceText(path, text)
    mend = Fix(tuple(Edit(source.span(start, end), new) for start, end, new in edits), safe)
    return finding(RULE, Found(source, source.span(edits[0][0], edits[0][1]), message, fix=mend))


def whenever(pattern: str, new: str, *, safe: bool = True) -> Callable[[Read], tuple[Finding, ...]]:
    """A linter that finds a pattern in `a.yaml` and knows what to write instead."""

    def lint(read: Read) -> tuple[Finding, ...]:
        text = SourceText("a.yaml", read("a.yaml")).text
        places = re.finditer(pattern, text)
        return tuple(at(text, (*one.span(), one.expand(new)), safe=safe, message=one[0]) for one in places)

    return lint


def fixed(text: str, pattern: str, new: str) -> Fixed:
    return fix({"a.yaml": text}.__getitem__, whenever(pattern, new))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a: bad\nb: bad # bad\n", "a: good\nb: good # good\n", id="every place"),
        pytest.param(
            "# why\na:   bad   # so\n\n\nb: 1\n", "# why\na:   good   # so\n\n\nb: 1\n", id="layout and comments"
        ),
        pytest.param("\ufeffa: bad\n", "\ufeffa: good\n", id="behind a byte order mark"),
        pytest.param("a: 1\r\nb: bad\r\n", "a: 1\r\nb: good\r\n", id="line breaks of Windows"),
        pytest.param("a: 🙂 bad", "a: 🙂 good", id="without a last line break"),
    ],
)
def test_a_mend_changes_its_place_and_nothing_else(before: str, after: str):
    result = fixed(before, "bad", "good")
    assert dict(result.texts) == {"a.yaml": after}
    assert result.count == before.count("bad")
    assert result.remaining == ()


def test_lines_that_a_mend_adds_end_like_the_others():
    assert fixed("a: 1\r\nc: 3\r\n", r"(?<!b: 2\r\n)c: 3", "b: 2\nc: 3").texts == {"a.yaml": "a: 1\r\nb: 2\r\nc: 3\r\n"}
    assert fixed("a: 1\nc: 3\n", r"(?<!b: 2\n)c: 3", "b: 2\nc: 3").texts == {"a.yaml": "a: 1\nb: 2\nc: 3\n"}


def test_a_mend_of_a_line_break_is_taken_as_it_is():
    assert fixed("a: 1\nb: 2\r\nc: 3\r\n", "\r\n", "\n").texts == {"a.yaml": "a: 1\nb: 2\nc: 3\n"}
    assert fixed("a: 1\r\nb: 2\r\nc: 3\r\nd: 4\n", r"(?<!\r)\n", "\r\n").texts["a.yaml"].endswith("d: 4\r\n")


def test_it_goes_on_until_nothing_is_left_to_mend():
    result = fixed("a: xxxxx\n", "xx", "x")
    assert (result.texts, result.remaining) == ({"a.yaml": "a: x\n"}, ())


def test_after_ten_rounds_it_stops_and_says_what_is_left():
    result = fixed("a: x\n", "x+", r"\g<0>x")
    assert result.texts == {"a.yaml": "a: " + "x" * 11 + "\n"}
    assert (result.count, len(result.remaining)) == (10, 1)


def test_of_two_mends_at_one_place_the_first_is_made_and_the_other_finds_its_turn():
    def lint(read: Read) -> tuple[Finding, ...]:
        text = read("a.yaml")
        found = [at(text, (3, 8, "12345")), at(text, (5, 6, "-"))] if text == "a: bcdef\n" else []
        found += [at(text, (5, 6, "-"))] if "345" in text else []
        return tuple(found)

    assert fix({"a.yaml": "a: bcdef\n"}.__getitem__, lint).texts == {"a.yaml": "a: 12-45\n"}


def test_two_that_write_at_the_same_point_do_not_mix():
    def lint(read: Read) -> tuple[Finding, ...]:
        text = read("a.yaml")
        return tuple(at(text, (3, 3, word), message=word) for word in ("one ", "two ") if word not in text)

    assert fix({"a.yaml": "a: x\n"}.__getitem__, lint).texts == {"a.yaml": "a: two one x\n"}


def test_a_mend_that_contradicts_itself_is_refused():
    def lint(read: Read) -> tuple[Finding, ...]:
        return (at(read("a.yaml"), (3, 6, "x"), (4, 5, "y")),)

    result = fix({"a.yaml": "a: bcd\n"}.__getitem__, lint)
    assert (result.texts, len(result.refused)) == ({}, 1)


def test_what_is_silenced_stays():
    def lint(read: Read) -> tuple[Finding, ...]:
        return tuple(replace(one, suppression=Suppression("inline")) for one in whenever("bad", "good")(read))

    result = fix({"a.yaml": "a: bad\n"}.__getitem__, lint)
    assert (result.texts, result.count, len(result.remaining)) == ({}, 0, 1)


def test_a_mend_that_is_not_safe_waits_until_somebody_asks_for_it():
    lint = whenever("bad", "good", safe=False)
    read = {"a.yaml": "a: bad\n"}.__getitem__
    assert fix(read, lint).texts == {}
    assert fix(read, lint, unsafe=True).texts == {"a.yaml": "a: good\n"}


def test_a_mend_may_change_several_files():
    texts = {"a.yaml": "a: bad\n", "parts/b.yaml": "\ufeffb: bad # here\n"}

    def lint(read: Read) -> tuple[Finding, ...]:
        a, b = (SourceText(path, read(path)) for path in texts)
        if "bad" not in a.text:
            return ()
        mend = Fix((Edit(a.span(3, 6), "good"), Edit(b.span(3, 6), "good", b)))
        return (finding(RULE, Found(a, a.span(0, 1), "both", fix=mend)),)

    assert fix(texts.__getitem__, lint).texts == {"a.yaml": "a: good\n", "parts/b.yaml": "\ufeffb: good # here\n"}


def test_what_would_change_more_than_it_says_is_refused_and_told_and_the_rest_is_done():
    def lint(read: Read) -> tuple[Finding, ...]:
        text = read("a.yaml")
        harmful = [at(text, (3, 4, "'"), message="harmful")]  # opens a quote that nothing closes
        return (*harmful, *whenever("bad", "good")(read))

    result = fix({"a.yaml": "a: 1\nb: bad\n"}.__getitem__, lint)
    assert result.texts == {"a.yaml": "a: 1\nb: good\n"}
    assert [one.message for one in result.refused] == ["harmful"]
    assert [one.message for one in result.remaining] == ["harmful"]
    assert result.count == 1


def test_of_mends_that_do_harm_only_together_the_first_is_made():
    def lint(read: Read) -> tuple[Finding, ...]:
        lines = read("a.yaml").splitlines(keepends=True)
        starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
        return tuple(
            at(read("a.yaml"), (start, start + len(line), ""), message=line)
            for start, line in zip(starts, lines, strict=True)
        )

    result = fix({"a.yaml": "a: b\nc: d\n"}.__getitem__, lint)
    assert (result.texts, result.count) == ({"a.yaml": "c: d\n"}, 1)
    assert [one.message for one in result.refused] == ["c: d\n"]


def test_a_mend_that_makes_an_error_in_a_file_without_one_is_refused_and_the_others_are_done():
    def lint(read: Read) -> tuple[Finding, ...]:
        text = read("a.yaml")
        found = [replace(one, severity=Severity.WARNING) for one in whenever("x|y|z", "9")(read)]
        wrong = [at(text, (3, 4, ""), message="an error")] if text.startswith("a: 9") else []
        return tuple(sorted((*found, *wrong), key=in_order))

    result = fix({"a.yaml": "a: x\nb: y\nc: z\n"}.__getitem__, lint)
    assert result.texts == {"a.yaml": "a: x\nb: 9\nc: 9\n"}
    assert [one.message for one in result.refused] == ["x"]
    assert result.count == 2


def test_a_file_that_a_mend_would_break_holds_up_no_other_file():
    texts = {f"{number}.yaml": "a: x\n" for number in range(20)} | {"wrong.yaml": "a: wrong\n"}

    def lint(read: Read) -> tuple[Finding, ...]:
        found = []
        for path in texts:
            text = read(path)
            if text == "a: x\n":
                found.append(replace(at(text, (3, 4, "9"), path=path), severity=Severity.WARNING))
            elif path in ("7.yaml", "wrong.yaml"):
                found.append(replace(at(text, (0, 1, "")), path=path, mend=None))
        return tuple(found)

    result = fix(texts.__getitem__, lint)
    assert result.count == 19
    assert "7.yaml" not in result.texts
    assert [one.path for one in result.refused] == ["7.yaml"]


def test_what_stands_behind_a_refused_mend_finds_its_turn():
    def lint(read: Read) -> tuple[Finding, ...]:
        text = read("a.yaml")
        return (at(text, (3, 6, "'"), message="harmful"), at(text, (3, 6, "good"))) if "bad" in text else ()

    result = fix({"a.yaml": "a: bad\n"}.__getitem__, lint)
    assert result.texts == {"a.yaml": "a: good\n"}
    assert [one.message for one in result.refused] == ["harmful"]


def test_a_mend_that_changes_nothing_is_refused():
    result = fixed("a: bad\n", "bad", "bad")
    assert (result.count, len(result.refused), result.texts) == (0, 1, {})


@pytest.mark.parametrize(
    ("before", "edits", "same"),
    [
        pytest.param("a: 1\nb: 2\n", [(3, 4, "5")], True, id="a value"),
        pytest.param("a: 1\nb: 2\n", [(0, 1, "c")], True, id="a key"),
        pytest.param("a: 1\nb: 2\n", [(0, 5, "")], True, id="an entry goes"),
        pytest.param("a: 1\nb: 2\n", [(5, 5, "c: 3\n")], True, id="an entry comes"),
        pytest.param("a: true\nb: 2\n", [(3, 3, '"'), (7, 7, '"')], True, id="quotes"),
        pytest.param("a: [1, 2]\nb: 2\n", [(3, 3, '"'), (9, 9, '"')], True, id="quotes round brackets"),
        pytest.param("a:\n  - x: 1\n  - x: 2\n", [(5, 5, "- x: 0\n  ")], True, id="an item comes"),
        pytest.param("a:\n  - x: 1\n  - x: 2\n", [(5, 14, "")], True, id="an item goes"),
        pytest.param("a:\n  - x: 1\n  - x: 2\n", [(10, 11, "7")], True, id="a value in an item"),
        pytest.param("a: 'x\nb: 2\n", [(3, 4, "")], True, id="no yaml before, some now"),
        pytest.param("a: 'x\nb: 2\n", [(5, 5, "y")], False, id="no yaml before, none now"),
        pytest.param("a: 1\nb: 2\n", [(3, 4, "'")], False, id="no yaml any more"),
        pytest.param("a: 1\nb: 2\n", [(4, 5, " ")], False, id="two lines become one"),
        pytest.param("a: 1\nb: 2\nc: 3\n", [(3, 4, "|"), (5, 5, "  ")], False, id="the next entry becomes text"),
        pytest.param("a:\n  b: 1\n  c: 2\n", [(5, 5, "#")], False, id="a comment swallows an entry and more"),
        pytest.param("a:\n  - 1\n  - 2\n  - 3\n", [(7, 8, "1, 2")], True, id="a scalar in a list"),
        pytest.param("a:\n  - 1\n  - 2\n", [(5, 5, "# ")], False, id="an item goes without being edited whole"),
        pytest.param("a: 1\n", [(0, 5, "")], False, id="everything goes"),
        pytest.param("a:\n  - 1\n  - 2\n", [(2, 2, " |")], False, id="a list becomes text"),
        pytest.param("a: 1\nb: 2\n", [(5, 6, "a")], False, id="a key takes the place of another"),
        pytest.param("x: {a: 1, #b: 2, c: 3,\n d: 4}\n", [(10, 11, "")], False, id="more comes than what is edited"),
        pytest.param("x: {a: 1, b: 2,\n c: 3}\n", [(4, 5, "y: 1, z: 2, #")], False, id="more goes than what is edited"),
    ],
)
def test_a_text_says_the_same_outside_what_is_edited(before: str, edits: list[tuple[int, int, str]], same: bool):
    mend = at(before, *edits).mend
    assert mend is not None
    after = apply({"a.yaml": before}.__getitem__, [mend])["a.yaml"]
    shift = 0
    places = []
    for start, end, new in edits:
        places.append(((start, end), (start + shift, start + shift + len(new))))
        shift += len(new) - (end - start)
    assert says_the_same(before, after, places) is same


@given(st.text("ab:\n\r\ufeff é", max_size=30), st.text("ab:\n\r é", max_size=30))
def test_a_diff_has_the_lines_of_both_texts(before: str, after: str):
    shown = diff("a.yaml", before, after)
    assert bool(shown) is (before != after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("a: 1\nb: 2\n", "a: 1\nb: 3\n", id="a line"),
        pytest.param("a: 1\r\nb: 2\r\n", "a: 1\r\nb: 3\r\n", id="line breaks of Windows"),
        pytest.param("\ufeffa: 1\nb: 2", "\ufeffa: 1\nb: 3", id="mark, and no last line break"),
        pytest.param("a: x\u2028y\x85z\nb: 2\n", "a: x\u2028y\x85z\nb: 3\n", id="what only some take for a line break"),
    ],
)
def test_a_diff_can_be_applied(tmp_path: Path, before: str, after: str):
    file = tmp_path / "a.yaml"
    file.write_bytes(before.encode())
    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, input=diff("a.yaml", before, after).encode(), cwd=tmp_path, check=True)
    assert file.read_bytes().decode() == after


def test_mends_go_in_whatever_their_order():
    text = "a: 1\nb: 2\nc: 3\n"
    mends = [one.mend for one in (at(text, (13, 14, "33")), at(text, (3, 4, "11")), at(text, (8, 9, "")))]
    texts: Mapping[str, str] = {"a.yaml": text}
    assert apply(texts.__getitem__, [mend for mend in mends if mend]) == {"a.yaml": "a: 11\nb: \nc: 33\n"}
    assert sorted([at(text, (3, 4, "")), at(text, (1, 2, ""))], key=in_order)[0].region.start == 1
