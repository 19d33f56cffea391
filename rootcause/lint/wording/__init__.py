"""What the rules look for in texts: phrases, from lists for each language, and ranges of numbers."""
