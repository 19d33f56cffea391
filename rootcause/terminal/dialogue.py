"""How a question is put and what becomes of what somebody says: the same on every screen.

A screen knows how to show lines, take a typed text and let somebody pick from a list; nothing of what it is about.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from rootcause.interview.answers import AnswerKey, State
from rootcause.interview.doubt import Doubt
from rootcause.interview.overview import Overview
from rootcause.interview.prompt import (
    Annotate,
    Back,
    Defer,
    Goto,
    Move,
    Prompt,
    Quit,
    Reorder,
    Reply,
    Revisit,
    Skip,
)
from rootcause.questionnaire.model import ResponseType
from rootcause.questionnaire.response.problem import Problem
from rootcause.questionnaire.response.reading import Raw
from rootcause.terminal.commands import (
    About,
    Aside,
    dated,
    escaped,
    help_line,
    is_word_line,
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
        """Leave a line about it. What was begun here has become an answer, or is older than the list as it is now."""
        if isinstance(move, Reply):
            self._drafts.drop(prompt.key)
        if prompt.inside is not None and not isinstance(move, Annotate | Back | Revisit | Goto):
            self._drafts.drop(AnswerKey(prompt.inside.id))
        said = in_few_words(prompt, move, words)
        if said is not None:
            answered = isinstance(move, Reply)
            self._unless_left(lambda: self._screen.leave_line(prompt.key, prompt.label, said, answered=answered))

    def ask_back(self, about: AnswerKey, doubts: Sequence[Doubt], *, is_before: bool) -> None:
        """Leave what the answer makes a reader ask."""
        self._unless_left(lambda: self._screen.leave_doubt(about, doubts, is_before=is_before))

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
            if left.args:  # an editor tells where its text is kept
                with contextlib.suppress(OSError):
                    self._screen.show([str(said) for said in left.args])
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
        refused = self._refused(prompt) if problem is not None else None
        if isinstance(refused, str) and not has_list(prompt.question):
            self._drafts.keep(prompt.key, refused)  # the person may leave before it is mended
        draft = None if problem is not None or has_list(prompt.question) else self._drafts.kept(prompt.key)
        lines = heading(
            prompt,
            problem,
            self._language,
            first=prompt.key == opening,
            drafted=draft is not None,
            unicode=self._screen.signs.is_unicode,
        )
        start = draft if draft is not None else refused if refused is not None else self._start(prompt)
        if has_list(prompt.question):
            move = self._by_list(prompt, lines, start)
        else:
            move = self._by_typing(prompt, lines, start if isinstance(start, str) else "", begun=draft is not None)
        self._last = (prompt.key, move.raw) if isinstance(move, Reply) else None
        return move

    def _refused(self, prompt: Prompt) -> Raw:
        """What was said last, if it was said here."""
        return self._last[1] if self._last is not None and self._last[0] == prompt.key else None

    def _start(self, prompt: Prompt) -> Raw:
        """What stands there to begin with: the earlier answer, or the one that is offered."""
        answer = prompt.answer
        value = prompt.default if answer is None else answer.value if answer.state is State.ANSWERED else None
        return None if value is None else written(value)

    def _by_typing(self, prompt: Prompt, lines: Sequence[Line], text: str, *, begun: bool) -> Move:
        several = prompt.question.type is ResponseType.PARAGRAPH
        stood = text
        while True:
            typing = Typing(lambda typed: self._keep(prompt.key, typed), prompt.preview, begun=begun)
            said, text = self._said(lines, text, typing, several=several)
            if isinstance(said, str):
                return Skip() if not said.strip() and not prompt.question.required else Reply(said)
            if text.strip():
                self._drafts.keep(prompt.key, text)
                begun = True
            move = self._turned(prompt, said, text or stood)
            text = text or stood
            if isinstance(move, Problem):
                lines = with_problem(lines, move)
            elif move is not None:
                return move

    def _keep(self, key: AnswerKey, typed: str) -> None:
        """Keep it as a draft, unless it is a word and no text."""
        text = split_word(typed)[0]
        if not is_word_line(text):
            self._drafts.keep(key, unescaped(text))

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
                return typed, unescaped(typed.text)
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
                    return unescaped(typed), unescaped(typed)
                case _:
                    return said, unescaped(before) if word else ""

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
