"""What a browser fetches, by the server's own account."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from browsers import browser
from host import BROTLI_AND_GZIP, Sent, serve
from visit import arrive, visit

__all__ = ["first_result", "page_load"]

QUIET = 2.0
"""Seconds in which a page that was loaded asks for whatever it still wants."""


def page_load(site: Path, path: str, encodings: Sequence[str] = BROTLI_AND_GZIP) -> list[Sent]:
    """What Chromium asks for when the page is its first."""
    with serve(site, encodings) as host, browser("chromium") as driver:
        arrive(driver, host.base + path)
        time.sleep(QUIET)
        return list(host.sent)


def first_result(site: Path, encodings: Sequence[str] = BROTLI_AND_GZIP) -> list[Sent]:
    """What Chromium asks for from opening the checker to its first result, with an empty cache."""
    with serve(site, encodings) as host, browser("chromium") as driver:
        visit(driver, host.base)
        return list(host.sent)
