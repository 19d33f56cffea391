"""Whether answers that are handed in are meant for the questionnaire of the case."""

from __future__ import annotations

from pathlib import Path

from rootcause.case.model import QuestionnaireRef
from rootcause.cli.loading import load
from rootcause.cli.submission import Submission
from rootcause.cli.whereabouts import here
from rootcause.errors import InvalidContent, UnreadableInput
from rootcause.source.diagnostic import Diagnostic, Severity, render_all


def check_meant_for(asked: QuestionnaireRef, submission: Submission) -> None:
    """Refuse files that name another questionnaire. Raises InvalidContent with the place of each."""
    wrong = [
        Diagnostic(
            "another-questionnaire",
            Severity.ERROR,
            f'these answers are for "{file.head.questionnaire}", and the case answers "{asked.id}"',
            file.tree.span(("questionnaire",)),
            file.source,
            help="name the case that they belong to, or begin one with: rootcause triage -a FILE",
        )
        for file in submission.files
        if file.questionnaire and not _is_named(asked, file.questionnaire)
    ]
    if wrong:
        raise InvalidContent(render_all(wrong))


def _is_named(asked: QuestionnaireRef, name: str) -> bool:
    if name == asked.id:
        return True
    try:
        return load(name, here())[0].id == asked.id
    except (UnreadableInput, InvalidContent):  # it may have moved since the answers were written
        return Path(name).stem in (asked.id, Path(asked.path or asked.id).stem)
