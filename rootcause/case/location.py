"""Where cases lie: as the command says, else the environment, else a settings file, else `./cases`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rootcause.configuration import nearest_setting
from rootcause.errors import CaseError

VARIABLE = "ROOTCAUSE_CASES"


def cases_folder(option: Path | None, environ: Mapping[str, str], cwd: Path) -> Path:
    """The folder of cases.

    That is the option, else the variable ROOTCAUSE_CASES, else `cases` in the nearest `rootcause.toml`, or in
    `[tool.rootcause]` of the nearest `pyproject.toml`, of the current folder or one above it; else `cases` here.
    A path in a settings file starts from the folder of that file. Raises RootcauseError for one that is wrong.
    """
    if option is not None:
        return cwd / option
    if environ.get(VARIABLE):
        return cwd / Path(environ[VARIABLE]).expanduser()
    hint = f"mend it, or name the folder of cases with --cases or {VARIABLE}"
    setting = nearest_setting(cwd, "cases", hint)
    if setting is None:
        return cwd / "cases"
    cases = setting.value
    if not isinstance(cases, str) or not cases.strip() or "\0" in cases:
        name = ".".join(setting.keys)
        raise CaseError(f'{setting.place()}: {name} is {cases!r}; expected a path such as "cases"', hint=hint)
    return setting.folder / Path(cases).expanduser()
