"""Reports in the form that a team gives them: their own Jinja2 templates, with plain data and nothing else.

A template is foreign code. Here it is kept from what it may not reach; `rootcause.cli.reporting.confinement` keeps it
from using up time and memory. Nothing here is imported before somebody asks for a template.
"""
