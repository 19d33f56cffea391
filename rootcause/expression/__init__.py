"""The small language of `when`, `check` and `compute`.

Pure: text in; tree, type, value or flaw out. Knows the names in its scope and nothing of questions,
files or screens.
"""
