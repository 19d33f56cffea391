"""The commands. A command reads, calls, renders and exits; the one error boundary is in `app`."""
