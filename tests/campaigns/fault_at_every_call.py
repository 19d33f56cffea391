"""Let every system call of a save fail, and kill the process at every one of them; count what was lost.

    python tests/campaigns/fault_at_every_call.py

strace attaches to a process that waits to save, and injects one fault into one call of that one save. The naive
saver runs the same faults and must lose its file, or the campaign proves nothing. Needs strace and the right to
trace. Exit code 0: ours lost nothing, the naive one did.
"""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from savers import a_new_case, key_of

from rootcause.case.store import CaseStore
from rootcause.errors import CaseError

CHANGING = "openat,write,fchmod,chmod,fsync,fdatasync,rename,renameat2,unlink,unlinkat,link,ftruncate,close"
FAULTS = ["EIO", "ENOSPC", "EDQUOT", "EROFS", "EACCES", "EMFILE"]
REFUSAL = {"ours": "refused could not save ", "naive": "refused "}
CALL = re.compile(r"^(\w+)\((.*)", re.MULTILINE)


class Saving:
    """A process that saves when told to, with strace attached."""

    def __init__(self, kind: str, root: Path, id: str, inject: str | None, trace: Path) -> None:
        program = Path(__file__).with_name("one_save_at_a_time.py")
        self.process = subprocess.Popen(
            [sys.executable, str(program), kind, str(root), id], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.hear()
        options = ["-e", f"inject={inject}"] if inject else []
        self.strace = subprocess.Popen(
            ["strace", "-p", str(self.process.pid), "-o", str(trace), "-e", f"trace={CHANGING}", *options],
            stderr=subprocess.PIPE,
        )
        assert self.strace.stderr
        if b"attached" not in self.strace.stderr.readline():
            raise SystemExit("strace may not trace here; the campaign proves nothing")

    def hear(self) -> str:
        """The next line of the process, empty once it is dead."""
        assert self.process.stdout
        return self.process.stdout.readline().decode().strip()

    def save(self) -> str:
        """Tell it to save one answer; what it says."""
        assert self.process.stdin
        self.process.stdin.write(b".")
        self.process.stdin.flush()
        return self.hear()

    def detach(self) -> None:
        """Take strace away; the process goes on undisturbed."""
        self.strace.send_signal(signal.SIGINT)
        self.strace.wait()

    def end(self) -> None:
        """Let the process run out, whatever state it is in."""
        assert self.process.stdin
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait()
        self.strace.wait()


@contextlib.contextmanager
def saving(kind: str, inject: str | None = None) -> Iterator[tuple[Saving, Path, str, Path]]:
    """A saving process with a case of its own, which holds one answer already."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "cases"
        id = a_new_case(root)
        trace = Path(name) / "trace"
        with subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("one_save_at_a_time.py")), kind, str(root), id],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        ) as first:
            first.communicate(b".")
        process = Saving(kind, root, id, inject, trace)
        try:
            yield process, root, id, trace
        finally:
            process.end()


def calls_of_a_save(kind: str) -> list[tuple[str, int, str]]:
    """Each changing call of one save: its name, which one of that name it is, and its arguments."""
    with saving(kind) as (process, _, _, trace):
        assert process.save() == "kept"
        process.detach()
        made = [(name, rest) for name, rest in CALL.findall(trace.read_text()) if not rest.startswith("1,")]
    seen: Counter[str] = Counter()
    calls = []
    for name, rest in made:
        seen[name] += 1
        calls.append((name, seen[name], rest))
    return calls


def answers_in(root: Path, id: str) -> set[str] | None:
    """The answers found when the case is opened again; None when it cannot be."""
    try:
        with CaseStore(root).open(id) as opened:
            return set(map(str, opened.case.answers))
    except CaseError:
        return None


def killed(kind: str, call: str, number: int) -> list[str]:
    """What went wrong when the process was killed at that call."""
    with saving(kind, f"{call}:signal=KILL:when={number}") as (process, root, id, _):
        said = process.save()
        process.end()
        found = answers_in(root, id)
        wrong = []
        if said:
            wrong.append(f"was not killed but said {said}")
        if found is None or str(key_of(0)) not in found:
            wrong.append("lost an acknowledged answer")
        if {entry.name for entry in (root / id).iterdir()} - {".lock", "case.json"}:
            wrong.append("left a file behind after the restart")
        return wrong


def failed(kind: str, call: str, number: int, fault: str, *, replaced: bool) -> list[str]:
    """What went wrong when that call failed; `replaced`: the new file stood in its place already."""
    with saving(kind, f"{call}:error={fault}:when={number}") as (process, root, id, _):
        path = root / id / "case.json"
        before = path.read_bytes()
        said = process.save()
        after = path.read_bytes()
        left = {entry.name for entry in (root / id).iterdir()} - {".lock", "case.json"}
        process.detach()
        again = process.save()
        process.end()
        found = answers_in(root, id)
        wrong = []
        if not said.startswith(REFUSAL[kind]):
            wrong.append(f"said {said or 'nothing'}")
        if not replaced and after != before:
            wrong.append("changed the file")
        if left:
            wrong.append("left a file behind")
        if again != "kept":
            wrong.append(f"could not save afterwards: {again}")
        if found is None or not {str(key_of(0)), str(key_of(1))} <= found:
            wrong.append("lost an answer")
        return wrong


def campaign(kind: str) -> int:
    """Run every kill and every fault; the number of those that went wrong, each printed."""
    calls = calls_of_a_save(kind)
    print(f"{kind}: a save makes", ", ".join(name for name, _, _ in calls))
    renames = [index for index, (name, _, _) in enumerate(calls) if name.startswith("rename")]
    runs = wrong_runs = 0
    for index, (name, number, _) in enumerate(calls):
        replaced = bool(renames) and index > renames[0]
        results = {"KILL": killed(kind, name, number)}
        results |= {fault: failed(kind, name, number, fault, replaced=replaced) for fault in FAULTS}
        for fault, wrong in results.items():
            runs += 1
            if wrong:
                wrong_runs += 1
                print(f"  {fault} at {name} {number}: {'; '.join(wrong)}")
    print(f"{kind}: {runs} runs, {wrong_runs} went wrong")
    return wrong_runs


def main() -> int:
    ours, naive = campaign("ours"), campaign("naive")
    return 0 if naive and not ours else 1


if __name__ == "__main__":
    sys.exit(main())
