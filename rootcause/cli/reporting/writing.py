"""A report and what lies beside it, written to where it was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from rootcause.case.faults import in_words
from rootcause.cli.output import near, say, write_document
from rootcause.cli.reporting.document import Document, check_format, document
from rootcause.cli.reporting.left_out import left_out_in_words
from rootcause.cli.reporting.moment import epoch
from rootcause.cli.reporting.targets import check_target
from rootcause.cli.reporting.theme_file import chosen_theme
from rootcause.cli.reporting.wishes import Wishes, format_of
from rootcause.cli.taking_up import look_at
from rootcause.cli.whereabouts import here, store_at
from rootcause.errors import RootcauseError
from rootcause.questionnaire.model import Questionnaire
from rootcause.report.words import WORDS


def write_report(
    name: str, wishes: Wishes, output: str | None, cases: str | None, environ: Mapping[str, str], *, force: bool
) -> None:
    """The report of the case with that name, into its folder or to `output`; what was left out is said."""
    store = store_at(cases)
    if wishes.template is not None and wishes.template.is_dir():  # it would give the report no name
        raise RootcauseError(f"{wishes.template}: is a folder, expected a file", hint="name the template in it")
    target = str(store.folder(name) / wishes.file) if output is None else output
    check_target(target, force=force, sources=[one for one in (wishes.template, wishes.theme) if one is not None])
    if wishes.template is None:
        check_format(wishes.format)
    at = epoch(environ)
    theme = chosen_theme(wishes.theme, here())
    case, interview = look_at(store.read(name), cases, now=at)
    wishes = _in_known_language(wishes, interview.questionnaire)
    folder = f"{Path(target).stem}-files"
    made = document(case, interview, wishes, theme, not_after=at, folder=folder)
    _write(made, target, force=force)
    if made.left_out is not None:
        say(left_out_in_words(made.left_out))
    if target != "-":
        say(f"The report is in {near(Path(target))}.")


def check_output(output: str, *, force: bool) -> None:
    """Refuse, before anything is asked, a place and a format that no report can have. Raises RootcauseError."""
    check_target(output, force=force)
    check_format(format_of(output))


def _write(made: Document, target: str, *, force: bool) -> None:
    """The pictures first: a report never stands there with places that are empty."""
    beside = {Path(target).parent / path: content for path, content in made.beside.items()}
    for folder in dict.fromkeys(path.parent for path in beside):
        with in_words(f"could not make the folder {folder}"):
            folder.mkdir(mode=0o700, exist_ok=True)
    for path in beside:
        check_target(str(path), force=force)
    for path, content in beside.items():
        write_document(content, str(path))
    write_document(made.content, target)


def _in_known_language(wishes: Wishes, asked: Questionnaire) -> Wishes:
    """The wishes with the language as the questionnaire or the report calls it: `de` for `de_DE` and `DE`."""
    if wishes.language is None:
        return wishes
    known = tuple(dict.fromkeys((*asked.languages, *WORDS)))
    language = _known_language(wishes.language, known)
    if language is None:
        raise RootcauseError(
            f'neither this questionnaire nor the report knows the language "{wishes.language}"',
            hint=f"choose one of {', '.join(known)}",
        )
    if language not in asked.languages:
        say(f'The questionnaire has no texts in "{language}": its questions stand in "{asked.language}".')
    return replace(wishes, language=language)


def _known_language(said: str, known: Sequence[str]) -> str | None:
    """The longest beginning of a tag that is known, as RFC 4647 looks it up; case does not matter there."""
    by_tag = {language.casefold(): language for language in known}
    parts = said.strip().replace("_", "-").casefold().split("-")
    return next((found for end in range(len(parts), 0, -1) if (found := by_tag.get("-".join(parts[:end])))), None)
