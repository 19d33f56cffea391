"""Asking in a terminal. Knows how a question looks, and no rule of the interview."""
