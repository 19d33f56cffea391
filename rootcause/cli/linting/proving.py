"""Says by which answers a question is reached, and writes the tests that try each condition both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rootcause.cli.linting.request import STANDARD_INPUT, Request, standard_input
from rootcause.cli.output import say, write_data, write_document
from rootcause.cli.whereabouts import here
from rootcause.errors import InvalidContent, RootcauseError
from rootcause.lint.cache import from_disk
from rootcause.lint.context import Context
from rootcause.lint.formats.plain import counted
from rootcause.lint.reachability.covering import covering_tests, with_tests
from rootcause.lint.reachability.explaining import explanation
from rootcause.lint.reachability.witness import Witness
from rootcause.lint.rules.tests.untested_question import never_hidden, never_shown
from rootcause.questionnaire.loader import beside, load_questionnaire
from rootcause.source import reading
from rootcause.source.diagnostic import render_all
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText


def explain(request: Request, id: str) -> int:
    """Print the shortest answers that show a question, in each questionnaire that has it; 1 where nothing is proven."""
    keys: set[str] = set()
    told: list[str] = []
    code = 0
    for context in _contexts(request):
        keys |= context.by_key.keys()
        if id in context.by_key:
            told.append("\n".join((f"# {context.source.name}", *explanation(context, id))))
            verdict = context.proof.reachable(id)
            code |= not isinstance(verdict, Witness) or bool(verdict.assuming)
    if not told:
        near = nearest(id, keys)
        hint = f'did you mean "{near}"?' if near else "`rootcause questionnaires NAME --tree` shows what there is"
        raise RootcauseError(f'there is no question "{id}"', hint=hint)
    write_data("\n\n".join(told))
    return code


def write_tests(request: Request) -> int:
    """Add tests to each file until every condition in it is tried both ways, as far as there are answers for it."""
    if STANDARD_INPUT in request.paths:
        raise RootcauseError("tests are written into files, not into standard input", hint="name the files")
    for context in _contexts(request):
        questionnaire, tree = context.loaded.questionnaire, context.tree
        if questionnaire is None or tree is None:
            continue
        unseen, unhidden = ([asked.question.id for asked in one(context)] for one in (never_shown, never_hidden))
        covering = covering_tests(questionnaire, unseen, unhidden)
        name = context.source.name
        if covering.tests:
            write_document(_mark(context) + with_tests(tree, covering.tests), name)
        say(f"{name}: {counted(len(covering.tests), 'test')} added")
        for id in covering.left:
            say(f'{name}: no test was found for "{id}"; --explain-path {id} says what is known')
    return 0


def _contexts(request: Request) -> Iterator[Context]:
    """Each questionnaire that is asked for; raises InvalidContent for one that cannot be asked."""
    cwd = here()
    if STANDARD_INPUT in request.paths:
        name, data = standard_input(request)
        yield _context(name, data)
        return
    for name in request.files(request.settings(cwd), cwd):
        context = _context(name, from_disk(name))
        if not context.loaded.is_part:
            yield context


def _context(name: str, data: bytes) -> Context:
    source = SourceText(name, reading.decode(data, name))
    loaded = load_questionnaire(source, resolve=beside(Path(name)), parts=True)
    if loaded.questionnaire is None and not loaded.is_part:
        raise InvalidContent(render_all(loaded.diagnostics))
    return Context(source, data.decode(), loaded)


def _mark(context: Context) -> str:
    """The byte order mark of a file that has one."""
    return context.raw[: len(context.raw) - len(context.raw.lstrip("\ufeff"))]
