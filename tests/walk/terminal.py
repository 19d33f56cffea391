"""A real terminal in which a program runs: what it wrote, what the screen shows, in which state it leaves it."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

ROOTCAUSE = (sys.executable, "-m", "rootcause")
SECONDS = 20  # until somebody gives up waiting
_NOT_INHERITED = (
    *("ACCESSIBLE", "CLICOLOR", "EDITOR", "FORCE_COLOR", "NO_COLOR", "ROOTCAUSE_CASES", "VISUAL"),
    "PYTHONUNBUFFERED",  # it hides what is still to be written
)


class Terminal:
    """Runs `command` in `folder`, with a home of its own there; `errors` takes what it writes to standard error."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        *,
        columns: int = 80,
        rows: int = 40,
        environ: Mapping[str, str] | None = None,
        errors: Path | None = None,
    ) -> None:
        self.written = b""
        self._screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self._stream = pyte.ByteStream(self._screen)
        home = folder / "home"
        home.mkdir(exist_ok=True)
        inherited = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
        own = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(home), "TMPDIR": str(home)}
        program, *arguments = command if errors is None else _with_errors_in(errors, command)
        self._process = pexpect.spawn(
            program,
            arguments,
            cwd=folder,
            env={**inherited, **own, **(environ or {})},
            dimensions=(rows, columns),
            timeout=SECONDS,
        )
        self._process.delaybeforesend = None
        self._process.ptyproc.delayafterclose = 0
        self._modes = termios.tcgetattr(self._process.child_fd)
        self.pid = self._process.pid

    def sends(self, keys: str | bytes) -> None:
        """What the keyboard sends. What is written meanwhile is read, or a long paste would never get through."""
        left = keys.encode() if isinstance(keys, str) else keys
        terminal = self._process.child_fd
        while left:
            readable, writable, _ = select.select([terminal], [terminal], [], SECONDS)
            assert readable or writable, f"it takes no more keys:\n{self.screen()}"
            if readable and not self.reads():
                return
            if writable:
                left = left[os.write(terminal, left[:256]) :]

    def until(self, seen: Callable[[], bool], what: str) -> None:
        """Read on until it can be seen; fails when it never comes."""
        while not seen():
            if not self.reads():
                raise AssertionError(f"{what} never came:\n{self.screen()}")

    def reads(self) -> bool:
        """Take what the program writes next; False when it has ended, or nothing comes for long."""
        try:
            piece = self._process.read_nonblocking(65536, SECONDS)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.written += piece
        self._stream.feed(piece)
        return True

    def screen(self) -> str:
        """What the screen shows now."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def scrolled(self) -> str:
        """What one sees when scrolling back, down to the last line of the screen."""
        above = ("".join(line[x].data for x in range(self._screen.columns)) for line in self._screen.history.top)
        return "\n".join([*(line.rstrip() for line in above), self.screen()])

    def signalled(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def is_killed(self) -> None:
        """Kill the program, and wait until it is gone."""
        if self._process.isalive():
            self.signalled(signal.SIGKILL)
        self.ends()

    def passes(self, seconds: float) -> None:
        """Let time pass, and read what comes meanwhile."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self._process.child_fd], [], [], left)[0] and not self.reads():
                return

    def closes(self) -> None:
        """Close the terminal while the program runs in it."""
        self._process.ptyproc.fileobj.close()

    def ends(self) -> int:
        """Wait until the program has ended; its exit code, or minus the signal that ended it."""
        while not self._process.ptyproc.fileobj.closed and self.reads():
            pass
        waiting = threading.Thread(target=self._process.ptyproc.wait, daemon=True)
        waiting.start()
        waiting.join(SECONDS)
        assert not waiting.is_alive(), f"it goes on:\n{self.screen()}"
        ended = self._process.ptyproc
        return -ended.signalstatus if ended.exitstatus is None else ended.exitstatus

    def is_put_back(self) -> bool:
        """Whether the terminal is in the modes in which the program found it."""
        return termios.tcgetattr(self._process.child_fd) == self._modes

    def left_behind(self) -> list[int]:
        """The processes that the program started and that go on without it."""
        return [int(folder.name) for folder in Path("/proc").glob("[0-9]*") if _session(folder) == self.pid]

    def close(self) -> None:
        """End whatever still runs."""
        self._process.close(force=True)


def _with_errors_in(path: Path, command: Sequence[str]) -> Sequence[str]:
    return ("/bin/sh", "-c", 'exec "$@" 2>"$0"', str(path), *command)


def _session(folder: Path) -> int | None:
    try:
        state = (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended since we looked
        return None
    return int(state[3]) if state[0] != "Z" else None


def words(text: str) -> str:
    """A text without the line breaks and gaps that depend on the width."""
    return re.sub(r"\s+", " ", text).strip()
