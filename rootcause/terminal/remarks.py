"""What is said about an answer: a note, what shows it, how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec.structs import replace

from rootcause.interview.answers import Sure
from rootcause.interview.prompt import Annotate, Back, Move, Prompt, Quit
from rootcause.terminal.commands import About, Aside
from rootcause.terminal.offers import Offer

Say = Callable[[str, str, str], str | Quit | None]
"""Asks for a text: the question, a hint, what stands there to begin with; None when nothing is said."""

_MEANINGS = {
    Sure.FACT: "there is something that shows it",
    Sure.REPORTED: "somebody told us",
    Sure.ASSUMPTION: "we think so",
}


class PickOne(Protocol):
    """Lets somebody pick; None to go back."""

    def __call__(self, question: str, offered: Sequence[Offer]) -> Move | None:
        """The move behind the offer that was picked."""
        ...


def annotated(prompt: Prompt, said: Aside | About, say: Say, pick: PickOne) -> Move | None:
    """The remark as it is after that; what a word lacks is asked for. None when nothing was said."""
    remark = prompt.remark
    match said:
        case About(Aside.NOTE, text):
            return Annotate(replace(remark, note=f"{remark.note}\n{text}" if remark.note else text))
        case About(Aside.EVIDENCE, text):
            return Annotate(replace(remark, evidence=(*remark.evidence, text)))
        case About(_, text):
            return Annotate(replace(remark, sure=Sure(text)))
        case Aside.NOTE:
            note = say("What is to be noted about it?", f"about: {prompt.label}", remark.note or "")
            return Annotate(replace(remark, note=note.strip() or None)) if isinstance(note, str) else note
        case Aside.EVIDENCE:
            shows = say("What shows it?", "a file, a link, a ticket; a semicolon between several", _joined(prompt))
            return Annotate(replace(remark, evidence=_parts(shows))) if isinstance(shows, str) else shows
        case Aside.SURE:
            offers = [
                Offer(sure.capitalize(), Annotate(replace(remark, sure=sure)), hint, chosen=sure is remark.sure)
                for sure, hint in _MEANINGS.items()
            ]
            return pick("How sure is it?", [*offers, Offer("Back", Back(), aside=True)])
        case _:
            return None


def _joined(prompt: Prompt) -> str:
    return "; ".join(prompt.remark.evidence)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
