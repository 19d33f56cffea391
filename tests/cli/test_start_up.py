"""What starting costs is what gets imported: figures depend on the machine, the list of modules does not."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASKING = {"rich", "questionary", "prompt_toolkit", "asyncio"}
SPARED = {"pydantic.networks", "rootcause.report.json_document", "rootcause.source.misreading"}
HEAVY = ASKING | {"pydantic", "yaml", "jinja2", "importlib.metadata", "filelock", "platformdirs", "msgspec"}

_SCRIPT = """
import sys
sys.argv[0] = "rootcause"
from rootcause.__main__ import main
code = main()
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def imported(environment, folder, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_first_words_import_nothing_heavy(environment, folder, option):
    modules = imported(environment, folder, option)
    assert "typer" in modules
    assert not modules & HEAVY
    assert not {name for name in modules if name.startswith("rootcause.cli.")} - {
        "rootcause.cli.app",
        "rootcause.cli.commands",
    }


def test_options_that_are_texts_need_no_converter(environment, folder):
    (folder / "empty").mkdir()
    assert "pydantic" not in imported(environment, folder, "cases", "--cases", "empty")


def test_answers_from_a_file_import_nothing_that_asks(environment, folder):
    modules = imported(environment, folder, "triage", "-a", "answers.yaml", "--set", "weather=rain")
    assert "rootcause.report.markdown" in modules
    assert not modules & (ASKING | SPARED)


def test_a_questionnaire_without_a_fault_is_checked_without_what_is_slow_to_import(environment, folder):
    modules = imported(environment, folder, "lint", "late.yaml", "--exit-zero")
    assert "rootcause.lint.rules.wording.several_questions" in modules
    assert not modules & (ASKING | {"pydantic", "jinja2", "importlib.metadata", "platformdirs", "filelock"})
    assert not modules & {
        "rootcause.case.store",
        "rootcause.source.misreading",
        "rootcause.report",
        "rootcause.terminal.drawn",
    }
