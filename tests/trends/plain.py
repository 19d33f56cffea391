"""The figures of `trends` by plain loops over the rows of the cases: what the SQL has to give, on whichever engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from rootcause.index.tables import ActionRow, CaseRow, CaseTables, CauseRow

T = TypeVar("T")
Rows = list[tuple[object, ...]]


class Plain:
    """The cases of a period, and all of them."""

    def __init__(self, tables: Iterable[CaseTables], since: str, until: str, today: str) -> None:
        self.all = list(tables)
        self.since, self.until, self.today = since, until, today
        self.period = [one for one in self.all if since <= one.case.happened_on <= until]
        self.cases: list[CaseRow] = [one.case for one in self.period]
        self.actions: list[ActionRow] = [action for one in self.period for action in one.actions]

    def figures(self) -> dict[str, Rows]:
        found = {
            "cases": self.counted(),
            "cases_by_month": self.by_month(),
            "cost": self.cost(),
            "recurrence": self.recurrence(),
            "times": self.times(),
            "found_by_customers": self.found_by_customers(),
            "actions_on_time": self.on_time(),
            "overdue": self.overdue(),
            "strength": self.strength(),
            "coverage": self.coverage(),
            "effects": self.effects(),
            "interim_fixes": self.interim_fixes(),
            "trust": self.trust(),
            "trust_change": self.trust_change(),
            "causes_per_case": self.causes_per_case(),
        }
        for by, names in NAMES.items():
            found[f"by_{by}"] = self.by(names, self.latest_texts() if by == "cause" else None)
            found[f"cost_by_{by}"] = self.cost_by(names, self.latest_texts() if by == "cause" else None)
        return found

    def counted(self) -> Rows:
        return [(len(self.cases), sum(case.finished for case in self.cases))]

    def by_month(self) -> Rows:
        months: dict[str, int] = defaultdict(int)
        for case in self.cases:
            months[case.month] += 1
        return sorted(months.items())

    def cost(self) -> Rows:
        costs: dict[str, list[int]] = defaultdict(list)
        for case in self.cases:
            if case.cost is not None:
                costs[case.currency or ""].append(case.cost)
        return [(currency, len(one), sum(one)) for currency, one in sorted(costs.items())]

    def times(self) -> Rows:
        rows: Rows = []
        for step in ("contain", "detect", "follow_up", "resolve"):
            said = [getattr(case, f"minutes_to_{step}") for case in self.cases]
            minutes = [value for value in said if value is not None and value >= 0]
            if minutes:
                rows.append((step, len(minutes), nearest_rank(minutes, 50), nearest_rank(minutes, 90)))
        return rows

    def found_by_customers(self) -> Rows:
        said = [case.found_by_customer for case in self.cases if case.found_by_customer is not None]
        return [(len(said), said.count(1))]

    def coverage(self) -> Rows:
        return [(sum(case.root_causes for case in self.cases), sum(case.root_causes_covered for case in self.cases))]

    def causes_per_case(self) -> Rows:
        counts = [case.root_causes for case in self.cases if case.root_causes > 0]
        if not counts:
            return [(0, None, None)]
        return [(len(counts), nearest_rank(counts, 50), nearest_rank(counts, 90))]

    def on_time(self) -> Rows:
        actions = done = on_time = late = missing = 0
        for action in self.actions:
            if action.kind != "action":
                continue
            actions += 1
            due = action.first_due_on
            if action.status == "done":
                done += 1
                if due is not None and action.done_on is not None:
                    on_time += action.done_on <= due
                    late += action.done_on > due
            elif due is not None and due < self.today:
                missing += 1
        return [(actions, done, on_time + late + missing, on_time, late, missing)]

    def overdue(self) -> Rows:
        ages: dict[str, list[tuple[int, str]]] = defaultdict(list)
        today = date.fromisoformat(self.today)
        for one in self.all:
            for action in one.actions:
                if action.status == "open" and action.due_on is not None and action.due_on < self.today:
                    ages[action.kind].append(((today - date.fromisoformat(action.due_on)).days, action.due_on))
        return [
            (kind, len(found), nearest_rank(found, 50)[1], nearest_rank(found, 90)[1])
            for kind, found in sorted(ages.items())
        ]

    def strength(self) -> Rows:
        counts: dict[str, int] = defaultdict(int)
        for action in self.actions:
            if action.kind == "action":
                counts[action.strength or ""] += 1
        return sorted(counts.items())

    def effects(self) -> Rows:
        reviews = [action for action in self.actions if action.kind == "review"]
        done = [review for review in reviews if review.status == "done"]
        moved = [review.moved for review in done]
        return [(len(reviews), len(done), moved.count(1), moved.count(0))]

    def interim_fixes(self) -> Rows:
        fixes = [action for action in self.actions if action.kind == "interim"]
        left = [fix for fix in fixes if fix.status == "open"]
        past = [fix for fix in left if fix.due_on is not None and fix.due_on < self.today]
        return [(len(fixes), len(fixes) - len(left), len(past), sum(fix.due_on is None for fix in left))]

    def trust(self) -> Rows:
        rows: Rows = []
        for stage in ("after", "before", "problem"):
            judged = [value for case in self.cases if (value := getattr(case, f"trust_{stage}")) is not None]
            if judged:
                rows.append((stage, len(judged), nearest_rank(judged, 50)))
        return rows

    def trust_change(self) -> Rows:
        changes = [
            case.trust_after - case.trust_before
            for case in self.cases
            if case.trust_before is not None and case.trust_after is not None
        ]
        rose, fell = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
        return [(len(changes), rose, changes.count(0), fell)]

    def recurrence(self) -> Rows:
        by_id = {one.case.case_id: one for one in self.all}
        earlier_with = self._earlier_with_the_same_words()
        cases = again = linked = not_done = did_not_help = no_action = 0
        for one in self.period:
            case = one.case
            if case.root_causes == 0 and case.linked_to is None:
                continue
            cases += 1
            former = case.linked_to or earlier_with.get(case.case_id)
            if former is None:
                continue
            again += 1
            linked += case.linked_to is not None
            then = [action for action in by_id[former].actions if action.kind == "action"] if former in by_id else []
            if not then:
                no_action += 1
            elif any(action.status == "open" or (action.done_on or "") > case.happened_on for action in then):
                not_done += 1
            else:
                did_not_help += 1
        return [(cases, again, linked, not_done, did_not_help, no_action)]

    def _earlier_with_the_same_words(self) -> dict[str, str]:
        """The latest case before each, of those with a root cause in the same words, a year back at most."""
        having: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for one in self.all:
            if one.case.happened_on <= self.until:
                for words in root_words(one):
                    having[words].add((one.case.happened_on, one.case.case_id))
        found: dict[str, tuple[str, str]] = {}
        for cases in having.values():
            ordered = sorted(cases)
            for earlier, later in pairwise(ordered):
                if within_a_year(earlier[0], later[0]):
                    found[later[1]] = max(found.get(later[1], earlier), earlier)
        return {case: former for case, (_, former) in found.items()}

    def latest_texts(self) -> Mapping[str, str]:
        latest: dict[str, tuple[str, str, str, str]] = {}
        for one in self.period:
            for cause in one.causes:
                if cause.root == 1 and cause.words:
                    told = (cause.happened_on, cause.case_id, cause.number, cause.cause_text)
                    latest[cause.words] = max(latest.get(cause.words, told), told)
        return {words: text for words, (_, _, _, text) in latest.items()}

    def by(self, names: Callable[[CaseTables], set[str]], texts: Mapping[str, str] | None) -> Rows:
        having: dict[str, set[str]] = defaultdict(set)
        for one in self.period:
            for name in names(one) or {""}:
                having[name].add(one.case.case_id)
        rows: Rows = []
        seen: set[str] = set()
        for name in sorted(having, key=lambda name: (name == "", -len(having[name]), name)):
            seen |= having[name]
            label = name if texts is None else texts.get(name, "")
            rows.append((name, label, len(having[name]), len(seen)))
        return rows

    def cost_by(self, names: Callable[[CaseTables], set[str]], texts: Mapping[str, str] | None) -> Rows:
        costs: dict[tuple[str, str], list[int]] = defaultdict(list)
        for one in self.period:
            if one.case.cost is not None:
                for name in names(one) or {""}:
                    costs[one.case.currency or "", name].append(one.case.cost)
        order = sorted(costs, key=lambda key: (key[0], key[1] == "", -sum(costs[key]), key[1]))
        return [
            (key[0], key[1], key[1] if texts is None else texts.get(key[1], ""), len(costs[key]), sum(costs[key]))
            for key in order
        ]


def root_causes(one: CaseTables) -> list[CauseRow]:
    return [cause for cause in one.causes if cause.root == 1]


def root_words(one: CaseTables) -> set[str]:
    return {cause.words for cause in root_causes(one) if cause.words}


def of_actions(field: str) -> Callable[[CaseTables], set[str]]:
    return lambda one: {
        value for action in one.actions if action.kind == "action" and (value := getattr(action, field))
    }


NAMES: Mapping[str, Callable[[CaseTables], set[str]]] = {
    "cause": root_words,
    "kind": lambda one: {cause.kind for cause in root_causes(one) if cause.kind},
    "part": lambda one: {one.case.part} if one.case.part else set(),
    "product": lambda one: {one.case.product} if one.case.product else set(),
    "owner": of_actions("owner"),
    "strength": of_actions("strength"),
}


def nearest_rank(values: Sequence[T], percent: int) -> T:
    """The smallest value that at least so many of a hundred are not above."""
    ordered = sorted(values)
    place = -(-percent * len(ordered) // 100)
    return ordered[max(place, 1) - 1]


def within_a_year(earlier: str, later: str) -> bool:
    """Whether the day is not after the same day of the next year."""
    year, rest = int(earlier[:4]), earlier[4:]
    return later <= f"{year + 1:04}{rest}"
