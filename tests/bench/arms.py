"""The two sites whose start is compared: ours, and the same with a worker that starts Pyodide as its manual says."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.publish.build import build
from overrides.publish.runtime import node_modules, wheel

__all__ = ["ARMS", "CHECK", "STOCK", "both"]

HERE = Path(__file__).parent
ARMS = ("ours", "stock")
CHECK = "check/"
STOCK = "assets/runtime/stock"
OF_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def stamped(site: Path, folder: Path) -> Path:
    """A copy of the site whose checker tells when its worker is created and its result is there."""
    shutil.copytree(site, folder)
    page = folder / CHECK / "index.html"
    before, head, after = page.read_text(encoding="utf-8").partition("<head>")
    page.write_text(f'{before}{head}<script src="stamp.js"></script>{after}', encoding="utf-8")
    shutil.copyfile(HERE / "stamp.js", page.with_name("stamp.js"))
    return folder


def stock_runtime(folder: Path) -> None:
    """Pyodide's files as they were published, the checker's wheel, and the lock that names it."""
    folder.mkdir(parents=True)
    pyodide = node_modules() / "pyodide"
    for name in OF_PYODIDE:
        shutil.copyfile(pyodide / name, folder / name)
    made = wheel(folder)
    package = {
        "name": "hsb-checker",
        "version": made.name.split("-")[1],
        "file_name": made.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(made.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": ["checker"],
        "depends": [],
    }
    info = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    lock = {"info": info, "packages": {"hsb-checker": package}}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


@contextmanager
def both() -> Iterator[dict[str, Path]]:
    """The folders of the two sites, by their names in `ARMS`: all that differs is the worker, and what it loads."""
    site = build()
    with TemporaryDirectory() as temporary:
        folders = {name: stamped(site, Path(temporary) / name) for name in ARMS}
        stock_runtime(folders["stock"] / STOCK)
        workers = list((folders["stock"] / "assets" / "checker").rglob("worker.js"))
        if not workers:
            raise RuntimeError("the site has no worker.js in assets/checker: stock Pyodide cannot take its place")
        for worker in workers:
            shutil.copyfile(HERE / "stock_worker.js", worker)
        yield folders
