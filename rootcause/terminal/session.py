"""What can end a question from outside: signals, and a terminal that goes away."""

from __future__ import annotations

import errno
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prompt_toolkit import Application

# SIGHUP comes when the window is closed; Windows has none.
_ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_GONE = frozenset((errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO, errno.ENOTTY))


def terminal_is_gone(error: OSError) -> bool:
    """Whether an error of reading or writing means that nobody is there any more."""
    return error.errno in _GONE


@contextmanager
def ended_like_ctrl_c(application: Application[Any]) -> Iterator[None]:
    """While it lasts, SIGTERM and SIGHUP press Ctrl-C in the application, which then puts the terminal back."""

    def listen() -> None:
        import asyncio

        loop = asyncio.get_running_loop()
        for number in _ENDINGS:
            loop.add_signal_handler(number, application.key_processor.send_sigint)

    with _put_back() as is_main:
        if is_main:
            application.pre_run_callables.append(listen)
        yield


@contextmanager
def raising_keyboard_interrupt() -> Iterator[None]:
    """While it lasts, SIGTERM and SIGHUP raise KeyboardInterrupt."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _put_back() as is_main:
        for number in _ENDINGS if is_main else ():
            signal.signal(number, interrupt)
        yield


@contextmanager
def _put_back() -> Iterator[bool]:
    """Restores the handlers; whether this is the main thread, the only one that may set any."""
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield False
        return
    before = {number: signal.getsignal(number) for number in _ENDINGS}
    try:
        yield True
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
