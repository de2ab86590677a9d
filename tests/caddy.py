"""Caddy serving the site with the snippet that is shipped with it, on a port of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debian import have
from started import free_port, started

CONFIGURATION = """\
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * "{site}"
	import "{site}/hosting/Caddyfile"
}}
"""


@contextmanager
def caddy(site: Path) -> Iterator[str]:
    (program,) = have("caddy")
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        configuration = folder / "Caddyfile"
        configuration.write_text(CONFIGURATION.format(port=port, site=site), encoding="utf-8")
        command = [program, "run", "--config", str(configuration), "--adapter", "caddyfile"]
        with started(command, port, folder, HOME=name, XDG_DATA_HOME=name, XDG_CONFIG_HOME=name) as base:
            yield base
