"""Follow-ups across cases: which are listed and how, and what is written down when one is done or put off."""
