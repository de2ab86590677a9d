"""The browsers that the benchmarks drive, each with a new profile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from browser.engine import CHROMIUM as FLAGS
from browser.engine import NAMES as BROWSERS
from browser.engine import starter

__all__ = ["BROWSERS", "FLAGS", "browser", "name_of"]


@contextmanager
def browser(name: str) -> Iterator[Any]:
    """A driver of one of `BROWSERS`. Raises RuntimeError, saying what to install, where it cannot be had."""
    with starter(name) as start:
        driver = start()
        driver.set_script_timeout(180)
        yield driver


def name_of(driver: Any) -> str:
    """As `Firefox 153`, or `WebKitGTK 2.50`."""
    name, version = (driver.capabilities[key] for key in ("browserName", "browserVersion"))
    called = {"chrome": "Chromium", "firefox": "Firefox", "MiniBrowser": "WebKitGTK"}.get(name, name)
    return f"{called} {'.'.join(version.split('.')[: 2 if called == 'WebKitGTK' else 1])}"
