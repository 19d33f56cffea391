"""Text with positions: reading it, pointing into it, and its YAML tree.

Knows nothing of questionnaires, cases or terminals.
"""
