"""Writes the second half of docs/commands.md from the help of each command; with --check only says whether it is so.

python .ci/commands_page.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from rootcause.cli.app import build
from rootcause.cli.commands import COMMANDS

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"
MARK = "<!-- What follows is written by .ci/commands_page.py. -->\n"


def page(written: str) -> str:
    before, mark, _ = written.partition(MARK)
    return before + mark + "".join(f"\n## {name}\n\n```\n{help_of(name)}\n```\n" for name in names())


def names() -> list[str]:
    return [name for commands in COMMANDS.values() for name in commands]


def help_of(name: str) -> str:
    root = build()
    above = root.context_class(root, info_name="rootcause", terminal_width=80, help_option_names=["-h", "--help"])
    command = root.get_command(above, name)
    return command.get_help(command.context_class(command, info_name=name, parent=above))


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
