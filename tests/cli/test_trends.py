"""What many cases show together, as a team reads it and as its programs do."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import fields

from rootcause.index.tables import TABLES
from tests.report.html.reading import found, parse

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
      - id: actions
        type: list
        role: actions
        ask: "What will be done?"
        required: false
        each:
          - {id: what, type: text, ask: "What exactly?"}
          - {id: due, type: date, ask: "By when?", required: false}
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


@pytest.mark.parametrize("by", ["cause", "kind", "part", "product", "owner", "strength"])
def test_cases_are_gathered_by_each_of_them(figures, case, by):
    case("2026-05-04", product="Lamp", causes=because("The queue was full"), actions=[{"what": "Ring earlier"}])
    groups = figures("--by", by)[f"by_{by}"]
    assert [one["cases"] for one in groups] == [1]
    assert {"cause": "queu", "product": "Lamp"}.get(by, "") in groups[0]["name"]


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


def test_all_formats_say_the_same_figures(trends, case):
    for number in range(1, 4):
        case(f"2026-05-{number:02}", product="Lamp", cost="10 EUR", causes=because(f"The queue {number} was full"))
    told = json.loads(trends("-f", "json"))["figures"]
    rows = list(csv.DictReader(io.StringIO(trends("-f", "csv"))))
    values = {(one["figure"], one["name"], one["currency"], one["measure"]): one["value"] for one in rows}
    assert values["cases", "", "", "cases"] == str(told["cases"]["cases"]) == "3"
    assert values["cost", "", "EUR", "total_cost"] == str(told["cost"][0]["total_cost"]) == "3000"
    assert {one["figure"] for one in rows} <= set(told)
    for text in (trends(), trends("-f", "md"), "\n".join(found(trends("-f", "html")))):
        assert "30 EUR" in text
        assert "The queue 3 was full" in text


def test_the_page_is_sound_and_keeps_what_people_wrote_as_text(trends, case):
    hostile = "<script>alert(1)</script> ]]> & | `code` ``` **bold** =SUM(1)"
    case("2026-05-01", product=hostile, causes=because(f"The queue {hostile}"))
    for by in ("cause", "product"):
        page = trends("-f", "html", "--by", by)
        tree = parse(page)
        assert [one for one in tree.iter() if one.tag.endswith("svg")]
        scripts = [one for one in tree.iter("script") if "alert(1)" in "".join(one.itertext())]
        assert not scripts
        assert any("<script>alert(1)</script>" in one for one in found(page))
        outside = re.sub(r"^(````*).*?^\1$", "", trends("-f", "md", "--by", by), flags=re.DOTALL | re.MULTILINE)
        assert "<script>alert" not in outside.replace("\\<", "")


def test_a_cell_that_a_spreadsheet_would_run_is_only_text(trends, case):
    case("2026-05-01", product="=1+1")
    rows = list(csv.reader(io.StringIO(trends("-f", "csv", "--by", "product"))))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_nothing_that_a_terminal_obeys_comes_out(trends, case):
    case("2026-05-01", product="\x1b[31mred\x1b]0;title\x07", causes=because("The queue \x1b[2J was full"))
    assert "\x1b" not in trends() + trends("--by", "product") + trends("-f", "md") + trends("-f", "html")


def test_the_sql_gives_the_same_on_the_tables_that_are_exported(run, trends, figures, case, folder):
    for day in ("2026-03-02", "2026-04-02"):
        case(day, cost="100 EUR", causes=because("The queue was full"))
    assert run("export", "--to", "csv", "-o", "tables").code == 0
    with closing(sqlite3.connect(":memory:")) as connection:
        for table, row in TABLES.items():
            columns = [f"{one.name} {'INTEGER' if one.type in (int, int | None) else 'TEXT'}" for one in fields(row)]
            connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
            for file in sorted((folder / "tables" / table).rglob("*.csv")):
                for one in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")):
                    names, cells = ", ".join(one), [cell or None for cell in one.values()]
                    places = ", ".join("?" * len(cells))
                    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", cells)
        _, *pairs = re.split(r"^-- (\w+)\.sql$", trends("--sql"), flags=re.MULTILINE)
        answers = {name: connection.execute(sql).fetchall() for name, sql in zip(pairs[::2], pairs[1::2], strict=True)}
    told = figures()
    assert set(answers) == set(told)
    assert answers["recurrence"] == [tuple(told["recurrence"].values())]
    assert answers["cost"] == [tuple(one.values()) for one in told["cost"]]
    assert answers["by_cause"] == [tuple(one.values()) for one in told["by_cause"]]


@pytest.mark.parametrize("name", ["trends.html", "trends.md", "trends.json", "trends.csv", "trends.txt"])
def test_the_ending_of_a_file_says_the_format_and_no_file_of_others_is_overwritten(run, case, folder, name):
    case("2026-05-01")
    assert run("trends", "-o", name).code == 0
    begin = (folder / name).read_bytes()[:9].lower()
    assert begin == {".html": b"<!doctype", ".md": b"# trends ", ".json": b'{\n  "form', ".csv": b"figure,cu"}.get(
        Path(name).suffix, b"trends fr"
    )
    (folder / name).write_text("Dear all")
    refused = run("trends", "-o", name)
    assert (refused.code, "--force" in refused.err) == (2, True)
    assert (folder / name).read_text() == "Dear all"
    assert run("trends", "-o", name, "--force").code == 0


def test_cases_that_cannot_be_read_are_named_and_the_rest_is_counted(run, case, folder):
    whole = (case("2026-05-01") / "case.json").read_text()
    for name, text in {
        "truncated": whole[: len(whole) // 2],
        "newer": whole.replace('"rootcause_case": 1', '"rootcause_case": 9'),
    }.items():
        (folder / "cases" / name).mkdir()
        (folder / "cases" / name / "case.json").write_text(text)
    for format in ("text", "md", "html", "json", "csv"):
        done = run("trends", "-f", format, SOURCE_DATE_EPOCH=at("2026-06-15"))
        assert done.code == 0
        assert all(f"could not read {name}" in done.err for name in ("truncated", "newer"))
    assert line(run("trends", SOURCE_DATE_EPOCH=at("2026-06-15")).out, "Cases") == "1, of these 1 finished"
