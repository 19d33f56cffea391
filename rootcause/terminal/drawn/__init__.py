"""Prompts that are drawn with questionary and gone when they are answered."""
