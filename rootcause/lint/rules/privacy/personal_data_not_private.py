"""A question asks for what identifies or concerns a person, and its answer is not private.

With `private: true` the answer is left out of what is given to customers. Names, telephone numbers, addresses, dates of
birth, account numbers and what is known of somebody's health are for those who work on the case. The one who owns an
action is no such matter.

Example:

    - {id: customer_phone, type: text, ask: "What is the customer's telephone number?"}

Use instead:

    - {id: customer_phone, type: text, private: true, ask: "What is the customer's telephone number?"}
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from rootcause.lint.context import Context, Kind, Wording
from rootcause.lint.rule import Found, Rule, at_value
from rootcause.questionnaire.model import ResponseType as Type
from rootcause.source.diagnostic import Severity

_WORDS = Path(__file__).parents[2] / "words"
# Who tells a story, chooses or gives an amount is not asked for a name or a number that is somebody's own.
_ASKING = (Type.TEXT, Type.PERSON, Type.DATE, Type.INTEGER)
_SPACES = str.maketrans(dict.fromkeys('.,;:?!()[]{}-/"\n', " ") | dict.fromkeys("'\u2019", ""))
_HELP = 'add "private: true" to the question'


class _Phrases(Struct, frozen=True):
    """What asks for personal data, as it is looked for and as it is written; and how what does not begins.

    Each phrase has one of `words`, its longest; a text with none of them need not be looked at closely.
    """

    words: frozenset[str]
    personal: Mapping[str, str]
    other: tuple[str, ...]


def _check(context: Context) -> Iterator[Found]:
    asking = {}
    for asked in context.asked:
        if asked.question.type is Type.EMAIL and not asked.private:
            yield at_value(asked.place / "type", "an e-mail address is asked for, and it is not private", _HELP)
        elif asked.question.type in _ASKING and not asked.private:
            asking[id(asked.question)] = asked
    for wording in context.wordings:
        if (wording.kind is Kind.ASK or wording.kind is Kind.LABEL) and id(wording.question) in asking:
            phrase = _personal(wording)
            if phrase is not None:
                del asking[id(wording.question)]  # one finding for a question, however many languages it has
                message = f'"{phrase}" asks for personal data, and the answer is not private'
                yield at_value(wording.place, message, _HELP)


def _personal(wording: Wording) -> str | None:
    """The phrase that asks for something personal."""
    phrases = _phrases(wording.language.partition("-")[0])
    if phrases.words.isdisjoint(_words(wording.text)):
        return None
    text = _plain(wording.text)
    found = next((phrase for phrase in phrases.personal if phrase in text), None)
    return None if found is None or text.startswith(phrases.other) else phrases.personal[found]


@functools.cache
def _phrases(language: str) -> _Phrases:
    path = _WORDS / language / "personal.txt"
    if not language.isalpha() or not path.is_file():
        return _Phrases(frozenset(), {}, ())
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    personal = [line for line in lines if not line.startswith("- ")]
    return _Phrases(
        frozenset(max(_words(phrase), key=len) for phrase in personal),
        {_plain(phrase): phrase for phrase in personal},
        tuple(_plain(line.removeprefix("- ")) for line in lines if line.startswith("- ")),
    )


def _words(text: str) -> list[str]:
    """The words as they stand, in small letters; faster than `_plain`, which tells for certain."""
    return text.lower().replace("?", " ").replace(",", " ").replace(")", " ").replace("\u2019", "'").split()


def _plain(text: str) -> str:
    """Small letters and single spaces, also at both ends, so that only whole words are found."""
    return f" {' '.join(text.lower().translate(_SPACES).split())} "


RULE = Rule("RCP002", "personal-data-not-private", Severity.WARNING, _check)
