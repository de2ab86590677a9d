"""What the tests share: the built site, a server of it, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import serving

from overrides.publish.build import build


@pytest.fixture(scope="session")
def site() -> Path:
    return build()


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address
