"""One visit to the checker's page, to its first result."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from arms import CHECK

__all__ = ["Visit", "arrive", "visit"]

SETTLES = 1.0
"""Seconds after which a browser that was just started is at rest."""
RESULT = "const done = arguments[0]; window.bench.then(done, (error) => done({ failed: String(error) }));"


@dataclass(frozen=True)
class Visit:
    """Seconds to the result, and the longest time for which the page could not answer, in milliseconds."""

    seconds: float
    block: float
    longtasks: bool


def arrive(driver: Any, address: str) -> None:
    """Open a page in a browser that is at rest."""
    driver.get("about:blank")
    time.sleep(SETTLES)
    driver.get(address)


def visit(driver: Any, base: str) -> Visit:
    """Raises RuntimeError where there is no result, or another one than the answers have."""
    arrive(driver, base + CHECK)
    found = driver.execute_async_script(RESULT)
    if found.get("failed") or found["step"] != "abusive":
        raise RuntimeError(found.get("failed") or f"the result is {found['step']}")
    return Visit(found["ms"] / 1000, found["block"], bool(found["longtasks"]))
