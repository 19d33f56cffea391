"""How a question is put and what becomes of what somebody says: the same on every screen.

A screen knows how to show lines, take a typed text and let somebody pick from a list; nothing of what it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rootcause.interview.answers import AnswerKey, State
from rootcause.interview.prompt import Back, Defer, Move, Prompt, Quit, Reply, Skip
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw
from rootcause.terminal.commands import Help, escaped, help_line, read_line, read_until
from rootcause.terminal.forms import written
from rootcause.terminal.heading import Kind, Line, heading, in_words
from rootcause.terminal.offers import Further, Offer, below, has_list, offers, removable
from rootcause.terminal.session import terminal_is_gone
from rootcause.terminal.summary import in_few_words

Picked = int | tuple[int, ...]
"""The index of an offer that was picked, or of all those that were marked."""


class Screen(Protocol):
    """Where a question is shown and answered. Raises KeyboardInterrupt or EOFError when somebody leaves."""

    def type_line(self, lines: Sequence[Line], start: str) -> str | Move:
        """One line of text, `start` to begin with; or the move that a key stands for."""
        ...

    def type_paragraph(self, lines: Sequence[Line], start: str) -> str | Move:
        """The same for several lines."""
        ...

    def pick(self, lines: Sequence[Line], offers: Sequence[Offer], *, several: bool) -> Picked | Move:
        """One of the offers, or with `several` all that are marked."""
        ...

    def open_section(self, id: str, title: str) -> None:
        """Say which section the question belongs to, unless that can be seen."""
        ...

    def leave_line(self, key: AnswerKey, label: str, words: str) -> None:
        """Leave a line about a question that was dealt with."""
        ...

    def take_line_back(self, key: AnswerKey) -> None:
        """Take the last line away if it is about that question."""
        ...


class Dialogue:
    """An interviewer on some screen."""

    def __init__(self, screen: Screen, language: str | None = None) -> None:
        self._screen = screen
        self._language = language
        self._opened: dict[str, AnswerKey] = {}
        self._last: tuple[AnswerKey, Raw] | None = None

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question. Whoever interrupts, or whose terminal is gone, quits; everything answered is kept."""
        try:
            return self._ask(prompt, problem)
        except (KeyboardInterrupt, EOFError):
            return Quit()
        except OSError as error:
            if terminal_is_gone(error):
                return Quit()
            raise

    def _ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        section = prompt.section
        self._screen.take_line_back(prompt.key)
        self._screen.open_section(section.id, section.title.in_language(self._language))
        opening = self._opened.setdefault(section.id, prompt.key)
        lines = heading(prompt, problem, self._language, first=prompt.key == opening)
        start = self._start(prompt, problem)
        move = (
            self._by_list(prompt, lines, start) if has_list(prompt.question) else self._by_typing(prompt, lines, start)
        )
        self._last = (prompt.key, move.raw) if isinstance(move, Reply) else None
        words = in_few_words(move, prompt, self._language)
        if words is not None:
            self._screen.leave_line(prompt.key, prompt.label, words)
        return move

    def _start(self, prompt: Prompt, problem: Problem | None) -> Raw:
        """What stands there to begin with: what was just refused, the earlier answer, or the one that is offered."""
        if problem is not None and self._last is not None and self._last[0] == prompt.key:
            return self._last[1]
        answer = prompt.answer
        value = prompt.default if answer is None else answer.value if answer.state is State.ANSWERED else None
        return None if value is None else written(value)

    # ---- typing ----------------------------------------------------------------------------------------------------

    def _by_typing(self, prompt: Prompt, lines: Sequence[Line], start: Raw) -> Move:
        several = prompt.question.type is ResponseType.PARAGRAPH
        said = self._said(lines, start if isinstance(start, str) else "", several=several)
        if not isinstance(said, str):
            return said
        return Skip() if not said.strip() and not prompt.question.required else Reply(said)

    def _say(self, question: str, hint: str, start: str = "", problem: Problem | None = None) -> str | Quit | None:
        """Something that belongs to the answer; None to go back to the list."""
        asked = [Line(Kind.QUESTION, question), Line(Kind.HINT, hint)]
        said = self._said(asked if problem is None else _with(asked, problem), start)
        return said if isinstance(said, str | Quit) else None

    def _said(self, lines: Sequence[Line], start: str, *, several: bool = False) -> str | Move:
        """What was typed, after help was given and mistyped words were mended."""
        ask = self._screen.type_paragraph if several else self._screen.type_line
        shown, text = lines, escaped(start)
        while True:
            typed = ask(shown, text)
            said = read_line(typed) if isinstance(typed, str) else typed
            match said:
                case Help.HELP:
                    shown, text = (*lines, help_line()), escaped(start)
                case Problem():
                    shown, text = _with(lines, said), str(typed)
                case _:
                    return said

    # ---- picking ---------------------------------------------------------------------------------------------------

    def _by_list(self, prompt: Prompt, lines: Sequence[Line], start: Raw) -> Move:
        several = prompt.question.type is ResponseType.CHOICES
        while True:
            offered = offers(prompt, start, self._language)
            picked = self._screen.pick(lines, offered, several=several)
            if isinstance(picked, int):
                move = self._completed(prompt, offered[picked].pick, start)
            elif isinstance(picked, tuple):
                marked = [offered[index].pick for index in picked]
                move = self._all_of(prompt, marked)
                start = [pick.raw for pick in marked if isinstance(pick, Reply)]
            else:
                return picked
            if move is not None:
                return move

    def _completed(self, prompt: Prompt, pick: Move | Further, start: Raw) -> Move | None:
        """The move that a pick stands for, after what it needs was said; None to go back to the list."""
        match pick:
            case Further.OTHER:
                return self._all_of(prompt, [pick], start)
            case Further.DEFER:
                return self._defer()
            case Further.UNDER:
                return self._one_of(prompt, "Where does the cause belong?", below(prompt))
            case Further.REMOVE:
                return self._one_of(prompt, "What is taken away?", removable(prompt))
            case _:
                return pick

    def _all_of(self, prompt: Prompt, marked: Sequence[Move | Further], start: Raw = None) -> Move | None:
        chosen: list[Raw] = [pick.raw for pick in marked if isinstance(pick, Reply)]
        if Further.OTHER in marked:
            before = str(start["other"]) if isinstance(start, dict) else ""
            other = self._say(prompt.text, "What is it?", before)
            if other is None or isinstance(other, Quit):
                return other
            if not other.strip():
                return None
            chosen.append({"other": other})
        return Reply(chosen if prompt.question.type is ResponseType.CHOICES else chosen[0])

    def _one_of(self, prompt: Prompt, question: str, offered: Sequence[Offer]) -> Move | None:
        table = [line for line in heading(prompt, None, self._language, first=False) if line.kind is Kind.ROWS]
        picked = self._screen.pick([*table, Line(Kind.QUESTION, question)], offered, several=False)
        move = offered[picked].pick if isinstance(picked, int) else picked
        return None if isinstance(move, Back | Further | tuple) else move

    def _defer(self) -> Move | None:
        to = self._say("Who can answer it?", "a name or a role")
        if not isinstance(to, str):
            return to
        if not to.strip():
            return None
        problem: Problem | None = None
        text = ""
        while True:
            until = self._say(
                "Until when?", "a day such as 2026-01-31; leave it empty when no day is set", text, problem
            )
            if not isinstance(until, str):
                return until
            by = read_until(until)
            if not isinstance(by, Problem):
                return Defer(to.strip(), by)
            problem, text = by, until


def _with(lines: Sequence[Line], problem: Problem) -> list[Line]:
    return [*(line for line in lines if line.kind is not Kind.PROBLEM), Line(Kind.PROBLEM, in_words(problem))]
