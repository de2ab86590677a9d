"""The built pages: whole, plain, honest about what they are, and asking nobody else for anything."""

from __future__ import annotations

import json
import re

import pytest
from chosen import DOCS, EDITION, SETTINGS
from markup import everywhere, pages, read_page, text
from pages.plainness import SOURCES, built

from checker.describe import to_json
from checker.schema import answers_schema, result_schema
from overrides.editions.matters import release_problems
from overrides.project import ROOT
from overrides.words.settings import signed_off, unconfirmed

SITE = "Harmful sexual behaviour in children and young people"
PARTS = [path for path in sorted((DOCS / "parts").rglob("*.md")) if path.parent.name not in {"policy", "local"}]
"""Words that pages include anywhere: the sections of the policy are pages themselves."""
ASKS = "link[href]:not([rel=canonical]), script[src], img[src]"


def test_titles_and_descriptions_are_there_and_unique(site):
    for selector in ("title", "meta[name=description]", "h1"):
        told = []
        for source in SOURCES:
            elements = read_page(built(site, source)).css(selector)
            assert len(elements) == 1, (source, selector)
            told.append(elements[0].attributes.get("content") or text(elements[0]))
        assert all(told), selector
        assert len(set(told)) == len(SOURCES), selector
        assert selector != "meta[name=description]" or all(50 <= len(words) <= 160 for words in told)


def test_no_markup_of_ours_is_published_as_text(site):
    for path, page in pages(site).items():
        assert not re.search(r"\{!|\{\{|\{:|\[[cp]-[0-9]", page.html), path


def test_every_page_says_whose_it_is_not_and_keeps_out_of_search_engines(site):
    draft = not SETTINGS["publisher"]["published"]
    for path, page in pages(site).items():
        assert bool(page.css("meta[name=robots][content=noindex]")) == draft, path
        assert (f"Not published by {SETTINGS['publisher']['name']}" in text(page)) == draft, path


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("index.html", SITE),
        ("404.html", f"Page not found - {SITE}"),
        ("act-now/index.html", f"Act now - {SITE}"),
        ("under-18/index.html", "Under 18? Help for you"),
    ],
)
def test_a_tab_names_its_page_and_that_of_a_child_names_no_more(site, path, title):
    assert text(read_page(site / path).css("title")[0]) == title


def test_no_number_that_nobody_confirmed_is_published(site):
    held_back = [c for c in SETTINGS["contacts"] if not c["shown"]]
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".js", ".xml", ".txt"}:
            digits = re.sub(r"\s", "", path.read_text(encoding="utf-8", errors="replace"))
            for contact in held_back:
                assert not contact["show"] or contact["show"].replace(" ", "") not in digits, (path, contact["id"])


def test_a_page_asks_for_three_files_more_than_stock_and_for_python_never(site):
    own = {"keep.js": "[data-keep]", "checker.js": "[data-state=idle]", "practice.js": "[data-practice]"}
    for source in SOURCES:
        page = read_page(built(site, source))
        asked = [element.attributes.get("href") or element.attributes["src"] for element in page.css(ASKS)]
        files = [re.sub(r"\.[0-9a-f]{8}\.", ".", address.rpartition("/")[2]) for address in asked]
        scripts = [script for script, mark in own.items() if page.css(mark)]
        sheets = ["site.css", *(["checker.css"] if set(scripts) - {"keep.js"} else [])]
        sheets += ["practice.css"] if "practice.js" in scripts else []
        assert files == ["leave.js", "mark.svg", "main.min.css", *sheets, "bundle.min.js", "page.js", *scripts], source


def test_every_script_of_ours_but_leaving_waits_for_the_page_and_none_is_a_module(site):
    """Chromium and WebKit run no module for a page in a folder."""
    for path, page in pages(site).items():
        scripts = page.css("script[src*='assets/']:not([src*='assets/javascripts/'])")
        assert scripts, path
        for script in scripts:
            comes_at_once = "data-leave-to" in script.attributes
            assert ("defer" in script.attributes) != comes_at_once, (path, script.html)
            assert "type" not in script.attributes, (path, script.html)


def test_no_page_asks_another_host_for_anything(site):
    for path, page in pages(site).items():
        for element in everywhere(page, "script, img, iframe, source, video, audio, link:not([rel=canonical])"):
            for address in (element.attributes.get("src"), element.attributes.get("href")):
                assert not re.match(r"\s*([a-z]+:)?//", address or "", re.IGNORECASE), (path, element.html)
    for sheet in site.rglob("*.css"):
        assert "url(http" not in sheet.read_text(encoding="utf-8"), sheet


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.relative_to(DOCS).as_posix())
def test_parts_hold_words_only(part):
    text = part.read_text(encoding="utf-8")
    for what, pattern in {
        "a heading": r"^#",
        "a footnote": r"\[\^",
        "a relative link": r"\]\(",
        "front matter": r"^---",
        "an include": r"\{!",
        "an attribute list": r"\{:",
    }.items():
        assert not re.search(pattern, text, re.MULTILINE), what


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(DOCS).as_posix())
def test_includes_stay_in_the_folder_of_parts(source):
    for include in re.findall(r"\{!(.*?)!\}", source.read_text(encoding="utf-8")):
        assert (DOCS.parent / include).resolve().is_relative_to((DOCS / "parts").resolve()), include


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(DOCS).as_posix())
def test_an_include_has_its_line_to_itself(source):
    for line in source.read_text(encoding="utf-8").splitlines():
        assert "{!" not in line or re.fullmatch(r"\{!docs/parts/[\w/-]+\.md!\}", line), line


def test_a_missing_include_is_never_passed_over_and_headings_keep_their_depth():
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "throwException: true" in config
    assert "inheritHeadingDepth" not in config


def test_the_schemas_are_published(site):
    assert (site / "schemas/answers.json").read_text(encoding="utf-8") == to_json(answers_schema())
    assert json.loads((site / "schemas/result.json").read_text(encoding="utf-8")) == result_schema()
    folder = site / "check/how-it-decides"
    linked = [link.attributes["href"] for link in read_page(folder / "index.html").css("a[href*=schemas]")]
    files = [(folder / link).resolve() for link in linked]
    assert [file.name for file in files if file.is_file()] == ["answers.json", "result.json"]


def test_a_release_is_refused_while_anything_is_unconfirmed_and_lists_it_all():
    problems = release_problems(EDITION)
    waiting = [contact["id"] for contact in unconfirmed(SETTINGS)]
    assert [re.search(r"\(([a-z-]+)\)$", problem)[1] for problem in problems if "not confirmed" in problem] == waiting
    assert len([problem for problem in problems if "not answered" in problem]) == len(SETTINGS["to_answer"])
    assert any("rules" in problem for problem in problems) != signed_off(SETTINGS)


def test_every_contact_of_the_advice_is_in_the_settings():
    from checker.route import ROUTE

    known = {contact["id"] for contact in SETTINGS["contacts"]}
    assert {contact for row in ROUTE.values() for contact in row.contacts} <= known


def test_what_no_page_asks_for_is_not_shipped(site):
    shipped = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert [path for path in shipped if path.endswith((".map", ".map.gz", ".map.br", ".png")) or "/lunr" in path] == []
