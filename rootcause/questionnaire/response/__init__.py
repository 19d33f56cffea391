"""From what somebody wrote to a value, and from a value to what people read.

`reading` is the way in, `wording` the way out, `preview` both at once, `forms` the examples. `amounts`, `days`,
`moments` and `durations` know how people write numbers and times, `words_of_time` with which words; `adapters` turns
the bounds of a question into a pydantic type.
"""
