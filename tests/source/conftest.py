from __future__ import annotations

from typing import Any

import pytest
import yaml

PARSERS = {"python": yaml.SafeLoader} | ({"c": yaml.CSafeLoader} if hasattr(yaml, "CSafeLoader") else {})


@pytest.fixture(params=list(PARSERS.values()), ids=list(PARSERS))
def parser(request: pytest.FixtureRequest) -> Any:
    """Each parser that PyYAML has here."""
    return request.param
