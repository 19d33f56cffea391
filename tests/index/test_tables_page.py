"""The page about many cases names every column, in its order, with its type."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import fields

from rootcause.index.partitions import column_types
from rootcause.index.tables import TABLES

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"


def columns_on_page(table: str) -> list[tuple[str, str]]:
    section = re.split(r"^##+ ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (text,) = (one for one in section if one.startswith(f"{table}\n"))
    rows = re.findall(r"^\| (`[^|]+`) \| (text|number) \|", text, re.MULTILINE)
    return [(name, kind) for names, kind in rows for name in re.findall(r"`(\w+)`", names)]


@pytest.mark.parametrize("table", TABLES)
def test_the_page_has_the_columns_of_the_table(table):
    types = column_types([TABLES[table]])
    expected = [(one.name, "number" if types[one.name] is int else "text") for one in fields(TABLES[table])]
    assert columns_on_page(table) == expected
