"""Serves `site/` on this machine, for looking at it; a host that publishes it brings its own server."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from overrides.publish.build import build
from overrides.publish.runtime import ROOT

__all__ = ["Site", "server"]


class Site(SimpleHTTPRequestHandler):
    """With the types that browsers insist on, whatever this machine's own table of types says."""

    extensions_map = {  # noqa: RUF012 (the library's own attribute)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".json": "application/json",
        ".whl": "application/octet-stream",
    }

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
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
        build()
        print(f"Open http://127.0.0.1:{serving.server_port}/ (Ctrl+C stops it)", flush=True)
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
