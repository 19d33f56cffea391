"""Which commands there are. A command's module is imported when the command runs, not before.

It has its annotations as they are, not as texts: typer would compile each of them, which is a tenth of a short command.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from inspect import getdoc
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

COMMANDS: Final[Mapping[str, Mapping[str, str]]] = {
    "Interview": {
        "triage": "Work through a problem, question by question, and write its report.",
        "resume": "Go on with a case where it was left.",
        "edit": "Change one answer of a case.",
    },
    "Cases": {
        "cases": "List the cases.",
        "show": "Show what a case knows so far.",
        "check": "Check an analysis: its causes, its actions, its times, and what is left without an answer.",
        "report": "Write the report of a case, finished or not.",
        "delete": "Delete a case with everything in its folder.",
    },
    "Many cases": {
        "trends": "Say what many cases show together.",
    },
    "Questionnaires": {
        "questionnaires": "List the questionnaires, or show what one of them asks.",
        "new": "Begin a questionnaire of your own, with tests, from a small one or from one that is there.",
        "lint": "Check questionnaire files: their YAML, their logic, their wording, their method.",
        "rule": "List the rules of `rootcause lint` and the checks of `rootcause check`, or explain one of them.",
        "schema": "Print the JSON Schema of a kind of file, for editors and other programs.",
    },
    "Upkeep": {
        "doctor": "Check that rootcause can do its work on this machine.",
    },
}
"""Command names by heading, each with the first line of its help; `--help` shows them without importing a command."""


class _AsTyped:
    """Stands in for typer's converters, each of which is a pydantic model to be built: a fifth of a whole triage."""

    def coerce(self, value: object, **_: object) -> object:
        return value


class _Unconverted:
    """What typer calls a command, whose texts and flags are left as the parser of the command line has them."""

    def get_params(self, ctx: Any) -> list[Any]:
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            if parameter.type_descriptor.annotation in (bool, str, list[str]):
                parameter.get_runtime_param = _AsTyped
        return parameters


class PlainCommand(_Unconverted, TyperCommand):
    """One command."""


class LazyCommands(dict[str, Any]):
    """The commands by name; `get` imports the one that is asked for.

    The command `triage` is the function `triage` in the module `rootcause.cli.commands.triage`.
    """

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(name for commands in COMMANDS.values() for name in commands))

    def get(self, name: str, default: Any = None) -> Any:
        """The command with that name, ready to run; `default` when there is none."""
        if name not in self:
            return default
        function = getattr(import_module(f"rootcause.cli.commands.{name}"), name)
        app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        app.command(name, cls=PlainCommand, help=_with_examples_as_written(getdoc(function) or ""))(function)
        return get_command(app)


class CommandGroup(_Unconverted, TyperGroup):
    """All commands, listed under their headings."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{**attributes, "commands": LazyCommands()})

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # the signature is typer's
        """Write the list from the table alone."""
        for heading, commands in COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl(list(commands.items()))


def _with_examples_as_written(help: str) -> str:
    # Click fills paragraphs up to the width of the screen, but not one that this character begins.
    return help.replace("\n\nExample", "\n\n\b\nExample")
