"""The questionnaire that a command works with."""

from __future__ import annotations

from pathlib import Path

from rootcause.case.model import QuestionnaireRef
from rootcause.errors import InvalidContent, RootcauseError, UnreadableInput
from rootcause.interview.rehearsal import rehearse
from rootcause.questionnaire.catalog import Catalog
from rootcause.questionnaire.model import Questionnaire
from rootcause.source.diagnostic import Diagnostic, render_all


def load(name: str, cwd: Path) -> tuple[Questionnaire, QuestionnaireRef]:
    """A questionnaire by name or path, and how a case refers to it. Raises RootcauseError, with all that is wrong."""
    catalog = Catalog.around(cwd)
    path = catalog.find(name)
    loaded = catalog.load(name)
    questionnaire = loaded.questionnaire
    if questionnaire is None:
        raise InvalidContent(render_all(loaded.diagnostics))
    kept_path = str(path.resolve()) if path == Path(name) or not _leads_to(catalog, questionnaire.id, path) else None
    ref = QuestionnaireRef(questionnaire.id, questionnaire.version, questionnaire.digest, kept_path)
    return questionnaire, ref


def _leads_to(catalog: Catalog, id: str, path: Path) -> bool:
    """Whether the id alone is enough to find that file again; a file may be called otherwise."""
    try:
        return path.stem == id or catalog.find(id) == path
    except UnreadableInput:
        return False


def failing_tests(name: str, cwd: Path) -> tuple[Diagnostic, ...]:
    """What does not hold of the tests that an author wrote into a questionnaire, each at its place."""
    loaded = Catalog.around(cwd).load(name)
    if loaded.questionnaire is None or loaded.tree is None:
        return ()
    return tuple(failure.diagnostic(loaded.tree) for failure in rehearse(loaded.questionnaire))


def check_language(language: str | None, questionnaire: Questionnaire) -> None:
    """Refuse a language in which the questionnaire asks nothing."""
    if language is not None and language not in questionnaire.languages:
        offered = ", ".join(questionnaire.languages)
        raise RootcauseError(f'"{questionnaire.id}" does not ask in "{language}"', hint=f"it asks in {offered}")
