"""What a browser is told not to do with the site: the policy of each page, the headers of every file, whom to tell."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from overrides.publish.runtime import integrity
from overrides.publish.settings import Settings

__all__ = ["OUT_OF_USE", "content_policy", "protect_pages", "script_hashes", "security_headers", "security_txt"]

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


def content_policy(hashes: Iterable[str]) -> str:
    """The policy that lets the scripts with these hashes run. As a header it takes `frame-ancestors` besides."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *sorted(hashes))),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def security_headers(hashes: Iterable[str]) -> dict[str, str]:
    """What every answer of every host says, whatever was asked for."""
    off = ", ".join(f"{feature}=()" for feature in OUT_OF_USE)
    return {
        "Content-Security-Policy": f"{content_policy(hashes)}; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": f"{off}, clipboard-write=(self)",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def protect_pages(site: Path) -> set[str]:
    """Write each page's policy into it, before anything that it governs; the hashes of all pages' scripts."""
    every: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        hashes = script_hashes(page)
        before, charset, after = page.partition(CHARSET)
        assert charset, f"{path} does not say how it is encoded"
        policy = f'<meta http-equiv="Content-Security-Policy" content="{content_policy(hashes)}">'
        path.write_text(f"{before}{charset}{policy}{after}", encoding="utf-8")
        every |= hashes
    return every


def security_txt(settings: Settings, address: str) -> str:
    """Whom to tell of a fault (RFC 9116), for a year from the day that the pages bear; that nobody is named yet."""
    contact = settings["security_contact"]
    if not contact:
        return "# This site is a draft. Nobody has said yet whom to tell of a fault in its security.\n"
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    expires = made.replace(hour=0, minute=0, second=0) + timedelta(days=365)
    lines = [f"Contact: {contact}", f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}", "Preferred-Languages: en"]
    if address:
        lines.append(f"Canonical: {address.rstrip('/')}/.well-known/security.txt")
    return "\n".join([*lines, ""])
