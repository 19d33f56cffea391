"""The negative control of `leaving.py`: asks as most scripts do, with `ask()`, and saves when all is answered."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import questionary

answers: dict[str, str] = {}
for question in ("Who told us?", "What happened?", "Who carried it?"):
    answer = questionary.text(question).ask()
    if answer is None:
        sys.exit(1)
    answers[question] = answer
Path("answers.json").write_text(json.dumps(answers), encoding="utf-8")
