"""The zip: the site for a folder of the device, where a double click opens it with no server and no network.

It is made from the built pages, so it is the same site. What a browser does not do for a page in a folder is done
beforehand: an address names its file, the search is asked for as scripts, and the checker's Python is packed into one.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import zipfile
from datetime import date
from pathlib import Path

from overrides.hosting.compression import uncompressed
from overrides.hosting.security import folder_policy, protected, script_hashes
from overrides.offline.keeping import ZIP, kept_files
from overrides.project import ROOT, integrity, node_modules
from overrides.words.settings import day

__all__ = ["FOLDER", "zip_figures", "zip_site"]

FOLDER = "harmful-sexual-behaviour-guidance"
READ_FIRST = "READ ME FIRST.txt"
FIRST = "Unpack the whole zip into a folder. Then open index.html in that folder: double-click it.\n"
NOT_UNPACKED = "Does this page look plain? Unpack the whole zip first, then open index.html in the folder."
INDEX = "search/search_index.json"
HREF = re.compile(r'(<a\b[^>]*? href=")(?!#|[a-z]+:|//)([^"?#]*)')


def once(pattern: str, instead: str, text: str) -> str:
    """Raises ValueError where it is not there once: a library has changed."""
    found, times = re.subn(pattern, lambda _: instead, text)
    if times != 1:
        raise ValueError(f"{pattern} is {times} times in a script that the zip changes")
    return found


def shim() -> tuple[str, str]:
    """The search's worker for a page in a folder, and the script that it writes into its frame.

    Only the search takes it, for the checker has a worker of its own, and what it writes names no address, so that the
    pages' policy can name it by its hash.
    """
    text = (node_modules() / "iframe-worker/shim/index.js").read_text(encoding="utf-8")
    text = once(r'location\.protocol==="file:"&&\(window\.Worker=o\);', "", text)
    text = once(r'filename:"\$\{e\}"', 'filename:""', text)
    template = re.search(r"<script>(postMessage=.*?)<\\/script>", text)
    functions = dict(re.findall(r"(?<=[;}{])function (\w)(\(.*?\}(?=function|var ))", text))
    assert template, "the search's shim writes no script"
    written = re.sub(r"\$\{(\w)\}", lambda found: f"function {found[1]}{functions[found[1]]}", template[1])
    return text, written


def packed(runtime: Path) -> str:
    """The checker's worker and all its files in one script: a page in a folder can fetch none."""
    files = {path.name: path.read_bytes() for path in uncompressed(runtime)}
    worker = files.pop("worker.js").decode()

    def pack(content: bytes) -> str:
        return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()

    data = json.dumps({name: pack(content) for name, content in files.items()})
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


def page_for_folder(page: str, written: str, made: date) -> str:
    """A built page as it stands in a folder.

    `written` is what the search's shim writes, `made` the day that the pages bear.
    """
    page = HREF.sub(lambda found: found[1] + file_of(found[2]), page)
    page = re.sub(r"(<div [^>]*data-stored) hidden>(.*?<span>)[^<]*", rf"\1>\g<2>{day(made.isoformat())}", page)
    page = re.sub("<body[^>]*", rf'\g<0> data-in-folder><p class="unpack-first">{NOT_UNPACKED}</p', page)
    page = re.sub(r'<script src="[^"]*/keep\.[^>]*></script>', "", page)
    page = re.sub(r'(<script src=")([^"]*)(assets/javascripts/bundle\.)', r'\1\2assets/search.js"></script>\g<0>', page)
    page = re.sub(
        r'(<script src=")([^"]*)(assets/checker/checker\.)', r'\1\2assets/python.js" defer></script>\g<0>', page
    )
    page = re.sub(f"<a [^>]*{re.escape(ZIP)}.*?</a>", "", page)
    page = re.sub(r"(<span data-leads-to>)[^<]*", r"\1a blank page", page)
    page = page.replace(" data-printed-from", "")  # a path on this device names whoever uses it, and so does a link
    page = re.sub(r'<button[^>]*data-copies="\{address\}".*?</button>', "", page)
    page = page.replace(' {address}"', '"')
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
            found[name] = page_for_folder(path.read_text(encoding="utf-8"), written, made).encode()
        elif name == INDEX:
            found[INDEX.removesuffix("on")] = index_for_folder(path.read_text(encoding="utf-8")).encode()
        elif name.startswith("assets/javascripts/bundle."):
            found[name] = once(r"new Worker\(", "new IFrameWorker(", path.read_text(encoding="utf-8")).encode()
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
