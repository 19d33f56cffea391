from __future__ import annotations

import json

import duckdb
import pytest

PRIVATE = """\
rootcause: 1
id: told
version: 1.0.0
title: What was told
sections:
  - id: what
    part: what
    title: WHAT
    questions:
      - {id: problem, ask: "What happened?", type: text, role: problem}
      - {id: name, ask: "Who told it?", type: text, private: true}
"""


@pytest.fixture
def cases(run, folder):
    (folder / "told.yaml").write_text(PRIVATE)
    run("triage", "-a", "answers.yaml")
    run("triage", "A", "-Q", "told.yaml", "--set", "problem==1+1", "--set", "name=Secret Name", "--no-input")
    return sorted((folder / "cases").iterdir())


def everything_in(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_the_tables_of_all_cases_are_written(run, cases, folder):
    ran = run("export", "--to", "jsonl", "-o", "tables")
    assert (ran.code, ran.out) == (0, "")
    assert "Wrote 2 cases, " in ran.err
    lines = [path.read_text().splitlines() for path in (folder / "tables" / "cases").rglob("*.jsonl")]
    rows = [json.loads(line) for part in lines for line in part]
    assert sorted(row["case_id"] for row in rows) == [case.name for case in cases]


def test_what_is_private_is_left_out_and_told(run, cases, folder):
    ran = run("export", "--to", "jsonl", "-o", "tables")
    assert b"Secret Name" not in everything_in(folder / "tables")
    assert "--with-private adds them" in ran.err
    run("export", "--to", "jsonl", "-o", "tables", "--with-private")
    assert b"Secret Name" in everything_in(folder / "tables")


def test_a_cell_is_never_a_formula(run, cases, folder):
    run("export", "--to", "csv", "-o", "tables")
    assert b",'=1+1," in everything_in(folder / "tables")
    assert b",=1+1" not in everything_in(folder / "tables")


def test_the_sql_that_is_printed_runs_on_the_parquet_files(run, cases, folder):
    run("export", "--to", "parquet", "-o", "tables")
    printed = run("trends", "--sql").out
    with duckdb.connect() as engine:
        for table in ("cases", "causes", "actions", "answers"):
            parts = f"{folder}/tables/{table}/*/*.parquet"
            engine.execute(f"CREATE VIEW {table} AS FROM read_parquet('{parts}', hive_partitioning = true)")
        first, *others = engine.extract_statements(printed)
        assert engine.execute(first).fetchone()[0] == 2
        assert len([engine.execute(one).fetchall() for one in others]) > 10


def test_only_what_was_written_is_told(cold, cases, folder):
    """In a process of its own: DuckDB has a word to say when that ends."""
    told = cold("export", "--to", "parquet", "-o", "tables")
    assert [told.code, told.out, *(one.split()[0] for one in told.err.splitlines())] == [0, "", "Wrote", "Texts"]


def test_cases_that_cannot_be_read_are_named_and_the_rest_is_written(run, cases, folder):
    for name, text in {"bad": "\0", "torn": '{"rootcause_case": 1, "id"', "newer": '{"rootcause_case": 99}'}.items():
        (folder / "cases" / name).mkdir()
        (folder / "cases" / name / "case.json").write_text(text)
    ran = run("export", "--to", "jsonl", "-o", "tables")
    assert ran.code == 0
    assert all(f"could not read {name}: " in ran.err for name in ("bad", "torn", "newer"))
    assert "Wrote 2 cases, " in ran.err


def test_no_cases_replace_no_export(run, cases, folder):
    run("export", "--to", "jsonl", "-o", "tables")
    before = everything_in(folder / "tables")
    (folder / "empty").mkdir()
    ran = run("export", "--to", "jsonl", "-o", "tables", "--cases", "empty")
    assert ran.code == 2
    assert "there are no cases to export in " in ran.err
    assert everything_in(folder / "tables") == before


def test_a_folder_with_something_else_in_it_is_refused(run, cases, folder):
    ran = run("export", "--to", "jsonl", "-o", "cases")
    assert ran.code == 2
    assert "not an export of tables" in ran.err
    assert "hint: " in ran.err
    assert sorted((folder / "cases").iterdir()) == cases


def test_without_duckdb_it_is_said_what_to_install(cold, folder):
    (folder / "duckdb.py").write_text("raise ImportError")
    ran = cold("export", "--to", "parquet", "-o", "tables")
    assert ran.code == 2
    assert "Parquet needs DuckDB, which is not installed" in ran.err
    assert "pip install 'rootcause-triage[parquet]'" in ran.err
