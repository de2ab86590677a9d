"""The site kept on a reader's device: what is kept, how much that is, and the worker that keeps it."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path

from overrides.hosting.compression import QUICKLY, uncompressed, worth_it
from overrides.hosting.listing import ROBOTS, SITEMAPS
from overrides.hosting.naming import HASHED
from overrides.hosting.servers import FILES
from overrides.project import ROOT, integrity, node_modules

__all__ = ["STORED", "WORKER", "ZIP", "fill", "kept_files", "megabytes", "service_worker", "size_figures"]

WORKER = "service-worker.js"
ZIP = "site-offline.zip"
WORKBOX = ("core", "routing", "strategies", "precaching")
FOR_HOSTS = {*FILES, ".well-known/security.txt", "404.html", ROBOTS, *SITEMAPS, WORKER, ZIP}
"""What no reader asks for with no network."""
STORED = re.compile(r"(<div [^>]*data-stored) hidden>(.*?<span>)([^<]*)", re.DOTALL)
"""In each page, the line that says that it is a stored copy, and of which day: hidden until it is one.

Python and browsers read this expression alike.
"""


def kept_files(site: Path) -> list[Path]:
    """Every file that a reader may ask for, in order."""
    return [path for path in uncompressed(site) if path.relative_to(site).as_posix() not in FOR_HOSTS]


def fill(page: Path, figures: dict[str, str]) -> None:
    """Write each figure into its place in a built page: a span's text, the end of a bar."""
    text = page.read_text(encoding="utf-8")
    if "data-figure=" not in text:
        return
    for name, value in figures.items():
        text = re.sub(rf'(<span data-figure="{name}">)[^<]*', rf"\g<1>{value}", text)
        text = re.sub(rf'(data-figure="{name}" max=")[^"]*', rf"\g<1>{value}", text)
    page.write_text(text, encoding="utf-8")


def megabytes(size: int) -> str:
    return f"{math.ceil(size / 1e6)} MB"


def sent(path: Path) -> int:
    """How many bytes of a file a host sends that compresses with gzip."""
    beside = path.with_name(f"{path.name}.gz")
    if beside.exists():
        return beside.stat().st_size
    return len(QUICKLY[".gz"](path.read_bytes())) if worth_it(path) else path.stat().st_size


def size_figures(site: Path) -> dict[str, str]:
    """What a reader is told of keeping the site, before it is kept."""
    files = kept_files(site)
    return {
        "files": str(len(files)),
        "pages": str(sum(path.suffix == ".html" for path in files)),
        "sent": megabytes(sum(map(sent, files))),
        "stored": megabytes(sum(path.stat().st_size for path in files)),
    }


def entries(site: Path) -> Iterator[dict[str, str | None]]:
    """For Workbox: each file's address, its bytes' hash, and the whole site's where the address holds none."""
    hashes = {path: integrity(path.read_bytes()) for path in kept_files(site)}
    version = hashlib.sha256("".join(hashes.values()).encode()).hexdigest()[:16]
    for path, hashed in hashes.items():
        at = path.relative_to(site).as_posix()
        fixed = re.match(HASHED, f"/{at}")
        yield {
            "url": at.removesuffix("index.html") or "./",
            "revision": None if fixed else version,
            "integrity": hashed,
        }


def service_worker(site: Path) -> None:
    """Write the worker that keeps the site as it now stands. It is another script for every other site."""
    library = [node_modules() / f"workbox-{part}/build/workbox-{part}.prod.js" for part in WORKBOX]
    parts = [re.sub(r"\n//# sourceMappingURL=.*", "", path.read_text(encoding="utf-8")) for path in library]
    kept = f"const kept = {json.dumps(list(entries(site)), separators=(',', ':'))};"
    stored = f'const STORED = new RegExp({json.dumps(STORED.pattern)}, "s");'
    ours = (ROOT / "overrides/offline" / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text("\n".join([*parts, kept, stored, ours]), encoding="utf-8")
