"""The short name of a follow-up, by which people and other programs refer to it."""

from __future__ import annotations

import base64
import hashlib
from typing import Final

from rootcause.analysis.follow_ups import Kind
from rootcause.interview.answers import AnswerKey

LENGTH: Final = 8
"""40 bits: among ten thousand follow-ups, two share a name once in twenty thousand times; then both are told."""


def item_id(case_id: str, kind: Kind, key: AnswerKey) -> str:
    """Eight letters and digits that stay the same as long as the case keeps its folder, and the follow-up its row."""
    return full_id(case_id, kind, key)[:LENGTH]


def full_id(case_id: str, kind: Kind, key: AnswerKey) -> str:
    """The same, long enough to be the only one in the world."""
    seen = hashlib.blake2b(f"{case_id}\0{kind}\0{key}".encode(errors="surrogatepass"), digest_size=20)
    return base64.b32encode(seen.digest()).decode().lower()
