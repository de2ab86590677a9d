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
    """Open the checker and wait for its first result. Raises RuntimeError where it is missing or not of the answers."""
    arrive(driver, base + CHECK)
    told = driver.execute_async_script(RESULT)
    if told.get("failed") or told["step"] != "abusive":
        raise RuntimeError(told.get("failed") or f"the result is {told['step']}")
    return Visit(told["ms"] / 1000, told["block"], bool(told["longtasks"]))
