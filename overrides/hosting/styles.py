"""The styles, which are written in parts: a page asks for one file of them, which leaves the comments out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

__all__ = ["SHEETS", "join_styles"]

SHEETS = ("assets/site.css", "assets/checker/checker.css", "assets/checker/practice.css")
"""What pages ask for. In `overrides/theme` each names its parts, in order."""

PARTS = "styles"
PART = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def joined(sheet: Path) -> str:
    """The parts that `sheet` names, in order. Raises ValueError, which says the name, where one is not there."""

    def part(named: re.Match[str]) -> str:
        path = sheet.parent / named[1]
        if not path.is_file():
            raise ValueError(f'{sheet.name} names "{named[1]}", and there is no such part')
        return path.read_text(encoding="utf-8")

    return COMMENT.sub("", PART.sub(part, sheet.read_text(encoding="utf-8")))


def join_styles(site: Path) -> None:
    """Put its parts into each of `SHEETS`, and take their folder away. Raises ValueError as `joined` does."""
    for name in SHEETS:
        sheet = site / name
        sheet.write_text(joined(sheet), encoding="utf-8")
    shutil.rmtree(site / PARTS)
