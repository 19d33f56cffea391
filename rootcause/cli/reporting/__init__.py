"""The report of a case: what was asked for, what becomes of it, where it goes."""
