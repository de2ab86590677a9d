"""The zip: the site for a folder of the device, where a double click opens it with no server and no network.

It is made from the built pages, so it is the same site. What a browser does not do for a page in a folder is done
beforehand: an address names its file, the search is asked for as scripts, and the checker's Python is packed into one.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from overrides.hosting.compression import BEST, uncompressed
from overrides.hosting.security import folder_policy, protected, script_hashes
from overrides.offline.keeping import STORED, ZIP, kept_files
from overrides.project import ROOT, integrity, node_modules
from overrides.words.settings import day

__all__ = ["FOLDER", "zip_figures", "zip_site"]

FOLDER = "harmful-sexual-behaviour-guidance"
READ_FIRST = "READ ME FIRST.txt"
FIRST = "Unpack the whole zip into a folder. Then open index.html in that folder: double-click it.\n"
NOT_UNPACKED = "Does this page look plain? Unpack the whole zip first, then open index.html in the folder."
INDEX = "search/search_index.json"
HREF = re.compile(r'(<a\b[^>]*? href=")(?!#|[a-z]+:|//)([^"?#]*)')


@dataclass(frozen=True)
class Change:
    """What a page in a folder has otherwise, at a marker that our templates put there once."""

    marker: str
    pattern: str | re.Pattern[str]
    """What stands there, with the marker in it."""
    instead: str
    on: str = ""
    """What the pages hold that have the marker; empty where every page has it."""


NO_ADDRESS_COPIED = "data-clause-tools"
CHANGES = (
    Change("data-stored", STORED, r"\1>\g<2>{day}"),
    Change("<body", "<body[^>]*", rf'\g<0> data-in-folder><p class="unpack-first">{NOT_UNPACKED}</p'),
    # The search and the checker ask for files through a script; keeping the site is for a host.
    Change(
        "bundle.js", r'(<script src=")([^"]*)(?=assets/javascripts/bundle\.)', r'\1\2assets/search.js"></script>\g<0>'
    ),
    Change(
        "checker.js",
        r'(<script src=")([^"]*)(?=assets/checker/checker\.)',
        r'\1\2assets/python.js" defer></script>\g<0>',
        on="data-worker",
    ),
    Change("keep.js", r'<script src="[^"]*assets/keep\.[^>]*></script>', "", on="data-keep"),
    Change(ZIP, rf"<a [^>]*{re.escape(ZIP)}.*?</a>", "", on=ZIP),
    Change("data-leads-to", r"(<span data-leads-to>)[^<]*", r"\1a blank page", on="page-foot"),
    # A path on this device names whoever uses it, and so does a link.
    Change("data-printed-from", " data-printed-from", ""),
    Change('data-copies="{address}"', r'<button[^>]*data-copies="\{address\}".*?</button>', "", on=NO_ADDRESS_COPIED),
    Change('{address}"', r' \{address\}(?=")', "", on=NO_ADDRESS_COPIED),
)


def once(pattern: str | re.Pattern[str], instead: str, text: str, where: str, marker: str = "") -> str:
    """Raises ValueError, which names the marker, where it is not there once: a template or a library has changed."""
    changed, times = re.subn(pattern, instead, text)
    if times != 1:
        raise ValueError(f"{where}, which the zip changes, has {marker or pattern} {times} times, not once")
    return changed


def shim() -> tuple[str, str]:
    """The search's worker for a page in a folder, and the script that it writes into its frame.

    Only the search takes it, for the checker has a worker of its own, and what it writes names no address, so that the
    pages' policy can name it by its hash.
    """
    text = (node_modules() / "iframe-worker/shim/index.js").read_text(encoding="utf-8")
    text = once(r'location\.protocol==="file:"&&\(window\.Worker=o\);', "", text, "the search's shim")
    text = once(r'filename:"\$\{e\}"', 'filename:""', text, "the search's shim")
    template = re.search(r"<script>(postMessage=.*?)<\\/script>", text)
    functions = dict(re.findall(r"(?<=[;}{])function (\w)(\(.*?\}(?=function|var ))", text))
    assert template, "the search's shim writes no script"
    written = re.sub(r"\$\{(\w)\}", lambda found: f"function {found[1]}{functions[found[1]]}", template[1])
    return text, written


def packed(runtime: Path) -> str:
    """The checker's worker and all its files in one script: a page in a folder can fetch none."""
    worker = (runtime / "worker.js").read_text(encoding="utf-8")

    def pack(path: Path) -> str:
        beside = path.with_name(f"{path.name}.gz")
        gzipped = beside.read_bytes() if beside.exists() else BEST[".gz"](path.read_bytes())
        return base64.b64encode(gzipped).decode()

    data = json.dumps({path.name: pack(path) for path in uncompressed(runtime) if path.name != "worker.js"})
    # In a block, as no module is: its names would else stand before what Pyodide looks up.
    before = (ROOT / "overrides/offline/unpacked.js").read_text(encoding="utf-8")
    source = f"self.packed = {data};\n{before}{{\n{worker}}}\n"
    return (
        f'window.packedWorker = URL.createObjectURL(new Blob([{json.dumps(source)}], {{ type: "text/javascript" }}));\n'
    )


def file_of(address: str) -> str:
    """The file that a server would send for a relative address: `../check/` is `../check/index.html`."""
    last = address.rsplit("/", 1)[-1]
    if last.strip("."):
        return address
    return f"{address}{'/' if last else ''}index.html"


def page_for_folder(path: str, page: str, written: str, made: date) -> str:
    """The built page of `path` as it stands in a folder.

    `written` is what the search's shim writes, `made` the day that the pages bear. Raises ValueError where a marker of
    `CHANGES` is not in the page.
    """
    page = HREF.sub(lambda link: link[1] + file_of(link[2]), page)
    for change in CHANGES:
        if change.on in page:
            instead = change.instead.replace("{day}", day(made.isoformat()))
            page = once(change.pattern, instead, page, path, change.marker)
    return protected(page, folder_policy({*script_hashes(page), f"'{integrity(written.encode())}'"}))


def index_for_folder(text: str) -> str:
    """The search's index as a script: what each entry leads to is a file."""
    index = json.loads(text)
    for entry in index["docs"]:
        path, mark, anchor = entry["location"].partition("#")
        entry["location"] = f"{file_of(path)}{mark}{anchor}"
    return f"var __index = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))}"


def files_for_folder(site: Path, made: date) -> dict[str, bytes]:
    """Each file of the zip, from a site whose pages are not yet protected."""
    shim_text, written = shim()
    (runtime,) = (site / "assets/runtime").iterdir()
    found = {
        READ_FIRST: FIRST.encode(),
        "assets/search.js": shim_text.encode(),
        "assets/python.js": packed(runtime).encode(),
    }
    for path in kept_files(site):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            found[name] = page_for_folder(name, path.read_text(encoding="utf-8"), written, made).encode()
        elif name == INDEX:
            found[INDEX.removesuffix("on")] = index_for_folder(path.read_text(encoding="utf-8")).encode()
        elif name.startswith("assets/javascripts/bundle."):
            found[name] = once(r"new Worker\(", "new IFrameWorker(", path.read_text(encoding="utf-8"), name).encode()
        elif runtime not in path.parents and "/keep." not in name:
            found[name] = path.read_bytes()
    return found


def zip_site(site: Path, made: date) -> None:
    """Put the zip into a site whose pages are not yet protected: the same bytes from the same files."""
    with zipfile.ZipFile(site / ZIP, "w") as out:
        for name, content in sorted(files_for_folder(site, made).items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            out.writestr(entry, content)


def zip_figures(site: Path) -> dict[str, str]:
    """What a reader is told of the zip, to know that it came whole."""
    content = (site / ZIP).read_bytes()
    return {"zip": f"{len(content) / 1e6:.1f} MB", "sha256": hashlib.sha256(content).hexdigest()}
