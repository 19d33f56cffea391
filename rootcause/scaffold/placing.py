"""Where a new file goes: into a place where none is."""

from __future__ import annotations

from pathlib import Path

from rootcause.errors import RootcauseError


def write_new(path: Path, text: str) -> None:
    """Write a file where none is, with the folder that it lies in. Raises RootcauseError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        what = "folder" if path.is_dir() else "file"
        raise RootcauseError(f"{path}: there is a {what} already", hint="choose another name, or -o FILE") from None
    except OSError as error:
        raise RootcauseError(
            f"could not write to {path}: {error.strerror}", hint="choose another place: -o FILE"
        ) from error
