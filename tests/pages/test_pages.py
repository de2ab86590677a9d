"""The built pages: whole, plain, honest about what they are, and asking nobody else for anything."""

from __future__ import annotations

import json
import re

import pytest
from pages.reading import SOURCES, built

from checker.describe import to_json
from checker.schema import answers_schema, result_schema
from overrides.build import release_problems
from overrides.project import ROOT
from overrides.words.edition import edition_problems
from overrides.words.settings import read_settings, signed_off

SETTINGS = read_settings(ROOT / "mkdocs.yml")
PARTS = sorted((ROOT / "docs" / "parts").rglob("*.md"))


def test_titles_and_descriptions_are_there_and_unique(site):
    pages = [built(site, source).read_text(encoding="utf-8") for source in SOURCES]
    for pattern in (
        r"<title>([^<]+)</title>",
        r'<meta name="description" content="([^"]{50,160})">',
        r"<h1[^>]*>([^<]+)",
    ):
        found = [re.findall(pattern, page) for page in pages]
        assert all(len(each) == 1 for each in found), pattern
        assert len({each[0] for each in found}) == len(pages), pattern


def test_no_markup_of_ours_is_published_as_text(site):
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"\{!|\{\{|\{:|\[c-[0-9]", text), page


def test_every_page_says_whose_it_is_not_and_keeps_out_of_search_engines(site):
    draft = not SETTINGS["publisher"]["published"] or any(not contact["confirmed"] for contact in SETTINGS["contacts"])
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert ('<meta name="robots" content="noindex">' in text) == draft, page
        assert (f"Not published by {SETTINGS['publisher']['name']}" in text) == draft, page


def test_no_number_that_nobody_confirmed_is_published(site):
    held_back = [c for c in SETTINGS["contacts"] if not c["confirmed"] and not c["shown_unconfirmed"]]
    for path in site.rglob("*"):
        if path.suffix in {".html", ".json", ".js", ".xml", ".txt"}:
            digits = re.sub(r"\s", "", path.read_text(encoding="utf-8", errors="replace"))
            for contact in held_back:
                assert not contact["show"] or contact["show"].replace(" ", "") not in digits, (path, contact["id"])


def test_a_page_asks_for_two_files_more_than_stock_and_for_python_never(site):
    for source in SOURCES:
        page = built(site, source).read_text(encoding="utf-8")
        asked = re.findall(r"<(?:link|script|img)[^>]*(?:href|src)=\"([^\"]+)\"", page)
        files = [re.sub(r"\.[0-9a-f]{8}\.", ".", path.rpartition("/")[2]) for path in asked]
        own = {"keep.js": "data-keep", "checker.js": 'data-state="idle"', "practice.js": "data-practice"}
        scripts = [script for script, mark in own.items() if f" {mark}" in page]
        sheets = ["site.css", *(["checker.css"] if set(scripts) - {"keep.js"} else [])]
        assert files == ["mark.svg", "main.min.css", *sheets, "bundle.min.js", "page.js", *scripts], source


def test_every_script_of_ours_waits_for_the_page_and_is_no_module(site):
    """Chromium and WebKit run no module for a page in a folder."""
    for page in site.rglob("*.html"):
        scripts = re.findall(r'<script src="[^"]*assets/(?!javascripts/)[^>]*>', page.read_text(encoding="utf-8"))
        assert scripts, page
        for script in scripts:
            assert script.endswith(" defer>"), (page, script)
            assert "type=" not in script, (page, script)


def test_no_page_asks_another_host_for_anything(site):
    fetched = re.compile(r"<(?:script|img|iframe|source|video|audio|link)[^>]+?(?:src|href)=\"?(https?:)?//")
    for page in site.rglob("*.html"):
        assert not fetched.search(page.read_text(encoding="utf-8")), page
    for sheet in site.rglob("*.css"):
        assert "url(http" not in sheet.read_text(encoding="utf-8"), sheet


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.relative_to(ROOT / "docs").as_posix())
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


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(ROOT / "docs").as_posix())
def test_includes_stay_in_the_folder_of_parts(source):
    for include in re.findall(r"\{!(.*?)!\}", source.read_text(encoding="utf-8")):
        assert (ROOT / include).resolve().is_relative_to(ROOT / "docs" / "parts"), include


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.relative_to(ROOT / "docs").as_posix())
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
    page = site / "check/how-it-decides"
    linked = re.findall(r'href="([^"]+schemas[^"]+)"', (page / "index.html").read_text(encoding="utf-8"))
    assert [(page / link).resolve().name for link in linked if (page / link).is_file()] == [
        "answers.json",
        "result.json",
    ]


def test_the_checker_speaks_of_the_edition_publisher_and_procedures_of_the_settings():
    assert [*edition_problems(SETTINGS)] == []


def test_words_of_the_edition_that_differ_are_named_with_both_files():
    other = {**SETTINGS, "edition": "2", "publisher": {"short": "the trust"}, "contacts": [{"name": "Others"}]}
    problems = [*edition_problems(other)]
    assert len(problems) == 3
    for problem, kept in zip(problems, ("POLICY_EDITION", "PUBLISHER", "PROCEDURES"), strict=True):
        assert problem.startswith("mkdocs.yml, ")
        assert f"checker/edition.py, {kept}" in problem


def test_a_release_is_refused_while_anything_is_unconfirmed_and_lists_it_all():
    problems = release_problems()
    unconfirmed = [contact["id"] for contact in SETTINGS["contacts"] if not contact["confirmed"]]
    assert [
        re.search(r"\(([a-z-]+)\)$", problem)[1] for problem in problems if "not confirmed" in problem
    ] == unconfirmed
    assert any("rules" in problem for problem in problems) != signed_off(SETTINGS)


def test_every_contact_of_the_advice_is_in_the_settings():
    from checker.route import ROUTE

    known = {contact["id"] for contact in SETTINGS["contacts"]}
    assert {contact for row in ROUTE.values() for contact in row.contacts} <= known


def test_the_scripts_know_no_question_option_rule_clause_or_step():
    from checker.model import Choice, Step
    from checker.rulebook import QUESTIONS, RULES

    known = {*QUESTIONS, *(rule.id for rule in RULES), *(step.id for step in Step)}
    known |= {option for q in QUESTIONS.values() if isinstance(q, Choice) for option in q.ids()}
    common = {"none", "no", "yes", "other", "age", "online", "once", "nobody"}
    for script in (ROOT / "overrides/theme/assets").rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        words = set(re.findall(r"[\w-]+", re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)))
        assert not words & (known - common), script
        assert not re.search(r"\bc-\d", text), script


def test_what_no_page_asks_for_is_not_shipped(site):
    shipped = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert [path for path in shipped if path.endswith((".map", ".map.gz", ".map.br", ".png")) or "/lunr" in path] == []
