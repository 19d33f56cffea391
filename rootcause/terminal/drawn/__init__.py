"""Prompts that are drawn with prompt_toolkit and gone when they are answered."""
