"""Proves which questions can be shown: conditions as formulas, a search for answers that make them true.

Knows nothing of files and findings. What it cannot follow it takes for possible, so it may miss that something can
never be, and never says so of what can.
"""
