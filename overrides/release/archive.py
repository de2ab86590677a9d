"""A built site as one file, the same bytes from the same site."""

from __future__ import annotations

import gzip
import tarfile
from datetime import datetime
from pathlib import Path

__all__ = ["gzipped", "tar"]


def tar(site: Path, out: Path, made: datetime) -> None:
    """Every file of `site`, those whose name begins with a dot too, in `out`, as of the moment `made`."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.mtime, entry.mode = int(made.timestamp()), 0o755 if entry.isdir() else 0o644
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        return entry

    with tarfile.open(out, "w") as archive:
        archive.add(site, arcname=".", filter=plain)


def gzipped(path: Path, out: Path) -> None:
    out.write_bytes(gzip.compress(path.read_bytes(), 7, mtime=0))
