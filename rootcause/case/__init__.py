"""Cases on disk: one folder each, written so that no accepted answer is ever lost."""
