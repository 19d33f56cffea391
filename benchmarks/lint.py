"""Prints how long `rootcause lint` takes beside yamllint and check-jsonschema, in one run on the same files.

    python benchmarks/lint.py --peers FOLDER [--install-peers] [--files 1000] [--rounds 5]

The peers run from a virtual environment in FOLDER, those that are there; --install-peers makes it, with pip, at the
versions below. yamllint
runs with its default rules but those on the length of lines and on the mark at the start of a document, so that it
has nothing to say. Every ratio is their time divided by ours; goals are what this project holds itself to.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from pathlib import Path

from questionnaires import write

PEERS = ("yamllint==1.38.0", "check-jsonschema==0.39.0")
RULES = "{extends: default, rules: {line-length: disable, document-start: disable}}"


def seconds(command: Sequence[str], folder: Path) -> float:
    """How long it takes. What it finds is not asked; that it fails is."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "HOME": str(folder), "XDG_CACHE_HOME": ""}
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1) or (done.returncode and b"Traceback" in done.stderr):
        sys.exit(f"{command} failed:\n{done.stderr.decode()[-2000:]}")
    return taken


def medians(commands: dict[str, Sequence[str]], folder: Path, rounds: int) -> dict[str, float]:
    """The median of each. In a round every command runs once, so that what else the machine does hits all."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            taken = seconds(command, folder)
            if number:  # the first round compiles and warms up
                times[name].append(taken)
    return {name: statistics.median(taken) for name, taken in times.items()}


def report(title: str, ours: float, theirs: float, goal: float | None = None) -> None:
    verdict = "" if goal is None else f"  goal {goal:6.1f}  {'met' if theirs / ours >= goal else 'missed'}"
    print(f"  {title:44} {ours:8.3f} s {theirs:8.3f} s {theirs / ours:8.1f}{verdict}")


def one_file(rootcause: Sequence[str], peers: dict[str, Sequence[str]], folder: Path, rounds: int) -> None:
    (path,) = write(folder / "one", 1, 30)
    commands = {
        "floor": (sys.executable, "-c", "pass"),
        "rootcause": (*rootcause, "lint", str(path)),
        **{name: (*peer, str(path)) for name, peer in peers.items()},
    }
    times = medians(commands, folder, rounds)
    ours = times["rootcause"] / times["floor"]
    print(f"one file of 30 questions; python -c pass {times['floor']:.3f} s, rootcause {ours:.1f} times that")
    for name in peers:
        report(name, times["rootcause"], times[name], 1.0 if name == "yamllint" else None)


def many(rootcause: Sequence[str], peers: dict[str, Sequence[str]], folder: Path, files: int) -> None:
    write(folder / "many", files, 60)
    size = sum(path.stat().st_size for path in (folder / "many").iterdir())
    print(f"{files:,} files of 60 questions, {size / 1e6:.1f} MB")
    where = str(folder / "many")
    judged = files >= 1000  # the goals are for as many; with fewer the start counts
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    cold = seconds((*rootcause, "lint", where), folder)
    warm = statistics.median(seconds((*rootcause, "lint", where), folder) for _ in range(3))
    for name, peer in peers.items():
        theirs = seconds((*peer, *map(str, sorted((folder / "many").iterdir()))), folder)
        report(f"{name}, nothing kept", cold, theirs, 25.0 if judged and name == "yamllint" else None)
        report(f"{name}, nothing changed since", warm, theirs, 200.0 if judged and name == "yamllint" else None)


def growth(rootcause: Sequence[str], folder: Path, files: int) -> None:
    print("growth, one process, nothing kept")
    before = None
    for number in (files // 10, files // 3, files):
        chosen = sorted((folder / "many").iterdir())[:number]
        taken = seconds((*rootcause, "lint", "--no-cache", "--jobs", "1", *map(str, chosen)), folder)
        each = taken / number * 1000
        print(
            f"  {number:6,} files {taken:8.3f} s {each:8.2f} ms a file" + (f" {each / before:6.2f}" if before else "")
        )
        before = before or each


def install(folder: Path) -> None:
    venv.create(folder, with_pip=True)
    subprocess.run([binary(folder, "python"), "-m", "pip", "install", "--quiet", *PEERS], check=True)


def binary(folder: Path, name: str) -> str:
    return str(folder / ("Scripts" if os.name == "nt" else "bin") / name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--install-peers", action="store_true")
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args()
    if wanted.install_peers:
        install(wanted.peers)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        rootcause = (sys.executable, "-m", "rootcause")
        schema = subprocess.run([*rootcause, "schema", "questionnaire"], capture_output=True, check=True).stdout
        (folder / "schema.json").write_bytes(schema)
        there = wanted.peers.absolute()
        peers = {
            "yamllint": (binary(there, "yamllint"), "-d", RULES),
            "check-jsonschema": (binary(there, "check-jsonschema"), "--schemafile", str(folder / "schema.json")),
        }
        peers = {name: command for name, command in peers.items() if Path(command[0]).exists()}
        print(f"{'':46} {'rootcause':>10} {'theirs':>10} {'ratio':>8}")
        one_file(rootcause, peers, folder, wanted.rounds)
        many(rootcause, peers, folder, wanted.files)
        growth(rootcause, folder, wanted.files)


if __name__ == "__main__":
    main()
