"""Makes a built site ready for any host: policies, headers, whom to tell, the worker that keeps it, and compression."""

from __future__ import annotations

from pathlib import Path

from overrides.publish.compression import compress_all, uncompressed
from overrides.publish.hosts import NGINX_BROTLI, caddy, nginx, underscore_headers
from overrides.publish.keeping import service_worker
from overrides.publish.security import protect_pages, security_headers, security_txt
from overrides.publish.settings import Settings

__all__ = ["prepare"]


def paths(site: Path) -> list[str]:
    """Every path that a reader's browser may ask for."""
    return [f"/{path.relative_to(site).as_posix()}" for path in uncompressed(site)]


def prepare(site: Path, settings: Settings, address: str = "") -> None:
    """Make a built site ready for any host. `address` is where it is published, if that is known."""
    headers = security_headers(protect_pages(site))
    service_worker(site)
    known = site / ".well-known"
    known.mkdir(exist_ok=True)
    (known / "security.txt").write_text(security_txt(settings, address), encoding="utf-8")
    hosting = site / "hosting"
    hosting.mkdir(exist_ok=True)
    (hosting / "nginx.conf").write_text(nginx(headers), encoding="utf-8")
    (hosting / "nginx-brotli.conf").write_text(NGINX_BROTLI, encoding="utf-8")
    (hosting / "Caddyfile").write_text(caddy(headers), encoding="utf-8")
    (site / "_headers").write_text(underscore_headers(headers, paths(site)), encoding="utf-8")
    compress_all(site)
