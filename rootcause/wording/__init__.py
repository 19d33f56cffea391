"""Phrases in texts of people: lists of them for each language, and where one stands. Knows no questionnaire."""
