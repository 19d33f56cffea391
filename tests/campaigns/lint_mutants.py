"""Lints seeded mutants of the bundled questionnaires: none may end in a traceback, take long, or need much memory.

    python tests/campaigns/lint_mutants.py [--count 10000] [--seed 1] [--seconds 2] [--megabytes 150]

A mutant is a real file with up to six changes: lines and words taken out, doubled or exchanged, or pieces of it, signs
of YAML put in, a line indented otherwise, bytes that are no UTF-8. Exits with 1 when one does not hold.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections import Counter
from pathlib import Path

from rootcause.lint import running
from rootcause.lint.cache import Looked
from rootcause.lint.rule import Rule
from rootcause.lint.selection import select
from rootcause.lint.settings import Settings

FOLDER = Path(__file__).parents[2] / "questionnaires"
PIECES = (
    *(b"{ } [ ] : , - ? ! & * | > ' \" % @ ` # << --- ... ${ } $${x} && == not and ( ) when: check: each: [] {} null"
      .split(b" ")),
    b"\n", b"\t", b" ", b"\r\n", b"\r", b"\x00", b"\xff", b"\xc3", b"\xef\xbb\xbf", "\u202e\u200b\u2028\x85".encode(),
    b"9" * 60, b"a" * 2000, b"[" * 80, b"\\ud800", b"2024-13-45", b"0x1f", b"!!python/object", b"*x", b"&x ", b"1:30",
    b"previous.x", b"index", b"count(", b"date('2026-02-30')", b"Who is to blame? And why?", "\U0001f600".encode(),
)  # fmt: skip


def mutant(data: bytes, chance: random.Random) -> bytes:
    change = chance.choice((in_words, in_words, in_bytes))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = change(data, chance)
    return data


def in_words(data: bytes, chance: random.Random) -> bytes:
    """A change after which it is most often still YAML."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    other = chance.choice([index for index, line in enumerate(lines) if beginning(line) == beginning(lines[at])])
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            words = [*re.finditer(rb"[\w']+", data)]
            word, instead = chance.choice(words), chance.choice(words)[0]
            return data[: word.start()] + instead + data[word.end() :]
    return b"\n".join(lines)


def beginning(line: bytes) -> bytes:
    """The spaces and the dash of a line: lines with the same can change places."""
    found = re.match(rb" *(- )?", line)
    return found[0] if found else b""


def in_bytes(data: bytes, chance: random.Random) -> bytes:
    """A change that anything may come out of."""
    at = chance.randrange(len(data) + 1)
    to = min(at + int(chance.expovariate(1 / 30)), len(data))
    match chance.randrange(6):
        case 0:
            return data[:at] + data[to:]
        case 1:
            return data[:to] + data[at:]
        case 2:
            other = chance.randrange(len(data) + 1)
            return data[:other] + data[at:to] + data[other:]
        case 3:
            return data[:at] + chance.choice(PIECES) + data[at:]
        case 4:
            line = data.rfind(b"\n", 0, at) + 1
            return data[:line] + b" " * chance.randrange(1, 9) + data[line:]
        case _:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def look(path: str, content: bytes, rules: tuple[Rule, ...]) -> Looked:
    """What there is to find when that file has this content; files that it includes are as they are."""
    return running.look_at(path, rules, {}, read=lambda name: content if name == path else running.from_disk(name))


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--megabytes", type=float, default=150.0)
    wanted = parser.parse_args()
    files = sorted(FOLDER.rglob("*.yaml"))
    contents = {str(path): path.read_bytes() for path in files}
    rules = select(Settings())
    failed, found, clean = 0, Counter[str](), 0
    longest = (0.0, 0)
    for number in range(wanted.count):
        chance = random.Random(f"{wanted.seed} {number}")
        path = str(chance.choice(files))
        changed = mutant(contents[path], chance)
        start = time.process_time()
        try:
            looked = look(path, changed, rules)
        except Exception as error:  # whatever it is, it is what the campaign looks for
            failed += 1
            print(f"mutant {number} of {path}: {type(error).__name__}: {error}")
            continue
        longest = max(longest, (time.process_time() - start, number))
        names = {finding.name for finding in looked.findings}
        found.update(names)
        clean += not names
        if "internal-error" in names:
            failed += 1
            told = next(finding for finding in looked.findings if finding.name == "internal-error")
            print(f"mutant {number} of {path}: {told.message}")
    print(
        f"{wanted.count:,} mutants: {failed} failed, {clean:,} without a finding, {len(found)} rules spoke; the longest took"
        f" {longest[0]:.2f} s (mutant {longest[1]}), the process {megabytes():.0f} MB"
    )
    print(", ".join(f"{name} {count}" for name, count in found.most_common(12)))
    return int(failed > 0 or longest[0] > wanted.seconds or megabytes() > wanted.megabytes)


if __name__ == "__main__":
    sys.exit(main())
