"""Where cases lie: as the command says, else the environment, else a settings file, else `./cases`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from rootcause.case.bounded import read_text
from rootcause.errors import CaseError

VARIABLE = "ROOTCAUSE_CASES"


def cases_folder(option: Path | None, environ: Mapping[str, str], cwd: Path) -> Path:
    """The folder of cases.

    That is the option, else the variable ROOTCAUSE_CASES, else `cases` in the nearest `rootcause.toml`, or in
    `[tool.rootcause]` of the nearest `pyproject.toml`, of the current folder or one above it; else `cases` here.
    A path in a settings file starts from the folder of that file. Raises CaseError for a settings file that is wrong.
    """
    if option is not None:
        return cwd / option
    if environ.get(VARIABLE):
        return cwd / Path(environ[VARIABLE]).expanduser()
    for folder in (cwd, *cwd.parents):
        for name, table in (("rootcause.toml", ()), ("pyproject.toml", ("tool", "rootcause"))):
            cases = _setting(folder / name, table)
            if cases is not None:
                return folder / Path(cases).expanduser()
    return cwd / "cases"


def _setting(path: Path, table: tuple[str, ...]) -> str | None:
    """The key `cases` in that table of the file; None when the file or the key is not there."""
    if not os.path.lexists(path):
        return None
    import tomllib

    hint = f"mend it, or name the folder of cases with --cases or {VARIABLE}"
    try:
        settings: object = tomllib.loads(read_text(path))
    except (ValueError, RecursionError) as error:  # RecursionError: lists in lists without end
        raise CaseError(f"{path} is not TOML: {error}", hint=hint) from error
    for key in table:
        settings = settings.get(key) if isinstance(settings, dict) else None
    cases = settings.get("cases") if isinstance(settings, dict) else None
    if cases is None:
        return None
    if not isinstance(cases, str) or not cases.strip() or "\0" in cases:
        place = ".".join((*table, "cases"))
        raise CaseError(f'{path}: {place} is {cases!r}; expected a path such as "cases"', hint=hint)
    return cases
