"""From what somebody wrote to a value, and from a value to what people read.

`reading` is the way in, `wording` the way out; `amounts` and `moments` know how people write numbers and
times; `adapters` turns the bounds of a question into a pydantic type.
"""
