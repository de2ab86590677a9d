"""The index of the search, which is made from the built pages: each section once, with the words that are under it."""

from __future__ import annotations

import json

import pytest
from markup import everywhere, pages

from overrides.hosting.search import FIELDS
from overrides.hosting.sections import NOT_SEARCHED, sections_of

PAGE = """
<main><nav>A menu</nav><article>
<p data-not-searched>Before</p>
<h1 id="top">The <em>page</em></h1>
<p>Its   own words, 3 &lt; 4</p><p> </p>
<section><h2 id="first">The first</h2><ul><li>One <a href="x">link</a></li></ul><h3>No id</h3><div>more</div></section>
<p>After the part</p>
<div data-not-searched=""><h2 id="left-out">Left out</h2></div>
<template><h2 id="later">Later</h2><p>Shown by a script</p></template>
<script>"never"</script>
</article></main>
"""


def test_words_belong_to_the_heading_that_they_stand_under_until_its_part_ends():
    assert [(each.id, each.title, each.text) for each in sections_of(PAGE)] == [
        ("", "The page", "<p>Its own words, 3 &lt; 4</p> <p>After the part</p>"),
        ("first", "The first", "<ul><li>One link</li></ul>No idmore"),
        ("later", "Later", "<p>Shown by a script</p>"),
    ]


@pytest.fixture(scope="module")
def index(site):
    return json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))


def test_every_entry_is_there_once_and_leads_to_what_is_on_its_page(site, index):
    """Ids that only a script puts on a page are in its templates."""
    at = {path.removesuffix("index.html"): page for path, page in pages(site).items()}
    locations = [entry["location"] for entry in index["docs"]]
    assert len(locations) == len(set(locations))
    led_to = [location.partition("#") for location in locations]
    assert [place for place in led_to if place[2] and not everywhere(at[place[0]], f"[id='{place[2]}']")] == []
    assert {page for page, _, _ in led_to} == at.keys() - {"404.html"}


def test_every_entry_has_a_title_and_no_field_that_the_search_does_not_weigh(index):
    assert [entry for entry in index["docs"] if not entry["title"]] == []
    assert {name for entry in index["docs"] for name in entry} <= {"location", "boost", *FIELDS}


def test_no_page_keeps_the_marks_of_what_is_not_searched(site):
    assert [path for path in site.rglob("*.html") if NOT_SEARCHED in path.read_text(encoding="utf-8")] == []
