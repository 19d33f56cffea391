"""A text lacks a language that most other texts of the questionnaire have.

Whoever is asked in that language reads this one text in another, and may not understand it. A language that only a few
texts have yet is not missed: then the translation has just begun.

Example:

    rootcause: 1
    id: late-delivery
    version: 1.0.0
    title: {en: Late deliveries, de: Späte Lieferungen}
    sections:
      - id: what
        part: what
        title: {en: WHAT happened, de: WAS geschah}
        questions:
          - {id: problem, type: text, role: problem, ask: {en: "What happened?", de: "Was ist geschehen?"}}
          - {id: delay, type: integer, ask: "How many days late was it?"}
      - id: why
        part: why
        title: {en: WHY it happened, de: WARUM es geschah}
        questions:
          - id: causes
            type: ladder
            role: causes
            ask: {en: "What led to it?", de: "Was führte dazu?"}
            next: {en: "What made that possible?", de: "Was machte das möglich?"}
            each:
              - {id: because, type: text, ask: {en: "What was the cause?", de: "Was war die Ursache?"}}
      - id: different
        part: different
        title: {en: DIFFERENT from now on, de: Was ANDERS wird}
        questions:
          - id: actions
            type: list
            role: actions
            ask: {en: "Which actions follow?", de: "Welche Maßnahmen folgen?"}
            each:
              - {id: what, type: text, ask: {en: "What will be done?", de: "Was wird getan?"}}
              - {id: owner, type: person, ask: {en: "Who sees to it?", de: "Wer kümmert sich?"}}
              - {id: due, type: date, ask: {en: "By which day?", de: "Bis zu welchem Tag?"}}

Use instead:

    rootcause: 1
    id: late-delivery
    version: 1.0.0
    title: {en: Late deliveries, de: Späte Lieferungen}
    sections:
      - id: what
        part: what
        title: {en: WHAT happened, de: WAS geschah}
        questions:
          - {id: problem, type: text, role: problem, ask: {en: "What happened?", de: "Was ist geschehen?"}}
          - {id: delay, type: integer, ask: {en: "How many days late was it?", de: "Wie viele Tage zu spät kam es?"}}
      - id: why
        part: why
        title: {en: WHY it happened, de: WARUM es geschah}
        questions:
          - id: causes
            type: ladder
            role: causes
            ask: {en: "What led to it?", de: "Was führte dazu?"}
            next: {en: "What made that possible?", de: "Was machte das möglich?"}
            each:
              - {id: because, type: text, ask: {en: "What was the cause?", de: "Was war die Ursache?"}}
      - id: different
        part: different
        title: {en: DIFFERENT from now on, de: Was ANDERS wird}
        questions:
          - id: actions
            type: list
            role: actions
            ask: {en: "Which actions follow?", de: "Welche Maßnahmen folgen?"}
            each:
              - {id: what, type: text, ask: {en: "What will be done?", de: "Was wird getan?"}}
              - {id: owner, type: person, ask: {en: "Who sees to it?", de: "Wer kümmert sich?"}}
              - {id: due, type: date, ask: {en: "By which day?", de: "Bis zu welchem Tag?"}}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key, at_value
from rootcause.lint.texts import Kind, Wording
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Severity

# Names of authors and units such as km are the same everywhere.
_SAME_EVERYWHERE = (Kind.SOURCE, Kind.UNIT)


def _check(context: Context) -> Iterator[Found]:
    texts = [text for text in context.translations if _is_translated(next(iter(text.values())))]
    own = context.questionnaire.language if context.questionnaire else ""  # without it the file is told to be wrong
    counted = Counter(language for text in texts for language in text if language != own)
    expected = [language for language, count in counted.items() if count * 2 > len(texts)]
    by_file: dict[int, list[dict[str, Wording]]] = {}
    for text in texts:
        by_file.setdefault(id(next(iter(text.values())).place.tree), []).append(text)
    for of_file in by_file.values():
        yield from _in_file(of_file, expected)


def _in_file(texts: list[dict[str, Wording]], expected: list[str]) -> Iterator[Found]:
    nowhere = [language for language in expected if all(language not in text for text in texts)]
    if nowhere:
        top = Place(next(iter(texts[0].values())).place.tree)
        at = top / ("sections" if top.has("sections") else "lists")
        yield at_key(at, f"no text of this file is there in {_quoted(nowhere)}", "translate them")
    for text in texts:
        missing = [language for language in expected if language not in text and language not in nowhere]
        if missing:
            at = next(iter(text.values())).whole
            yield at_value(
                at, f"the text is missing in {_quoted(missing)}", "most other texts have it; add it here too"
            )


def _is_translated(wording: Wording) -> bool:
    return wording.kind not in _SAME_EVERYWHERE and any(map(str.isalpha, wording.text))


def _quoted(languages: list[str]) -> str:
    return ", ".join(f'"{language}"' for language in languages)


RULE = Rule("RCN002", "missing-translation", Severity.WARNING, _check)
