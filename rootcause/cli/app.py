"""The command line as a whole, and the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from typer.main import get_command

from rootcause import __version__
from rootcause.case.faults import describe
from rootcause.cli.commands import CommandGroup
from rootcause.errors import InvalidContent, RootcauseError
from rootcause.source.visible import visible

EXIT_WRONG_USE: Final = 2
EXIT_BUG: Final = 3
EXIT_INTERRUPTED: Final = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; nothing is raised but what ends the process on purpose."""
    _open_streams()
    try:
        code = _invoke(arguments or ["--help"])
        _flush_unless_nobody_is_there(code)
    except InvalidContent as error:
        return _complain(
            error.message, error.hint, error.exit_code, name=""
        )  # each diagnostic says that it is an error
    except RootcauseError as error:
        return _complain(error.message, error.hint, error.exit_code)
    except typer.TyperException as error:
        # The second half of some messages is pydantic's, which names the class of its error first.
        return _complain(error.format_message().replace("Value error, ", ""), _usage_hint(error), EXIT_WRONG_USE)
    except (KeyboardInterrupt, typer.Abort):
        return _complain("interrupted; every answer given until now is saved", None, EXIT_INTERRUPTED)
    except BrokenPipeError:
        from rootcause.cli.output import discard_output

        discard_output()  # whoever read it has gone
        return 1
    except Exception as error:  # the boundary: whatever was not foreseen is a bug, told in a sentence
        if isinstance(error, OSError) and error.filename is None:  # of a stream: typer writes help by itself
            from rootcause.cli.output import discard_output

            discard_output()
            what, cure = describe(error)
            return _complain(f"could not write to standard output: {what}", cure, EXIT_WRONG_USE)
        from rootcause.cli.crash import record

        return _complain(*record(error, arguments), EXIT_BUG)
    return code


def build() -> Any:
    """The root command."""
    app = typer.Typer(
        cls=CommandGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    return get_command(app)


def _open_streams() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed before we began
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # open to the end
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a screen may lack a character


def _flush_unless_nobody_is_there(code: int) -> None:
    """Write what waits; of who left because the window was closed, nobody is there to read the rest."""
    try:
        sys.stdout.flush()
    except OSError:
        if code != EXIT_INTERRUPTED:
            raise
        from rootcause.cli.output import discard_output

        discard_output()


def _invoke(arguments: Sequence[str]) -> int:
    root = build()
    try:
        with root.make_context("rootcause", list(arguments)) as context:
            code = root.invoke(context)
    except typer.Exit as wanted:
        return wanted.exit_code
    return code if isinstance(code, int) else 0


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"rootcause {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[  # its callback does the work
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Find out what happened, why, and what to do differently, and get a report worth signing out.

    Begin with `rootcause triage`. Every answer is saved before the next question.
    """


def _complain(message: str, hint: str | None, code: int, *, name: str = "error: ") -> int:
    lines = [f"{name}{message}", *([f"hint: {hint}"] if hint else [])]
    print(visible("\n".join(lines), keep="\n"), file=sys.stderr, flush=True)
    return code


def _usage_hint(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"see `{context.command_path if context else 'rootcause'} --help`"
