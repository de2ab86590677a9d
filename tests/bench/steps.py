"""What each step of making the snapshot saves: its memory compressed, with the steps so far."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
from table import Row, amount

from overrides.hosting.compression import BEST, Ways
from overrides.project import node_modules
from overrides.runtime import snapshot
from overrides.runtime.made import wheel

__all__ = ["rows"]

# Each takes a step back: a file of what the snapshot is made with, what stands there and what would stand without it.
BACK = [
    ("docstrings left out", "snapshot.mjs", '"-OO", ', ""),
    ("freed memory and the stack zeroed", "scrub.py", "    zero_freed_memory()\n", ""),
    ("freed memory and the stack zeroed", "snapshot.mjs", "snapshot.fill(", "snapshot.subarray("),
    ("column numbers left out", "snapshot.mjs", '"-X", "no_debug_ranges"', ""),
    ("no event loop", "stdlib/pyodide/webloop.py", None, None),
    ("no loader of packages", "stdlib/pyodide/_package_loader.py", None, None),
    ("no asyncio", "stdlib/asyncio/__init__.py", None, None),
]
NINE: Ways = {**BEST, ".br": lambda content: brotli.compress(content, quality=9, lgwin=24)}
STEPS = list(dict.fromkeys(step for step, *_ in BACK))


def sources(done: list[str], whole: Path, folder: Path) -> Path:
    """What the snapshot is made with, from `whole`, the steps that are not `done` taken back."""
    shutil.copytree(whole, folder)
    for step, name, there, instead in BACK:
        path = folder / name
        if step in done:
            continue
        if there is None:
            path.unlink()
            continue
        text = path.read_text(encoding="utf-8")
        if there not in text:
            raise LookupError(f"{there!r} is not in {name}")
        path.write_text(text.replace(there, instead), encoding="utf-8")
    return folder


def sizes(content: bytes, ways: Ways) -> str:
    return ", gzip ".join(amount(len(made(content))) for made in ways.values())


def rows(_: int | None) -> Iterator[Row]:
    pyodide = node_modules() / "pyodide"
    kept = snapshot.SOURCES
    with TemporaryDirectory() as temporary:
        made = wheel(Path(temporary))
        try:
            for count in range(len(STEPS) + 1):
                snapshot.SOURCES = sources(STEPS[:count], kept, Path(temporary) / str(count))
                found = snapshot.memory(pyodide, made, Path(temporary))
                name = STEPS[count - 1] if count else "as Pyodide leaves it"
                yield Row(f"snapshot, {name}, brotli 9", sizes(found, NINE))
        finally:
            snapshot.SOURCES = kept
        data = snapshot.snapshot_wasm((pyodide / "pyodide.asm.wasm").read_bytes(), found)
        yield Row("snapshot, without what its module brings, brotli 9", sizes(data, NINE))
        yield Row("snapshot, the same, brotli 11", sizes(data, BEST), "wasm, script and snapshot at most 5.48 MB")
