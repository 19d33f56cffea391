"""Writes tests for conditions that no test of a file tries: answers that show a question, and answers that hide it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from rootcause.interview.rehearsal import rehearsals
from rootcause.lint.reachability.proving import Proof
from rootcause.lint.reachability.witness import Raw, Witness
from rootcause.questionnaire.model import Example, Questionnaire
from rootcause.source.tree import Tree
from rootcause.source.writing import items


class Covering(Struct, frozen=True):
    """Tests that hold, and the questions for which none was found."""

    tests: tuple[Example, ...]
    left: tuple[str, ...] = ()


def covering_tests(questionnaire: Questionnaire, shown: Iterable[str], hidden: Iterable[str]) -> Covering:
    """Tests that show these questions and hide those, as few as one set of answers for each that is left.

    Every test was run. A question is hidden by an answer that makes its condition no where there is one.
    """
    proof = Proof(questionnaire)
    to_show, to_hide = dict.fromkeys(shown), dict.fromkeys(hidden)
    tests: list[Example] = []
    left: list[str] = []
    # From the last to the first, because what shows a late question often shows those that lead to it.
    for id in reversed(tuple(to_show)):
        if id in to_show:
            test = _try(questionnaire, _answers(proof.reachable(id)), id, (to_show, to_hide), shows=True)
            left += [] if test else [id]
            tests += [test] if test else []
    for id in tuple(to_hide):
        if id in to_hide:
            candidates: tuple[Mapping[str, Raw] | None, ...] = (_answers(proof.hidden(id)), {})
            found = (_try(questionnaire, answers, id, (to_show, to_hide), shows=False) for answers in candidates)
            test = next((one for one in found if one is not None), None)
            left += [] if test else [id]
            tests += [test] if test else []
    return Covering(tuple(tests), tuple(dict.fromkeys(left)))


def with_tests(tree: Tree, tests: Iterable[Example]) -> str:
    """The text of a file with tests added behind its own; all else stays as it is."""
    text = tree.source.text
    rows = [_written(test) for test in tests]
    if not rows:
        return text
    there = tree.at(("tests",))
    if not isinstance(there, list) or not there:
        return _without_empty_key(tree, text) + "\n".join(["tests:", *items(rows, "  "), ""])
    span = tree.span(("tests", len(there) - 1))
    first = tree.source.span(tree.span(("tests", 0)).start, tree.span(("tests", 0)).start)
    whole = tree.source.slice(tree.span(("tests",)))
    if whole.startswith("["):
        inner = items([*(row for row in there if isinstance(row, dict)), *rows], "  ")
        key = tree.key_span(("tests",))
        return text[: key.start] + "\n".join(["tests:", *inner]) + text[tree.span(("tests",)).end :]
    indent = " " * (first.column - 3)
    at = text.find("\n", span.end)
    at = len(text) if at < 0 else at
    return text[:at] + "\n" + "\n".join(items(rows, indent)) + (text[at:] or "\n")


def _without_empty_key(tree: Tree, text: str) -> str:
    """The text without `tests: []`, and with a line break at its end."""
    if isinstance(tree.value, dict) and "tests" in tree.value:
        start, end = tree.key_span(("tests",)).start, tree.span(("tests",)).end
        behind = text.find("\n", end)
        text = text[:start] + (text[behind + 1 :] if behind >= 0 else "")
    return text if text.endswith("\n") or not text else text + "\n"


def _answers(verdict: object) -> Mapping[str, Raw] | None:
    return verdict.answers if isinstance(verdict, Witness) else None


def _try(
    questionnaire: Questionnaire,
    answers: Mapping[str, Raw] | None,
    id: str,
    wanted: tuple[dict[str, None], dict[str, None]],
    *,
    shows: bool,
) -> Example | None:
    """A test with these answers, if it does with the question what it is to do; it takes along what else it covers."""
    if answers is None:
        return None
    (ran,) = rehearsals(replace(questionnaire, examples=(Example("tried", answers),)))
    if ran.failures or (id in ran.shown) is not shows:
        return None
    to_show, to_hide = wanted
    # Without an answer nearly everything is hidden, which says little of each condition.
    named = {name for other in to_hide for name in _named(questionnaire, other)}
    shown = tuple(other for other in to_show if other in ran.shown)
    hidden = tuple(
        other
        for other in to_hide
        if other not in ran.shown and (other == id or (named and _named(questionnaire, other) & answers.keys()))
    )
    for other in shown:
        del to_show[other]
    for other in hidden:
        del to_hide[other]
    order = tuple(questionnaire.questions)
    shown, hidden = (tuple(sorted(ids, key=order.index)) for ids in (shown, hidden))
    return Example(_name(shown, hidden, answers), answers, shown=shown, hidden=hidden)


def _named(questionnaire: Questionnaire, id: str) -> frozenset[str]:
    when = questionnaire.questions[id].when or questionnaire.section_of[id].when
    return frozenset() if when is None else when.names


def _name(shown: tuple[str, ...], hidden: tuple[str, ...], answers: Mapping[str, Raw]) -> str:
    what = " and ".join(
        part
        for part in (f"{', '.join(shown)} asked" * bool(shown), f"{', '.join(hidden)} not asked" * bool(hidden))
        if part
    )
    return f"{what}, by the answers to {', '.join(answers)}" if answers else f"{what}, without an answer"


def _written(test: Example) -> dict[str, object]:
    rows: Iterator[tuple[str, object]] = iter(
        (
            ("name", test.name),
            ("answers", dict(test.answers)),
            ("shown", list(test.shown)),
            ("hidden", list(test.hidden)),
        )
    )
    return {key: value for key, value in rows if value or key == "answers"}
