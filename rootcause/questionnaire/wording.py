"""Builds texts, and checks that each is there in the questionnaire's own language and quotes what it may."""

from __future__ import annotations

import re

from msgspec import Struct, field

from rootcause.questionnaire.model import Text
from rootcause.questionnaire.place import Place
from rootcause.questionnaire.plain_values import LANGUAGE
from rootcause.questionnaire.scope import View
from rootcause.source.diagnostic import Diagnostic


class Wording(Struct):
    """The texts of one questionnaire; what is wrong with them gathers in `diagnostics`."""

    language: str
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def text(self, written: str | dict[str, str], place: Place, view: View | None = None) -> Text:
        """A text that stands at a place; without a view it may quote nothing."""
        if isinstance(written, str):
            self._check_quotes(written, place, view)
            return Text({self.language: written}, self.language)
        for language, text in written.items():
            if not re.fullmatch(LANGUAGE, language):
                help = "write a code such as en or de"
                self.diagnostics.append(
                    (place / language).key_error("wrong-type", f'"{language}" is not a language', help)
                )
            self._check_quotes(text, place / language, view)
        if self.language not in written:
            message = f'the text is missing in "{self.language}", the language of the questionnaire'
            self.diagnostics.append(place.error("missing-language", message, f"add {self.language}: ..."))
            return Text({self.language: next(iter(written.values())), **written}, self.language)
        return Text(dict(written), self.language)

    def _check_quotes(self, text: str, place: Place, view: View | None) -> None:
        if "${" in text:
            self.diagnostics += (view or NOWHERE).quotes(text, place)


NOWHERE = View({}, ())
"""Where nothing has been answered yet."""
