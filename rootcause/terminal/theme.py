"""Signs and colours. Every sign has a plain double for screens without Unicode; colour alone never says anything."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

_GREY = "#7a7a7a"  # about as far from black as from white, so it can be read on both

STYLE: Mapping[str, str] = {
    "section": "bold",
    "intro": "",
    "progress": _GREY,
    "context": _GREY,
    "refers": _GREY,
    "question": "bold",
    "hint": _GREY,
    "form": _GREY,
    "end": _GREY,
    "rows": "",
    "remark": _GREY,
    "standing": "",
    "help": "",
    "problem": "ansired bold",
    "keys": _GREY,
    "row": "",
    "prompt": "ansicyan bold",
    "pointer": "ansicyan bold",
    "pointed": "bold",
    "aside": _GREY,
    "above": "bold",
    "done": "ansigreen",
    "label": _GREY,
    "answer": "",
    "doubt": _GREY,
}


class Signs(Struct, frozen=True):
    """The signs in front of things."""

    done: str = "✓"
    open: str = "○"
    pointer: str = "»"
    rule: str = "─"
    prompt: str = ">"
    between: str = " · "
    is_unicode: bool = True


PLAIN_SIGNS = Signs(done="*", open="-", pointer=">", rule="-", between=", ", is_unicode=False)


def signs(encoding: str | None) -> Signs:
    """The signs that an output with that encoding can show."""
    full = Signs()
    try:
        (full.done + full.open + full.pointer + full.rule + full.prompt + full.between).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return PLAIN_SIGNS
    return full


def colours(environ: Mapping[str, str], *, tty: bool) -> bool:
    """Whether to use colours: NO_COLOR says no, FORCE_COLOR and CLICOLOR_FORCE say yes, else a terminal decides."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return tty and environ.get("TERM") != "dumb" and environ.get("CLICOLOR") != "0"
