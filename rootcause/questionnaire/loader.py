"""Leads from the text of a questionnaire to its model, and says everything that is wrong with it on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, field
from msgspec.structs import replace

from rootcause.questionnaire.building import Builder
from rootcause.questionnaire.including import gather
from rootcause.questionnaire.mending import instead, key_instead
from rootcause.questionnaire.model import Example, Questionnaire, Text
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.shape import fragment_at, questionnaire_at
from rootcause.questionnaire.written import ExampleDoc, FragmentDoc, QuestionnaireDoc
from rootcause.source.diagnostic import Diagnostic
from rootcause.source.nearest import nearest
from rootcause.source.text import SourceText
from rootcause.source.tree import Tree, parse_tree

_FROM_ELSEWHERE: Final = frozenset({"unknown-reference", "unknown-list"})


class Loaded(Struct, frozen=True, eq=False):
    """A questionnaire, or why there is none.

    `draft` is also there when only its names, types and expressions are wrong: what is wrong in it is left out, so it
    is good for reading and not for asking. `places` and `sections` lead from a question or section outside rows, by
    its id, back to where it stands; of two with one id it is the first. `sources` are the files it is made of.
    `is_part` says that the file is made to be included by others.
    """

    source: SourceText
    questionnaire: Questionnaire | None
    tree: Tree | None
    diagnostics: tuple[Diagnostic, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    sections: Mapping[str, Place] = field(default_factory=dict)
    draft: Questionnaire | None = None
    lists: Mapping[str, Place] = field(default_factory=dict)
    sources: Sequence[SourceText] = ()
    is_part: bool = False


def load_questionnaire(
    source: SourceText, *, resolve: Callable[[str], SourceText] | None = None, parts: bool = False
) -> Loaded:
    """Read a questionnaire. Never raises on bad content; there is a questionnaire when nothing is wrong with it.

    `resolve` reads an included file by its name, relative to the questionnaire; without it nothing can be included.
    With `parts` a file that is made to be included is read too, as a draft: what it names may come from elsewhere.
    """
    tree, found = parse_tree(source)
    if tree is None:
        return Loaded(source, None, None, found)
    place = Place(tree)
    if not (parts and _is_part(tree)):
        document, problems = questionnaire_at(place)
        if document is None:
            return Loaded(source, None, tree, (*found, *problems))
        return _build(document, document, place, (*found, *problems), resolve)
    part, problems = fragment_at(place)
    if part is None:
        return Loaded(source, None, tree, (*found, *problems), is_part=True)
    loaded = _build(part, None, place, (*found, *problems), resolve)
    known = tuple(diagnostic for diagnostic in loaded.diagnostics if diagnostic.rule not in _FROM_ELSEWHERE)
    return replace(loaded, questionnaire=None, diagnostics=known, is_part=True)


def _is_part(tree: Tree) -> bool:
    """Whether a file is made to be included: it has lists or sections, and nothing that says whose they are."""
    keys = tree.value.keys() if isinstance(tree.value, dict) else set()
    return "rootcause" in keys and not keys & {"id", "title", "version"} and bool(keys & {"lists", "sections"})


def _build(
    document: FragmentDoc,
    whole: QuestionnaireDoc | None,
    place: Place,
    found: tuple[Diagnostic, ...],
    resolve: Callable[[str], SourceText] | None,
) -> Loaded:
    source, tree = place.tree.source, place.tree
    gathered = gather(document, place, resolve)
    if gathered.diagnostics:
        problems = (*found, *gathered.minor, *gathered.diagnostics)
        return Loaded(source, None, tree, problems, sources=gathered.sources)
    ids = [question.id for section, _ in gathered.sections for question in section.questions]
    builder = Builder(document.language, gathered.lists, ids)
    sections = tuple(builder.section(section, at) for section, at in gathered.sections)
    about: dict[str, Any] = {"id": "", "version": "", "title": Text({}, document.language)}
    about = about if whole is None else _about(whole, builder, place)
    tests: Sequence[ExampleDoc] = () if whole is None else whole.tests
    problems = (*found, *gathered.minor, *builder.diagnostics, *_test_problems(tests, place, ids))
    draft = Questionnaire(
        **about,
        language=document.language,
        sections=sections,
        digest=_digest(gathered.sources),
        examples=tuple(_example(test) for test in tests),
    )
    lists = {name: at for name, (_, at) in gathered.lists.items()}
    questionnaire = None if problems else draft
    return Loaded(
        source, questionnaire, tree, problems, builder.places, builder.sections, draft, lists, gathered.sources
    )


def _about(document: QuestionnaireDoc, builder: Builder, place: Place) -> dict[str, Any]:
    """What a questionnaire says of itself."""
    texts = {
        key: builder.wording.text(value, place / key)
        for key in ("title", "description", "source")
        if (value := getattr(document, key)) is not None
    }
    return {"id": document.id, "version": document.version, "minutes": document.minutes, **texts}


def beside(path: Path) -> Callable[[str], SourceText]:
    """Reads included files beside a questionnaire."""
    return lambda name: SourceText.read(path.parent / name)


def _digest(sources: Sequence[SourceText]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        text = source.text.encode()
        digest.update(b"%d\n" % len(text) + text)
    return f"sha256:{digest.hexdigest()}"


def _example(doc: ExampleDoc) -> Example:
    return Example(
        doc.name, doc.answers, doc.today, tuple(doc.shown), tuple(doc.hidden), doc.computed, tuple(doc.refused)
    )


def _test_problems(tests: Sequence[ExampleDoc], place: Place, ids: Sequence[str]) -> list[Diagnostic]:
    found = []
    for index, test in enumerate(tests):
        at = place.at("tests", index)
        named = [
            (at.at(key, number), id, instead)
            for key in ("shown", "hidden", "refused")
            for number, id in enumerate(getattr(test, key))
        ]
        keyed = [(at.at(key, id), id, key_instead) for key in ("answers", "computed") for id in getattr(test, key)]
        for where, id, mend in (*named, *keyed):
            if id not in ids:
                near = nearest(id, ids)
                help = f'did you mean "{near}"?' if near else None
                message = f'"{id}" is not a question'
                found.append(where.key_error("unknown-reference", message, help, fix=mend(where, near)))
    return found
