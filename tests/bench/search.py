"""How many real questions find their page, in Chromium, of the site by each builder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from browser.searching import answered, share
from browsers import browser
from serving import serving
from table import Row

from overrides.build import build
from overrides.stages import BUILDERS

__all__ = ["rows"]


def rows(_: int | None) -> Iterator[Row]:
    with TemporaryDirectory() as folder, browser("chromium") as driver:
        driver.set_window_size(1280, 900)
        driver.set_script_timeout(300)
        for builder in BUILDERS:
            site = build(Path(folder) / builder, for_hosts=False, builder=builder)
            with serving(site) as base:
                answers = answered(driver, base)
            for first, wanted in ((3, 95), (1, 80)):
                found = share(answers, first)
                what = f"search by {builder}, of {len(answers)} questions, among the first {first}"
                yield Row(what, f"{found:.1%}", f"at least {wanted}%", missed=found < wanted / 100)
