"""What the rules look for in texts: phrases, from lists for each language, and ranges of numbers."""

from pathlib import Path
from typing import Final

from rootcause.wording.phrases import PhraseBook

BOOK: Final = PhraseBook(Path(__file__).parent / "words")
"""The lists of phrases that the rules look for."""
