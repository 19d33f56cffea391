"""What is wrong or weak in a questionnaire file, found before anybody is asked.

`rules` holds one module for each thing that can be wrong, `context` what they look at, `linter` runs them over files,
`finding` is what comes out. Knows the questionnaire and its language; of the interview only how tests are run.
"""
