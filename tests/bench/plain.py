"""How plainly the pages are written: the highest grade of each kind of page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pages.plainness import SOURCES, built, figures, named, wanted
from table import Row

from overrides.build import build

__all__ = ["rows"]


def rows(_: int | None) -> Iterator[Row]:
    site = build()
    by_grade = defaultdict(list)
    for source in SOURCES:
        by_grade[wanted(named(source))].append((figures(built(site, source)).grade, named(source)))
    for grade, pages in sorted(by_grade.items()):
        worst, name = max(pages)
        yield Row(
            f"reading grade, the highest of {len(pages)}", f"{worst}, {name}", f"at most {grade}", missed=worst > grade
        )
