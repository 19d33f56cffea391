"""Asking in a terminal, and drawing what is shown there. Knows how a question looks, and no rule of the interview.

`choose` picks who asks: `interviewer`, which draws with questionary, or `plain`, which only reads and writes lines.
Nothing that is slow to import is imported by `choose`, `drawing` or `console` before it is needed.
"""
