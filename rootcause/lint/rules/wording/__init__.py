"""How a question is put, after survey methodology."""

WHILE_READING: tuple[str, ...] = ()
LOOKED_FOR: tuple[str, ...] = (
    "double-barrelled-question",
    "leading-question",
    "blame-wording",
    "double-negation",
    "absolute-term",
    "question-too-long",
    "several-questions",
    "vague-term",
    "jargon",
    "agree-disagree",
    "closed-question",
    "answer-type-mismatch",
    "overlapping-ranges",
    "gapped-ranges",
    "scale-without-labels",
    "choices-without-other",
    "unordered-scale",
    "missing-label",
    "not-text-alone",
    "undefined-acronym",
)
