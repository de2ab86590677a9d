"""The site on a port of this machine, for as long as a test needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from overrides.serve import Site, server


@contextmanager
def serving(site: Path, handler: type[Site] = Site) -> Iterator[str]:
    running = server(site, handler=handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/"
    finally:
        running.shutdown()
        running.server_close()
