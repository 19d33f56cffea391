"""What was handed in with the command: answers files and `--set`, one over the other, later ones on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from rootcause.cli.answers_file import STDIN, AnswersFile, read_answers_file, read_setting
from rootcause.errors import InvalidContent
from rootcause.interview.scripted import Filled
from rootcause.questionnaire.model import Questionnaire
from rootcause.questionnaire.response.problem import Problem
from rootcause.source.diagnostic import Diagnostic, Severity
from rootcause.source.nearest import nearest


class Submission(Struct, frozen=True, dict=True):
    """Answers files in the order in which they were given, the settings behind them."""

    files: tuple[AnswersFile, ...]

    @cached_property
    def origins(self) -> Mapping[str, AnswersFile]:
        """For each question the file whose answer counts."""
        return {question: file for file in self.files for question in file.answers}

    @property
    def paths(self) -> Sequence[str]:
        """The files that can be read again."""
        return [file.source.name for file in self.files if file.base and file.source.name != STDIN]

    @property
    def answers(self) -> Mapping[str, Any]:
        """Question to answer, as it was written."""
        return {question: file.answers[question] for question, file in self.origins.items()}

    def head(self, key: str) -> str | None:
        """What the last file that has this key at its top says there."""
        return next((value for file in reversed(self.files) if (value := getattr(file.head, key))), None)

    @property
    def questionnaire(self) -> str | None:
        """The questionnaire that the last file names; a path there starts from the folder of that file."""
        return next((file.questionnaire for file in reversed(self.files) if file.questionnaire), None)

    def objections(self, filled: Filled, questionnaire: Questionnaire) -> tuple[Diagnostic, ...]:
        """What was not taken and why, each at its place."""
        wrong = [self._wrong_answer(problem) for problem in filled.problems]
        return (*wrong, *(self._unknown_question(id, questionnaire) for id in filled.unknown_ids))

    def _wrong_answer(self, problem: Problem) -> Diagnostic:
        file = self.origins[str(problem.where[0])]
        is_about_key = problem.message.startswith(f'"{problem.where[-1]}"')
        span = file.key_span(problem.where) if is_about_key else file.span(problem.where)
        return Diagnostic("wrong-answer", Severity.ERROR, problem.message, span, file.source, help=problem.hint)

    def _unknown_question(self, id: str, questionnaire: Questionnaire) -> Diagnostic:
        file = self.origins[id]
        near = nearest(id, questionnaire.questions)
        help = f'did you mean "{near}"?' if near else f"rootcause questionnaires {questionnaire.id} --tree lists them"
        message = f'"{id}" is not a question of "{questionnaire.id}"'
        span = file.key_span((id,))
        return Diagnostic("unknown-question", Severity.ERROR, message, span, file.source, help=help)


def read_submission(names: Iterable[str], settings: Iterable[str]) -> Submission:
    """Read all of them. Raises UnreadableInput, or InvalidContent with everything that is wrong in any of them."""
    files: list[AnswersFile] = []
    wrong: list[str] = []
    for read, given in ((read_answers_file, names), (read_setting, settings)):
        for text in given:
            try:
                files.append(read(text))
            except InvalidContent as error:
                wrong.append(error.message)
    if wrong:
        raise InvalidContent("\n".join(wrong))
    return Submission(tuple(files))
