"""A text is given in a language whose code nobody has.

Languages have codes of two letters, which differ from those of countries: Czech is `cs`, not `cz`. Nobody who asks for
the language finds a text under another code. Codes of three letters are not looked at.

Example:

    - id: delay
      type: integer
      ask: {en: "How many days late was it?", cz: "O kolik dní později to přišlo?"}

Use instead:

    - id: delay
      type: integer
      ask: {en: "How many days late was it?", cs: "O kolik dní později to přišlo?"}
"""

from __future__ import annotations

from collections.abc import Iterator

from rootcause.lint.context import Context
from rootcause.lint.rule import Found, Rule, at_key, at_value
from rootcause.questionnaire.place import Place
from rootcause.source.diagnostic import Severity

# ISO 639-1.
_CODES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo"
    " es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka"
    " kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng"
    " nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su"
    " sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
)
_MEANT = {
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gb": "en",
    "gr": "el",
    "ir": "fa",
    "iw": "he",
    "jp": "ja",
    "us": "en",
    "vn": "vi",
}
"""Codes of countries, and one that was given up, with the language that is meant."""


def _check(context: Context) -> Iterator[Found]:
    told = set()
    for language, place in _languages(context):
        code = language.partition("-")[0]
        if code in told or not _is_unknown(code):
            continue
        told.add(code)
        meant = _MEANT.get(code)
        help = f'did you mean "{meant}"?' if meant else "the codes stand in ISO 639-1, such as de or fr"
        yield (at_key if place.route[-1] == language else at_value)(place, f'"{code}" is the code of no language', help)


def _languages(context: Context) -> Iterator[tuple[str, Place]]:
    if context.questionnaire is not None and context.root is not None and context.root.has("language"):
        yield context.questionnaire.language, context.root / "language"
    for text in context.translations:
        for language, wording in text.items():
            if wording.place is not wording.whole:
                yield language, wording.place


def _is_unknown(code: str) -> bool:
    return len(code) == 2 and f" {code} " not in _CODES


RULE = Rule("RCN004", "unknown-language", Severity.WARNING, _check)
