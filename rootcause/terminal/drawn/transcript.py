"""The lines that stay on the screen: section titles, and one line for each question that was dealt with."""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import Output
from prompt_toolkit.renderer import print_formatted_text

from rootcause.interview.answers import AnswerKey
from rootcause.source.visible import width
from rootcause.terminal.drawn.frame import MARGIN
from rootcause.terminal.drawn.style import style
from rootcause.terminal.folding import clip, fold
from rootcause.terminal.theme import Signs


class Transcript:
    """Prints lines, and takes the last one away again. Nothing else may be printed in between."""

    def __init__(self, output: Output, signs: Signs) -> None:
        self._output = output
        self._signs = signs
        # The id of a section or the key of a question, with the lines that it took.
        self._printed: list[tuple[str | AnswerKey, int]] = []

    def open_section(self, id: str, title: str) -> None:
        """A rule with the title, unless the last one says the same."""
        sections = [entry for entry, _ in self._printed if not isinstance(entry, AnswerKey)]
        if sections and sections[-1] == id:
            return
        rule = self._signs.rule
        line = f"{rule}{rule} {clip(title, self._columns() - 6)} "
        line += rule * max(self._columns() - 1 - width(line), 0)
        self._print([("class:section", line)])
        self._printed.append((id, 1))

    def leave_line(self, key: AnswerKey, label: str, words: str, *, answered: bool) -> None:
        """The label and the answer, cut to one line; at least half of it is for the answer."""
        indent = _indent(key)
        room = self._columns() - 1 - width(f"{indent}{self._signs.done}   ")
        answer = clip(words, room)
        name = clip(label, max(room - width(answer), room // 2))
        answer = clip(words, room - width(name))
        sign = ("class:done", f"{indent}{self._signs.done} ") if answered else ("", f"{indent}{self._signs.open} ")
        self._print([sign, ("class:label", f"{name}  "), ("class:answer", answer)])
        self._printed.append((key, 1))

    def leave_below(self, key: AnswerKey, paragraphs: Sequence[str]) -> None:
        """Paragraphs below the last line, if it is about that question; they go with it when it is taken back."""
        if not self._printed or self._printed[-1][0] != key:
            return
        indent = _indent(key) + "  "
        lines = [line for text in paragraphs for line in fold(text, self._columns() - 1 - width(indent))]
        self._print([("class:doubt", "\n".join(f"{indent}{line}" for line in lines))])
        self._printed[-1] = (key, self._printed[-1][1] + len(lines))

    def take_line_back(self, key: AnswerKey) -> None:
        """Erase the last question's line, with titles below it, if it is about this one."""
        below = 0
        while below < len(self._printed) and not isinstance(self._printed[-1 - below][0], AnswerKey):
            below += 1
        if below == len(self._printed) or self._printed[-1 - below][0] != key:
            return
        lines = sum(count for _, count in self._printed[-1 - below :])
        del self._printed[-1 - below :]
        self._output.cursor_up(lines)
        self._output.write_raw("\r")
        self._output.erase_down()
        self._output.flush()

    def _columns(self) -> int:
        return self._output.get_size().columns

    def _print(self, fragments: Sequence[tuple[str, str]]) -> None:
        print_formatted_text(self._output, FormattedText([*fragments, ("", "\n")]), style())


def _indent(key: AnswerKey) -> str:
    return MARGIN + "  " * min(len(key.instance), 4)
