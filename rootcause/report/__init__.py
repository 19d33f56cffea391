"""The report: a model of blocks, and the formats it is written in.

Pure: an analysis in, text out.
"""
