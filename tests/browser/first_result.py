"""How long a browser takes from an address to the first result of the checker."""

from __future__ import annotations

from browser.engine import Driver

__all__ = ["first_result"]

EXAMPLE = "siblings-and-threats"
SHOWN = """
const [done] = arguments;
const stop = setInterval(() => {
  if (!document.querySelector("[data-from]")) return;
  clearInterval(stop);
  done(performance.now());
}, 10);
"""


def first_result(driver: Driver, checker: str) -> float:
    """Seconds from opening the checker's page, whose address that is, with an example, to what it shows of it."""
    driver.get("about:blank")
    driver.get(f"{checker}?example={EXAMPLE}")
    return driver.execute_async_script(SHOWN) / 1000
