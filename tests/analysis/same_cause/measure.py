"""How often the measure says rightly that two causes are the same: precision and recall, with every pair that it misjudges.

python tests/analysis/same_cause/measure.py [FILE...]

`pairs.yaml` are those it was tuned on, `held_out.yaml` those that were kept back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))

from rootcause.analysis.same_cause import Said, is_same, likeness
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree

FOLDER: Final = Path(__file__).parent
TUNED_ON: Final = FOLDER / "pairs.yaml"
HELD_OUT: Final = FOLDER / "held_out.yaml"
EXPECTED_MISSES: Final = FOLDER / "expected_misses.yaml"


class Pair(NamedTuple):
    """Two causes, and whether a reader calls them the same."""

    one: Said
    other: Said
    expected: bool
    hard: str

    @property
    def found(self) -> bool:
        return is_same(self.one, self.other)


class Score(NamedTuple):
    """How many pairs were rightly called the same, how many wrongly, and how many were not seen to be."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read(path: Path) -> Any:
    """A YAML file as plain values."""
    tree, wrong = parse_tree(SourceText.read(path))
    assert tree is not None, wrong
    return tree.value


def pairs(path: Path) -> list[Pair]:
    """The pairs of a file."""
    return [
        Pair(
            *(Said(entry[name], entry.get(f"{name}_kind"), entry.get("language", "en")) for name in ("a", "b")),
            expected=entry["label"] == "same",
            hard=entry.get("hard", ""),
        )
        for entry in read(path)
    ]


def score(judged: Iterable[Pair]) -> Score:
    """How well the measure does on these pairs."""
    told = [(one.expected, one.found) for one in judged]
    return Score(told.count((True, True)), told.count((False, True)), told.count((True, False)))


def misses(judged: Iterable[Pair]) -> list[dict[str, str]]:
    """The pairs of which the measure says something else than their label."""
    return [
        {"a": one.one.text, "b": one.other.text, "called": "same" if one.found else "different"}
        for one in judged
        if one.found != one.expected
    ]


def table(judged: list[Pair]) -> Iterator[str]:
    """The figures as lines, then every pair that is misjudged."""
    yield f"{'pairs':20}{'number':>7}{'right':>6}{'false':>6}{'missed':>7}{'precision':>11}{'recall':>8}"
    for hard in sorted({one.hard for one in judged} - {""}):
        yield _line(hard, [one for one in judged if one.hard == hard])
    yield _line("all", judged)
    for one in judged:
        if one.found != one.expected:
            called = "same" if one.found else "different"
            yield f"called {called} at {likeness(one.one, one.other):.2f}: {one.one.text} | {one.other.text}"


def _line(name: str, judged: list[Pair]) -> str:
    of = score(judged)
    figures = f"{of.right:6}{of.false:6}{of.missed:7}{of.precision:11.2f}{of.recall:8.2f}"
    return f"{name:20}{len(judged):7}{figures}"


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    for path in named or [TUNED_ON, HELD_OUT]:
        print(f"\n{path.name}:")
        print("\n".join(table(pairs(path))))
