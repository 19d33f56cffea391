"""Questionnaires: their format, their model, and what counts as an answer to each question.

`document` mirrors the file, `model` is what the rest of the program works with, `loader` leads from one
to the other, `response` turns what somebody wrote into a value. Knows nothing of who asks or where answers are kept.
"""
