"""What many cases show together, as it is written for people, for spreadsheets and for other engines."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import fields

from rootcause.index.tables import TABLES
from tests.cli.test_trends import at, because, case, figures, line, trends
from tests.report.html.reading import found, parse

__all__ = ["case", "figures", "trends"]


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
