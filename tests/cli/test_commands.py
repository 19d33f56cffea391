from __future__ import annotations

from pathlib import Path

import pytest

import rootcause.cli.commands
from rootcause.cli.commands import BELOW, COMMANDS, LazyCommands

FIRST_LINE = (rootcause.cli.commands.__doc__ or "").splitlines()[0]
SUMMARIES = {name: summary for commands in COMMANDS.values() for name, summary in commands.items()} | {
    f"{above} {name}": summary for above, commands in BELOW.items() for name, summary in commands.items()
}
NAMES = list(SUMMARIES)


def command_of(name: str):
    *above, last = name.split()
    return LazyCommands(*above).get(last)


@pytest.mark.parametrize("name", NAMES)
def test_the_overview_says_the_first_line_of_each_help(name):
    assert command_of(name).help.splitlines()[0] == SUMMARIES[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_shows_an_example_of_itself(name):
    command = command_of(name)
    examples = command.help.partition("\b\nExample:\n")[2].splitlines()
    assert examples
    assert all(line.startswith(f"  rootcause {name}") for line in examples)


def test_every_module_of_a_command_is_in_the_overview():
    modules = Path(rootcause.cli.commands.__file__).parent.rglob("*.py")
    first_lines = {path.read_text().partition("\n")[0] for path in modules}
    assert {f'"""The command `{name}`."""' for name in NAMES} == first_lines - {f'"""{FIRST_LINE}'}


def test_an_unknown_command_is_none():
    assert LazyCommands().get("nothing") is None
