"""Cases on disk: one folder each, written so that no accepted answer is ever lost.

`model` is a case as the program works with it, `changes` what a move makes of it, `record` its JSON, `atomic` how
bytes reach the disk, `store` the folders and their locks, `location` where they lie, `draft` what is still being
typed, `since` what is new to a person who comes back. Knows answers and their keys; nothing of questions, screens or
reports.
"""
