"""The parts of a WebAssembly module that the snapshot reads and writes: its sections, and the data of its memory."""

from __future__ import annotations

import io
from collections.abc import Iterator

from leb128 import i as signed
from leb128 import u as unsigned

__all__ = [
    "DATA",
    "IMPORT",
    "MEMORY",
    "PAGE",
    "data_of",
    "initial",
    "section",
    "sections",
    "segment",
    "sized",
    "vector",
]

IMPORT, MEMORY, DATA = 2, 5, 11
PAGE = 65_536
"""The bytes of a page of memory."""


def sections(wasm: bytes) -> Iterator[tuple[int, bytes]]:
    """Each section's kind and content."""
    reader = io.BytesIO(wasm[8:])
    while kind := reader.read(1):
        size, _ = unsigned.decode_reader(reader)
        yield kind[0], reader.read(size)


def pages_of(limits: bytes) -> int:
    """How many pages the one memory of a module begins with, from its section."""
    return unsigned.decode_reader(io.BytesIO(limits[2:]))[0]


def sized(content: bytes) -> bytes:
    return bytes(unsigned.encode(len(content))) + content


def vector(items: list[bytes]) -> bytes:
    return bytes(unsigned.encode(len(items))) + b"".join(items)


def segment(at: int, content: bytes) -> bytes:
    """An active segment of memory 0."""
    return b"\0\x41" + signed.encode(at) + b"\x0b" + sized(content)


def section(kind: int, content: bytes) -> bytes:
    return bytes([kind]) + sized(content)


def data_of(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each active segment's place in memory and its bytes, from the section of data."""
    reader = io.BytesIO(content)
    count, _ = unsigned.decode_reader(reader)
    for _ in range(count):
        if reader.read(2) != b"\0\x41":
            raise ValueError("a segment that is not active at a constant place")
        at, _ = signed.decode_reader(reader)
        reader.read(1)
        size, _ = unsigned.decode_reader(reader)
        yield at, reader.read(size)


def initial(wasm: bytes) -> bytes:
    """The memory of a module before any of its code has run."""
    by_kind = dict(sections(wasm))
    image = bytearray(pages_of(by_kind[MEMORY]) * PAGE)
    for at, content in data_of(by_kind[DATA]):
        image[at : at + len(content)] = content
    return bytes(image)
