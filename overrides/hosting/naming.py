"""The site's own scripts and styles under names that hold their hash, as the theme's do.

A page then never runs with a script of another day, and a browser need not ask for them again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

__all__ = ["HASHED", "NAMED", "change_pages", "hash_in_name", "name_by_hash", "name_runtime"]

NAMED = ("assets/*.css", "assets/*.js", "assets/*.svg", "assets/checker/*")
# Read alike by Python, nginx, Caddy and Apache, so without braces.
HASHED = rf"^/assets/(runtime/[0-9a-f]+/.|([a-z]+/)*[a-z]+\.{'[0-9a-f]' * 8}\.(min\.)?(js|css|svg)$)"
"""The paths of files that never change under their names."""


def hash_in_name(content: bytes) -> str:
    """What a file with this content bears in its name."""
    return hashlib.sha256(content).hexdigest()[:8]


def change_pages(site: Path, change: Callable[[str], str]) -> None:
    """Make of each page of a built site what `change` makes of its text."""
    for path in site.rglob("*.html"):
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def name_by_hash(site: Path) -> None:
    """Put the hash of each file of `NAMED` into its name, and into the pages that ask for it."""
    renamed = {}
    for path in sorted(path for pattern in NAMED for path in site.glob(pattern)):
        named = path.rename(path.with_name(f"{path.stem}.{hash_in_name(path.read_bytes())}{path.suffix}"))
        renamed[path.relative_to(site).as_posix()] = named.relative_to(site).as_posix()
    asked = re.compile("|".join(f'{re.escape(path)}(?=")' for path in renamed))
    change_pages(site, lambda page: asked.sub(lambda path: renamed[path[0]], page))


def name_runtime(site: Path, name: str) -> None:
    """Put the name of the runtime's folder into the address of the worker, in the pages that start one."""
    change_pages(site, lambda page: page.replace('/runtime/worker.js"', f'/runtime/{name}/worker.js"'))
