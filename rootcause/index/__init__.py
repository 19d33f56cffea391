"""Many cases as flat tables: a row for each case, cause, follow-up and answer, in an SQLite file that may be deleted.

`tables` are the rows and their columns, `rows` makes them from an analysis, `database` holds them, `updating` brings
them up to date with the files. The case files are the truth; nothing is known here that they do not say.
"""
