"""What a page without the checker weighs as a reader's first: ours against bare Material's of the same words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bare import build_bare, write_bare_project
from host import GZIP, Sent
from load import page_load
from table import Row, amount, note

from overrides.build import build
from overrides.hosting.compression import compress_all

__all__ = ["rows"]

PAGES = {"home": "", "a policy page": "policy/4-principles/", "definitions": "definitions/"}
OF_PYTHON = ("assets/runtime/", "assets/checker/")


def total(sent: list[Sent]) -> int:
    return sum(each.size for each in sent)


def rows(_: int | None) -> Iterator[Row]:
    site = build()
    with TemporaryDirectory() as temporary:
        bare = build_bare(write_bare_project(site, Path(temporary)))
        compress_all(bare)
        for name, path in PAGES.items():
            ours, theirs = page_load(site, path, GZIP), page_load(bare, path, GZIP)
            note(f"{name}, only ours: {', '.join(sorted({s.path for s in ours} - {s.path for s in theirs}))}")
            more, requests = total(ours) - total(theirs), len(ours) - len(theirs)
            sizes = f"ours {amount(total(ours))} in {len(ours)}, bare Material {amount(total(theirs))} in {len(theirs)}"
            python = sum(each.path.startswith(OF_PYTHON) for each in ours)
            yield Row(
                f"page weight, gzip, {name}",
                f"{more / 1000:+.1f} KB, {requests:+d} requests, {python} of Python: {sizes}",
                "at most +15 KB, +2 requests, 0 of Python",
            )
