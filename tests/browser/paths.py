"""The addresses of every page of the site, as its sources name them."""

from __future__ import annotations

from pathlib import Path

from overrides.project import ROOT

__all__ = ["PAGES"]

DOCS = ROOT / "docs"


def address(source: Path) -> str:
    path = source.relative_to(DOCS).with_suffix("")
    folder = (path.parent if path.name == "index" else path).as_posix()
    return "" if folder == "." else f"{folder}/"


# Known before the site is built. `tests/pages/test_paths.py` shows that these are the pages that are built.
PAGES = [*sorted(address(path) for path in DOCS.rglob("*.md") if "parts" not in path.parts), "404.html"]
