"""Nginx serving the site with the configuration that is shipped with it, as this user, on a port of its own."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from debian import have
from started import free_port, started

from overrides.hosting.servers import headers_of_all

CONFIGURATION = """\
daemon off;
master_process off;
pid {folder}/pid;
error_log stderr;
load_module {brotli};
events {{}}
http {{
    access_log off;
    log_format report escape=json '"$request_body"';
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root "{site}";
        include "{site}/hosting/nginx.conf";
        include "{site}/hosting/nginx-brotli.conf";
        add_header Content-Security-Policy-Report-Only "{policy}; report-uri /csp-report" always;
        location = /csp-report {{
            access_log {folder}/reports report;
            proxy_pass http://127.0.0.1:{port}/csp-taken;
        }}
        location = /csp-taken {{
            return 204;
        }}
    }}
}}
"""


@dataclass(frozen=True)
class Served:
    """The site at `base`, and what browsers said broke its policy."""

    base: str
    written: Path

    def reports(self) -> list[dict[str, object]]:
        """Every report of a violation since the start, oldest first: from any browser, a page or a worker."""
        if not self.written.is_file():
            return []
        bodies = [json.loads(line) for line in self.written.read_text(encoding="utf-8").splitlines()]
        return [json.loads(body)["csp-report"] for body in bodies]


@contextmanager
def nginx(site: Path) -> Iterator[Served]:
    program, brotli = have("nginx", "ngx_http_brotli_static_module.so")
    policy = headers_of_all(site)["Content-Security-Policy"]
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        configuration = folder / "nginx.conf"
        configuration.write_text(
            CONFIGURATION.format(folder=folder, port=port, site=site, brotli=brotli, policy=policy), encoding="utf-8"
        )
        command = [program, "-p", str(folder), "-e", "stderr", "-c", str(configuration)]
        with started(command, port, folder) as base:
            yield Served(base, folder / "reports")
