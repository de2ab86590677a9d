"""Apache serving the site by the file that is shipped in it, as Debian sets Apache up, on a port of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debian import have
from started import free_port, started

MODULES = Path("/usr/lib/apache2/modules")
LOADED = (
    *("mpm_event", "authn_core", "authz_core", "alias", "autoindex", "deflate", "dir", "env", "filter", "headers"),
    *("mime", "negotiation", "reqtimeout", "rewrite", "setenvif"),
)
"""What Debian loads unless told otherwise, as far as it decides what a site sends, and the two that the site needs."""
CONFIGURATION = """\
ServerRoot "{folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile "{folder}/pid"
Mutex pthread
ErrorLog /dev/stderr
LogLevel warn
{modules}
TypesConfig /etc/mime.types
AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/wasm
DocumentRoot "{root}"
{alias}
<Directory />
    AllowOverride None
    Require all denied
</Directory>
<Directory "{site}">
    Options Indexes FollowSymLinks
    AllowOverride FileInfo Indexes Options=Indexes,MultiViews
    Require all granted
</Directory>
<FilesMatch "^\\.ht">
    Require all denied
</FilesMatch>
"""


@contextmanager
def apache(site: Path, under: str = "/") -> Iterator[str]:
    """The address of `site`, which lies on its host at `under`: from slash to slash."""
    (program,) = have("apache2")
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        (folder / "root").mkdir()
        modules = "\n".join(f"LoadModule {module}_module {MODULES}/mod_{module}.so" for module in LOADED)
        root, alias = (site, "") if under == "/" else (folder / "root", f'Alias "{under}" "{site}/"')
        configuration = folder / "apache2.conf"
        configuration.write_text(
            CONFIGURATION.format(folder=folder, port=port, modules=modules, root=root, alias=alias, site=site),
            encoding="utf-8",
        )
        with started([program, "-D", "FOREGROUND", "-f", str(configuration)], port, folder) as base:
            yield f"{base}{under.removeprefix('/')}"
