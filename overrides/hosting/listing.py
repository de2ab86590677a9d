"""What search engines are told of the site: nothing until it has an address, and to stay away from a draft."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from overrides.words.settings import Settings

__all__ = ["ROBOTS", "SITEMAPS", "folder_of", "listing", "robots_txt"]

ROBOTS = "robots.txt"
SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")


def folder_of(address: str) -> str:
    """Where a site with this address lies on its host, from slash to slash; at the root where it has none yet."""
    path = urlsplit(address).path.strip("/")
    return f"/{path}/" if path else "/"


def robots_txt(settings: Settings, address: str) -> str:
    """What a published site at `address` lets search engines read, and where it lists its pages; nothing of a draft.

    They read it at the root of a host alone. It names the site's own folder, so that it can be taken over there.
    """
    if not settings["publisher"]["published"]:
        return f"User-agent: *\nDisallow: {folder_of(address)}\n"
    return f"User-agent: *\nDisallow:\n\nSitemap: {address.rstrip('/')}/{SITEMAPS[0]}\n"


def listing(site: Path, settings: Settings, address: str) -> None:
    """Put `robots.txt` into a site that has an address, and leave its sitemap there only where it may be listed."""
    if address:
        (site / ROBOTS).write_text(robots_txt(settings, address), encoding="utf-8")
    if not (address and settings["publisher"]["published"]):
        for name in SITEMAPS:
            (site / name).unlink(missing_ok=True)
