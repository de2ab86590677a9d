"""The one place where the benchmarks serve a site, as a host that publishes it would: compressed and cached."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
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

from overrides.publish.runtime import ROOT
from overrides.publish.serve import Site

__all__ = ["BROTLI_AND_GZIP", "GZIP", "TEN_MEGABIT", "Host", "Sent", "Stored", "serve", "stored"]

PRESSED = ROOT / ".cache" / "bench" / "pressed"
SUFFIXES = {"br": ".br", "gzip": ".gz"}
BROTLI_AND_GZIP = ("br", "gzip")
GZIP = ("gzip",)
TEN_MEGABIT = 1_250_000
CHUNK = 16_384
FOR_GOOD = re.compile(r"assets/(runtime/[0-9a-f]+/|(javascripts|stylesheets)/.*\.[0-9a-f]{8}\.min\.)")
"""What a host lets browsers keep for good, as its name bears a hash; they ask about the rest again."""


@dataclass(frozen=True)
class Stored:
    """A file's content, and what its compressed forms are: those stored beside it, else made here."""

    content: Path
    pressed: dict[str, Path]

    def size(self, encoding: str = "") -> int:
        return self.smallest((encoding,) if encoding else ()).stat().st_size

    def encoding(self, accepted: Sequence[str]) -> str:
        """The first accepted one that makes it smaller; empty where none does."""
        whole = self.content.stat().st_size
        fitting = (name for name in accepted if name in self.pressed and self.pressed[name].stat().st_size < whole)
        return next(fitting, "")

    def smallest(self, accepted: Sequence[str]) -> Path:
        chosen = self.encoding(accepted)
        return self.pressed[chosen] if chosen else self.content


def left_out(path: Path) -> bool:
    """Whether it is a compressed form of a file beside it, or what browsers fetch for developers alone."""
    return path.suffix == ".map" or (path.suffix in SUFFIXES.values() and path.with_suffix("").is_file())


def stored(site: Path) -> dict[str, Stored]:
    """Every file of `site` by its path. What is compressed here is kept by its content's hash."""
    PRESSED.mkdir(parents=True, exist_ok=True)
    found, missing = {}, []
    for path in sorted(path for path in site.rglob("*") if path.is_file() and not left_out(path)):
        target = PRESSED / hashlib.sha256(path.read_bytes()).hexdigest()
        beside = {name: path.with_name(path.name + suffix) for name, suffix in SUFFIXES.items()}
        made = {name: target.with_suffix(suffix) for name, suffix in SUFFIXES.items()}
        chosen = {name: beside[name] if beside[name].is_file() else made[name] for name in SUFFIXES}
        if not all(each.is_file() for each in chosen.values()):
            missing.append((str(path), str(target)))
        found[path.relative_to(site).as_posix()] = Stored(path, chosen)
    node = str(Path(sys.executable).with_name("node"))
    subprocess.run([node, Path(__file__).with_name("press.mjs")], input=json.dumps(missing), text=True, check=True)
    return found


@dataclass(frozen=True)
class Sent:
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
    """`sent` grows by what was asked for, in its order, with the bytes of the body as sent; 0 for what was not new."""

    base: str
    files: dict[str, Stored]
    encodings: Sequence[str]
    line: Line | None
    sent: list[Sent] = field(default_factory=list)


class Handler(Site):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    host: Host

    def end_headers(self) -> None:
        SimpleHTTPRequestHandler.end_headers(self)

    def do_GET(self) -> None:  # noqa: N802
        path = urlsplit(self.path).path.lstrip("/")
        path = path + "index.html" if path.endswith("/") or not path else path
        file = self.host.files.get(path)
        if file is None:
            self.host.sent.append(Sent(path, 0))
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        accepted = {each.split(";")[0].strip() for each in self.headers.get("Accept-Encoding", "").split(",")}
        encoding = file.encoding([each for each in self.host.encodings if each in accepted])
        body = file.smallest([encoding] if encoding else []).read_bytes()
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        new = self.headers.get("If-None-Match") != tag
        self.host.sent.append(Sent(path, len(body) if new else 0))
        self.send_response(HTTPStatus.OK if new else HTTPStatus.NOT_MODIFIED)
        self.send_header("ETag", tag)
        self.send_header("Vary", "Accept-Encoding")
        lasting = "public, max-age=31536000, immutable" if FOR_GOOD.match(path) else "no-cache"
        self.send_header("Cache-Control", lasting)
        if new:
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Length", str(len(body)))
            if encoding:
                self.send_header("Content-Encoding", encoding)
        self.end_headers()
        if new:
            self.write(body)

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
    """`site` on a port of this machine, in the first of `encodings` that the browser takes."""
    host = Host("", stored(site), encodings, Line(bytes_a_second) if bytes_a_second else None)
    with serving(site, type("Served", (Handler,), {"host": host})) as host.base:
        yield host
