from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from rootcause.cli.reporting.theme_file import KEYS, LOGO_KEYS, PALETTES, read_theme
from rootcause.report.theme import Colour
from rootcause.report.words.rewording import REWORDABLE
from rootcause.schema import schema
from rootcause.source.text import SourceText
from tests.schema.reading import validator

EXAMPLE = Path(__file__).parents[2] / "examples" / "themes" / "theme.yaml"


def test_the_example_is_taken() -> None:
    assert validator("theme").is_valid(yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        "nane: a",
        "name: 5",
        "name: ''",
        "colours: {lite: {}}",
        "colours: {light: {inc: '#000000'}}",
        "colours: {light: {ink: black}}",
        "colours: {light: {ink: '#fff'}}",
        "logo: {file: a.png}",
        "words: {action: a}",
    ],
)
def test_what_is_refused_when_it_is_read_is_refused(text: str) -> None:
    assert not validator("theme").is_valid(yaml.safe_load(text))
    assert read_theme(SourceText("theme.yaml", text)).theme is None


def test_it_knows_the_keys_that_are_read() -> None:
    found = schema("theme")["properties"]
    assert tuple(found) == KEYS
    assert tuple(found["logo"]["properties"]) == LOGO_KEYS
    assert tuple(found["colours"]["properties"]) == PALETTES
    assert tuple(found["colours"]["properties"]["light"]["properties"]) == tuple(Colour)
    assert tuple(found["words"]["properties"]) == REWORDABLE
