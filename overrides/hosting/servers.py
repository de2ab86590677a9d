"""What each host reads: what all are told, in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from overrides.hosting.apache import htaccess
from overrides.hosting.naming import HASHED
from overrides.hosting.told import FOREVER, FRESH, KINDS, ONLY_HTTPS, TYPES, Told

__all__ = ["FILES", "headers_of_all"]


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


def nginx(told: Told) -> str:
    return NGINX.format(
        headers="\n".join(f'add_header {name} "{value}" always;' for name, value in told.headers.items()),
        types="\n".join(f'    "{kind}" {suffixes.replace(".", "")};' for kind, suffixes in KINDS.items()),
        hashed=HASHED,
        fresh=FRESH,
        forever=FOREVER,
        https=ONLY_HTTPS,
    )


def caddy(told: Told) -> str:
    types = (
        f'@site_type_{number} path {suffixes.replace(".", "*.")}\nheader @site_type_{number} Content-Type "{kind}"'
        for number, (kind, suffixes) in enumerate(KINDS.items())
    )
    return CADDY.format(
        headers="\n".join(f'\t{name} "{value}"' for name, value in told.headers.items()),
        types="\n".join(types),
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


def underscore_headers(told: Told) -> str:
    """For Netlify and Cloudflare Pages.

    They differ on two rules that give one path the same header: here none do. Unless told otherwise both have a file
    checked each time, as FRESH does. A whole path, not a folder: what is missing for a minute is not for a year.
    """
    kept = [
        rule(path, {"Cache-Control": FOREVER, "Content-Type": kind(path)})
        for path in told.paths
        if re.match(HASHED, path)
    ]
    return "\n".join([rule("/*", {**told.headers, ONLY_HTTPS[0]: ONLY_HTTPS[1]}), *kept])


FILES: dict[str, Callable[[Told], str]] = {
    "hosting/nginx.conf": nginx,
    "hosting/nginx-brotli.conf": lambda _: NGINX_BROTLI,
    "hosting/Caddyfile": caddy,
    "_headers": underscore_headers,
    ".htaccess": htaccess,
}
"""What each host reads: the path of its file in the site, and what writes it."""


def headers_of_all(site: Path) -> dict[str, str]:
    """The headers that a built site asks for on every path; none where it is not built yet."""
    try:
        rules = (site / "_headers").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    first, *_ = rules.split("\n\n", 1)
    return dict(line.strip().split(": ", 1) for line in first.splitlines()[1:])
