from __future__ import annotations

from importlib import import_module
from inspect import getdoc
from pathlib import Path

import pytest

import rootcause.cli.commands
from rootcause.cli.commands import COMMANDS, LazyCommands

NAMES = [name for commands in COMMANDS.values() for name in commands]


@pytest.mark.parametrize("name", NAMES)
def test_the_overview_says_the_first_line_of_each_help(name):
    function = getattr(import_module(f"rootcause.cli.commands.{name}"), name)
    summary = next(commands[name] for commands in COMMANDS.values() if name in commands)
    assert (getdoc(function) or "").splitlines()[0] == summary


@pytest.mark.parametrize("name", NAMES)
def test_every_command_shows_an_example_of_itself(name):
    command = LazyCommands().get(name)
    examples = command.help.partition("\b\nExample:\n")[2].splitlines()
    assert examples
    assert all(line.startswith(f"  rootcause {name}") for line in examples)


def test_every_module_of_a_command_is_in_the_overview():
    modules = Path(rootcause.cli.commands.__file__).parent.glob("*.py")
    commands = {path.stem for path in modules if f'"""The command `{path.stem}`."""' in path.read_text()}
    assert commands == set(NAMES)


def test_an_unknown_command_is_none():
    assert LazyCommands().get("nothing") is None
