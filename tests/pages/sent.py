"""What pages ask for of ours, compressed.

`uv run python tests/pages/sent.py SITE` writes down where that is less than before, or new. With OLD NEW, two built
sites, it says how much more or less each page weighs, its own words among it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from overrides.hosting.compression import QUICKLY

FIGURES = Path(__file__).with_name("sent.toml")
OURS = re.compile(r'(?:href|src)="(/?(?:\.\./)*assets/(?!javascripts|stylesheets)[^"]*\.(?:js|css))"')
HASHES = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.)|(?<=/)[0-9a-f]{16}(?=/)|(?<=sha256-)[\w+/]{43}(?==)")
"""What is another for every other content, and compresses a little better or worse by chance."""


def compressed(content: bytes) -> int:
    return len(QUICKLY[".br"](content))


def files_asked_for(page: Path, site: Path) -> dict[str, Path]:
    """Each script and style of ours that a built page asks for, by its name without its hash."""
    files = {}
    for address in OURS.findall(page.read_text(encoding="utf-8")):
        path = site / address[1:] if address.startswith("/") else page.parent / address
        files[HASHES.sub("", path.name).replace("..", ".")] = path
    return files


def weights(site: Path) -> dict[str, int]:
    """The bytes of what pages ask for of ours, by the names of the files: pages that ask for the same are one row."""
    found = {}
    for page in sorted(site.rglob("*.html")):
        files = files_asked_for(page, site)
        found[" ".join(sorted(files))] = sum(compressed(path.read_bytes()) for path in files.values())
    return found


def whole_weights(site: Path) -> Iterator[tuple[str, int]]:
    """Each page's bytes with those of what it asks for of ours."""
    for page in sorted(site.rglob("*.html")):
        own = compressed(HASHES.sub("", page.read_text(encoding="utf-8")).encode())
        files = files_asked_for(page, site).values()
        yield page.relative_to(site).as_posix(), own + sum(compressed(path.read_bytes()) for path in files)


def figures() -> dict[str, int]:
    return tomllib.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}


def write_down(site: Path) -> None:
    held, now = figures(), weights(site)
    rows = (f'"{files}" = {min(weight, held.get(files, weight))}\n' for files, weight in sorted(now.items()))
    FIGURES.write_text("".join(rows), encoding="utf-8")


def main() -> None:
    first, *more = map(Path, sys.argv[1:])
    if not more:
        write_down(first)
        return
    before = dict(whole_weights(first))
    for page, weight in whole_weights(more[0]):
        print(f"{weight - before.get(page, 0):+6} {weight:6} {page}")


if __name__ == "__main__":
    main()
