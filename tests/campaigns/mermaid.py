"""Have Mermaid itself read every picture of many generated cases; count what it refuses.

    python tests/campaigns/mermaid.py --cases 500 --seed 1

A case is one of the examples with another text in place of each that was typed: pieces of what is known to be hostile,
put together by lot. Its report is written, and each Mermaid block in it read by the npm package mermaid
(`tests/report/mermaid/install` fetches it). Beside it stand a fishbone, a quadrant and bars drawn by lot, which such a
report lacks: its choices are no choices any more. The negative control takes the escaping out of the same pictures: Mermaid
must refuse some. Exit code 0: all were read, and the control was refused.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rootcause.analysis.analysis import analyse
from rootcause.report.build import build_report
from rootcause.report.diagrams import Bar, BarDiagram, Bone, Diagram, FishboneDiagram, Node, Point, QuadrantDiagram
from rootcause.report.markdown import render_markdown
from rootcause.report.mermaid.render import render
from tests.examples.records import EXAMPLES, record_of_example
from tests.report.naughty import random_texts, with_texts

FOLDER = Path(__file__).parents[1] / "report" / "mermaid"
BLOCK = re.compile(r"^```mermaid\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
BATCH = 200


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--cases", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    if shutil.which("node") is None or not (FOLDER / "node_modules").is_dir():
        print("Mermaid is not there: run tests/report/mermaid/install, which needs node and npm")
        return 2
    sources = [source for case in range(given.cases) for source in pictures(case, random.Random(given.seed + case))]
    refused = [source for source, error in zip(sources, errors(sources), strict=True) if error]
    naive = [re.sub("#(\\w+);", unescaped, source) for source in sources[:BATCH]]
    control = sum(map(bool, errors(naive)))
    kinds = ", ".join(f"{kind} {count}" for kind, count in Counter(source.split()[0] for source in sources).items())
    print(f"cases {given.cases}, pictures {len(sources)} ({kinds}), refused {len(refused)}")
    print(f"control: pictures {len(naive)} without escaping, refused {control}")
    for source in refused[:3]:
        print(source)
    return 0 if sources and not refused and control else 1


def pictures(case: int, chance: random.Random) -> Iterator[str]:
    """The Mermaid blocks of one report, and further pictures."""
    record, _ = with_texts(record_of_example(EXAMPLES[case % len(EXAMPLES)]), random_texts(chance))
    yield from BLOCK.findall(render_markdown(build_report(analyse(record))))
    yield from filter(None, map(render, drawn_by_lot(chance)))


def drawn_by_lot(chance: random.Random) -> Iterator[Diagram]:
    """One of each kind that needs more than texts."""
    text = random_texts(chance)
    below = (Node(next(text), is_end=chance.random() < 0.5),)
    bones = tuple(Bone(next(text), (Node(next(text), below),)) for _ in range(chance.randint(0, 6)))
    yield FishboneDiagram(next(text), bones)
    points = tuple(
        Point(str(number), next(text), chance.random(), chance.choice((0.0, 0.004, 0.5, 0.996, 1.0)))
        for number in range(chance.randint(0, 30))
    )
    corners = (next(text), next(text), next(text), next(text))
    yield QuadrantDiagram(next(text), next(text), corners, points, (), next(text))
    yield BarDiagram(tuple(Bar(next(text), chance.choice((0, 1, 10**6))) for _ in range(chance.randint(0, 12))))


def errors(sources: list[str]) -> Iterator[str]:
    """What Mermaid says against each, empty where it reads it."""
    for start in range(0, len(sources), BATCH):
        batch = json.dumps(sources[start : start + BATCH])
        done = subprocess.run(
            ["node", "check.mjs"], cwd=FOLDER, input=batch, capture_output=True, text=True, check=True
        )
        yield from (verdict.get("error", "") for verdict in json.loads(done.stdout))


def unescaped(found: re.Match[str]) -> str:
    return ":" if found[1] == "colon" else html.unescape(f"&#{found[1]};" if found[1].isdigit() else f"&{found[1]};")


if __name__ == "__main__":
    sys.exit(main())
