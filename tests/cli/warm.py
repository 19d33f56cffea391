"""The program with its modules already imported: each run is a process of its own, forked at the moment it begins.

Most of what a command costs is importing, which tells these tests nothing. From its first line on a run is the one that
`python -m rootcause` makes: arguments, environment, folder and streams are its own. How a start goes is for
`test_start_up.py`, for terminals, and for whoever asks for `cold`.
"""

from __future__ import annotations

import atexit
import gc
import os
import pkgutil
import runpy
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from threading import Timer
from typing import Final, NamedTuple

import msgspec

# What rootcause imports only when it needs it.
WHEN_NEEDED: Final = ("docx", "html5lib", "jinja2", "markdown_it", "prompt_toolkit", "rich.console", "weasyprint")
# What an interpreter reads once, when it begins.
READ_AT_START: Final = ("PYTHON", "LANG", "LC_")
SECONDS: Final = 60
# A pipe takes this much with nobody reading.
PIPED: Final = 60_000
_NUMBER: Final = struct.Struct("!i")


class Asked(NamedTuple):
    arguments: tuple[str, ...]
    folder: str
    environment: dict[str, str]


class Warm:
    """Starts runs, one at a time."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._at_start = _read_at_start(environment)
        self._ours, theirs = socket.socketpair()
        # The streams of the interpreter are made for pipes and turned to those of each run.
        self._process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())],
            env=environment,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        theirs.close()

    def fits(self, environment: Mapping[str, str], stdin: bytes) -> bool:
        return len(stdin) <= PIPED and _read_at_start(environment) == self._at_start

    def run(
        self, arguments: Sequence[str], folder: Path, environment: Mapping[str, str], stdin: bytes
    ) -> tuple[int, bytes, bytes]:
        """Exit code (negative for a signal), output and errors of one run."""
        (taken, given), (out, to_out), (err, to_err) = os.pipe(), os.pipe(), os.pipe()
        os.write(given, stdin)
        os.close(given)
        asked = msgspec.json.encode(Asked(tuple(arguments), str(folder), dict(environment)))
        socket.send_fds(self._ours, [_NUMBER.pack(len(asked))], [taken, to_out, to_err])
        self._ours.sendall(asked)
        for end in (taken, to_out, to_err):
            os.close(end)
        with ThreadPoolExecutor(2) as reading:
            outputs = [reading.submit(_read_all, end) for end in (out, err)]
            too_long = Timer(SECONDS, os.kill, (_number(self._ours), signal.SIGKILL))
            too_long.start()
            code = _number(self._ours)
            too_long.cancel()
        return code, outputs[0].result(), outputs[1].result()

    def close(self) -> None:
        self._ours.close()
        _, complaints = self._process.communicate()
        assert not complaints, complaints.decode()


def _read_at_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(READ_AT_START)}


def _read_all(end: int) -> bytes:
    with open(end, "rb") as stream:
        return stream.read()


def _exactly(channel: socket.socket, count: int) -> bytes:
    read = b""
    while len(read) < count:
        more = channel.recv(count - len(read))
        if not more:
            raise EOFError
        read += more
    return read


def _number(channel: socket.socket) -> int:
    return int(_NUMBER.unpack(_exactly(channel, _NUMBER.size))[0])


def _serve(channel: socket.socket) -> Asked | None:
    """Fork for each run that is asked for; what it is returns in the child, None in the parent when nobody asks more."""
    while True:
        length, streams, _, _ = socket.recv_fds(channel, _NUMBER.size, 3)
        if not length:
            return None
        asked = msgspec.json.decode(_exactly(channel, _NUMBER.unpack(length)[0]), type=Asked)
        child = os.fork()
        if child == 0:
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
                os.close(stream)
            return asked
        for stream in streams:
            os.close(stream)
        channel.sendall(_NUMBER.pack(child))
        _, status = os.waitpid(child, 0)
        channel.sendall(_NUMBER.pack(os.waitstatus_to_exitcode(status)))


def _import_everything() -> None:
    import rootcause

    for module in pkgutil.walk_packages(rootcause.__path__, "rootcause."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in WHEN_NEEDED:
        import_module(name)


def _become(asked: Asked) -> None:
    os.chdir(asked.folder)
    os.environ.clear()
    os.environ.update(asked.environment)
    time.tzset()
    sys.path[0] = asked.folder
    sys.argv[1:] = asked.arguments


def _run() -> None:
    """Run the program, and leave as an interpreter does, without taking all modules apart: that costs more than a run."""
    try:
        runpy.run_module("rootcause", run_name="__main__", alter_sys=True)
    except SystemExit as left:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(left.code)


if __name__ == "__main__":
    _import_everything()
    gc.collect()
    gc.freeze()  # what is collected in a child is copied first
    with socket.socket(fileno=int(sys.argv[1])) as channel:
        asked = _serve(channel)
    if asked is not None:
        _become(asked)
        _run()
