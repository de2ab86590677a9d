"""What every host is told of the site: the headers of every answer, what may be kept and for how long, types."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FOREVER", "FRESH", "KINDS", "ONLY_HTTPS", "TYPES", "Told"]


@dataclass(frozen=True)
class Told:
    """What every host is told: the headers of every answer, and each path in it that a reader's browser may ask for."""

    headers: dict[str, str]
    paths: list[str]
    folder: str = "/"
    """Where the site lies on its host, from slash to slash."""


KINDS = {
    "text/html; charset=utf-8": ".html",
    "text/css; charset=utf-8": ".css",
    "text/javascript; charset=utf-8": ".js .mjs",
    "text/plain; charset=utf-8": ".txt",
    "text/xml; charset=utf-8": ".xml",
    "image/svg+xml": ".svg",
    "image/png": ".png",
    "application/json": ".json .map",
    "application/wasm": ".wasm",
    "application/zip": ".zip",
    "application/gzip": ".gz",
    "application/octet-stream": ".whl .bin",
}
TYPES = {suffix: kind for kind, suffixes in KINDS.items() for suffix in suffixes.split()}

# A corrected number reaches every reader at once; what has a hash in its name never changes under that name.
FRESH = "no-cache"
FOREVER = "public, max-age=31536000, immutable"
ONLY_HTTPS = ("Strict-Transport-Security", "max-age=31536000")
