"""`python -m rootcause`, and the command `rootcause`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line and return its exit code."""
    # Importing makes hardly any garbage: collecting while it goes on, and once more at exit, costs a tenth of a start.
    gc.set_threshold(100_000, 50, 50)
    # Plugins of pydantic would be looked for among all installed packages, and could change what an answer may be.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from rootcause.cli.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # before `run` could take care of it
        return 130
    finally:
        if "duckdb" not in sys.modules:  # which takes for leaks what is not collected, and tells people so at length
            gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
