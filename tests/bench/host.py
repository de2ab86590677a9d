"""The one place where the benchmarks serve a site, as a host does that publishes it: headers, compressed, cached."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from serving import serving

from overrides.hosting.naming import HASHED
from overrides.hosting.servers import headers_of_all
from overrides.hosting.told import FOREVER, FRESH
from overrides.serve import Site

__all__ = ["BROTLI_AND_GZIP", "GZIP", "TEN_MEGABIT", "Host", "Sent", "serve"]

SUFFIXES = {"br": ".br", "gzip": ".gz"}
BROTLI_AND_GZIP = ("br", "gzip")
GZIP = ("gzip",)
TEN_MEGABIT = 1_250_000
CHUNK = 16_384


@dataclass(frozen=True)
class Sent:
    """A file that was asked for, and the bytes of its body as sent."""

    path: str
    size: int


class Line:
    """All that a slow line carries, whatever the number of connections."""

    def __init__(self, bytes_a_second: float) -> None:
        self.rate = bytes_a_second
        self.free = 0.0
        self.lock = threading.Lock()

    def carry(self, size: int) -> None:
        with self.lock:
            self.free = max(self.free, time.monotonic()) + size / self.rate
            free = self.free
        time.sleep(max(0.0, free - time.monotonic()))


@dataclass
class Host:
    """A server while it runs: `sent` grows by each file that is asked for; its size is 0 where the browser has it."""

    base: str
    encodings: Sequence[str]
    headers: dict[str, str]
    line: Line | None
    sent: list[Sent] = field(default_factory=list)


class Handler(Site):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    host: Host

    def end_headers(self) -> None:
        for name, value in self.host.headers.items():
            self.send_header(name, value)
        SimpleHTTPRequestHandler.end_headers(self)

    def do_GET(self) -> None:  # noqa: N802
        asked = urlsplit(self.path).path
        asked += "index.html" if asked.endswith("/") else ""
        path = Path(self.translate_path(asked))
        if not path.is_file():
            self.host.sent.append(Sent(asked[1:], 0))
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        encoding = self.encoding(path)
        body = path.with_name(path.name + SUFFIXES.get(encoding, "")).read_bytes()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        new = self.headers.get("If-None-Match") != tag
        self.host.sent.append(Sent(asked[1:], len(body) if new else 0))
        self.send_response(HTTPStatus.OK if new else HTTPStatus.NOT_MODIFIED)
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Cache-Control", FOREVER if re.match(HASHED, asked) else FRESH)
        if new:
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
            if encoding:
                self.send_header("Content-Encoding", encoding)
        self.end_headers()
        if new:
            self.write(body)

    def encoding(self, path: Path) -> str:
        """The first that the browser takes and the file is stored in; empty where there is none."""
        accepted = {encoding.split(";")[0].strip() for encoding in self.headers.get("Accept-Encoding", "").split(",")}
        fitting = (encoding for encoding in self.host.encodings if encoding in accepted)
        return next((name for name in fitting if path.with_name(path.name + SUFFIXES[name]).is_file()), "")

    def write(self, body: bytes) -> None:
        if not self.host.line:
            self.wfile.write(body)
            return
        for start in range(0, len(body), CHUNK):
            chunk = body[start : start + CHUNK]
            self.host.line.carry(len(chunk))
            self.wfile.write(chunk)


@contextmanager
def serve(
    site: Path, encodings: Sequence[str] = BROTLI_AND_GZIP, bytes_a_second: float | None = None
) -> Iterator[Host]:
    """A site, compressed beforehand, on a port of this machine, in the first of `encodings` that the browser takes."""
    host = Host("", encodings, headers_of_all(site), Line(bytes_a_second) if bytes_a_second else None)
    with serving(site, type("Served", (Handler,), {"host": host})) as host.base:
        yield host
