"""What `rootcause check` does: which cases and checks, what was found, how it is told, and what is let stand."""
