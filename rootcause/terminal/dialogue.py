"""How a question is put and what becomes of what somebody says: the same on every screen.

A screen knows how to show lines, take a typed text and let somebody pick from a list; nothing of what it is about.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from rootcause.interview.answers import AnswerKey, State
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import Back, Defer, Move, Prompt, Quit, Reorder, Reply, Skip
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw
from rootcause.terminal.commands import (
    About,
    Aside,
    dated,
    escaped,
    help_line,
    read_line,
    read_until,
    split_word,
    unescaped,
)
from rootcause.terminal.drafts import Drafts, NoDrafts
from rootcause.terminal.editing import WantsEditor
from rootcause.terminal.forms import written
from rootcause.terminal.heading import Kind, Line, heading, in_words, with_problem
from rootcause.terminal.looking import look_over
from rootcause.terminal.offers import Further, Offer, below, changeable, has_list, movable, offers, places, removable
from rootcause.terminal.remarks import annotated
from rootcause.terminal.screen import Instead, Screen, Typing
from rootcause.terminal.session import terminal_is_gone
from rootcause.terminal.summary import in_few_words
from rootcause.terminal.welcome import Doing, FromFile, Opening, receive
from rootcause.terminal.writing import Edit, no_editor, notes_for, read_edited, to_edit

_GATES: dict[Further, tuple[str, Callable[[Prompt], Sequence[Offer]]]] = {
    Further.UNDER: ("Where does the cause belong?", below),
    Further.CHANGE: ("Which answer is changed?", changeable),
    Further.REORDER: ("Which one is put at another place?", movable),
    Further.REMOVE: ("What is taken away?", removable),
}

_Result = TypeVar("_Result")


class Dialogue:
    """An interviewer on some screen. `drafts` keep what is typed, `edit` opens an editor on a text."""

    def __init__(
        self,
        screen: Screen,
        language: str | None = None,
        *,
        drafts: Drafts | None = None,
        edit: Edit = no_editor,
    ) -> None:
        self._screen = screen
        self._language = language
        self._drafts: Drafts = NoDrafts() if drafts is None else drafts
        self._edit = edit
        self._opened: dict[str, AnswerKey] = {}
        self._last: tuple[AnswerKey, Raw] | None = None

    # ---- what an interviewer does ----------------------------------------------------------------------------------

    def ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        """Put the question. Whoever interrupts, or whose terminal is gone, quits; everything answered is kept."""
        return self._unless_left(lambda: self._ask(prompt, problem)) or Quit()

    def taken(self, prompt: Prompt, move: Move, words: str | None) -> None:
        """Leave a line about it."""
        if isinstance(move, Reply):
            self._drafts.drop(prompt.key)
        said = in_few_words(prompt, move, words)
        if said is not None:
            self._unless_left(lambda: self._screen.leave_line(prompt.key, prompt.label, said))

    def review(self, overview: Overview, problem: Problem | None) -> Move:
        """Show where the interview stands, and ask where to go."""
        return self._unless_left(lambda: look_over(self._screen, overview, problem)) or Quit()

    def welcome(self, opening: Opening) -> Doing | FromFile:
        """Say what is ahead, and ask what to do."""
        return self._unless_left(lambda: receive(self._screen, opening)) or Doing.LEAVE

    def _unless_left(self, do: Callable[[], _Result]) -> _Result | None:
        """What it returns; None when somebody interrupted, or the terminal is gone."""
        try:
            return do()
        except (KeyboardInterrupt, EOFError) as left:
            with contextlib.suppress(OSError):
                self._screen.show([str(said) for said in left.args])  # an editor tells where its text is kept
            return None
        except OSError as error:
            if terminal_is_gone(error):
                return None
            raise

    # ---- a question ------------------------------------------------------------------------------------------------

    def _ask(self, prompt: Prompt, problem: Problem | None) -> Move:
        section = prompt.section
        self._screen.take_line_back(prompt.key)
        self._screen.open_section(section.id, section.title.in_language(self._language))
        opening = self._opened.setdefault(section.id, prompt.key)
        draft = None if problem is not None or has_list(prompt.question) else self._drafts.kept(prompt.key)
        lines = heading(
            prompt,
            problem,
            self._language,
            first=prompt.key == opening,
            drafted=draft is not None,
            unicode=self._screen.signs.is_unicode,
        )
        start = self._start(prompt, problem) if draft is None else draft
        ask = self._by_list if has_list(prompt.question) else self._by_typing
        move = ask(prompt, lines, start)
        self._last = (prompt.key, move.raw) if isinstance(move, Reply) else None
        return move

    def _start(self, prompt: Prompt, problem: Problem | None) -> Raw:
        """What stands there to begin with: what was just refused, the earlier answer, or the one that is offered."""
        if problem is not None and self._last is not None and self._last[0] == prompt.key:
            return self._last[1]
        answer = prompt.answer
        value = prompt.default if answer is None else answer.value if answer.state is State.ANSWERED else None
        return None if value is None else written(value)

    def _by_typing(self, prompt: Prompt, lines: Sequence[Line], start: Raw) -> Move:
        several = prompt.question.type is ResponseType.PARAGRAPH
        text = start if isinstance(start, str) else ""
        begun = any(line.kind is Kind.STANDING for line in lines) and prompt.answer is None
        while True:
            typing = Typing(lambda typed: self._drafts.keep(prompt.key, typed), prompt.preview, begun=begun)
            said, text = self._said(lines, text, typing, several=several)
            if isinstance(said, str):
                return Skip() if not said.strip() and not prompt.question.required else Reply(said)
            if text.strip():
                self._drafts.keep(prompt.key, text)
            begun = True
            move = self._turned(prompt, said, text)
            if isinstance(move, Problem):
                lines = with_problem(lines, move)
            elif move is not None:
                return move

    def _turned(self, prompt: Prompt, said: Instead, start: Raw) -> Move | Problem | None:
        """The move that a word comes down to, after what it needs was said; None to put the question again."""
        match said:
            case Aside.EDIT | WantsEditor():
                return self._edited(prompt, start)
            case Defer():
                return dated(said, prompt.today)
            case Aside() | About():
                return annotated(prompt, said, self._say, self._pick_one)
            case _:
                return said

    def _edited(self, prompt: Prompt, start: Raw) -> Move | Problem | None:
        """What was written in the editor. It opens again on what cannot be read, until nothing is changed in it."""
        text = self._drafts.kept(prompt.key) or to_edit(prompt, start)
        notes = notes_for(prompt, self._language)
        complaint: list[str] = []
        while True:
            edited = self._edit(text, [*complaint, *notes])
            if isinstance(edited, Problem):
                return edited
            move = read_edited(prompt, edited)
            if edited.strip():
                self._drafts.keep(prompt.key, edited)  # until it is taken
            if not isinstance(move, Problem) or edited == text:
                return move
            text, complaint = edited, [in_words(move), ""]

    def _say(self, question: str, hint: str, start: str = "", problem: Problem | None = None) -> str | Quit | None:
        """Something that belongs to the answer; None to go back to the list."""
        asked = [Line(Kind.QUESTION, question), Line(Kind.HINT, hint)]
        said, _ = self._said(asked if problem is None else with_problem(asked, problem), start, Typing())
        return said if isinstance(said, str | Quit) else None

    def _said(
        self, lines: Sequence[Line], start: str, typing: Typing, *, several: bool = False
    ) -> tuple[str | Instead, str]:
        """What was said, after help was given and mistyped words were mended; and the text typed before a word."""
        shown, text = lines, escaped(start)
        while True:
            typed = (self._screen.type_paragraph if several else self._screen.type_line)(shown, text, typing)
            if isinstance(typed, WantsEditor):
                return typed, typed.text
            if not isinstance(typed, str):
                return typed, ""
            before, word = split_word(typed) if several else (typed, "")
            said = read_line(word or before)
            if word:
                typing = replace(typing, begun=True)
            match said:
                case Aside.HELP:
                    shown, text = (*lines, help_line()), before if word else escaped(start)
                case Problem():
                    shown, text = with_problem(lines, said), before if word else typed
                case str():
                    text = unescaped(said) if several else said
                    return text, text
                case _:
                    return said, before if word else ""

    # ---- picking ---------------------------------------------------------------------------------------------------

    def _by_list(self, prompt: Prompt, lines: Sequence[Line], start: Raw) -> Move:
        several = prompt.question.type is ResponseType.CHOICES
        while True:
            offered = offers(prompt, start, self._language)
            picked = self._screen.pick(lines, offered, several=several)
            move: Move | Problem | None
            if isinstance(picked, int):
                move = self._completed(prompt, offered[picked].pick, start)
            elif isinstance(picked, tuple):
                marked = [offered[index].pick for index in picked]
                move = self._all_of(prompt, marked)
                start = [pick.raw for pick in marked if isinstance(pick, Reply)]
            else:
                move = self._turned(prompt, picked, start)
            if isinstance(move, Problem):
                lines = with_problem(lines, move)
            elif move is not None:
                return move

    def _completed(self, prompt: Prompt, pick: Move | Further | None, start: Raw) -> Move | None:
        """The move that a pick stands for, after what it needs was said; None to go back to the list."""
        match pick:
            case Further.OTHER:
                return self._all_of(prompt, [pick], start)
            case Further.DEFER:
                return self._defer(prompt)
            case Further():
                question, offered = _GATES[pick]
                move = self._pick_one(question, offered(prompt))
                if isinstance(move, Reorder):
                    move = self._pick_one("Where does it go?", places(prompt, move.instance))
                return move
            case _:
                return pick

    def _all_of(self, prompt: Prompt, marked: Sequence[Move | Further | None], start: Raw = None) -> Move | None:
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

    def _pick_one(self, question: str, offered: Sequence[Offer]) -> Move | None:
        """The move behind the offer that is picked; None to go back."""
        picked = self._screen.pick([Line(Kind.QUESTION, question)], offered, several=False)
        move = offered[picked].pick if isinstance(picked, int) else picked
        return None if isinstance(move, Back | Further | Aside | About | WantsEditor | tuple) else move

    def _defer(self, prompt: Prompt) -> Move | None:
        to = self._say("Who can answer it?", "a name or a role")
        if not isinstance(to, str):
            return to
        if not to.strip():
            return None
        problem: Problem | None = None
        text = ""
        while True:
            until = self._say(
                "Until when?", "a day such as friday or 31 Jan; leave it empty when no day is set", text, problem
            )
            if not isinstance(until, str):
                return until
            by = read_until(until, prompt.today)
            if not isinstance(by, Problem):
                return Defer(to.strip(), by)
            problem, text = by, until
