"""The site whose pages Zensical makes is for its readers the site whose pages MkDocs makes."""

from __future__ import annotations

import inspect
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml
from chosen import DOCS, edition_with
from compare_pages import differences
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from overrides.build import build
from overrides.editions.assemble import put_together
from overrides.hosting.servers import headers_of_all
from overrides.project import ROOT, moment_of_build
from overrides.stages import DEFAULT_BUILDER
from overrides.zensical import zensical_pages

pytestmark = pytest.mark.draws

COMPRESSED = {".br", ".gz"}
INDEX = "search/search_index.json"
SHA256 = re.compile(r"\b[0-9a-f]{64}\b")
DIFFER = {
    "about/offline/index.html": ["words: only the first has ['#.'], only the second ['#.']"],  # the sha256 of the zip
}
"""What differs, page by page, and why it must."""


def files_of(site: Path) -> set[str]:
    paths = (path for path in site.rglob("*") if path.is_file() and path.suffix not in COMPRESSED)
    return {path.relative_to(site).as_posix() for path in paths}


def kept(site: Path) -> set[str]:
    """The addresses that the service worker stores."""
    return set(re.findall(r'"url":"([^"]+)"', (site / "service-worker.js").read_text(encoding="utf-8")))


@pytest.fixture
def source(tmp_path) -> Path:
    """The settings and the pages, to be changed by a test."""
    shutil.copy(DOCS.parent / "mkdocs.yml", tmp_path)
    shutil.copytree(DOCS, tmp_path / "docs")
    return tmp_path


def test_mkdocs_makes_the_pages_unless_another_builder_is_named():
    assert DEFAULT_BUILDER == "mkdocs"
    assert inspect.signature(build).parameters["builder"].default == DEFAULT_BUILDER


def test_readers_get_the_same_of_every_page(site, zensical_site):
    found = differences(site, zensical_site)
    assert {path: [SHA256.sub("#", line) for line in said] for path, said in found.items()} == DIFFER


def test_it_has_the_same_files(site, zensical_site):
    assert files_of(zensical_site) == files_of(site)


def test_its_search_has_the_same_index(site, zensical_site):
    assert (zensical_site / INDEX).read_bytes() == (site / INDEX).read_bytes()
    assert len(json.loads((site / INDEX).read_text(encoding="utf-8"))["docs"]) > 300


def test_hosts_send_the_same_headers(site, zensical_site):
    assert headers_of_all(zensical_site) == headers_of_all(site)


def test_the_same_is_kept_on_a_device(site, zensical_site):
    assert "index.html" in kept(site) or "./" in kept(site)
    assert kept(zensical_site) == kept(site)


def test_nothing_is_written_beside_the_pages(source):
    before = files_of(source)
    zensical_pages(source, source.parent / "made", moment_of_build())
    assert files_of(source) == before


@pytest.mark.parametrize("link", ["[there](nowhere.md)", '<a href="/nowhere.md#at">there</a>'])
def test_a_link_to_no_page_stops_it(source, link):
    page = source / "docs" / "where-else.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{link}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not built"):
        zensical_pages(source, source.parent / "made", moment_of_build())


def test_readers_get_the_same_of_a_site_whose_address_has_a_path(source, monkeypatch):
    config = yaml.safe_load((source / "mkdocs.yml").read_text(encoding="utf-8"))
    config["site_url"] = "https://x.example/council/hsb/"
    config["theme"]["custom_dir"] = str(ROOT / "overrides" / "theme")
    (source / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    (source / "checker").symlink_to(ROOT / "checker")
    monkeypatch.chdir(source)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    zensical_pages(source, source / "by-zensical", moment_of_build())
    mkdocs_build(load_config("mkdocs.yml", site_dir=str(source / "by-mkdocs")))
    assert differences(source / "by-mkdocs", source / "by-zensical") == {}
    assert (source / "by-zensical" / "sitemap.xml").read_text(encoding="utf-8").count("<loc>https://x.example/") > 30


def test_a_day_of_approval_that_stands_without_quotes_is_understood(tmp_path):
    edition = edition_with(sign_off={"by": "A board", "date": date(2026, 11, 3), "approves": ""})
    put_together(edition, tmp_path)
    assert type(yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))["extra"]["sign_off"]["date"]) is str
    zensical_pages(tmp_path, tmp_path / "made", moment_of_build())
    assert (tmp_path / "made" / "index.html").is_file()


CHANGES = {
    "words": ("<article", "<article>More words.</article><article"),
    "ids": ("<article", '<p id="another"></p><article'),
    "links": ("<article", '<a href="another/"></a><article'),
    "landmarks": ("<article", '<nav aria-label="Another"></nav><article'),
    "headings": ("<article", "<h2></h2><article"),
    "head": ('name="description" content="', 'name="description" content="Another '),
    "told to the theme": ('"features": [', '"features": ["another", '),
    "files": ("<article", '<script src="another.js"></script><article'),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_differs_is_said(site, tmp_path, what):
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        shutil.copy(site / "act-now" / "index.html", tmp_path / name)
    page = tmp_path / "new" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(*CHANGES[what], 1), encoding="utf-8")
    (said,) = differences(tmp_path / "old", tmp_path / "new").values()
    assert [line.partition(":")[0] for line in said] == [what]
