"""A browser that lacks something: each page can still be read and left, and leads to who can help."""

from __future__ import annotations

import pytest
from browser.engines import in_each_browser
from browser.test_leaving import leads_elsewhere, until_elsewhere

AS_IF_UNKNOWN = {"popovers": (b"popover", b"nopover"), ":has": (b":has(", b":is-not-known(")}
"""What stands in pages, styles or scripts, and what a browser makes of it that does not know it."""
TAKEN_AWAY = {
    "workers": "delete window.Worker",
    "the clipboard": "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    "unpacking": "delete window.DecompressionStream; delete window.CompressionStream",
    "stores": "Object.defineProperty(window, 'caches', { value: undefined })",
    "service workers": "Object.defineProperty(navigator, 'serviceWorker', { value: undefined })",
    "printing": "window.print = undefined",
    "idle times": "window.requestIdleCallback = undefined",
    "a site's own store": "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })",
    "a tab's own store": "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('blocked') } })",
}
ABSENT = (*AS_IF_UNKNOWN, *TAKEN_AWAY)
SHOWN = "return document.querySelector(arguments[0]).checkVisibility()"


def without(absent: str):
    def change(path: str, content: bytes) -> bytes:
        content = leads_elsewhere(path, content)
        if absent in AS_IF_UNKNOWN and path.endswith((".html", ".css", ".js")):
            return content.replace(*AS_IF_UNKNOWN[absent])
        if absent in TAKEN_AWAY and "/leave." in f"/{path}":
            return f"{TAKEN_AWAY[absent]};\n".encode() + content
        return content

    return change


@pytest.fixture(params=ABSENT)
def page(faulty, request):
    page = faulty(without(request.param))
    page.emulate(width=390, height=844)
    return page


@in_each_browser
def test_each_page_is_read_its_menu_opens_and_it_is_left(page):
    for path in ("", "act-now/", "parents/", "policy/6-continuum/", "about/offline/"):
        page.open(path)
        assert page.run(SHOWN, "article h1"), path
        assert not page.run(SHOWN, ".menu a"), path
        page.run("document.querySelector('.open-menu').click()")
        page.until(SHOWN, ".menu a")
        page.run("document.querySelector('.menu button').click()")
        page.until("return !document.querySelector('.menu a').checkVisibility()")
    page.run("document.querySelector('[data-leave]').click()")
    until_elsewhere(page)


@in_each_browser
def test_a_term_is_explained_where_it_stands(page):
    page.open("policy/6-continuum/")
    assert not page.run(SHOWN, ".word")
    page.run("document.querySelector('.term').click()")
    page.until("return [...document.querySelectorAll('.word')].some((word) => word.checkVisibility())")


@in_each_browser
def test_the_checker_gives_a_result_or_says_what_to_do_without_one(page):
    page.open("check/")
    page.answer(pressure="force")
    page.submit()
    page.until(
        "return document.querySelector('[data-from], behaviour-checker[data-state=failed]')",
        within=300,
    )
    assert page.run(
        "return [...document.querySelectorAll('[href=\"tel:999\"]')].some((each) => each.checkVisibility())"
    )
    page.run("document.querySelector('[data-copy]')?.click()")
    page.until("return !document.querySelector('[data-copy]') || document.querySelector('.status').textContent.trim()")
