"""How often the checks are right on labelled statements: precision and recall for each, with every miss by its text.

python tests/analysis/checks/measure.py [FILE...]

Of `labelled/` each file holds statements with the exact set of checks that a demanding reader would raise. The labels
were written before the checks; `held_out*.yaml` after they were tuned, without a look at them; their
first figures stand in their heads.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))

from rootcause.analysis.checks import families
from rootcause.analysis.checks.examining import examine
from rootcause.source.text import SourceText
from rootcause.source.tree import parse_tree
from tests.analysis.checks.examples import TODAY, record_of

FOLDER = Path(__file__).parent / "labelled"
EXPECTED_MISSES = FOLDER / "expected_misses.yaml"

OF_PROBLEMS = frozenset(
    (
        "problem-without-number",
        "problem-without-place-or-time",
        "problem-holds-cause",
        "problem-holds-solution",
        "blame",
    )
)
OF_CAUSES = frozenset(
    (
        "human-error",
        "blame",
        "counterfactual",
        "negative-label",
        "deviation",
        "person",
        "no-mechanism",
        "restatement",
        "circular",
        "solution-as-cause",
        "hedge",
        "absolute",
        "duty",
    )
)
OF_ACTIONS = frozenset(("vague-action", "action-without-verb", "team-as-owner", "no-test-of-done"))
JUDGED = OF_PROBLEMS | OF_CAUSES | OF_ACTIONS

_PROBLEM = {"en": "On 2 May 17 visitors went home early.", "de": "Am 2. Mai gingen 17 Besucher früh nach Hause."}
_BELOW = {
    "en": "The cupboard is painted grey on all sides, so its doors look alike.",
    "de": "Der Schrank ist ringsum grau, daher sehen seine Türen gleich aus.",
}


class Judged(NamedTuple):
    """A statement with what was expected and what the checks said."""

    text: str
    expected: frozenset[str]
    found: frozenset[str]


class Score(NamedTuple):
    """How many findings were right, how many were false alarms, how many are missing."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def tuned_on() -> list[Path]:
    """The files that the checks were tuned on."""
    return [path for path in sorted(FOLDER.glob("*.yaml")) if path not in (*held_out(), EXPECTED_MISSES)]


def held_out() -> list[Path]:
    """The files that were written after it."""
    return sorted(FOLDER.glob("held_out*.yaml"))


def judge(paths: Iterable[Path]) -> list[Judged]:
    """Every statement of these files."""
    return [judged(entry) for path in paths for entry in read(path)]


def read(path: Path) -> Any:
    """A YAML file as plain values."""
    tree, wrong = parse_tree(SourceText.read(path))
    assert tree is not None, wrong
    return tree.value


def judged(entry: Mapping[str, Any]) -> Judged:
    """What the checks say of one statement; those of other statements around it do not count."""
    language = entry.get("language", "en")
    text, asked, answers = _placed(entry, language)
    found = examine(record_of(answers, language=language), today=TODAY)
    about = (entry.get("owner"), entry.get("done_when"), text)
    names = {one.name for one in found if one.text in about or one.name == "team-as-owner"}
    return Judged(text, frozenset(entry["expect"]), frozenset(names & asked & set(families())))


def _placed(entry: Mapping[str, Any], language: str) -> tuple[str, frozenset[str], dict[str, Any]]:
    if "action" in entry:
        cells = {name: entry[name] for name in ("owner", "due", "done_when") if name in entry}
        return entry["action"], OF_ACTIONS, {"actions": [{"what": entry["action"], **cells}]}
    if "cause" not in entry:
        return entry["problem"], OF_PROBLEMS, {"problem": entry["problem"]}
    cause: dict[str, Any] = {"because": entry["cause"]}
    if entry.get("leaf") is False:
        cause["why"] = [{"because": _BELOW[language]}]
    for above in reversed(entry.get("above", ())):
        cause = {"because": above, "why": [cause]}
    answers: dict[str, Any] = {"problem": entry.get("problem", _PROBLEM[language]), "causes": [cause]}
    if "people" in entry:
        answers["actions"] = [{"what": "Label the doors", "owner": name} for name in entry["people"]]
    return entry["cause"], OF_CAUSES, answers


def scores(statements: Iterable[Judged]) -> dict[str, Score]:
    """The score of each check, and over all of them under an empty name."""
    right: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in statements:
        right.update(one.found & one.expected)
        false.update(one.found - one.expected)
        missed.update(one.expected - one.found)
    each = {name: Score(right[name], false[name], missed[name]) for name in families() if name in JUDGED}
    return each | {"": Score(right.total(), false.total(), missed.total())}


def differences(statements: Iterable[Judged]) -> list[dict[str, Any]]:
    """Every miss and every false alarm."""
    return [
        {"text": one.text}
        | ({"missed": sorted(one.expected - one.found)} if one.expected - one.found else {})
        | ({"false": sorted(one.found - one.expected)} if one.found - one.expected else {})
        for one in statements
        if one.found != one.expected
    ]


def table(statements: list[Judged]) -> Iterator[str]:
    """The scores as lines, then what was missed and what was wrong."""
    yield f"{len(statements)} statements"
    yield f"{'check':32}{'right':>6}{'false':>6}{'missed':>7}{'precision':>11}{'recall':>8}"
    for name, score in scores(statements).items():
        figures = f"{score.right:6}{score.false:6}{score.missed:7}{score.precision:11.2f}{score.recall:8.2f}"
        yield f"{name or 'all':32}{figures}"
    for one in differences(statements):
        for kind in ("missed", "false"):
            if kind in one:
                yield f"{kind} {', '.join(one[kind])}: {one['text']}"


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    for title, paths in [("named", named)] if named else [("tuned on", tuned_on()), ("held out", held_out())]:
        print(f"\n{title}:")
        print("\n".join(table(judge(paths))))
