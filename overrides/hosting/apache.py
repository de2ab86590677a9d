"""What Apache is told of the site: a file that it reads in the site's own folder, wherever on a host that lies."""

from __future__ import annotations

from overrides.hosting.compression import COMPRESSIBLE, QUICKLY
from overrides.hosting.naming import HASHED
from overrides.hosting.told import FOREVER, FRESH, KINDS, ONLY_HTTPS, Told

__all__ = ["htaccess"]

HTACCESS = """\
# Apache 2.4 reads this by itself where the site's folder has AllowOverride FileInfo Indexes Options=Indexes,MultiViews
# (or All). It needs mod_dir, mod_headers, mod_mime and mod_rewrite.
# Once this name will only ever be served over https:
# Header always set {https[0]} "{https[1]}"
{headers}
Options -Indexes -MultiViews
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 403 {folder}404.html
ErrorDocument 404 {folder}404.html
ServerSignature Off
AddDefaultCharset Off
{types}
{encodings}

RewriteEngine On
RewriteCond %{{REQUEST_FILENAME}} -d
RewriteCond %{{REQUEST_FILENAME}}/index.html !-f
RewriteRule ^ - [R=404,L]
RewriteCond %{{REQUEST_FILENAME}} -f
RewriteRule {hashed} - [E=site_kept:1]
{compressed}

Header always set Cache-Control "{fresh}"
Header always set Cache-Control "{forever}" "expr=reqenv('site_kept') == '1' || reqenv('REDIRECT_site_kept') == '1'"
"""
COMPRESSED = """\
RewriteCond %{{HTTP:Accept-Encoding}} "\\b{coding}\\b"
RewriteCond %{{REQUEST_FILENAME}}.{suffix} -f
RewriteRule \\.({names})$ %{{REQUEST_URI}}.{suffix} [E=no-gzip:1,E=no-brotli:1,L]"""
CODINGS = {".br": "br", ".gz": "gzip"}


def names(suffixes: list[str]) -> str:
    return "|".join(sorted(suffix.removeprefix(".") for suffix in suffixes))


def typed(kind: str, suffixes: list[str]) -> str:
    """What files of a kind are, compressed or not: the host's own types would say of some that they are archives."""
    return f'<FilesMatch "\\.({names(suffixes)})(\\.(br|gz))?$">\n    ForceType "{kind}"\n</FilesMatch>'


def types() -> str:
    """What files of each kind are. The last that names a file decides: archives come before compressed pages."""
    archives_first = sorted(KINDS.items(), key=lambda kind: ".gz" not in kind[1].split())
    return "\n".join(typed(kind, suffixes.split()) for kind, suffixes in archives_first)


def htaccess(told: Told) -> str:
    compressible = names([*COMPRESSIBLE])
    either = f'<FilesMatch "\\.({compressible})(\\.(br|gz))?$">'
    varies = f"{either}\n    Header always merge Vary Accept-Encoding\n</FilesMatch>"
    encoded = (
        f'<FilesMatch "\\.({compressible})\\{suffix}$">\n    AddEncoding {CODINGS[suffix]} {suffix}\n</FilesMatch>'
        for suffix in QUICKLY
    )
    return HTACCESS.format(
        headers="\n".join(f'Header always set {name} "{value}"' for name, value in told.headers.items()),
        folder=told.folder,
        types=types(),
        encodings="\n".join([*encoded, varies]),
        hashed=HASHED.replace("^/", "^", 1),
        compressed="\n".join(
            COMPRESSED.format(coding=CODINGS[suffix], suffix=suffix.removeprefix("."), names=compressible)
            for suffix in QUICKLY
        ),
        fresh=FRESH,
        forever=FOREVER,
        https=ONLY_HTTPS,
    )
