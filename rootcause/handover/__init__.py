"""Follow-ups handed over to where people work, in formats of other programs, and what comes back from there."""
