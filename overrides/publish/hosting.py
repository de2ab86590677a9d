"""What a host needs to serve the site well: its headers in each host's own words, and files compressed beforehand."""

from __future__ import annotations

import gzip
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from overrides.publish.security import protect_pages, security_headers, security_txt
from overrides.publish.settings import Settings

__all__ = ["FOREVER", "FRESH", "TYPES", "headers_of_all", "prepare"]

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "text/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json",
    ".map": "application/json",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
    ".gz": "application/gzip",
    ".whl": "application/octet-stream",
    ".bin": "application/octet-stream",
}
COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".wasm"}
ONE_PACKET = 1400

# A corrected number reaches every reader at once; what has a hash in its name never changes under that name.
FRESH = "no-cache"
FOREVER = "public, max-age=31536000, immutable"
# Read alike by Python, nginx and Caddy, so without braces.
HASHED = rf"^/assets/(runtime/.|(javascripts|stylesheets)/([a-z]+/)?[a-z]+\.{'[0-9a-f]' * 8}\.min\.(js|css)$)"
ONLY_HTTPS = ("Strict-Transport-Security", "max-age=31536000")

NGINX = """\
# Include this in the site's own server block, beside its listen, server_name and root. A location of yours that has an
# add_header of its own sends none of these: repeat them there.
# Once this name will only ever be served over https:
# add_header {https[0]} "{https[1]}" always;
{headers}
index index.html;
error_page 403 404 =404 /404.html;
absolute_redirect off;
server_tokens off;
gzip_static on;
gzip_vary on;
charset off;
default_type application/octet-stream;
types {{
{types}
}}
set $site_fresh "{fresh}";
set $site_kept "";
if ($uri ~ "{hashed}") {{
    set $site_fresh "";
    set $site_kept "{forever}";
}}
add_header Cache-Control $site_fresh always;
add_header Cache-Control $site_kept;
"""
NGINX_BROTLI = """\
# Include this too where nginx has its brotli module (on Debian, libnginx-mod-http-brotli-static).
brotli_static on;
"""
CADDY = """\
# Import this in the site's own block, beside its root.
# Once this name will only ever be served over https:
# header {https[0]} "{https[1]}"
header {{
{headers}
}}
{types}
@site_kept path_regexp {hashed}
header @site_kept Cache-Control "{forever}"
@site_fresh not path_regexp {hashed}
header @site_fresh Cache-Control {fresh}
file_server {{
	precompressed br gzip
}}
handle_errors {{
	header Content-Type "{html}"
	header Cache-Control {fresh}
	rewrite * /404.html
	file_server {{
		precompressed br gzip
	}}
}}
"""


def nginx(headers: dict[str, str]) -> str:
    return NGINX.format(
        headers="\n".join(f'add_header {name} "{value}" always;' for name, value in headers.items()),
        types="\n".join(f'    "{media}" {suffix[1:]};' for suffix, media in TYPES.items()),
        hashed=HASHED,
        fresh=FRESH,
        forever=FOREVER,
        https=ONLY_HTTPS,
    )


def caddy(headers: dict[str, str]) -> str:
    kinds = [
        f'@site_{suffix[1:]} path *{suffix}\nheader @site_{suffix[1:]} Content-Type "{media}"'
        for suffix, media in TYPES.items()
    ]
    return CADDY.format(
        headers="\n".join(f'\t{name} "{value}"' for name, value in headers.items()),
        types="\n".join(kinds),
        hashed=HASHED,
        fresh=FRESH,
        forever=FOREVER,
        html=TYPES[".html"],
        https=ONLY_HTTPS,
    )


def kind(path: str) -> str:
    return TYPES.get(Path(path).suffix, TYPES[".bin"])


def rule(path: str, headers: dict[str, str]) -> str:
    return "\n".join([path, *(f"  {name}: {value}" for name, value in headers.items()), ""])


def underscore_headers(headers: dict[str, str], hashed: list[str]) -> str:
    """For Netlify and Cloudflare Pages, which differ where two rules give a path one header: here none do.

    Both keep nothing unasked unless a rule says so, and serve over https alone. Paths are whole, so that a file that
    is missing is not missing for a year.
    """
    kept = [rule(path, {"Cache-Control": FOREVER, "Content-Type": kind(path)}) for path in hashed]
    return "\n".join([rule("/*", {**headers, ONLY_HTTPS[0]: ONLY_HTTPS[1]}), *kept])


def headers_of_all(site: Path) -> dict[str, str]:
    """The headers that a built site asks for on every path; none where it is not built yet."""
    try:
        first, _, _ = (site / "_headers").read_text(encoding="utf-8").partition("\n\n")
    except FileNotFoundError:
        return {}
    return dict(line.strip().split(": ", 1) for line in first.splitlines()[1:])


def paths(site: Path) -> list[str]:
    """Every path that a reader's browser may ask for."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return [f"/{path.relative_to(site).as_posix()}" for path in files if path.suffix not in {".br", ".gz"}]


def compress(path: Path) -> None:
    content = path.read_bytes()
    for suffix, made in (
        (".br", lambda: brotli.compress(content, quality=9)),
        (".gz", lambda: gzip.compress(content, 9, mtime=0)),
    ):
        beside = path.with_name(path.name + suffix)
        if not beside.exists():
            beside.write_bytes(made())


def prepare(site: Path, settings: Settings, address: str = "") -> None:
    """Make a built site ready for any host. `address` is where it is published, if that is known."""
    headers = security_headers(protect_pages(site))
    known = site / ".well-known"
    known.mkdir(exist_ok=True)
    (known / "security.txt").write_text(security_txt(settings, address), encoding="utf-8")
    hosting = site / "hosting"
    hosting.mkdir(exist_ok=True)
    (hosting / "nginx.conf").write_text(nginx(headers), encoding="utf-8")
    (hosting / "nginx-brotli.conf").write_text(NGINX_BROTLI, encoding="utf-8")
    (hosting / "Caddyfile").write_text(caddy(headers), encoding="utf-8")
    hashed = [path for path in paths(site) if re.match(HASHED, path)]
    (site / "_headers").write_text(underscore_headers(headers, hashed), encoding="utf-8")
    large = [path for path in site.rglob("*") if path.suffix in COMPRESSED and path.stat().st_size > ONE_PACKET]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(compress, large))
