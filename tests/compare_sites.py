"""Compares two built sites: `python tests/compare_sites.py OLD NEW [--same-bytes | --pages]`.

A move of code changes nothing that a reader gets. Files are put into groups: those with the same bytes; those that
differ only in what follows from a script, a style or the runtime (hashed names, integrity values, sizes, the standing
of the evidence); scripts, styles and the runtime that differ; and others that differ. The exit status is 1 where
there is one of the last group; with `--same-bytes`, where any file differs at all.

With `--pages` it says what readers get that differs, page by page, however the HTML is written: of sites that two
programs built. The exit status is 1 where anything does.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import zipfile
from pathlib import Path

from compare_pages import differences

COMPRESSED = {".br", ".gz"}
CODE = {".js", ".mjs", ".css", ".wasm"}
RUNTIME = "assets/runtime/"
FOLLOWS = (
    (re.compile(rb"(/[a-z_]+)\.[0-9a-f]{8}\."), rb"\1.#."),
    (re.compile(rb"(runtime/)[0-9a-f]{16}"), rb"\1#"),
    (re.compile(rb"sha256-[A-Za-z0-9+/]{43}="), b"sha256-#"),
    (re.compile(rb'("revision":")[0-9a-f]{16}'), rb"\1#"),
    (re.compile(rb'(data-figure="(?:sent|stored|zip|sha256)">)[^<]*'), rb"\1#"),
    (re.compile(rb"<div[^>]*evidence-standing.*?</div>", re.DOTALL), b"#"),
)


def files_of(site: Path) -> dict[str, bytes]:
    """Each file by its path, the zip's among them; none that only holds another one compressed."""
    found = {}
    for path in site.rglob("*"):
        if not path.is_file() or path.suffix in COMPRESSED:
            continue
        name = path.relative_to(site).as_posix()
        if path.suffix == ".zip" and not name.startswith(RUNTIME):
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
                found |= {f"{name}/{each}": archive.read(each) for each in archive.namelist()}
        else:
            found[name] = path.read_bytes()
    return found


def plain(content: bytes) -> bytes:
    """`content` without what follows from the bytes of a script, a style or the runtime."""
    for pattern, instead in FOLLOWS:
        content = pattern.sub(instead, content)
    return content


def plain_names(files: dict[str, bytes]) -> dict[str, bytes]:
    return {plain(f"/{name}".encode()).decode().removeprefix("/"): content for name, content in files.items()}


def is_code(name: str) -> bool:
    return Path(name).suffix in CODE or RUNTIME in name


def compare(old: dict[str, bytes], new: dict[str, bytes]) -> dict[str, list[str]]:
    """The paths of both sites by what became of them."""
    before, after = plain_names(old), plain_names(new)
    groups: dict[str, list[str]] = {"same": [], "follows": [], "code": [], "differs": []}
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        if one == other:
            groups["same"].append(name)
        elif one is not None and other is not None and plain(one) == plain(other):
            groups["follows"].append(name)
        else:
            groups["code" if is_code(name) else "differs"].append(name)
    return groups


SAID = {
    "same": "the same bytes",
    "follows": "the same but for what follows from a script, a style or the runtime",
    "code": "scripts, styles and the runtime that differ",
    "differs": "others that differ",
}


def say_pages(old: Path, new: Path) -> int:
    differ = differences(old, new)
    for path, said in differ.items():
        print(path, *said, sep="\n  ")
    print(f"pages that differ for their readers: {len(differ)}")
    return int(bool(differ))


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare two built sites.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--same-bytes", action="store_true", help="fail where any file differs")
    parser.add_argument("--pages", action="store_true", help="say what differs of each page for its readers")
    options = parser.parse_args()
    if options.pages:
        return say_pages(options.old, options.new)
    groups = compare(files_of(options.old), files_of(options.new))
    for group, names in groups.items():
        print(f"{SAID[group]}: {len(names)}")
        if group in {"code", "differs"}:
            print(*(f"  {name}\n" for name in names), sep="", end="")
    unwanted = ("follows", "code", "differs") if options.same_bytes else ("differs",)
    return int(any(groups[group] for group in unwanted))


if __name__ == "__main__":
    sys.exit(main())
