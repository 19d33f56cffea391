"""What is found and does not count: comments in a file silence a rule there, a baseline holds what is known."""
