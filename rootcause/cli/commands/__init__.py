"""Which commands there are. A command's module is imported when the command runs, not before.

It has its annotations as they are, not as texts: typer would compile each of them, which is a tenth of a short command.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from inspect import getdoc
from keyword import iskeyword
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
        "link": "Say that a case is the same again as an earlier one.",
        "report": "Write the report of a case, finished or not.",
        "export": "Put a case with all its files into one file, or the tables of all cases into a folder.",
        "import": "Take in a case from one file.",
        "delete": "Delete a case with everything in its folder.",
    },
    "Many cases": {
        "actions": "List what is to be done in all cases, by the day it is due.",
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

BELOW: Final[Mapping[str, Mapping[str, str]]] = {
    "actions": {
        "done": "Say that something got done, and what came of it.",
        "snooze": "Put something off to a later day, and say why.",
        "reopen": "Say that something is to be done again.",
        "export": "Hand follow-ups over to where people work.",
        "import": "Take over what became of follow-ups elsewhere.",
    },
}
"""The commands that stand behind another one, which does something by itself when it is called without them."""


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
    """The commands by name, or those below one of them; `get` imports the one that is asked for.

    The command `triage` is the function `triage` in the module `rootcause.cli.commands.triage`, and `actions done` the
    function `done` in `rootcause.cli.commands.actions.done`; a name that Python has for itself ends there with `_`.
    """

    def __init__(self, above: str | None = None) -> None:
        names = BELOW[above] if above else [name for commands in COMMANDS.values() for name in commands]
        super().__init__(dict.fromkeys(names))
        self._package = ".".join(filter(None, (__name__, above)))

    def get(self, name: str, default: Any = None) -> Any:
        """The command with that name, ready to run; `default` when there is none."""
        if name not in self:
            return default
        called = f"{name}_" if iskeyword(name) else name
        function = getattr(import_module(f"{self._package}.{called}"), called)
        app = typer.Typer(name=name, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        help = _with_examples_as_written(getdoc(function) or "")
        if name in BELOW and self._package == __name__:
            app.callback(cls=CommandWithOthers, invoke_without_command=True, help=help)(function)
        else:
            app.command(name, cls=PlainCommand, help=help)(function)
        return get_command(app)


class CommandWithOthers(_Unconverted, TyperGroup):
    """A command that does something by itself and has others below it, each with options of its own."""

    def __init__(self, **attributes: Any) -> None:
        commands = LazyCommands(attributes["name"])
        super().__init__(**{**attributes, "commands": commands, "subcommand_metavar": "[COMMAND ...]"})

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command below; what stands before its name would be lost, so it is refused."""
        found = super().resolve_command(ctx, args)
        if before := [name for name in ctx.params if ctx.get_parameter_source(name).name == "COMMANDLINE"]:
            ctx.fail(f'write --{before[0].replace("_", "-")} behind "{found[0]}"')
        self.callback = None  # the one below does the work
        return found

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # the signature is typer's
        """Write the list from the table alone."""
        if below := BELOW[self.name or ""]:
            with formatter.section("Commands"):
                formatter.write_dl(list(below.items()))


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
