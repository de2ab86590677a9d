"""Runs in the Python that the snapshot is made of."""

import gc
import importlib
import linecache
import re
import sys
import zipimport
from collections.abc import Iterator

CEILING = 3_000_000
LARGEST_HOLE = 1 << 21


def sizes() -> Iterator[int]:
    """From the largest hole to the smallest, close enough together to leave little of any."""
    size = float(LARGEST_HOLE)
    while size > 520:
        yield int(size)
        size /= 1.12
    yield from range(512 - 17, 0, -8)


def zero_freed_memory() -> None:
    """Fill every hole below the heap's top with zeros and free it again: what Python has freed does not compress."""
    top = id(bytes(CEILING))
    held: list[bytes | None] = [None] * 400_000
    count = 0
    for size in sizes():
        while count < len(held) - 10:
            block = bytes(size)
            if id(block) > top:
                break
            held[count] = block
            count += 1


def ready(name: str) -> None:
    """Import the module, bring in what it imports only when it is called, and forget what only that needed."""
    module = importlib.import_module(name)
    for function in map(module.__dict__.get, module.__all__):
        for text in ("", "[]", "{}", '{"age": 1}', "age = 1", "day = 2026-01-01"):
            function(text)
    linecache.clearcache()
    re.purge()
    sys.path_importer_cache.clear()
    zipimport._zip_directory_cache.clear()  # noqa: SLF001
    gc.collect()
    gc.collect()
    zero_freed_memory()
