"""What Chromium's processes hold before Python and after the first result."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from arms import ARMS, CHECK, both
from browsers import browser, name_of
from host import serve
from table import Row, spread
from visit import visit

__all__ = ["rows"]

RESTS = 4.0


def children(parent: int) -> Iterator[int]:
    for task in Path(f"/proc/{parent}/task").glob("*"):
        for child in map(int, (task / "children").read_text().split()):
            yield child
            yield from children(child)


def held(driver: Any) -> float:
    """Megabytes of memory of the driver's browser, each process's share of what several use."""
    total = 0
    for process in children(driver.service.process.pid):
        try:
            share = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
        except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
            continue
        total += int(share[1]) if share else 0
    return total / 1024


def of_arm(base: str) -> tuple[str, float, float]:
    """The browser, and megabytes that it holds before Python and with the first result."""
    with browser("chromium") as driver:
        driver.get(f"{base}{CHECK}?hold")
        time.sleep(RESTS)
        before = held(driver)
        visit(driver, base)
        time.sleep(RESTS)
        return name_of(driver), before, held(driver)


def rows(repeats: int | None) -> Iterator[Row]:
    with both() as folders:
        for arm in ARMS:
            with serve(folders[arm]) as host:
                visits = [of_arm(host.base) for _ in range(repeats or 3)]
            names, before, after = zip(*visits, strict=True)
            more = statistics.median(after) - statistics.median(before)
            sizes = f"{spread(before, 'MB', 0)} before Python, {spread(after, 'MB', 0)} with the result"
            yield Row(f"memory, {names[0]}, checker's page, {arm}", f"{more:+.0f} MB: {sizes}")
