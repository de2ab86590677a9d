"""Serves `site/` on this machine, for looking at it, and builds it again when its words change.

A host that publishes it brings its own server.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from overrides.build import build
from overrides.hosting.servers import FRESH, TYPES, headers_of_all
from overrides.project import ROOT
from overrides.stages import NotBuiltError

__all__ = ["Site", "server"]


class Site(SimpleHTTPRequestHandler):
    """With the headers that the built site asks its host for, and the types that browsers insist on."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 (the library's own attribute)

    def end_headers(self) -> None:
        for name, value in headers_of_all(Path(self.directory)).items():
            self.send_header(name, value)
        self.send_header("Cache-Control", FRESH)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing: what a reader opens is not written down."""


class Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a reader who closed the page while it was being sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int = 0, handler: type[Site] = Site) -> ThreadingHTTPServer:
    """A server of `site` on this machine alone; port 0 takes a free one. Whoever starts it closes it."""
    return Server(("127.0.0.1", port), partial(handler, directory=str(site)))


def watched() -> Iterator[Path]:
    """What the pages are written in."""
    yield ROOT / "mkdocs.yml"
    for folder in ("docs", "overrides/scripts", "overrides/theme"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file())


def written() -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in watched()}


def built_again(before: dict[Path, float]) -> dict[Path, float]:
    """Build if a file was changed, added or removed since `before`, and say so; what is there now."""
    now = written()
    changed = sorted({path for path, _ in before.items() ^ now.items()})
    if changed:
        print("Changed:", ", ".join(str(path.relative_to(ROOT)) for path in changed), flush=True)
        try:
            build(for_hosts=False)
            print("Built again: load the page again to see it.", flush=True)
        except NotBuiltError as error:
            print(error, file=sys.stderr, flush=True)
    return now


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the site and serve it on this machine.")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    try:
        serving = server(ROOT / "site", options.port)
    except OSError as error:
        print(f"Port {options.port} cannot be used ({error.strerror}). Choose another with --port.", file=sys.stderr)
        return 1
    with serving:
        try:
            build(for_hosts=False)
        except NotBuiltError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"Open http://127.0.0.1:{serving.server_port}/ (Ctrl+C stops it)", flush=True)
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        seen = written()
        try:
            while True:
                time.sleep(1)
                seen = built_again(seen)
        except KeyboardInterrupt:
            print()
        serving.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
