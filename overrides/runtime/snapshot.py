"""Python as it stands once the checker is imported, as a WebAssembly module that is nothing but data.

Instantiated with a memory that holds what Pyodide's own module brings, it makes of it the snapshot that Pyodide starts
from: a first page of header, then Python's memory as far as it is in use. So a browser unpacks it, and what Pyodide's
module has already is not sent twice. The module imports `pages.N`, the memory, of N pages.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from leb128 import u as unsigned

from overrides.runtime.wasm import DATA, IMPORT, PAGE, initial, section, segment, sized, vector

__all__ = ["SOURCES", "memory", "snapshot_wasm"]

SOURCES = Path(__file__).parent
RUN = re.compile(rb"[^\0](?:\0{0,63}[^\0])*", re.DOTALL)
"""Bytes that differ, to the next 64 that do not: a segment's own cost is a few bytes."""


def trimmed_stdlib(stdlib: Path, wheel: Path, out: Path) -> None:
    """Python's library, with what the checker does not need replaced, the checker beside it."""
    replaced = {path.relative_to(SOURCES / "stdlib").as_posix(): path for path in (SOURCES / "stdlib").rglob("*.py")}
    with zipfile.ZipFile(stdlib) as old, zipfile.ZipFile(wheel) as ours, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), replaced[name].read_bytes() if name in replaced else old.read(name))
        for name in ours.namelist():
            if ".dist-info/" not in name:
                new.writestr(zipfile.ZipInfo(name), ours.read(name))
        new.writestr(zipfile.ZipInfo("scrub.py"), (SOURCES / "scrub.py").read_bytes())


def memory(pyodide: Path, wheel: Path, working: Path) -> bytes:
    """Pyodide's snapshot with the checker imported: the same bytes from the same files. Raises CalledProcessError."""
    stdlib, out = working / "stdlib.zip", working / "snapshot.bin"
    trimmed_stdlib(pyodide / "python_stdlib.zip", wheel, stdlib)
    node = Path(sys.executable).with_name("node")
    command = [str(node), str(SOURCES / "snapshot.mjs"), str(pyodide), str(stdlib), "checker.browser", str(out)]
    subprocess.run(command, check=True)  # noqa: S603
    return out.read_bytes()


def differences(before: bytes, after: bytes) -> Iterator[tuple[int, bytes]]:
    changed = (int.from_bytes(before, "little") ^ int.from_bytes(after, "little")).to_bytes(len(after), "little")
    for run in RUN.finditer(changed):
        yield run.start(), after[run.start() : run.end()]


def snapshot_wasm(wasm: bytes, snapshot: bytes) -> bytes:
    """The module that makes `snapshot` of the memory that `wasm` begins with. ValueError where it had to grow."""
    size = int.from_bytes(snapshot[4:8], "little")
    before, after = initial(wasm), snapshot[size:]
    if len(before) != len(after):
        raise ValueError(f"a snapshot of {len(after)} bytes cannot be put back into a memory of {len(before)}")
    pages = 1 + -(-len(after.rstrip(b"\0")) // PAGE)
    limits = b"\x01" + unsigned.encode(pages) + unsigned.encode(pages)
    memory = sized(b"pages") + sized(str(pages).encode()) + b"\x02" + limits
    header = snapshot[:4] + PAGE.to_bytes(4, "little") + snapshot[8:size]
    data = [segment(0, header), *(segment(PAGE + at, content) for at, content in differences(before, after))]
    return wasm[:8] + section(IMPORT, vector([memory])) + section(DATA, vector(data))
