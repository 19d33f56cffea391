"""Pull the plug at a random moment of a session, again and again; count what was lost.

    python tests/campaigns/power_loss.py --rounds 100 --seed 1

Cases lie on an ext4 in a file. The answering process is stopped, the file is copied as the disk holds it at that
moment, and the copy is mounted, which is what a machine does after a power cut. The same rounds run without fsync and
without fsync of the folder, and must lose answers, or the campaign proves nothing. Needs Linux, root, mkfs.ext4 and a
loop device. Exit code 0: ours lost nothing, the others did.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from savers import a_new_case, a_saver, key_of, with_answer

from rootcause.case.store import CaseStore
from rootcause.errors import CaseError

SIZE = 16 * 1024 * 1024
LONGEST = 0.3
real_fsync = os.fsync


def no_fsync(_: int) -> None:
    """As if nobody had thought of power cuts."""


def fsync_of_files_only(descriptor: int) -> None:
    """As if the folder needed none."""
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        real_fsync(descriptor)


SAVERS: dict[str, Callable[[int], None]] = {
    "ours": real_fsync,
    "without fsync of the folder": fsync_of_files_only,
    "without fsync": no_fsync,
}


@contextlib.contextmanager
def mounted(image: Path, folder: Path) -> Iterator[Path]:
    """The file system in the image, mounted at a folder."""
    folder.mkdir()
    subprocess.run(["mount", "-o", "loop", str(image), str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def answer_until_killed(root: Path, id: str, report: int) -> None:
    """Answer without end; write a byte to `report` for each save that has returned."""
    case, save = a_saver("ours", root, id)
    number = 0
    while True:
        case = with_answer(case, number)
        save(case)
        os.write(report, b".")
        number += 1


def one_round(place: Path, fsync: Callable[[int], None], delay: float) -> tuple[int, int]:
    """How many answers were acknowledged when the plug was pulled, and how many of them are lost."""
    image, copy = place / "disk", place / "disk after the cut"
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    reading, writing = os.pipe()
    with mounted(image, place / "before") as disk:
        id = a_new_case(disk / "cases")
        process = os.fork()
        if process == 0:
            os.fsync = fsync
            try:
                answer_until_killed(disk / "cases", id, writing)
            finally:
                os._exit(1)
        time.sleep(delay)
        os.kill(process, signal.SIGSTOP)
        os.waitpid(process, os.WUNTRACED)
        shutil.copyfile(image, copy)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(writing)
        with os.fdopen(reading, "rb") as report:
            acknowledged = len(report.read())
    with mounted(copy, place / "after") as disk:
        try:
            with CaseStore(disk / "cases").open(id) as opened:
                return acknowledged, sum(key_of(number) not in opened.case.answers for number in range(acknowledged))
        except CaseError:
            return acknowledged, acknowledged


def campaign(name: str, count: int, chance: random.Random) -> int:
    """Pull the plug that many times with answers acknowledged; the number of rounds that lost some, printed."""
    done = losing = total = lost_in_all = 0
    while done < count:
        with tempfile.TemporaryDirectory() as place:
            acknowledged, lost = one_round(Path(place), SAVERS[name], chance.uniform(0.02, LONGEST))
        if acknowledged:  # without one there was nothing to lose
            done += 1
            total += acknowledged
            losing += lost > 0
            lost_in_all += lost
    print(f"{name}: rounds {done}, acknowledged {total}, lost {lost_in_all} in {losing} rounds", flush=True)
    return losing


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    losing = {name: campaign(name, arguments.rounds, random.Random(arguments.seed)) for name in SAVERS}
    return 0 if not losing["ours"] and losing["without fsync"] and losing["without fsync of the folder"] else 1


if __name__ == "__main__":
    sys.exit(main())
