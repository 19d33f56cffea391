"""Importing the language is a cost of every start of the program."""

import subprocess
import sys

SLOW = ("asyncio", "difflib", "json", "pydantic", "rich", "typer", "yaml", "zoneinfo", "tempfile", "logging")


def test_the_language_imports_nothing_that_is_slow():
    code = "import sys, rootcause.expression.parser, rootcause.expression.checker, rootcause.expression.evaluator; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in SLOW if name in loaded] == []
