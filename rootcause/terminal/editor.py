"""Opens the person's own editor on a text, and brings back what they made of it.

A plain function that waits for the editor: it can be called between two questions, and where a drawn prompt has given
the terminal away. Nothing that was typed is thrown away: when it cannot be taken, its file stays and is named.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from rootcause.errors import UnreadableInput
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.reading import read_bytes
from rootcause.terminal.session import raising_keyboard_interrupt

SCISSORS = "------ 8< ------ write above this line; what follows is only help ------"
"""Stands, behind the mark of a comment, between the text and the notes."""

_USUAL = ("notepad",) if os.name == "nt" else ("editor", "nano", "vi")
_WAITING = {
    **dict.fromkeys(("code", "codium", "cursor", "zed", "subl", "atom", "gedit", "gnome-text-editor"), "--wait"),
    **dict.fromkeys(("gvim", "mvim"), "--nofork"),
    "kate": "--block",
    "mate": "--wait",
}
"""Editors with a window of their own return at once, and the text would be read before it is written."""
_GRACE = 2.0  # seconds for an editor to save what it holds
_CHOOSE = "set EDITOR to one that is there, for example: export EDITOR=nano"


def edit(
    text: str, notes: Sequence[str], environ: Mapping[str, str], *, suffix: str = ".md", mark: str = "#"
) -> str | Problem:
    """What the person made of the text, without blank lines at its end; the same text when they changed nothing.

    The notes stand below it, each line behind `mark`, and are no part of it. A problem says why there is no text, and
    where what was typed is kept. Raises KeyboardInterrupt when this program is told to end meanwhile; the message of
    the error then says where what was typed is kept.
    """
    command = _command(environ)
    if isinstance(command, Problem):
        return command
    comments = _comments(notes, mark)
    written = _joined([text.rstrip("\n"), "", *comments]) if comments else _joined([text.rstrip("\n")])
    try:
        path = file_of_its_own(written, suffix)
    except OSError as error:
        return Problem(f"there is no place for a file to edit: {error.strerror}", "make room, or set TMPDIR")
    try:
        read = _edited(command, path, environ)
    except KeyboardInterrupt as error:
        raise KeyboardInterrupt(*filter(None, (_kept(path, written),))) from error
    if isinstance(read, Problem):
        return Problem(read.message, "; ".join(filter(None, (read.hint, _kept(path, written)))) or None)
    shutil.rmtree(path.parent, ignore_errors=True)
    made = _without(comments, read, mark)
    return text if made == text.rstrip("\n") else made


def _command(environ: Mapping[str, str]) -> Sequence[str] | Problem:
    """The editor with its arguments: that of VISUAL, else of EDITOR, else one that is usually there."""
    named = next((name for name in ("VISUAL", "EDITOR") if environ.get(name, "").strip()), None)
    if named is None:
        found = next((name for name in _USUAL if shutil.which(name, path=environ.get("PATH"))), None)
        return Problem("there is no editor here that is known", _CHOOSE) if found is None else (found,)
    try:
        words = shlex.split(environ[named], posix=os.name != "nt")
    except ValueError:
        return Problem(f'{named} is "{environ[named]}"; a quotation mark in it is never closed', _CHOOSE)
    if not words or shutil.which(words[0].strip('"'), path=environ.get("PATH")) is None:
        return Problem(f'there is no editor "{words[0] if words else ""}", which {named} names', _CHOOSE)
    waiting = _WAITING.get(Path(words[0]).stem)
    return words if waiting is None or len(words) > 1 else (*words, waiting)


def _comments(notes: Sequence[str], mark: str) -> list[str]:
    """The notes as they stand below the text, the line of the scissors first."""
    lines = [line for note in notes for line in note.split("\n")]
    return [f"{mark} {SCISSORS}", *(f"{mark} {line}".rstrip() for line in lines)] if lines else []


def _without(comments: Sequence[str], read: str, mark: str) -> str:
    """The text alone. What was typed below the scissors is no comment and belongs to it, wherever it stands."""
    lines = read.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not comments:
        return _ended(lines)
    cuts = [place for place, line in enumerate(lines) if line.rstrip() == comments[0]]
    if not cuts:  # the line was deleted or changed; the notes may still be there
        return _ended([line for line in lines if line.rstrip() not in comments])
    above, below = lines[: cuts[-1]], lines[cuts[-1] + 1 :]
    return _ended([*_ended(above).split("\n"), *(line for line in below if line.strip() and not line.startswith(mark))])


def _ended(lines: Sequence[str]) -> str:
    return "\n".join(lines).rstrip("\n") if any(line.strip() for line in lines) else ""


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def file_of_its_own(text: str, suffix: str) -> Path:
    """A new file with that text, alone in a new folder, which nobody else may read. Raises OSError."""
    path = Path(mkdtemp(prefix="rootcause-")) / f"answer{suffix}"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(_encoded(text))
    return path


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # half a character cannot be written


def _edited(command: Sequence[str], path: Path, environ: Mapping[str, str]) -> str | Problem:
    """What the file holds when the editor has ended."""
    name = command[0]
    try:
        with _terminal_as_before(), raising_keyboard_interrupt(), _keys_for_the_editor():
            ended = _run([*command, str(path)], environ)
    except (OSError, ValueError) as error:
        return Problem(f'the editor "{name}" cannot be started: {error}', _CHOOSE)
    if ended:
        how = f"with the exit code {ended}" if ended > 0 else f"by signal {-ended}"
        return Problem(f'the editor "{name}" was ended {how}; nothing was taken')
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnreadableInput as error:
        return Problem(error.message)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Problem(f"line {line} is not UTF-8, so nothing was taken", "save it as UTF-8")


def _run(command: Sequence[str], environ: Mapping[str, str]) -> int:
    # Where output is piped on, an editor draws elsewhere.
    with subprocess.Popen(command, env=dict(environ), stdout=None if os.isatty(1) else 2) as editor:
        try:
            return editor.wait()
        except KeyboardInterrupt:
            editor.terminate()  # many editors then save what they hold beside the file
            with suppress(subprocess.TimeoutExpired):
                editor.wait(_GRACE)
            editor.kill()
            raise


def _kept(path: Path, written: str) -> str | None:
    """Where everything that was typed is; where nothing was, nothing stays behind."""
    with suppress(OSError):
        # A pipe, a device or a link into nothing keeps no text.
        there = [entry for entry in path.parent.iterdir() if entry.is_file() or entry.is_dir()]
        if not there or (there == [path] and _is_as_written(path, written)):
            shutil.rmtree(path.parent, ignore_errors=True)
            return None
    return f"what you typed is kept in {path if path.is_file() else path.parent}"


def _is_as_written(path: Path, written: str) -> bool:
    try:
        return read_bytes(path) == _encoded(written)
    except UnreadableInput:
        return False


@contextmanager
def _terminal_as_before() -> Iterator[None]:
    """Puts the terminal back as it was: an editor that is killed leaves it without echo."""
    try:
        import termios
    except ImportError:  # Windows has none
        yield
        return
    try:
        before = termios.tcgetattr(0)
    except termios.error:  # it is none, or gone
        yield
        return
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(0, termios.TCSADRAIN, before)


@contextmanager
def _keys_for_the_editor() -> Iterator[None]:
    """While it lasts, Ctrl-C and Ctrl-Backslash do nothing here, now or later.

    They get a handler, because what is ignored here would be ignored in the editor too; and nothing wakes an event loop
    that waits outside, which would take them for its own once the editor is gone.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = signal.set_wakeup_fd(-1)
    keys = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    before = [(number, signal.signal(number, lambda *_: None)) for number in keys]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        signal.set_wakeup_fd(loop)
