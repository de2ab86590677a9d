"""Files compressed beforehand, beside what they hold: the same bytes at every build."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

__all__ = ["BEST", "QUICKLY", "Ways", "compress", "compress_all", "compress_best", "uncompressed", "worth_it"]

COMPRESSIBLE = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".wasm"}
ONE_PACKET = 1400

Ways = dict[str, Callable[[bytes], bytes]]

QUICKLY: Ways = {
    ".br": lambda content: brotli.compress(content, quality=8),
    ".gz": lambda content: gzip.compress(content, 7, mtime=0),
}
"""Most of the gain, for little of a build's time."""

BEST: Ways = {
    ".br": lambda content: brotli.compress(content, quality=11, lgwin=24),
    ".gz": lambda content: gzip.compress(content, 9, mtime=0),
}
"""As small as can be."""


def worth_it(path: Path) -> bool:
    return path.suffix in COMPRESSIBLE and path.stat().st_size > ONE_PACKET


def uncompressed(folder: Path) -> list[Path]:
    """Each file below `folder` that is not another one compressed, in order."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in QUICKLY]


def compress(path: Path, ways: Ways) -> None:
    """Write `path` compressed beside it, where it is not there yet: whole, or not at all."""
    for suffix, made in ways.items():
        beside = path.with_name(path.name + suffix)
        if not beside.exists():
            making = beside.with_name(f"{beside.name}.making")
            making.write_bytes(made(path.read_bytes()))
            making.rename(beside)


def compress_all(folder: Path) -> None:
    """Quickly, each file below `folder` that it is worth it for."""
    for path in list(filter(worth_it, folder.rglob("*"))):
        compress(path, QUICKLY)


def compress_best(folder: Path, kept: Path) -> None:
    """The files of `folder` as small as can be.

    That takes ten megabytes half a minute, so what was made is kept in `kept`, by its hash.
    """

    def one(path: Path) -> None:
        content = path.read_bytes()
        original = kept / hashlib.sha256(content).hexdigest()
        if not all(original.with_suffix(suffix).exists() for suffix in BEST):
            original.write_bytes(content)
            compress(original, BEST)
            original.unlink()
        for suffix in BEST:
            path.with_name(path.name + suffix).write_bytes(original.with_suffix(suffix).read_bytes())

    kept.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor() as several:
        list(several.map(one, list(filter(worth_it, folder.iterdir()))))
