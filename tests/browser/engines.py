"""In which browsers a test is tried: in Chromium, where it does not say otherwise."""

from __future__ import annotations

import pytest
from browser.engine import NAMES

__all__ = ["in_browsers", "in_each_browser"]


def in_browsers(*names: str) -> pytest.MarkDecorator:
    """For a test of what these browsers do in their own way."""
    return pytest.mark.parametrize("browser", names, indirect=True)


in_each_browser = in_browsers(*NAMES)
