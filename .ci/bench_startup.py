"""Prints how long commands take, in multiples of `python -c pass`, with yamllint and copier beside them.

    python .ci/bench_startup.py [--rounds 15] [--peers FOLDER [--install-peers]]

The peers run from a virtual environment in FOLDER; --install-peers makes it, with pip. Without --peers they are left
out. Each figure is the median of the rounds. In a round every command runs once: what else the machine does hits all.
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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PEERS = ("copier", "yamllint")
QUESTIONS = 30
COPY = f"copier copy, {QUESTIONS} questions"


@dataclass(frozen=True)
class Row:
    """A command to measure; `goal` is said of ours, in multiples of the floor, from what the others need."""

    name: str
    command: Sequence[str]
    goal: Callable[[dict[str, float]], float | None] | None = None


def ours(scratch: Path) -> list[Row]:
    rootcause = (sys.executable, "-m", "rootcause")
    triage = ("triage", "-Q", "form.yaml", "-a", "answers.yaml", "--cases", str(scratch / "cases"), "-o", "report.md")
    return [
        Row("rootcause --version", (*rootcause, "--version"), lambda _: 7),
        Row("rootcause --help", (*rootcause, "--help"), lambda _: 7),
        Row(f"rootcause triage -a, {QUESTIONS} questions", (*rootcause, *triage, "--force"), _half_of_copier),
    ]


def theirs(peers: Path, scratch: Path) -> list[Row]:
    python = str(peers / ("Scripts" if os.name == "nt" else "bin") / "python")
    copy = ("copy", "--defaults", "--overwrite", "--quiet", str(scratch / "template"), str(scratch / "project"))
    return [
        Row("yamllint --version", (python, "-m", "yamllint", "--version")),
        Row("copier --version", (python, "-m", "copier", "--version")),
        Row(COPY, (python, "-m", "copier", *copy)),
    ]


def _half_of_copier(ratios: dict[str, float]) -> float | None:
    copier = ratios.get(COPY)
    return None if copier is None else copier / 2


def write_material(scratch: Path) -> None:
    ids = [f"q{number}" for number in range(QUESTIONS)]
    asked = "".join(f'      - {{id: {id}, ask: "Question {id}", type: text}}\n' for id in ids)
    head = (
        "rootcause: 1\nid: form\nversion: 1.0.0\ntitle: Form\nsections:\n  - id: one\n    title: One\n    questions:\n"
    )
    (scratch / "form.yaml").write_text(head + asked)
    (scratch / "answers.yaml").write_text("answers:\n" + "".join(f"  {id}: Answer {id}\n" for id in ids))
    template = scratch / "template"
    template.mkdir()
    (template / "copier.yml").write_text("".join(f"{id}: {{type: str, default: Answer {id}}}\n" for id in ids))
    (template / "report.md.jinja").write_text("".join(f"- Question {id}: {{{{ {id} }}}}\n" for id in ids))


def measure(rows: Sequence[Row], rounds: int, scratch: Path) -> dict[str, float]:
    """The median of each in multiples of the first, which is the floor."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(scratch / "bytecode"), "HOME": str(scratch)}
    times: dict[str, list[float]] = {row.name: [] for row in rows}
    for number in range(rounds + 1):
        for row in rows:
            shutil.rmtree(scratch / "cases", ignore_errors=True)
            start = time.perf_counter()
            done = subprocess.run(
                row.command, cwd=scratch, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
            taken = time.perf_counter() - start
            if done.returncode:
                sys.exit(f"{row.name} failed:\n{done.stderr.decode()}")
            if number:  # the first round compiles and warms up
                times[row.name].append(taken)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    floor = medians[rows[0].name]
    print(f"floor: python -c pass, {floor * 1000:.0f} ms; {rounds} rounds\n")
    return {name: median / floor for name, median in medians.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--install-peers", action="store_true")
    wanted = parser.parse_args()
    if wanted.install_peers:
        if wanted.peers is None:
            parser.error("--install-peers needs --peers FOLDER")
        venv.create(wanted.peers, with_pip=True)
        python = wanted.peers / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        write_material(scratch)
        rows = [Row("python -c pass", (sys.executable, "-c", "pass")), *ours(scratch)]
        if wanted.peers is not None:
            rows += theirs(wanted.peers.absolute(), scratch)
        ratios = measure(rows, wanted.rounds, scratch)
    for row in rows:
        goal = row.goal(ratios) if row.goal else None
        verdict = "" if goal is None else f"  goal {goal:5.1f}  {'met' if ratios[row.name] <= goal else 'missed'}"
        print(f"{row.name:36} {ratios[row.name]:6.1f}{verdict}")


if __name__ == "__main__":
    main()
