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
from overrides.runtime.made import compress_runtime, runtime, wheel

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
LARGEST = ("pyodide.asm.wasm", "pyodide.asm.mjs", "snapshot.wasm")
MOST = 5_480_000
STEPS = list(dict.fromkeys(step for step, *_ in BACK))


def sources(done: list[str], whole: Path, folder: Path) -> Path:
    """A copy in `folder` of `whole`, what the snapshot is made with, less the steps that are not `done`."""
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
    return ", gzip ".join(amount(len(compressed(content))) for compressed in ways.values())


def after_each_step(pyodide: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each step with the snapshot's memory once it and those before it are taken; the first, with none of them."""
    whole, checker = snapshot.SOURCES, wheel(folder)
    try:
        for count, step in enumerate(["as Pyodide leaves it", *STEPS]):
            snapshot.SOURCES = sources(STEPS[:count], whole, folder / str(count))
            yield step, snapshot.memory(pyodide, checker, folder)
    finally:
        snapshot.SOURCES = whole


def fetched(folder: Path) -> Row:
    """What a browser fetches of the three largest files of the runtime, as a host sends them."""
    for name in LARGEST:
        shutil.copyfile(runtime() / name, folder / name)
    compress_runtime(folder)
    size = sum((folder / f"{name}.br").stat().st_size for name in LARGEST)
    return Row("wasm, script and snapshot, brotli 11", amount(size), f"at most {amount(MOST)}", missed=size > MOST)


def rows(_: int | None) -> Iterator[Row]:
    pyodide = node_modules() / "pyodide"
    with TemporaryDirectory() as temporary:
        for step, memory in after_each_step(pyodide, Path(temporary)):
            yield Row(f"snapshot, {step}, brotli 9", sizes(memory, NINE))
    data = snapshot.snapshot_wasm((pyodide / "pyodide.asm.wasm").read_bytes(), memory)
    yield Row("snapshot, without what its module brings, brotli 9", sizes(data, NINE))
    yield Row("snapshot, the same, brotli 11", sizes(data, BEST))
    with TemporaryDirectory() as temporary:
        yield fetched(Path(temporary))
