"""Lints files that were made to do harm, each in a process of its own, and other linters on the same files.

    python tests/campaigns/lint_hostile.py [--peers FOLDER] [--seconds 2] [--megabytes 150]

FOLDER holds a virtual environment with yamllint, check-jsonschema or zizmor; those that are not there are left out.
Exits with 1 when rootcause ends in a traceback or by a signal, takes longer or needs more memory than it may. What the
others do is only printed.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

PATIENCE = 25  # seconds for the others
HEAD = b"rootcause: 1\nid: q\nversion: 1.0.0\ntitle: T\n"


@dataclass(frozen=True)
class End:
    """How a process ended: exit code (negative for a signal, None for one that was stopped), seconds, megabytes."""

    code: int | None
    seconds: float
    megabytes: float
    traceback: bool


def laughs(levels: int, width: int) -> bytes:
    lines = [b"a0: &a0 [lol, lol]"]
    for level in range(1, levels):
        lines.append(b"a%d: &a%d [%s]" % (level, level, b", ".join([b"*a%d" % (level - 1)] * width)))
    return b"\n".join(lines)


def merges(levels: int, width: int) -> bytes:
    lines = [b"m0: &m0 {k: v}"]
    for level in range(1, levels):
        lines.append(b"m%d: &m%d {<<: [%s]}" % (level, level, b", ".join([b"*m%d" % (level - 1)] * width)))
    return b"\n".join(lines)


CONTENTS: dict[str, Callable[[], bytes]] = {
    "100,000 open brackets": lambda: b"[" * 100_000,
    "100,000 closed brackets": lambda: b"[" * 100_000 + b"]" * 100_000,
    "1,000,000 open brackets": lambda: b"[" * 1_000_000,
    "100,000 open braces": lambda: b"{" * 100_000,
    "100,000 dashes": lambda: b"- " * 100_000,
    "100,000 question marks": lambda: b"? " * 100_000,
    "10,000 levels by indentation": lambda: b"".join(b" " * level + b"a:\n" for level in range(2_000)),
    "billion laughs": lambda: laughs(9, 9),
    "merge keys, 8 levels": lambda: merges(8, 9),
    "alias of itself": lambda: b"a: &x [*x]\nb: &y {<<: *y}",
    "NUL": lambda: HEAD + b"a: \x00b",
    "control character": lambda: HEAD + b"a: \x07b",
    "no UTF-8": lambda: HEAD + b"a: \xff\xfe\xfa",
    "Latin-1": lambda: HEAD + "a: Größe".encode("latin-1"),
    "UTF-8 cut off": lambda: HEAD + "a: ß".encode()[:-1],
    "UTF-16": lambda: HEAD.decode().encode("utf-16"),
    "byte order mark": lambda: b"\xef\xbb\xbf" + HEAD,
    "half a character, escaped": lambda: HEAD + b'a: "\\ud800"',
    "dates that are none": lambda: HEAD + b"a: 2024-13-45\nb: 2024-02-30 25:61:00",
    "tags of Python": lambda: HEAD + b'a: !!python/object/apply:os.system ["true"]\nb: !!int abc',
    "5,000 digits": lambda: HEAD + b"minutes: " + b"9" * 5_000,
    "1e999999": lambda: HEAD + b"minutes: 1e999999",
    "key of 2,000 characters": lambda: b"k" * 2_000 + b": v",
    "many documents": lambda: b"---\na: 1\n" * 20_000,
    "directive": lambda: b"%YAML 1.3\n---\n" + HEAD,
    "tab behind a colon": lambda: b"a:\t1\n\tb: 2",
    "CR only": lambda: HEAD.replace(b"\n", b"\r"),
    "a line of 4.5 MB": lambda: HEAD + b"description: " + b"word " * 900_000,
    "a line of 10 MB": lambda: HEAD + b"description: " + b"word " * 2_000_000,
    "200,000 keys": lambda: b"".join(b"k%d: v\n" % number for number in range(200_000)),
    "100 MB": lambda: b"- a: b\n" * 14_285_714,
    "expressions nested 900 deep": lambda: question(b"when: " + b"(" * 450 + b"true" + b")" * 450),
    "a chain of 190 nots": lambda: question(b"when: " + b"not " * 190 + b"true"),
    "100,000 quotes": lambda: question(b'hint: "' + b"${first}" * 100_000 + b'"'),
    "a pattern that backtracks": lambda: question(b"pattern: '(a+)+$'"),
    "a pattern with look-around": lambda: question(b"pattern: '(?=a)(?<!b)(.)\\1'"),
    "a pattern of a million states": lambda: question(b"pattern: '(((a{1,99}){1,99}){1,99}){1,99}'"),
    "includes itself": lambda: HEAD + b"include: file.yaml\nsections: [{include: file.yaml}]",
    "includes a device": lambda: HEAD + b"sections: [{include: /dev/zero}]",
    "hard conditions": lambda: knot(24),
}


def question(line: bytes) -> bytes:
    first = b"      - {id: first, type: yesno, ask: First}\n      - id: next\n        type: text\n        ask: Next\n"
    return HEAD + b"sections:\n  - id: s\n    title: S\n    questions:\n" + first + b"        " + line + b"\n"


def knot(holes: int) -> bytes:
    """More pigeons than holes: a condition that is never true, which nobody can prove by trying."""
    asked = [
        b"      - {id: p%d_%d, type: yesno, ask: In}\n" % (one, hole)
        for one in range(holes + 1)
        for hole in range(holes)
    ]
    each = [b" or ".join(b"p%d_%d" % (one, hole) for hole in range(holes)) for one in range(holes + 1)]
    shown = [b"      - {id: s%d, type: yesno, ask: In, when: %s}\n" % (one, told) for one, told in enumerate(each)]
    alone = [
        b"      - {id: n%d_%d_%d, type: yesno, ask: In, when: 'not (p%d_%d and p%d_%d)'}\n"
        % (hole, one, other, one, hole, other, hole)
        for hole in range(3)
        for one in range(holes + 1)
        for other in range(one)
    ]
    last = b" and ".join(b"s%d" % one for one in range(holes + 1))
    body = b"".join((*asked, *shown, *alone)) + b"      - {id: last, type: text, ask: Last, when: %s}\n" % last
    return HEAD + b"sections:\n  - id: s\n    title: S\n    questions:\n" + body


def places(folder: Path) -> Iterator[tuple[str, Path]]:
    """What is no regular file."""
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop.yaml").symlink_to(folder / "loop.yaml")
    (folder / "nowhere.yaml").symlink_to(folder / "missing.yaml")
    yield "a pipe that nobody writes", folder / "pipe.yaml"
    yield "a link to itself", folder / "loop.yaml"
    yield "a link to nothing", folder / "nowhere.yaml"
    yield "/dev/zero", Path("/dev/zero")


def run(command: Sequence[str], folder: Path, patience: float) -> End:
    with (folder / "errors").open("wb") as errors:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        status, usage = 0, None
        while usage is None:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if not pid:
                usage = None
                if time.perf_counter() - start > patience:
                    os.kill(child.pid, signal.SIGKILL)
                    _, status, usage = os.wait4(child.pid, 0)
                    child.returncode = -signal.SIGKILL
                    return End(None, time.perf_counter() - start, usage.ru_maxrss / 1024, traceback=False)
                time.sleep(0.005)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
    told = (folder / "errors").read_bytes()
    return End(child.returncode, seconds, usage.ru_maxrss / 1024, traceback=b"Traceback (most recent call" in told)


def said(end: End) -> str:
    if end.code is None:
        return "stopped"
    if end.code < 0:
        return f"signal {-end.code}"
    return "traceback" if end.traceback else f"{end.seconds:.2f} s"


def peers_in(folder: Path | None, schema: Path) -> dict[str, tuple[str, ...]]:
    if folder is None:
        return {}
    binaries = folder.absolute() / "bin"
    commands = {
        "yamllint": (str(binaries / "yamllint"),),
        "check-jsonschema": (str(binaries / "check-jsonschema"), "--schemafile", str(schema)),
        "zizmor": (str(binaries / "zizmor"), "--offline"),
    }
    return {name: command for name, command in commands.items() if Path(command[0]).exists()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--megabytes", type=float, default=150.0)
    wanted = parser.parse_args()
    rootcause = (sys.executable, "-m", "rootcause", "lint", "--no-cache", "--isolated")
    bad = 0
    counts: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        schema = folder / "schema.json"
        schema.write_text('{"type": "object"}')
        others = peers_in(wanted.peers, schema)
        for name, path in chain(of_contents(folder), places(folder)):
            end = run((*rootcause, str(path)), folder, 60)
            fine = end.code in (0, 1, 2) and not end.traceback
            fine = fine and end.seconds <= wanted.seconds and end.megabytes <= wanted.megabytes
            bad += not fine
            told = [said(run((*command, str(path)), folder, PATIENCE)) for command in others.values()]
            for peer, one in zip(others, told, strict=True):
                counts.setdefault(peer, []).append(one)
            verdict = f"exit {end.code}, {said(end)}, {end.megabytes:.0f} MB{'' if fine else '  NOT FINE'}"
            print(f"{name:32} {verdict:34} {'  '.join(f'{one:10}' for one in told)}", flush=True)
    for peer, told in counts.items():
        kinds = ("traceback", "signal", "stopped")
        print(f"{peer}: " + ", ".join(f"{sum(one.startswith(kind) for one in told)} {kind}" for kind in kinds))
    print(f"rootcause: {bad} not fine")
    return int(bad > 0)


def of_contents(folder: Path) -> Iterator[tuple[str, Path]]:
    for name, content in CONTENTS.items():
        path = folder / "file.yaml"
        # In a process of its own: what this one once held would be counted to those that it starts.
        writer = os.fork()
        if not writer:
            path.write_bytes(content())
            os._exit(0)
        os.waitpid(writer, 0)
        yield name, path


if __name__ == "__main__":
    sys.exit(main())
