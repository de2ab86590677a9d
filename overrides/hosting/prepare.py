"""What a host is given beside the pages: rules in its own words, what may be listed, and whom to tell of a fault."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from overrides.hosting.compression import uncompressed
from overrides.hosting.listing import folder_of, listing
from overrides.hosting.security import script_hashes_of_all, security_headers, security_txt
from overrides.hosting.servers import FILES
from overrides.hosting.told import Told
from overrides.words.settings import Settings

__all__ = ["prepare"]


def prepare(site: Path, settings: Settings, made: datetime, address: str) -> None:
    """Put what hosts read into a built site.

    `made` is the moment that its pages bear, `address` where it is published: empty where that is not known.
    """
    listing(site, settings, address)
    paths = [f"/{path.relative_to(site).as_posix()}" for path in uncompressed(site)]
    headers = security_headers(script_hashes_of_all(site), settings.get("embed_in", ()))
    told = Told(headers, paths, folder_of(address))
    written = {name: write(told) for name, write in FILES.items()}
    written[".well-known/security.txt"] = security_txt(settings, made, address)
    for name, text in written.items():
        path = site / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
