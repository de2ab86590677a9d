"""The pages that the tests in browsers walk through are all that there are."""

from __future__ import annotations

from browser.paths import PAGES


def test_every_page_that_is_built_is_tried_in_a_browser(site):
    built = [path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html")]
    assert sorted(PAGES) == sorted(built)
