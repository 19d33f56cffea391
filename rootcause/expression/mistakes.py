"""What to say about an expression whose pieces do not fit together.

Reads the tokens from left to right and stops where a value or a sign is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from rootcause.expression.flaw import Flaw, FlawRule, quoted
from rootcause.expression.spellings import FOREIGN_OPERATORS
from rootcause.expression.tokens import Kind, Token

_VALUE = "write a question, a number or a text in quotes there"
_TIGHT = frozenset({"==", "!=", "<", "<=", ">", ">=", "+", "-", "*"})


def explain(tokens: Sequence[Token]) -> Flaw:
    """The first place where the tokens stop being an expression."""
    if not tokens:
        return _flaw("there is no expression", 0, 0, "write a condition, like users > 100")
    return _parentheses(tokens) or _neighbours(tokens) or _half_conditional(tokens) or _somewhere(tokens)


def _parentheses(tokens: Sequence[Token]) -> Flaw | None:
    opened: list[Token] = []
    for token in tokens:
        if token.text == "(":
            opened.append(token)
        elif token.text == ")":
            if not opened:
                return _flaw('this ")" closes nothing', token.start, token.end, "remove it, or open it before")
            opened.pop()
    if opened:
        return _flaw('this "(" is never closed', opened[-1].start, opened[-1].end, 'add ")" where it ends')
    return None


def _neighbours(tokens: Sequence[Token]) -> Flaw | None:
    before: Token | None = None
    for position, token in enumerate(tokens):
        after = tokens[position + 1] if position + 1 < len(tokens) else None
        flaw = _pair(before, token, after)
        if flaw:
            return flaw
        before = token
    last = tokens[-1]
    if _ends_value(last):
        return None
    return _flaw(f"a value is missing after {quoted(last.text)}", last.start, last.end, _VALUE)


def _pair(before: Token | None, token: Token, after: Token | None) -> Flaw | None:
    if before is not None and _ends_value(before):
        if before.kind is Kind.NAME and token.text == "(":
            return None
        if _begins_value(token) and token.text != "-":
            return _no_sign_between(before, token, after)
        return None
    if not _begins_value(token):
        if before is not None and before.text == "(" and token.text == ")":
            return None
        return _flaw(f"a value is missing before {quoted(token.text)}", token.start, token.end, _VALUE)
    if token.text == "not" and before is not None and before.text in _TIGHT:
        return _flaw(
            f'"not" cannot follow {quoted(before.text)}', token.start, token.end, "put it in parentheses: (not x)"
        )
    return None


def _no_sign_between(before: Token, token: Token, after: Token | None) -> Flaw:
    if token.text == "not" and after is not None and after.text == "in":
        return _flaw('"not in" has no meaning here', token.start, after.end, "write not any_of(q, 'a', 'b')")
    for word in (token, before):
        if word.kind is Kind.NAME and word.text in FOREIGN_OPERATORS:
            cure = FOREIGN_OPERATORS[word.text]
            return _flaw(f"{quoted(word.text)} has no meaning between two values", word.start, word.end, cure)
    if before.kind is token.kind is Kind.TEXT:
        cure = 'a text with an apostrophe stands in double quotes: "it\'s"'
        return _flaw("two texts stand side by side", before.start, token.end, cure)
    cure = "join conditions with and or or; put texts of several words in quotes"
    return _flaw(f"nothing connects {quoted(before.text)} and {quoted(token.text)}", before.start, token.end, cure)


def _half_conditional(tokens: Sequence[Token]) -> Flaw | None:
    for word, other in (("if", "else"), ("else", "if")):
        found = [token for token in tokens if token.text == word]
        if len(found) > sum(token.text == other for token in tokens):
            cure = "write value if condition else other"
            return _flaw(f'this "{word}" has no "{other}"', found[-1].start, found[-1].end, cure)
    return None


def _somewhere(tokens: Sequence[Token]) -> Flaw:
    return _flaw(
        "this cannot be read as an expression",
        tokens[0].start,
        tokens[-1].end,
        "put parentheses around its parts to find the place",
    )


def _ends_value(token: Token) -> bool:
    return token.kind is not Kind.SIGN or token.text == ")"


def _begins_value(token: Token) -> bool:
    return token.kind is not Kind.SIGN or token.text in ("(", "not", "-")


def _flaw(message: str, start: int, end: int, cure: str | None = None) -> Flaw:
    return Flaw(FlawRule.SYNTAX, message, start, end, cure)
