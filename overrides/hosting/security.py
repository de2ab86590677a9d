"""What a browser is told not to do with the site: the policy of each page, the headers of every file, whom to tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from overrides.hosting.naming import change_pages
from overrides.project import integrity
from overrides.words.settings import Settings

__all__ = [
    "OUT_OF_USE",
    "content_policy",
    "folder_policy",
    "protect_pages",
    "protected",
    "script_hashes",
    "script_hashes_of_all",
    "security_headers",
    "security_txt",
]

CHARSET = '<meta charset="utf-8">'
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
NOT_INLINE = re.compile(r"""\ssrc=|type="?application/json\b""")
OUT_OF_USE = (
    "accelerometer",
    "autoplay",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)


def script_hashes(page: str) -> set[str]:
    """The source expressions that let a built page's own inline scripts run, and no other."""
    inline = (text for attributes, text in SCRIPT.findall(page) if not NOT_INLINE.search(attributes))
    return {f"'{integrity(text.encode())}'" for text in inline}


def policy_of(scripts: str, hashes: Iterable[str], *more: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            " ".join((f"script-src 'self' 'wasm-unsafe-eval'{scripts}", *sorted(hashes))),
            "style-src 'self'",
            "img-src 'self' data:",
            *more,
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def content_policy(hashes: Iterable[str]) -> str:
    """The policy that lets the scripts with these hashes run. As a header it takes `frame-ancestors` besides."""
    return policy_of("", hashes, "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'")


def folder_policy(hashes: Iterable[str]) -> str:
    """The same for a page that stands in a folder of the device: it may ask nobody for anything."""
    return policy_of(" blob: data:", hashes, "worker-src blob:")


def security_headers(hashes: Iterable[str], embed_in: Iterable[str] = ()) -> dict[str, str]:
    """What every answer of every host says, whatever was asked for: `embed_in` may show it within their own pages."""
    around = " ".join(embed_in) or "'none'"
    off = ", ".join(f"{feature}=()" for feature in OUT_OF_USE)
    return {
        "Content-Security-Policy": f"{content_policy(hashes)}; frame-ancestors {around}",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": f"{off}, clipboard-write=(self)",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def protected(page: str, policy: str) -> str:
    """A built page with its policy in it, before anything that the policy governs."""
    before, charset, after = page.partition(CHARSET)
    assert charset, "a page does not say how it is encoded"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{before}{charset}{meta}{after}"


def protect_pages(site: Path) -> None:
    """Write each page's policy into it."""
    change_pages(site, lambda page: protected(page, content_policy(script_hashes(page))))


def script_hashes_of_all(site: Path) -> set[str]:
    """The source expressions that let every page's own inline scripts run."""
    return {each for path in site.rglob("*.html") for each in script_hashes(path.read_text(encoding="utf-8"))}


def security_txt(settings: Settings, made: datetime, address: str) -> str:
    """Whom to tell of a fault (RFC 9116), for a year from the day `made`; or that nobody is named yet.

    `address` is where the site is published; empty where that is not known.
    """
    contact = settings["security_contact"]
    if not contact:
        return "# This site is a draft. Nobody has said yet who to tell about a security fault.\n"
    expires = made.replace(hour=0, minute=0, second=0) + timedelta(days=365)
    lines = [f"Contact: {contact}", f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: en"]
    if address:
        lines.append(f"Canonical: {address.rstrip('/')}/.well-known/security.txt")
    return "\n".join([*lines, ""])
