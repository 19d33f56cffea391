"""What a case that travels as one file says of itself: whose it is, and every file in it with its digest."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rootcause.errors import CaseError

FORMAT: Final = 1
_DIGEST: Final = "[0-9a-f]{64}"


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class FileEntry(_Part):
    """One file: its name within the archive, with slashes, its size in bytes and its SHA-256."""

    name: str
    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=_DIGEST)]


class Asked(_Part):
    """The questionnaire that was answered. `file` is where it lies in the archive, None for one found by its name."""

    id: str
    version: str
    digest: str
    file: str | None = None


class Manifest(_Part):
    """The first file of an archive. `digest` is one over everything else in it."""

    rootcause_archive: Literal[1]
    made_by: str
    case: str
    title: str
    questionnaire: Asked
    files: list[FileEntry]
    digest: str

    @property
    def size(self) -> int:
        """Of all files together, in bytes."""
        return sum(one.size for one in self.files)


def manifest(made_by: str, case: str, title: str, asked: Asked, files: Iterable[FileEntry]) -> Manifest:
    """A manifest with its digest."""
    made = Manifest(
        rootcause_archive=FORMAT,
        made_by=made_by,
        case=case,
        title=title,
        questionnaire=asked,
        files=list(files),
        digest="",
    )
    return made.model_copy(update={"digest": _digest(made)})


def to_json(made: Manifest) -> bytes:
    """The text of the manifest."""
    return (json.dumps(made.model_dump(), ensure_ascii=False, indent=2) + "\n").encode()


def from_json(data: bytes, where: str) -> Manifest:
    """The manifest in these bytes. Raises CaseError for one that is wrong, newer, or was changed."""
    hint = "have the case exported again"
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CaseError(f"{where}: the manifest is no JSON: {error}", hint=hint) from error
    version = plain.get("rootcause_archive") if isinstance(plain, dict) else None
    if type(version) is int and version > FORMAT:
        raise CaseError(
            f"{where}: made by a newer rootcause (format {version}); this one reads up to format {FORMAT}",
            hint="update rootcause, then try again",
        )
    try:
        found = Manifest.model_validate(plain)
    except ValidationError as error:
        from rootcause.case.complaints import first_complaint

        raise CaseError(f"{where}: the manifest is wrong: {first_complaint(error)}", hint=hint) from error
    if re.fullmatch(_DIGEST, found.digest) is None or found.digest != _digest(found):
        raise CaseError(f"{where}: the digest of the manifest is another one; it was changed on the way", hint=hint)
    return found


def _digest(made: Manifest) -> str:
    plain = made.model_dump(exclude={"digest"})
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
