"""Questions and answers in lines, with nothing redrawn."""
