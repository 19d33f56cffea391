"""Writes the second half of docs/commands.md from the help of each command; with --check only says whether it is so.

python .ci/commands_page.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from rootcause.cli.app import build
from rootcause.cli.commands import BELOW, COMMANDS

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
MARK = "<!-- What follows is written by .ci/commands_page.py. -->\n"


def page(written: str) -> str:
    before, mark, _ = written.partition(MARK)
    return before + mark + "".join(f"\n## {name}\n\n```\n{help_of(name)}\n```\n" for name in names())


def names() -> list[str]:
    """All commands as they are typed, each before those below it."""
    tops = [name for commands in COMMANDS.values() for name in commands]
    return [name for top in tops for name in (top, *(f"{top} {below}" for below in BELOW.get(top, ())))]


def help_of(name: str) -> str:
    command = build()
    context = command.context_class(command, info_name="rootcause", terminal_width=80)
    context.help_option_names = ["-h", "--help"]
    for word in name.split():
        command = command.get_command(context, word)
        context = command.context_class(command, info_name=word, parent=context)
    return command.get_help(context)


def main() -> int:
    written = PAGE.read_text(encoding="utf-8")
    wanted = page(written)
    if "--check" in sys.argv[1:]:
        if written != wanted:
            print("docs/commands.md is not what the commands say of themselves; run: python .ci/commands_page.py")
        return int(written != wanted)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
