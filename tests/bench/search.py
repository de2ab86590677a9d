"""How many real questions find their page, in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

from browser.searching import answered, share
from browsers import browser
from serving import serving
from table import Row

from overrides.build import build

__all__ = ["rows"]


def rows(_: int | None) -> Iterator[Row]:
    with serving(build()) as base, browser("chromium") as driver:
        driver.set_window_size(1280, 900)
        driver.set_script_timeout(300)
        answers = answered(driver, base)
    for first, wanted in ((3, 95), (1, 80)):
        found = share(answers, first)
        what = f"search, of {len(answers)} questions, among the first {first}"
        yield Row(what, f"{found:.1%}", f"at least {wanted}%", missed=found < wanted / 100)
