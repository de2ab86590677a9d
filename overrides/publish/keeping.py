"""The site kept on a reader's device: what is kept, the worker that keeps it, and what pages say of it."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path

from checker.tree import Node, el
from overrides.publish.compression import QUICKLY, uncompressed, worth_it
from overrides.publish.naming import HASHED
from overrides.publish.runtime import ROOT, integrity, node_modules

__all__ = ["WORKER", "ZIP", "fill", "keep", "kept_files", "megabytes", "service_worker", "size_figures"]

WORKER = "service-worker.js"
ZIP = "site-offline.zip"
WORKBOX = ("core", "routing", "strategies", "precaching")
FOR_HOSTS = {"_headers", "404.html", "sitemap.xml", WORKER, ZIP}
"""What no reader asks for with no network."""

BAR = el("progress", {"value": "0", "max": "1", "data-figure": "files", "aria-label": "Files kept"})

SAYS: dict[str, list[Node]] = {
    "none": [],
    "keeping": ["Keeping it. You can go on reading: ", BAR],
    "kept": [
        el("strong", "", "It is kept on this device."),
        " To try it, turn the network off and open a page again.",
    ],
    "newer": [
        el("strong", "", "It is kept on this device."),
        " A newer version is ready. It takes the old one's place once every tab of this site is closed.",
    ],
    "half": [el("strong", "", "It was not finished."), " Keep it again to go on, or remove what is there."],
    "removing": ["Removing it."],
    "removed": ["It is removed. Your browser's own history stays."],
    "failed": [
        el("strong", "", "It could not be kept."),
        " Nothing was left behind. The network may have stopped, the device may be full, or the browser may not allow",
        " it. Try again later, or use the zip.",
    ],
    "impossible": [
        el("strong", "", "This browser will not keep it."),
        " A private window often will not, and it needs a secure connection (https). Use the zip.",
    ],
}


def kept_files(site: Path) -> list[Path]:
    """Every file that a reader may ask for, in order."""
    hidden = {".well-known", "hosting"}
    return [
        path
        for path in uncompressed(site)
        if path.relative_to(site).as_posix() not in FOR_HOSTS and path.relative_to(site).parts[0] not in hidden
    ]


def figure(name: str) -> Node:
    """A place that `fill` fills in once the site is built."""
    return el("span", {"data-figure": name}, "a size that is not known yet")


def fill(page: Path, figures: dict[str, str]) -> None:
    """Write each figure into its place in a built page: a span's text, the end of a bar."""
    text = page.read_text(encoding="utf-8")
    for name, value in figures.items():
        text = re.sub(rf'(<span data-figure="{name}">)[^<]*', rf"\g<1>{value}", text)
        text = re.sub(rf'(data-figure="{name}" max=")[^"]*', rf"\g<1>{value}", text)
    page.write_text(text, encoding="utf-8")


def megabytes(size: int) -> str:
    return f"{math.ceil(size / 1e6)} MB"


def sent(path: Path) -> int:
    """How many bytes of a file a host sends that compresses with gzip."""
    beside = path.with_name(f"{path.name}.gz")
    if beside.exists():
        return beside.stat().st_size
    return len(QUICKLY[".gz"](path.read_bytes())) if worth_it(path) else path.stat().st_size


def size_figures(site: Path) -> dict[str, str]:
    """What a reader is told of keeping the site, before it is kept."""
    files = kept_files(site)
    return {
        "files": str(len(files)),
        "pages": str(sum(path.suffix == ".html" for path in files)),
        "sent": megabytes(sum(map(sent, files))),
        "stored": megabytes(sum(path.stat().st_size for path in files)),
    }


def entries(site: Path) -> Iterator[dict[str, str | None]]:
    """For Workbox: each file's address, its bytes' hash, and the whole site's where the address holds none."""
    hashes = {path: integrity(path.read_bytes()) for path in kept_files(site)}
    version = hashlib.sha256("".join(hashes.values()).encode()).hexdigest()[:16]
    for path, hashed in hashes.items():
        at = path.relative_to(site).as_posix()
        fixed = re.match(HASHED, f"/{at}")
        yield {
            "url": at.removesuffix("index.html") or "./",
            "revision": None if fixed else version,
            "integrity": hashed,
        }


def service_worker(site: Path) -> None:
    """Write the worker that keeps the site as it now stands. It is another script for every other site."""
    library = [node_modules() / f"workbox-{part}/build/workbox-{part}.prod.js" for part in WORKBOX]
    parts = [re.sub(r"\n//# sourceMappingURL=.*", "", path.read_text(encoding="utf-8")) for path in library]
    kept = f"const kept = {json.dumps(list(entries(site)), separators=(',', ':'))};"
    ours = (ROOT / "overrides/offline" / WORKER).read_text(encoding="utf-8")
    (site / WORKER).write_text("\n".join([*parts, kept, ours]), encoding="utf-8")


def keep() -> Node:
    """What keeps the site on the device and removes it. Its script shows it where it can run."""
    quiet = {"type": "button", "class": "button button-quiet"}
    return el(
        "div",
        {"class": "keep", "data-keep": "", "hidden": "hidden"},
        el(
            "p",
            "",
            *("All ", figure("pages"), " pages, the search and the checker are kept. That is up to ", figure("sent")),
            *(" to fetch, and ", figure("stored"), " on this device. Your answers are never kept. "),
            "The button to remove it takes this one's place.",
        ),
        el("div", {"role": "status", "data-keep-status": "", "tabindex": "-1"}),
        el(
            "p",
            "actions",
            el(
                "button",
                {"type": "button", "class": "button", "data-keep-now": ""},
                "Keep this guidance on this device",
            ),
            " ",
            el("button", {**quiet, "data-keep-remove": ""}, "Remove it from this device"),
        ),
        *(el("template", {"data-says": state}, el("p", "", *said)) for state, said in SAYS.items()),
    )
