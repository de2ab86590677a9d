"""The two sites whose start is compared: ours, and the same with a worker that starts Pyodide as its manual says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.build import build
from overrides.hosting.compression import compress_all, compress_best
from overrides.runtime.made import COMPRESSED, ordinary

__all__ = ["ARMS", "CHECK", "STOCK", "arms_of", "both"]

HERE = Path(__file__).parent
ARMS = ("ours", "stock")
CHECK = "check/"
STOCK = "assets/runtime/570cc0de"
"""Named as the folders are that a host lets browsers keep for good."""


def put(path: Path, text: str) -> None:
    """Write a file of a site; compressed forms of what was there before go."""
    path.write_text(text, encoding="utf-8")
    for suffix in (".br", ".gz"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def stamped(site: Path, folder: Path) -> Path:
    """A copy of the site whose checker tells when its worker is created and its result is there."""
    shutil.copytree(site, folder)
    page = folder / CHECK / "index.html"
    before, head, after = page.read_text(encoding="utf-8").partition("<head>")
    put(page, f'{before}{head}<script src="stamp.js"></script>{after}')
    put(page.with_name("stamp.js"), (HERE / "stamp.js").read_text(encoding="utf-8"))
    return folder


def stock_runtime(folder: Path) -> None:
    """Pyodide's files as they were published, the checker's wheel, and the lock that names it."""
    folder.mkdir(parents=True)
    ordinary(folder)
    compress_best(folder, COMPRESSED)


def arms_of(site: Path, folder: Path) -> dict[str, Path]:
    """The folders of the two sites, in `folder`, by their names in `ARMS`.

    All that differs is the worker, and what it loads. Raises RuntimeError where `site` has no worker to replace.
    """
    arms = {name: stamped(site, folder / name) for name in ARMS}
    workers = list((arms["stock"] / "assets").rglob("worker.js"))
    if not workers:
        raise RuntimeError("the site has no worker.js: stock Pyodide cannot take its place")
    for worker in workers:
        put(worker, (HERE / "stock_worker.js").read_text(encoding="utf-8"))
    stock_runtime(arms["stock"] / STOCK)
    for arm in arms.values():
        compress_all(arm)
    return arms


@contextmanager
def both() -> Iterator[dict[str, Path]]:
    """This project's site, built anew, as the two of `arms_of`."""
    with TemporaryDirectory() as temporary:
        yield arms_of(build(), Path(temporary))
