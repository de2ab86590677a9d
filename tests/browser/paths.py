"""The addresses of every page of the site, as its sources name them."""

from __future__ import annotations

from pathlib import Path

from chosen import DOCS, EDITION

from overrides.hosting.listing import folder_of

__all__ = ["NOT_FOUND", "PAGES", "READ"]


def address(source: Path) -> str:
    path = source.relative_to(DOCS).with_suffix("")
    folder = (path.parent if path.name == "index" else path).as_posix()
    return "" if folder == "." else f"{folder}/"


# Known before the site is built. `tests/pages/test_paths.py` shows that these are the pages that are built.
PAGES = [*sorted(address(path) for path in DOCS.rglob("*.md") if "parts" not in path.parts), "404.html"]
NOT_FOUND = ["404.html"] if folder_of(EDITION.address) == "/" else []
"""What is sent for what is not found. It leads from the root of its host, where these tests serve the site."""
READ = [path for path in PAGES if path != "404.html" or path in NOT_FOUND]
"""The pages as a browser can read them here."""
