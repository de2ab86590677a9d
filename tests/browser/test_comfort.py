"""What axe does not see: zoom, spacing of text, motion, forced colours, and what a screen reader is told."""

from __future__ import annotations

import pytest
from browser.engine import NAMES
from browser.paths import READ
from browser.searching import search

# Tables, pictures and the form: what other browsers lay out in their own way.
LAID_OUT_BY_THE_BROWSER = [
    "check/",
    "check/how-it-decides/",
    "check/worksheet/",
    "continuum/",
    "definitions/",
    "policy/all/",
]
IN_WHICH = [(name, path) for name in NAMES for path in (READ if name == "chromium" else LAID_OUT_BY_THE_BROWSER)]
# The continuum's pictures are left out: a table under each says the same in text.
TOO_WIDE = """
return [...document.querySelectorAll("body *")].filter((each) => {
  const { left, right, width } = each.getBoundingClientRect();
  return width && each.checkVisibility({ visibilityProperty: true }) && right > innerWidth + 1 && left >= 0
    && !each.closest(".skip, .md-search, [popover], .leave-said, .leave span, svg *, .wide > table, .wide > table *");
}).map((each) => each.outerHTML.slice(0, 90));
"""
"""A table in a part that moves sideways by itself is left out: WCAG 1.4.10 lets it."""
WIDTH = "return document.documentElement.scrollWidth"
SPACED = """
const style = new CSSStyleSheet();
style.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`);
document.adoptedStyleSheets = [style];
"""


@pytest.mark.parametrize(("browser", "path"), IN_WHICH, indirect=["browser"])
def test_at_four_hundred_per_cent_and_with_text_spaced_nothing_is_cut_off(page, path):
    page.open(path)
    for width in (768, 360, 320):
        page.emulate(width=width, height=640)
        assert page.run(WIDTH) <= width
    assert page.run(TOO_WIDE) == []
    page.run(SPACED)
    assert page.run(TOO_WIDE) == []


TWICE_AS_LARGE = """
const style = new CSSStyleSheet();
style.replaceSync(`html { font-size: calc(2 * ${getComputedStyle(document.documentElement).fontSize}) !important }`);
document.adoptedStyleSheets = [style];
"""


def test_with_its_text_alone_twice_as_large_no_page_is_wider_than_a_phone(page, site):
    page.emulate(width=390, height=844)
    wider = {}
    for path in sorted(each.relative_to(site).as_posix() for each in site.rglob("*.html")):
        page.open(path)
        page.run(TWICE_AS_LARGE)
        if page.run(WIDTH) > 390:
            wider[path] = page.run(WIDTH)
    assert wider == {}


def test_with_motion_reduced_nothing_moves(page):
    page.open("act-now/")
    assert page.run("return matchMedia('(prefers-reduced-motion: reduce)').matches")
    moving = page.run(
        "return [...document.querySelectorAll('*')].filter((each) => {"
        "  const { transitionDuration, animationName } = getComputedStyle(each);"
        "  return transitionDuration.split(', ').some((time) => parseFloat(time)) || animationName !== 'none';"
        "}).map((each) => each.className)"
    )
    assert moving == []


def test_in_forced_colours_what_is_pressed_has_an_edge(page):
    page.driver.prefer({"forced-colors": "active"})
    page.open("check/")
    assert page.run("return matchMedia('(forced-colors: active)').matches")
    without = page.run(
        "return ['.leave', '.under-18', '[type=submit]'].filter((each) => {"
        "  const { borderStyle, borderWidth } = getComputedStyle(document.querySelector(each));"
        "  return borderStyle === 'none' || parseFloat(borderWidth) < 1;"
        "})"
    )
    assert without == []


def test_what_a_screen_reader_is_told(page):
    page.open("act-now/")
    search(page, "referral")
    page.until("return document.querySelectorAll('.md-search-result__item').length")
    nodes = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]}
    assert {("link", "Leave this page"), ("link", "Skip to content"), ("navigation", "Header")} <= named
    assert any(role == "StaticText" and "matching" in name for role, name in named)
    assert any(role == "status" for role, _ in named)
