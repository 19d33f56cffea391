"""Shows a stand-in for characters that would hide or reorder the text around them, while it is being edited."""

from __future__ import annotations

from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput

from rootcause.source.visible import visible

_STAND_IN = "\ufffd"
_LEFT_TO_OTHERS = "\t\n"  # prompt_toolkit knows how to draw these


class Masking(Processor):
    """One stand-in for each such character, so that the cursor stays where the text is."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Leave the text as it is wherever nothing in it is hidden."""
        fragments = transformation_input.fragments
        if all(visible(text, keep=_LEFT_TO_OTHERS) == text for _, text, *_ in fragments):
            return Transformation(fragments)
        return Transformation([(style, _masked(text)) for style, text, *_ in fragments])


def _masked(text: str) -> str:
    return "".join(
        character if visible(character, keep=_LEFT_TO_OTHERS) == character else _STAND_IN for character in text
    )
