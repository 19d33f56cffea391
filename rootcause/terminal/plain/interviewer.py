"""Asks with lines alone: nothing is redrawn or coloured, so a screen reader and any terminal can follow."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from string import ascii_lowercase

from msgspec.structs import replace

from rootcause.interview.answers import AnswerKey
from rootcause.interview.doubt import Doubt
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import Move, Prompt, Skip
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.visible import visible
from rootcause.terminal.commands import Aside, escaped, help_line, is_word, read_line
from rootcause.terminal.dialogue import Dialogue
from rootcause.terminal.doubts import after_answer
from rootcause.terminal.drafts import Drafts
from rootcause.terminal.folding import fold, one_line, shown
from rootcause.terminal.heading import Kind, Line, in_words
from rootcause.terminal.offers import Offer
from rootcause.terminal.screen import Instead, Picked, Typing
from rootcause.terminal.session import raising_keyboard_interrupt, wishes_to_leave_are_kept
from rootcause.terminal.theme import PLAIN_SIGNS, Signs
from rootcause.terminal.welcome import Doing, FromFile, Opening
from rootcause.terminal.writing import Edit, no_editor

Read = Callable[[str], str]
Write = Callable[[str], None]

_COLUMNS = 78
_END = "."
_ANEW = ".."
_HOW_TO_MARK = "Type numbers with commas between them."
_HOW_TO_PICK = "Type a number."
_HOW_TO_GO = "Type a number, or a letter."
_HOW = "Several lines are fine. A line with nothing but a dot ends them."
_HOW_KEPT = "Several lines are fine. A line with nothing but a dot ends them or keeps it."
_HOW_BEGUN = "What you type is added to it. A line with nothing but a dot ends it, one with two dots begins anew."
_SAID_BEFORE = {Kind.HINT: "Hint: ", Kind.FORM: "Form: ", Kind.PROBLEM: "Problem: "}


class PlainInterviewer:
    """`read` shows a prompt and returns what was typed, several lines when they came at once; `write` writes a line."""

    def __init__(
        self,
        read: Read,
        write: Write,
        *,
        language: str | None = None,
        drafts: Drafts | None = None,
        edit: Edit = no_editor,
        columns: Callable[[], int] = lambda: _COLUMNS,
    ) -> None:
        self._dialogue = Dialogue(_PlainScreen(read, write, columns), language, drafts=drafts, edit=edit)
        self._write = write

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question. Ctrl-C, Ctrl-D, SIGTERM, SIGHUP and a terminal that is gone quit."""
        with wishes_to_leave_are_kept():
            return self._dialogue.ask(prompt, problem)

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        """Say how a date, a duration or an amount was understood; anything else stands there as it was typed."""
        with wishes_to_leave_are_kept():
            self._dialogue.taken(prompt, move, words)
            if words is not None and prompt.preview is not None:
                self._write(f"Understood: {shown(words)}")

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        """Show where the interview stands, and ask where to go."""
        with wishes_to_leave_are_kept():
            return self._dialogue.review(overview, problem)

    def ask_back(self, about: AnswerKey, doubts: Sequence[Doubt], *, is_before: bool) -> None:
        """Say what the answer makes a reader ask."""
        with wishes_to_leave_are_kept():
            self._dialogue.ask_back(about, doubts, is_before=is_before)

    def welcome(self, opening: Opening) -> Doing | FromFile:
        """Say what is ahead, and ask what to do."""
        with wishes_to_leave_are_kept():
            return self._dialogue.welcome(opening)


class _PlainScreen:
    def __init__(self, read: Read, write: Write, columns: Callable[[], int]) -> None:
        self.columns = columns
        self._ask = read
        self._write = write
        self._section: str | None = None

    @property
    def signs(self) -> Signs:
        return PLAIN_SIGNS

    def show(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._write(visible(line))

    def name_file(self, question: str) -> str:
        self._write(question)
        return one_line(self._read())

    def type_line(self, lines: Sequence[Line], start: str, typing: Typing) -> str | Instead:
        kept = self._show_what_is_kept(lines, start)
        if kept:
            self._write(f"So far: {shown(kept)}")
            self._write("Enter keeps it.")
        return one_line(self._read()) or kept

    def type_paragraph(self, lines: Sequence[Line], start: str, typing: Typing) -> str | Instead:
        kept = self._show_what_is_kept(lines, start, begun=typing.begun)
        if kept:
            self._write(("You had begun: " if typing.begun else "So far: ") + visible(kept, keep="\n"))
        typed = kept.split("\n") if kept and typing.begun else []
        self._write(_HOW_BEGUN if typed else _HOW_KEPT if kept else _HOW)
        while True:
            *pasted, last = self._read().split("\n")
            typed += [escaped(f"\n{line}")[1:] for line in pasted]  # none of them was meant as a word
            if last.strip() == _END:
                return "\n".join(typed) or kept
            if last.strip() == _ANEW and typing.begun and not pasted:
                typed, kept = [], ""
            elif is_word(last) and not pasted:
                return "\n".join([*typed, last])
            else:
                typed.append(last)
            typing.keep("\n".join(typed))
            if len(typed) == 1 and not isinstance(read_line(typed[0]), str):
                return typed[0]

    def pick(self, lines: Sequence[Line], offers: Sequence[Offer], *, several: bool) -> Picked | Instead:
        self._show(lines)
        if _says_a_problem(lines):
            offers = [replace(offer, chosen=False) for offer in offers]
        for name, offer in zip(_names(offers), offers, strict=True):
            if offer.above:
                self._write(shown(offer.above))
            chosen = " (so far)" if offer.chosen else ""
            hint = f", {shown(offer.hint)}" if offer.hint else ""
            self._write(f"{name}. {shown(offer.label)}{hint}{chosen}")
        self._write(_HOW_TO_MARK if several else _HOW_TO_GO if any(offer.number for offer in offers) else _HOW_TO_PICK)
        while True:
            typed = one_line(self._read())
            said = read_line(typed)
            if said is Aside.HELP:
                self._show([help_line()])
            elif isinstance(said, Problem):
                self._show_problem(said)
            elif not isinstance(said, str):
                return said
            else:
                picked = _found(said.strip(), offers, several=several)
                if not isinstance(picked, Problem):
                    return picked
                self._show_problem(picked)

    def open_section(self, id: str, title: str) -> None:
        if self._section is None:
            self._write("Type :help at any question to see what else you can say.")
        if id != self._section:
            self._write(f"\nSection: {shown(title)}")
        self._section = id

    def leave_line(self, key: AnswerKey, label: str, words: str, *, answered: bool) -> None:
        """Leave nothing: what was typed stays where it is."""

    def leave_doubt(self, about: AnswerKey, doubts: Sequence[Doubt], *, is_before: bool) -> None:
        said = after_answer(about, doubts, ":back" if is_before else None)
        self._write("\n".join(line for text in said for line in fold(text, self.columns())))

    def take_line_back(self, key: AnswerKey) -> None:
        """Take nothing away: what a screen reader has read cannot be unsaid."""

    def _show_what_is_kept(self, lines: Sequence[Line], start: str, *, begun: bool = False) -> str:
        """Show the lines; the text that an empty answer keeps, of which more is said than that it is there."""
        kept = "" if _says_a_problem(lines) and not begun else start
        is_told = bool(kept) and not begun
        self._show([line for line in lines if not (is_told and line.kind is Kind.STANDING)])
        return kept

    def _show(self, lines: Sequence[Line]) -> None:
        self._write("")
        for line in lines:
            if line.table is not None:
                self._write("\n".join(line.table(self.columns())))
                continue
            said = _SAID_BEFORE.get(line.kind, "") + line.text
            self._write("\n".join(piece for part in said.split("\n") for piece in fold(part, self.columns())))

    def _show_problem(self, problem: Problem) -> None:
        self._show([Line(Kind.PROBLEM, in_words(problem))])

    def _read(self) -> str:
        try:
            with raising_keyboard_interrupt():
                return self._ask("> ")
        except (KeyboardInterrupt, EOFError):
            with contextlib.suppress(OSError):
                self._write("")  # the cursor stands behind what was typed
            raise


def _says_a_problem(lines: Sequence[Line]) -> bool:
    """Whether what is there cannot be kept: it was refused."""
    return any(line.kind is Kind.PROBLEM for line in lines)


def _found(typed: str, offers: Sequence[Offer], *, several: bool) -> Picked | Problem:
    if not typed:
        return _kept(offers, several=several)
    one = _index(typed, offers)
    words = [typed] if one is not None or not several else [word.strip() for word in typed.split(",") if word.strip()]
    found: list[int] = []
    for word in words:
        index = _index(word, offers)
        if index is None:
            return Problem(f'"{shown(word)[:60]}" is not in the list', _which(offers))
        found.append(index)
    asides = [index for index in found if offers[index].aside]
    if asides and len(found) > 1:
        return Problem(f'"{shown(offers[asides[0]].label)}" goes with nothing else', "type its number alone")
    return tuple(found) if several and not asides else found[0]


def _kept(offers: Sequence[Offer], *, several: bool) -> Picked | Problem:
    chosen = [index for index, offer in enumerate(offers) if offer.chosen]
    if chosen:
        return tuple(chosen) if several else chosen[0]
    skips = [index for index, offer in enumerate(offers) if isinstance(offer.pick, Skip)]
    return skips[0] if skips else Problem("nothing was typed", _which(offers))


def _names(offers: Sequence[Offer]) -> list[str]:
    """What each is picked by: its number; beside those that have one of their own, the others have letters."""
    if not any(offer.number for offer in offers):
        return [str(number) for number in range(1, len(offers) + 1)]
    letters = iter(ascii_lowercase)
    return [next(letters) if offer.number is None else str(offer.number) for offer in offers]


def _which(offers: Sequence[Offer]) -> str:
    names = _names(offers)
    return f"type a number from 1 to {names[-1]}" + ("" if names[0] == "1" else f", or a letter from {names[0]}")


def _index(typed: str, offers: Sequence[Offer]) -> int | None:
    """By number or letter, or by the label or its beginning when only one begins so."""
    word = typed.casefold()
    names = _names(offers)
    if word in names:
        return names.index(word)
    labels = [shown(offer.label).casefold() for offer in offers]
    if word in labels:
        return labels.index(word)
    like = [index for index, label in enumerate(labels) if label.startswith(word)]
    return like[0] if len(like) == 1 else None
