"""What is fetched for the first result beside what any page fetches: ours against stock Pyodide."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from arms import CHECK, both
from host import BROTLI_AND_GZIP, GZIP
from load import first_result, page_load
from table import Row, amount

from overrides.hosting.compression import BEST

__all__ = ["rows"]

ELSEWHERE = "policy/4-principles/"


def page_itself(site: Path) -> set[str]:
    """What the checker's page fetches before its worker: what every page does, and its own HTML and scripts."""
    every_page = {sent.path for sent in page_load(site, ELSEWHERE)}
    text = (site / CHECK / "index.html").read_text(encoding="utf-8")
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*.js"))
    scripts = {path for path in paths if f'src="../{path}"' in text}
    return {*every_page, *scripts, f"{CHECK}index.html", f"{CHECK}stamp.js"}


@cache
def at_best(path: Path) -> tuple[int, int]:
    """A file's size in brotli and in gzip at their best, or as it is where that is smaller."""
    content = path.read_bytes()
    return tuple(min(len(content), len(made(content))) for made in BEST.values())


def of_arm(arm: str, site: Path, page: set[str], method: str) -> tuple[list[Row], list[int]]:
    """A row for each file that is not of the page itself, and their sums: as stored, and compressed at best."""
    files = []
    for sent in first_result(site, BROTLI_AND_GZIP if method == "brotli" else GZIP):
        path = site / sent.path
        if sent.path not in page:
            files.append((path.name, sent.size, at_best(path)[method == "gzip"] if path.is_file() else 0))
    rows = [Row(f"  {arm}, {method}, {name}", f"{amount(size)}, at best {amount(best)}") for name, size, best in files]
    return rows, [sum(file[column] for file in files) for column in (1, 2)]


def rows(_: int | None) -> Iterator[Row]:
    with both() as folders:
        page = page_itself(folders["ours"])
        for method in ("brotli", "gzip"):
            files, stock = of_arm("stock", folders["stock"], page, method)
            more, ours = of_arm("ours", folders["ours"], page, method)
            yield from (*files, *more)
            for number, how in enumerate(("as stored", "compressed at best")):
                measured = f"ours {amount(ours[number])}, stock {amount(stock[number])}"
                what = f"bytes to the first result, {method}, {how}"
                yield Row(what, measured, "at most stock's", missed=ours[number] > stock[number])
