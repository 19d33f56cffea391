"""The interview: which question comes next, and what an answer changes.

A pure engine. Knows nothing of files, screens or the clock; a move returns a new interview.
"""
