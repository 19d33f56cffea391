"""What the operating system refuses, in words: what happened, and what to do about it."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from rootcause.errors import CaseError

_ELSEWHERE = "or keep cases elsewhere with --cases FOLDER"

_FAULTS = {
    errno.ENOSPC: ("the disk is full", "free some space, then try again"),
    errno.EFBIG: ("the file would be larger than is allowed here", "raise the limit on file sizes (ulimit -f)"),
    errno.EROFS: ("the disk is read only", f"make it writable, {_ELSEWHERE}"),
    errno.EACCES: ("there is no permission", f"change the owner or the permissions, {_ELSEWHERE}"),
    errno.EPERM: ("it is not permitted", f"change the owner or the permissions, {_ELSEWHERE}"),
    errno.EMFILE: ("too many files are open", "close other programs or raise the limit (ulimit -n)"),
    errno.ENFILE: ("too many files are open on this machine", "close other programs, then try again"),
    errno.EIO: ("the disk reported a fault", "copy the cases to another disk and work there"),
    errno.ENOENT: ("it is not there", "check whether its folder was moved or deleted"),
    errno.ENOTDIR: ("a part of its path is a file, not a folder", "check the path"),
    errno.EISDIR: ("it is a folder, not a file", "check the path"),
    errno.EEXIST: ("something else has its name", "check the path"),
    errno.ENAMETOOLONG: ("its name is too long", "use a shorter one"),
    errno.ELOOP: ("its symbolic links lead nowhere", "check the path"),
}
if hasattr(errno, "EDQUOT"):  # Windows knows no quota by that name
    _FAULTS[errno.EDQUOT] = ("your quota on this disk is used up", "free some space, then try again")


def describe(error: OSError) -> tuple[str, str]:
    """What happened, and what to do about it."""
    known = _FAULTS.get(error.errno or 0)
    return known or (error.strerror or str(error), f"check the disk and the permissions, {_ELSEWHERE}")


@contextlib.contextmanager
def in_words(attempt: str) -> Iterator[None]:
    """Turn what the operating system refuses into a CaseError that begins with what was attempted."""
    try:
        yield
    except OSError as error:
        what, cure = describe(error)
        raise CaseError(f"{attempt}: {what}", hint=cure) from error
