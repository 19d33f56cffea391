from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rootcause.source.diagnostic import Severity, render_all
from rootcause.source.text import SourceText
from rootcause.source.tree import Plain, Route, Tree, parse_tree

FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

PIECES = [
    *"{}[]:,?-'\"\n \t#&*!|>%@`\\ab01.~<=éß漢😀\u2028\x85\r\ufeff\ud800\0\x1b",
    ": ", "- ", "? ", "\n  ", "\r\n", "---\n", "...\n", "<<: ", "${x}", '\\"', "''", "\\u", "!!", "ask: ", "true", "1.5", "# ",
]  # fmt: skip
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WORDS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"], blacklist_characters="\ufeff\ufffe\uffff"), max_size=30
)


def routes(value: Plain, route: Route = ()) -> Iterator[tuple[Route, Plain]]:
    yield route, value
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, entry in entries:
        yield from routes(entry, (*route, step))


@FEW
@given(text=YAML_LIKE | st.text())
def test_no_text_raises_and_no_tree_is_missing_without_an_error(text: str, parser: Any) -> None:
    tree, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    render_all(diagnostics)
    assert tree is not None or any(found.severity is Severity.ERROR for found in diagnostics)
    for found in diagnostics:
        assert found.message
        assert found.help
        assert 0 <= found.span.start <= found.span.end <= len(text)


@FEW
@given(text=YAML_LIKE)
@example(text="\ufeff\ufeff0")
def test_a_span_is_inside_that_of_its_container_and_a_number_is_its_own_source(text: str, parser: Any) -> None:
    tree, _ = parse_tree(SourceText("f", text), parser=parser)
    if tree is None:
        return
    for route, value in routes(tree.value):
        span, around = tree.span(route), tree.span(route[:-1])
        assert around.start <= span.start <= span.end <= around.end
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            assert tree.source.slice(span).endswith(str(value))


@FEW
@given(text=YAML_LIKE)
def test_a_part_of_a_text_is_that_part_or_the_whole(text: str, parser: Any) -> None:
    tree, _ = parse_tree(SourceText("f", text), parser=parser)
    if tree is None:
        return
    for route, value in routes(tree.value):
        if not isinstance(value, str):
            continue
        for at in range(len(value)):
            span = tree.span_within(route, at, at + 1)
            assert span == tree.span(route) or tree.source.slice(span) == value[at] or value[at] == "\n"


NUMBERS = st.integers(-(10**39), 10**39) | st.decimals(
    allow_nan=False, allow_infinity=False, places=4, max_value=10**20, min_value=-(10**20)
)


@FEW
@given(number=NUMBERS)
def test_a_number_shows_as_it_was_written(number: int | Decimal, parser: Any) -> None:
    written = str(number)
    tree, diagnostics = parse_tree(SourceText("f", f"a: {written}"), parser=parser)
    assert diagnostics == ()
    assert isinstance(tree, Tree)
    assert isinstance(tree.value, dict)
    found = tree.value["a"]
    assert type(found) in (int, Decimal)
    assert str(found) == written


@FEW
@given(words=st.lists(WORDS, min_size=1, max_size=5), line_break=st.sampled_from(["\n", "\r\n", "\r"]))
def test_quoted_texts_come_back_with_their_places(words: list[str], line_break: str, parser: Any) -> None:
    written = ["'" + word.replace("'", "''") + "'" for word in words]
    text = "".join(f"- {line}{line_break}" for line in written)
    tree, diagnostics = parse_tree(SourceText("f", text), parser=parser)
    assert diagnostics == ()
    assert tree is not None
    assert tree.value == words
    for index, line in enumerate(written):
        span = tree.span((index,))
        assert tree.source.slice(span) == line
        assert (span.line, span.column) == (index + 1, 3)
