"""What is kept on a device, and the zip: whole, the same at every build, and what the page says of them."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from datetime import date

import pytest
from markup import everywhere, inside, parsed, read_page, text

from overrides.hosting.naming import HASHED
from overrides.hosting.security import script_hashes
from overrides.offline.double_click import CHANGES, FOLDER, file_of, once, page_for_folder, shim
from overrides.offline.keeping import STORED, WORKER, ZIP, fill, kept_files, megabytes, service_worker
from overrides.project import ROOT, integrity

KEPT = re.compile(r"^const kept = (\[.*\]);$", re.MULTILINE)


@pytest.fixture(scope="module")
def packed(site):
    with zipfile.ZipFile(site / ZIP) as found:
        return {name.removeprefix(f"{FOLDER}/"): found.read(name) for name in found.namelist()}


@pytest.fixture(scope="module")
def pages(packed):
    return {name: content.decode() for name, content in packed.items() if name.endswith(".html")}


def entries(folder):
    return json.loads(KEPT.search((folder / WORKER).read_text(encoding="utf-8"))[1])


def test_what_is_kept_is_named_with_the_hash_of_its_bytes(site):
    found = entries(site)
    assert len(found) == len(kept_files(site)) > 50
    for entry in found:
        path = site / (f"{entry['url']}index.html" if entry["url"].endswith("/") else entry["url"])
        assert entry["integrity"] == integrity(path.read_bytes()), entry
        assert bool(entry["revision"]) != bool(re.match(HASHED, f"/{entry['url']}")), entry


def test_every_page_and_all_of_the_checker_is_kept(site):
    kept = {path.relative_to(site).as_posix() for path in kept_files(site)}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - kept == {"404.html"}
    runtime = {path for path in (site / "assets/runtime").rglob("*") if path.suffix not in {".br", ".gz"}}
    assert {path.relative_to(site).as_posix() for path in runtime if path.is_file()} <= kept
    assert "search/search_index.json" in kept


def test_another_byte_anywhere_is_another_version(site, tmp_path):
    other = shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("*.br", "*.gz", "runtime"))
    service_worker(other)
    before = entries(other)
    page = other / "act-now/index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    service_worker(other)
    after = entries(other)
    assert {entry["revision"] for entry in before}.isdisjoint({entry["revision"] for entry in after} - {None})


def test_the_page_says_how_large_each_way_is(site, packed):
    page = read_page(site / "about/offline/index.html")
    figures = {figure.attributes["data-figure"]: text(figure) for figure in everywhere(page, "span[data-figure]")}
    content = (site / ZIP).read_bytes()
    assert figures["sha256"] == hashlib.sha256(content).hexdigest()
    assert figures["zip"] == f"{len(content) / 1e6:.1f} MB"
    stored = sum(path.stat().st_size for path in kept_files(site))
    assert figures["stored"] == megabytes(stored)
    assert figures["pages"] == str(sum(name.endswith(".html") for name in packed))
    (progress,) = everywhere(page, "progress[max]")
    assert progress.attributes["max"] == str(len(kept_files(site)))
    assert "not known yet" not in page.html


def test_the_zip_holds_every_page_and_one_folder(site, packed, pages):
    with zipfile.ZipFile(site / ZIP) as found:
        assert found.testzip() is None
        assert {name.partition("/")[0] for name in found.namelist()} == {FOLDER}
    assert pages.keys() == {path.relative_to(site).as_posix() for path in kept_files(site) if path.suffix == ".html"}
    assert "index.html" in packed
    assert not any(name.endswith((WORKER, ".json.gz", ".br")) or "/keep." in name for name in packed)


def test_each_page_of_the_zip_may_connect_to_nothing(pages):
    _, written = shim()
    for name, page in pages.items():
        policy = inside(parsed(page), "meta[http-equiv='Content-Security-Policy']").attributes["content"]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["default-src"] == "'none'", name
        assert "connect-src" not in rules, name
        assert rules["worker-src"] == "blob:", name
        hashes = {*script_hashes(page), f"'{integrity(written.encode())}'"}
        assert set(rules["script-src"].split()) == {"'self'", "'wasm-unsafe-eval'", "blob:", "data:", *hashes}, name


def test_each_page_of_the_zip_says_that_leaving_it_shows_a_blank_page(pages):
    for name, page in pages.items():
        assert {text(place) for place in parsed(page).css("[data-leads-to]")} == {"a blank page"}, name


def test_no_page_of_the_zip_asks_another_host_or_the_root_of_a_disk(pages):
    for name, page in pages.items():
        for element in parsed(page).css("script[src], link[href]:not([rel=canonical]), img[src]"):
            address = element.attributes.get("src") or element.attributes["href"]
            assert not re.match(r"\s*([a-z]+:)?/", address, re.IGNORECASE), (name, element.html)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../check/", "../check/index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("", "index.html"),
        ("licences/mit.txt", "licences/mit.txt"),
    ],
)
def test_a_link_names_the_file_that_a_server_would_send(address, file):
    assert file_of(address) == file


def test_a_library_that_has_changed_stops_the_build():
    assert once("a", "b", "cat", "A script") == "cbt"
    with pytest.raises(ValueError, match=r"^A script.* 2 times"):
        once("a", "b", "banal", "A script")


@pytest.fixture(scope="module")
def holders(site):
    """A built page that has the marker, for each change that the zip makes at one."""
    texts = [path.read_text(encoding="utf-8") for path in kept_files(site) if path.suffix == ".html"]
    return {change.marker: next(text for text in texts if change.on in text) for change in CHANGES}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.marker)
def test_a_template_that_lost_a_marker_stops_the_build_and_is_told_which(holders, change):
    page = holders[change.marker]
    assert page_for_folder("a/index.html", page, "", date(2026, 11, 27))
    lost = re.sub(change.pattern, "<b>lost</b>" + change.on, page)
    assert lost != page
    with pytest.raises(ValueError, match=f"^a/index.html.* has {re.escape(change.marker)} 0 times"):
        page_for_folder("a/index.html", lost, "", date(2026, 11, 27))


def test_what_finds_the_line_of_a_stored_copy_is_written_once(site):
    worker = (site / WORKER).read_text(encoding="utf-8")
    assert f'const STORED = new RegExp({json.dumps(STORED.pattern)}, "s");' in worker
    ours = (ROOT / "overrides/offline" / WORKER).read_text(encoding="utf-8")
    assert "data-stored" not in ours


def test_a_figure_is_written_into_its_place(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<span data-figure="zip">?</span><progress data-figure="files" max="1" value="0">', encoding="utf-8"
    )
    fill(page, {"zip": "9.1 MB", "files": "55"})
    assert page.read_text(encoding="utf-8") == (
        '<span data-figure="zip">9.1 MB</span><progress data-figure="files" max="55" value="0">'
    )
