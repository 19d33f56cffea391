"""Prints how long it takes from Enter to the next question on the screen, beside a bare questionary loop.

    python .ci/bench_prompts.py [--questions 1000] [--block 20]

`rootcause triage` and the loop run in a pseudo-terminal each and are asked the same questions in the same order. They
are answered key by key, in turns of a block of questions, so that whatever else the machine does hits both. A time
counts from the writing of Enter until the text of the next question was read; ours saves the answer in between. It is
counted for the type of the question that appears.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

GOAL = 1.25
PATIENCE = 20.0  # seconds
QUIET = 0.004  # seconds without output after which a key counts as dealt with
HINT = "As far as it is known today."
CHOICES = ("Own van", "Partner", "Post", "Rail", "Air", "Sea", "Bicycle", "Collected", "Drone", "Not sent")
DOWN, SUBMIT = "\x1b[B", "\x1b\r"
KEYS: dict[str, tuple[Sequence[str], str]] = {
    "text": ("late", "\r"),
    "choice": ((DOWN,), "\r"),
    "paragraph": ("late", SUBMIT),
    "yesno": ((), "\r"),
    "integer": ("7", "\r"),
    "choices": ((" ", DOWN, " "), "\r"),
    "date": ("2026-01-31", "\r"),
    "scale": ("4", "\r"),
    "duration": ("2 h", "\r"),
    "person": ("Jo", "\r"),
}
"""For each type the keys that answer a question of it, and those that end the answer."""

LOOP = """\
import json, sys
import questionary

for type, text, hint, choices in json.load(open(sys.argv[1])):
    match type:
        case "choice":
            question = questionary.select(text, choices, instruction=hint)
        case "choices":
            question = questionary.checkbox(text, choices, instruction=hint)
        case "yesno":
            question = questionary.confirm(text, instruction=hint, auto_enter=False)
        case _:
            question = questionary.text(text, instruction=hint, multiline=type == "paragraph")
    question.unsafe_ask()
"""


@dataclass(frozen=True)
class Asked:
    """A question; `mark` stands in its text and nowhere else."""

    mark: str
    type: str
    when: str | None

    @property
    def text(self) -> str:
        return f"{self.mark} What is to be said about it?"


def questions(count: int) -> list[Asked]:
    made: list[Asked] = []
    for number in range(count):
        yesno, integer = (number - 7, number - 6) if number % len(KEYS) == 0 and number else (None, None)
        when = None if yesno is None else f"q{yesno} or q{integer} > 3"
        made.append(Asked(f"N{number:05}", tuple(KEYS)[number % len(KEYS)], when))
    return made


def as_yaml(asked: Sequence[Asked]) -> str:
    lines = ["rootcause: 1", "id: long", "version: 1.0.0", "title: Long", "sections:"]
    for number, one in enumerate(asked):
        if number % 20 == 0:
            lines += [f"  - id: s{number}", f"    title: Part {number // 20 + 1}", "    questions:"]
        lines += [
            f"      - id: q{number}",
            f"        ask: {one.text}",
            f"        hint: {HINT}",
            f"        type: {one.type}",
        ]
        if one.type in ("choice", "choices"):
            lines.append(f"        choices: {{{', '.join(f'c{at}: {label}' for at, label in enumerate(CHOICES))}}}")
        if one.when:
            lines.append(f"        when: {one.when}")
    return "\n".join(lines) + "\n"


class Asking:
    """A program that asks in a pseudo-terminal."""

    def __init__(self, name: str, command: Sequence[str], scratch: Path) -> None:
        self.name = name
        self.times: dict[str, list[float]] = {type: [] for type in KEYS}
        self._read = b""
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            left_out = ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "ACCESSIBLE")
            environment = {name: value for name, value in os.environ.items() if name not in left_out}
            # Nobody answers here when a program asks where the cursor is; the loop would wait for it.
            environment |= {"HOME": str(scratch), "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
            os.execve(command[0], command, environment)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def begin(self, first: Asked) -> None:
        """Get past what comes before the first question."""
        while first.mark.encode() not in self._read:
            self._wait_for_output()
            self._wait_until_quiet(1.0)
            if first.mark.encode() not in self._read and b"Start" in self._read:
                self._write("\r")

    def answer(self, asked: Asked, following: Asked) -> None:
        keys, end = KEYS[asked.type]
        self._wait_until_quiet(QUIET)
        for key in keys:
            self._write(key)
            self._wait_for_output()
            self._wait_until_quiet(QUIET)
        mark = following.mark.encode()
        self._read = b""
        start = time.perf_counter()
        self._write(end)
        while mark not in self._read:
            self._wait_for_output()
        self.times[following.type].append(time.perf_counter() - start)

    def leave(self) -> None:
        self._write("\x03")
        os.close(self._terminal)
        os.waitpid(self._process, 0)

    def _write(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def _wait_for_output(self) -> None:
        if not self._more_within(PATIENCE):
            sys.exit(f"{self.name} says nothing more after:\n{self._read.decode(errors='replace')}")

    def _wait_until_quiet(self, seconds: float) -> None:
        while self._more_within(seconds):
            pass

    def _more_within(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            self._read += os.read(self._terminal, 65536)
        except OSError:
            sys.exit(f"{self.name} has ended after:\n{self._read.decode(errors='replace')}")
        return True


def measure(asked: Sequence[Asked], block: int, scratch: Path) -> tuple[Asking, Asking]:
    (scratch / "long.yaml").write_text(as_yaml(asked))
    (scratch / "long.json").write_text(json.dumps([[one.type, one.text, HINT, CHOICES] for one in asked]))
    (scratch / "loop.py").write_text(LOOP)
    triage = ("-m", "rootcause", "triage", "-Q", str(scratch / "long.yaml"), "--cases", str(scratch / "cases"))
    programs = (
        Asking("rootcause", (sys.executable, *triage), scratch),
        Asking("questionary", (sys.executable, str(scratch / "loop.py"), str(scratch / "long.json")), scratch),
    )
    for program in programs:
        program.begin(asked[0])
    for start in range(0, len(asked) - 1, block):
        for program in programs:
            for one, following in zip(asked[start : start + block], asked[start + 1 :], strict=False):
                program.answer(one, following)
    for program in programs:
        program.leave()
    return programs


def percentiles(times: Sequence[float]) -> tuple[float, float]:
    """The 50th and the 99th, in milliseconds."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return cuts[49] * 1000, cuts[98] * 1000


def print_row(name: str, ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    (half, most), (their_half, their_most) = percentiles(ours), percentiles(theirs)
    ratios = half / their_half, most / their_most
    print(
        f"{name:10}{half:10.1f}{their_half:13.1f}{ratios[0]:8.2f}{most:14.1f}{their_most:13.1f}{ratios[1]:8.2f}"
        f"{len(ours):7}"
    )
    return ratios


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--block", type=int, default=20)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = measure(questions(wanted.questions + 1), wanted.block, Path(folder))
    print("Enter to the next question, in milliseconds, and how many of each type\n")
    print(f"{'':10}{'p50 ours':>10}{'questionary':>13}{'ratio':>8}{'p99 ours':>14}{'questionary':>13}{'ratio':>8}")
    for type in KEYS:
        print_row(type, ours.times[type], theirs.times[type])
    ratios = print_row("all", list(chain(*ours.times.values())), list(chain(*theirs.times.values())))
    print(f"goal: at most {GOAL} at p50 and p99: {'met' if max(ratios) <= GOAL else 'missed'}")


if __name__ == "__main__":
    main()
