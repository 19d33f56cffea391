"""What can end a question from outside: signals, and a terminal that goes away."""

from __future__ import annotations

import errno
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from prompt_toolkit import Application

# SIGHUP comes when the window is closed; Windows has none.
_ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_GONE = frozenset((errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO, errno.ENOTTY))


def terminal_is_gone(error: OSError) -> bool:
    """Whether an error of reading or writing means that nobody is there any more."""
    return error.errno in _GONE


class _Wish:
    """The wish to leave, as a handler of signals: acted on where a question can be left, else kept until then."""

    def __init__(self) -> None:
        self.came = False
        self._act: Callable[[], None] | None = None

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.comes()

    def comes(self) -> None:
        """Act on it, or keep it."""
        self.came = True
        if self._act is not None:
            self._act()

    @contextmanager
    def acted_on(self, act: Callable[[], None]) -> Iterator[None]:
        """While it lasts, a wish acts, also one that came before."""
        before, self._act = self._act, act
        try:
            if self.came:
                act()
            yield
        finally:
            self._act = before


@contextmanager
def wishes_to_leave_are_kept() -> Iterator[_Wish]:
    """While it lasts, Ctrl-C, SIGTERM and SIGHUP between two questions leave at the next; what is under way is done."""
    import threading

    there = signal.getsignal(signal.SIGTERM)
    if isinstance(there, _Wish):
        yield there
        return
    wish = _Wish()
    if threading.current_thread() is not threading.main_thread():  # no other may set handlers
        yield wish
        return
    before = {number: signal.signal(number, wish) for number in _ENDINGS}
    try:
        yield wish
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


@contextmanager
def ended_like_ctrl_c(application: Application[Any]) -> Iterator[None]:
    """While it lasts, a wish to leave presses Ctrl-C in the application, which then puts the terminal back.

    So does a terminal that is gone while something is drawn; prompt_toolkit would try to tell of that on the terminal.
    """
    from asyncio import AbstractEventLoop, get_running_loop
    from contextlib import ExitStack

    with wishes_to_leave_are_kept() as wish, ExitStack() as until_then:

        def press() -> None:
            if application.future is not None:  # else it has come to its end by itself, and the wish is kept
                application.key_processor.send_sigint()

        def listen() -> None:
            # A handler of the loop would be gone, and the signal deadly, from the end of the loop to the end of this.
            loop = get_running_loop()
            until_then.enter_context(wish.acted_on(lambda: _soon(loop, press)))
            tell = loop.get_exception_handler() or AbstractEventLoop.default_exception_handler

            def leave_or_tell(loop: AbstractEventLoop, context: dict[str, Any]) -> None:
                error = context.get("exception")
                if isinstance(error, OSError) and terminal_is_gone(error):
                    wish.comes()
                else:
                    tell(loop, context)

            loop.set_exception_handler(leave_or_tell)

        application.pre_run_callables.append(listen)
        yield


@contextmanager
def raising_keyboard_interrupt() -> Iterator[None]:
    """While it lasts, a wish to leave raises KeyboardInterrupt."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    with wishes_to_leave_are_kept() as wish, wish.acted_on(interrupt):
        yield


def _soon(loop: AbstractEventLoop, act: Callable[[], None]) -> None:
    """Have it done in the loop, unless that has ended."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(act)
