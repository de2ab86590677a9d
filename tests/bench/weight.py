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
MORE_BYTES, MORE_REQUESTS = 15_000, 2


def total(sent: list[Sent]) -> int:
    return sum(file.size for file in sent)


def compared(name: str, ours: list[Sent], theirs: list[Sent]) -> Row:
    """What the page has more than bare Material's, which is `theirs`."""
    only_ours = {file.path for file in ours} - {file.path for file in theirs}
    note(f"{name}, only ours: {', '.join(sorted(only_ours))}")
    more, requests = total(ours) - total(theirs), len(ours) - len(theirs)
    python = sum(file.path.startswith(OF_PYTHON) for file in ours)
    sizes = f"ours {amount(total(ours))} in {len(ours)}, bare Material {amount(total(theirs))} in {len(theirs)}"
    return Row(
        f"page weight, gzip, {name}",
        f"{more / 1000:+.1f} KB, {requests:+d} requests, {python} of Python: {sizes}",
        f"at most {MORE_BYTES / 1000:+.0f} KB, {MORE_REQUESTS:+d} requests, 0 of Python",
        missed=more > MORE_BYTES or requests > MORE_REQUESTS or python > 0,
    )


def rows(_: int | None) -> Iterator[Row]:
    site = build()
    with TemporaryDirectory() as temporary:
        bare = build_bare(write_bare_project(site, Path(temporary)))
        compress_all(bare)
        for name, path in PAGES.items():
            yield compared(name, page_load(site, path, GZIP), page_load(bare, path, GZIP))
