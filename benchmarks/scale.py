"""Prints what commands over many cases take, beside a plain `json.load` of all their files in the same run.

    python benchmarks/scale.py [--cases 1000 10000 100000] [--folder FOLDER] [--rounds 3]

Each run is a fresh process, start-up included. Cold: there is no index yet; the first command makes it, for all. Warm:
nothing has changed since. Then ten cases change before each run. Shown are the median of the rounds, how many times the
scan that is, and the peak of memory of the largest process over all rounds. The operating system has the files in
memory, for the scan as well. What is generated in FOLDER stays there and is taken again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

COMMANDS: Final = (("cases", "--json"), ("actions", "--json"), ("trends",))
GOALS: Final = {"warm": 1.5, "ten changed": 2.5}
"""Seconds with 100,000 cases; memory within 1 GiB."""
_PROJECT: Final = Path(__file__).parents[1]
_DAY_AFTER: Final = "1793534400"  # 1 November 2026, after everything that is generated
_SCAN: Final = """\
import json, os, sys
total = 0
for entry in os.scandir(sys.argv[1]):
    with open(os.path.join(entry.path, "case.json"), encoding="utf-8") as file:
        total += len(json.load(file)["answers"])
print(total)
"""


class Took(NamedTuple):
    seconds: float
    megabytes: float


def run(command: Sequence[str], scratch: Path) -> Took:
    """What it took; that it fails is an error."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG_"))}
    environment |= {
        "PYTHONPATH": str(_PROJECT),
        "PYTHONPYCACHEPREFIX": str(scratch / "bytecode"),
        "XDG_CACHE_HOME": str(scratch / "cache"),
        "HOME": str(scratch),
        "SOURCE_DATE_EPOCH": _DAY_AFTER,
    }
    with (scratch / "out").open("wb") as out:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed with {process.returncode}")
    return Took(seconds, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))


def median(runs: Sequence[Took]) -> Took:
    return Took(statistics.median(one.seconds for one in runs), max(one.megabytes for one in runs))


def change_ten(cases: Path, chance: random.Random) -> None:
    for name in chance.sample(sorted(path.name for path in cases.iterdir()), 10):
        path = cases / name / "case.json"
        case = json.loads(path.read_text(encoding="utf-8"))
        case["title"] = f"{case['title'].partition(', looked')[0]}, looked at again {chance.randrange(10**6)}"
        path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")


def generated(folder: Path, count: int, scratch: Path) -> Path:
    """The folder of so many cases; made once."""
    cases = folder / str(count)
    if not cases.is_dir():
        program = str(Path(__file__).with_name("many_cases.py"))
        took = run((sys.executable, program, str(cases), "--cases", str(count)), scratch)
        print(f"(generated in {took.seconds:.0f} s)")
    return cases


def measure(cases: Path, count: int, scratch: Path, rounds: int) -> dict[str, Took]:
    """Print what each command takes in each state; the same by the names of both."""
    size = sum(entry.stat().st_size for entry in cases.glob("*/case.json")) / count / 1000
    scan = median([run((sys.executable, "-c", _SCAN, str(cases)), scratch) for _ in range(rounds)])
    print(f"{count:,} cases of {size:.1f} KB; json.load of all: {scan.seconds:.2f} s, {scan.megabytes:.0f} MiB")
    chance, found = random.Random(count), {}
    shutil.rmtree(scratch / "cache", ignore_errors=True)
    for command in COMMANDS:
        full = (sys.executable, "-m", "rootcause", *command, "--cases", str(cases))
        if not found:
            found["cold"] = run(full, scratch)
            show("cold", found["cold"], scan)
        found[f"{command[0]}, warm"] = median([run(full, scratch) for _ in range(rounds)])
        show(f"{' '.join(command)}, warm", found[f"{command[0]}, warm"], scan)
        runs = []
        for _ in range(rounds):
            change_ten(cases, chance)
            runs.append(run(full, scratch))
        found[f"{command[0]}, ten changed"] = median(runs)
        show(f"{' '.join(command)}, ten changed", found[f"{command[0]}, ten changed"], scan)
    return found


def show(name: str, took: Took, scan: Took) -> None:
    times = took.seconds / scan.seconds
    print(f"  {name:30} {took.seconds:8.2f} s {times:8.2f} {took.megabytes:6.0f} MiB", flush=True)


def judge(found: dict[str, Took]) -> None:
    print("goals for 100,000 cases")
    for name, took in found.items():
        goal = next((seconds for state, seconds in GOALS.items() if name.endswith(state)), None)
        if goal is not None:
            print(f"  {name:24} {took.seconds:6.2f} s  goal {goal} s  {'met' if took.seconds < goal else 'MISSED'}")
    most = max(took.megabytes for took in found.values())
    print(f"  {'memory, cold as well':24} {most:6.0f} MiB  goal 1024  {'met' if most < 1024 else 'MISSED'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(temporary)
        print(f"{'':32} {'seconds':>10} {'of scan':>8} {'peak':>10}")
        all_found = {}
        for count in given.cases:
            cases = generated(given.folder or scratch, count, scratch)
            all_found[count] = measure(cases, count, scratch, given.rounds)
    if len(given.cases) > 1:
        print("growth: milliseconds for each 1,000 cases more")
    for name in next(iter(all_found.values())) if len(given.cases) > 1 else ():
        steps = zip(given.cases, given.cases[1:], strict=False)
        more = [
            (all_found[after][name].seconds - all_found[before][name].seconds) / (after - before) * 1e6
            for before, after in steps
        ]
        print(f"  {name:24}", *(f"{one:8.1f}" for one in more))
    if 100_000 in all_found:
        judge(all_found[100_000])


if __name__ == "__main__":
    main()
