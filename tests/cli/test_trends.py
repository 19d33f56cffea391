"""What many cases show together, as a team reads it and as its programs do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

TODAY = date(2026, 6, 15)
QUESTIONS = """
rootcause: 1
id: counted
version: 1.0.0
title: Counted
lists:
  finders: {customer: A customer, colleague: A colleague}
sections:
  - id: all
    title: All of it
    questions:
      - {id: problem, type: text, role: problem, ask: "What is wrong?"}
      - {id: product, type: text, role: product, ask: "Which product?", required: false}
      - {id: part, type: text, role: part, ask: "Which part of it?", required: false}
      - {id: found, type: choice, list: finders, role: detection, ask: "Who found it?", required: false}
      - {id: cost, type: money, role: impact, ask: "What did it cost?", required: false}
      - id: causes
        type: ladder
        role: causes
        ask: "Why?"
        next: "And why that?"
        required: false
        each:
          - {id: because, type: text, ask: "Because"}
          - {id: kind, type: choice, choices: {bad_luck: {label: Bad luck}, plan: {label: A plan}}, ask: "Which kind?", required: false}
      - id: actions
        type: list
        role: actions
        ask: "What will be done?"
        required: false
        each:
          - {id: what, type: text, ask: "What exactly?"}
          - {id: owner, type: person, ask: "Who?", required: false}
          - {id: due, type: date, ask: "By when?", required: false}
          - {id: strength, type: choice, choices: {stronger: {label: S}, weaker: {label: W}}, ask: "How strong?", required: false}
"""


def at(day: str) -> str:
    return str(int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp()) + 12 * 3600)


@pytest.fixture
def case(run, folder) -> Callable[..., Path]:
    """Record a case that begins on a day."""
    (folder / "counted.yaml").write_text(QUESTIONS)

    def case(day: str, problem: str = "Too late", **answers: object) -> Path:
        known = set((folder / "cases").iterdir()) if (folder / "cases").exists() else set()
        (folder / "a.json").write_text(json.dumps({"answers": {"problem": problem, **answers}}))
        done = run("triage", problem, "-Q", "counted.yaml", "-a", "a.json")
        assert done.code == 0, done.err
        (made,) = set((folder / "cases").iterdir()) - known
        whole = json.loads((made / "case.json").read_text())
        (made / "case.json").write_text(json.dumps({**whole, "begun": f"{day}T12:00:00Z"}))
        return made

    return case


@pytest.fixture
def trends(run) -> Callable[..., str]:
    def trends(*arguments: str) -> str:
        done = run("trends", *arguments, SOURCE_DATE_EPOCH=at(TODAY.isoformat()))
        assert done.code == 0, done.err
        return done.out

    return trends


@pytest.fixture
def figures(trends) -> Callable[..., dict[str, object]]:
    return lambda *arguments: json.loads(trends("-f", "json", *arguments))["figures"]


def line(text: str, label: str) -> str:
    """What stands beside a label, on one line."""
    lines = iter(text.splitlines())
    first = next(one for one in lines if one.strip().startswith(f"{label}  "))
    more = []
    for one in lines:
        if not one.startswith(" " * 10):
            break
        more.append(one.strip())
    return " ".join([first.strip().removeprefix(label).strip(), *more])


def because(*causes: str) -> list[dict[str, str]]:
    return [{"because": one} for one in causes]


def test_without_cases_it_says_so(trends, folder):
    (folder / "cases").mkdir()
    said = trends()
    assert line(said, "Cases") == "0, of these 0 finished"
    assert "%" not in said


def test_one_case_is_told_in_the_singular(trends, case):
    case("2026-05-04", cost="120 EUR", causes=because("The queue was full"))
    said = trends()
    assert line(said, "Cases") == "1, of these 1 finished"
    assert line(said, "Cost") == "120 EUR (1 case)"
    assert line(said, "Happened again") == "none of 1 case with a root cause"


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        ("99999999999999999999 EUR", "nobody said what a case cost"),
        ("100000000000 EUR", "100,000,000,000 EUR (1 case)"),
        ("0.005 EUR", "0 EUR (1 case)"),
        ("-2.50 EUR", "-2.50 EUR (1 case)"),
    ],
    ids=["more than any engine adds up", "the most", "less than a hundredth", "a gain"],
)
def test_what_one_case_costs_never_hides_the_others(trends, case, cost, said):
    case("2026-05-04", cost=cost)
    case("2026-05-05")
    text = trends()
    assert line(text, "Cost") == said
    assert line(text, "Cases").startswith("2,")


def test_the_same_cause_is_one_and_costs_are_added(figures, trends, case):
    for day, cost in (("2026-03-02", "100 EUR"), ("2026-04-02", "50.50 EUR"), ("2026-05-02", "7 USD")):
        case(day, cost=cost, causes=because("The queue was full"))
    case("2026-05-03", causes=because("The lamp was broken"))
    groups = figures()["by_cause"]
    assert [(one["label"], one["cases"], one["together"]) for one in groups] == [
        ("The queue was full", 3, 3),
        ("The lamp was broken", 1, 4),
    ]
    assert [(one["currency"], one["total_cost"], one["cases"]) for one in figures()["cost"]] == [
        ("EUR", 15050, 2),
        ("USD", 700, 1),
    ]
    assert "2 of 4" in line(trends(), "Happened again")


@pytest.mark.parametrize(
    ("count", "said"), [pytest.param(9, "9 of 9", id="nine"), pytest.param(10, "100 % of cases (n = 10)", id="ten")]
)
def test_there_are_no_percentages_below_ten_cases(trends, case, count, said):
    for number in range(count):
        case(f"2026-05-{number + 1:02}", found="customer")
    text = trends()
    assert line(text, "Found by customers").startswith(said)
    assert ("%" in text) == (count == 10)


@pytest.mark.parametrize(
    ("by", "name", "shown"),
    [
        ("cause", "ful queu", "The queue was full"),
        ("kind", "bad_luck", "bad luck"),
        ("part", "Switch", "Switch"),
        ("product", "Lamp", "Lamp"),
        ("owner", "Ann Lee", "Ann Lee"),
        ("strength", "weaker", "weaker"),
    ],
)
def test_cases_are_gathered_by_each_of_them(figures, trends, case, by, name, shown):
    case(
        "2026-05-04",
        product="Lamp",
        part="Switch",
        cost="10 EUR",
        causes=[{"because": "The queue was full", "kind": "bad_luck"}],
        actions=[{"what": "Ring earlier", "owner": "Ann Lee", "strength": "weaker"}],
    )
    case("2026-05-05")
    told = figures("--by", by)
    assert [(one["name"], one["cases"]) for one in told[f"by_{by}"]] == [(name, 1), ("", 1)]
    assert [(one["name"], one["total_cost"]) for one in told[f"cost_by_{by}"]] == [(name, 1000)]
    assert f"  {shown}  " in trends("--by", by)


@pytest.mark.parametrize(
    ("since", "first", "count"),
    [
        ("2026-05-31", "2026-05-31", 2),
        ("16d", "2026-05-31", 2),
        ("15d", "2026-06-01", 1),
        ("1m", "2026-06-01", 1),
        ("2m", "2026-05-01", 2),
        ("12m", "2025-07-01", 3),
        ("2025-06-15", "2025-06-15", 4),
    ],
)
def test_the_period_begins_on_the_day_that_is_asked_for(trends, case, since, first, count):
    for day in ("2025-06-15", "2025-07-01", "2026-05-31", "2026-06-01"):
        case(day)
    told = json.loads(trends("-f", "json", "--since", since))
    assert (told["since"], told["until"], told["figures"]["cases"]["cases"]) == (first, "2026-06-15", count)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "yesterdayish"), "expected a day"),
        (("--since", "0d"), "expected at least one"),
        (("--since", "2026-02-31"), "expected a day"),
        (("--since", "2027-01-01"), "before it begins"),
        (("--until", "soon"), "expected a day"),
        (("--by", "colour"), "colour"),
        (("--top", "0"), "greater than or equal to 1"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_told(run, folder, arguments, said):
    done = run("trends", *arguments, SOURCE_DATE_EPOCH=at("2026-06-15"))
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("day", "again"),
    [
        pytest.param("2026-05-04", 1, id="a year to the day"),
        pytest.param("2026-05-05", 0, id="a day longer"),
    ],
)
def test_what_is_older_than_a_year_is_not_again(figures, case, day, again):
    case("2025-05-04", causes=because("The queue was full"))
    case(day, causes=because("The queue was full"))
    assert figures("--since", "2026-01-01")["recurrence"]["again"] == again


@pytest.mark.parametrize(("due", "overdue"), [("2026-06-14", 1), ("2026-06-15", 0)], ids=["yesterday", "today"])
def test_what_is_due_today_is_not_overdue(figures, case, due, overdue):
    case("2026-06-01", actions=[{"what": "Ring earlier", "due": due}])
    assert sum(one["overdue"] for one in figures()["overdue"]) == overdue


def test_the_last_month_is_told_beside_the_month_before(trends, case):
    for day, found_by in (("2026-04-01", "customer"), ("2026-05-01", "customer"), ("2026-05-31", "colleague")):
        case(day, found=found_by)
    case("2026-06-02")
    text = trends()
    part = text[text.index("May 2026 against April 2026") :]
    assert line(part, "Cases") == "2, after 1"
    assert line(part, "Found by customers") == "1 of 2, after 1 of 1"
