"""rootcause: root-cause analysis that turns a problem with a customer into an opportunity."""

__version__ = "0.1.0"
