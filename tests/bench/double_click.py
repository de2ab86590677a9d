"""From a double click on the unpacked checker to its first result."""

from __future__ import annotations

import statistics
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from browser.first_result import first_result
from browsers import BROWSERS, browser, name_of
from table import Row, spread, unmeasured

from overrides.build import build
from overrides.offline.double_click import FOLDER
from overrides.offline.keeping import ZIP

__all__ = ["rows"]

MOST = 3


def of_browser(name: str, page: str, repeats: int) -> Row:
    """Each time in a browser that has not been there."""
    seconds = []
    for _ in range(repeats):
        with browser(name) as driver:
            called = name_of(driver)
            seconds.append(first_result(driver, page))
    missed = statistics.median(seconds) > MOST
    return Row(f"first result by double click, {called}", spread(seconds), f"at most {MOST} s", missed=missed)


def rows(repeats: int | None) -> Iterator[Row]:
    site = build()
    with TemporaryDirectory() as temporary:
        with zipfile.ZipFile(site / ZIP) as packed:
            packed.extractall(temporary)
        page = (Path(temporary) / FOLDER / "check/index.html").as_uri()
        for name in BROWSERS:
            try:
                yield of_browser(name, page, repeats or 7)
            except Exception as error:  # noqa: BLE001 (the other browsers are measured all the same)
                yield unmeasured(f"first result by double click, {name}", error)
