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
from overrides.editions.edition import Edition, NoEditionError, edition_named
from overrides.hosting.servers import headers_of_all
from overrides.hosting.told import FRESH, TYPES
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


def watched(edition: Edition) -> Iterator[Path]:
    """What the pages of an edition are written in."""
    yield ROOT / "mkdocs.yml"
    own = [edition.folder] if edition.folder else []
    for folder in (ROOT / "docs", ROOT / "overrides/scripts", ROOT / "overrides/theme", *own):
        yield from (path for path in folder.rglob("*") if path.is_file())


def written(edition: Edition) -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in watched(edition)}


def built_again(before: dict[Path, float], edition: Edition) -> dict[Path, float]:
    """Build if a file was changed, added or removed since `before`, and say so; what is there now."""
    now = written(edition)
    changed = sorted({path for path, _ in before.items() ^ now.items()})
    if changed:
        print("Changed:", ", ".join(path.name for path in changed), flush=True)
        try:
            build(edition=edition, for_hosts=False)
            print("Built again: load the page again to see it.", flush=True)
        except NotBuiltError as error:
            print(error, file=sys.stderr, flush=True)
    return now


def keep_serving(serving: ThreadingHTTPServer, edition: Edition) -> None:
    """Serve the site, built, until Ctrl+C; and build it again when its words change. Raises NotBuiltError."""
    build(edition=edition, for_hosts=False)
    print(f"Open http://127.0.0.1:{serving.server_port}/ (Ctrl+C stops it)", flush=True)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    seen = written(edition)
    try:
        while True:
            time.sleep(1)
            seen = built_again(seen, edition)
    except KeyboardInterrupt:
        print()
    serving.shutdown()


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the site and serve it on this machine.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--edition", default="", help="a folder of docs/editions, or the way to one; else our own")
    options = parser.parse_args()
    try:
        edition = edition_named(options.edition)
        with server(ROOT / "site", options.port) as serving:
            keep_serving(serving, edition)
    except OSError as error:
        print(f"Port {options.port} cannot be used ({error.strerror}). Choose another with --port.", file=sys.stderr)
        return 1
    except (NoEditionError, NotBuiltError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
