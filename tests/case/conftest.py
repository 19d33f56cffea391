"""Limits of the operating system as faults of the disk: real ones, nothing of ours is replaced."""

import contextlib
import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

Limited = Callable[[int, int], AbstractContextManager[None]]


@pytest.fixture
def limited() -> Limited:
    """The process under a lower limit of the operating system."""

    @contextlib.contextmanager
    def under(which: int, limit: int) -> Iterator[None]:
        soft, hard = resource.getrlimit(which)
        resource.setrlimit(which, (limit, hard))
        try:
            yield
        finally:
            resource.setrlimit(which, (soft, hard))

    return under
