"""The zip, unpacked and double-clicked: all of it works from a folder of the device, and asks nobody for anything."""

from __future__ import annotations

import zipfile

import pytest
from browser.engines import in_each_browser
from browser.page import at_desktop_width, go_on_in_a_new_tab
from browser.searching import search
from browser.test_leaving import shows_nothing_of_ours

from overrides.offline.double_click import FOLDER
from overrides.offline.keeping import ZIP


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    unpacked = tmp_path_factory.mktemp("a stick, with an é")
    with zipfile.ZipFile(site / ZIP) as packed:
        packed.extractall(unpacked)
    return unpacked / FOLDER


@pytest.fixture
def page(driver, folder):
    with at_desktop_width(driver, f"{folder.as_uri()}/") as found:
        yield found


def leave(page) -> None:
    page.run("document.querySelector('[data-leave]').click()")
    page.until("return location.href === 'about:blank'")


def told(page) -> list[str]:
    return page.console() if hasattr(page.driver, "messages") else []


def from_elsewhere(page) -> list[str]:
    """Firefox calls the page itself "document"."""
    inside = (page.base, "data:", "blob:", "about:")
    return [address for address in page.fetched() if address != "document" and not address.startswith(inside)]


LINKS = "return [...new Set([...document.querySelectorAll('a[href]')].map((each) => each.href.split(/[?#]/)[0]))]"


@in_each_browser
def test_every_page_opens(folder, page, browser):
    """And its links lead to files. In other browsers than Chromium, that is a part of the pages."""
    files = {path.as_uri() for path in folder.rglob("*") if path.is_file()}
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    assert len(paths) > 15
    for path in paths[:: 1 if browser == "chromium" else 7]:
        page.open(path)
        page.until("return document.readyState === 'complete'")
        assert page.run("return document.querySelector('[data-stored]').checkVisibility()"), path
        assert page.run("return getComputedStyle(document.querySelector('.unpack-first')).display") == "none"
        assert page.run("return document.documentElement.classList.contains('js')"), path
        assert told(page) == [], path
        assert from_elsewhere(page) == [], path
        assert {link for link in page.run(LINKS) if link.startswith("file:")} <= files, path


@in_each_browser
def test_the_checker_answers_in_a_worker(page):
    page.open("check/index.html")
    page.answer(age="14", involved="child", pressure="coercion")
    page.submit()
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    page.answer(pressure="none")
    page.until("return document.querySelector('[data-progress]').textContent")
    assert told(page) == []
    assert from_elsewhere(page) == []


def test_a_browser_that_reads_no_base64_by_itself_unpacks_it_too(folder, page):
    script = folder / "assets/python.js"
    text = script.read_text(encoding="utf-8")
    older = text.replace("self.packed", "delete Uint8Array.fromBase64;self.packed", 1)
    assert older != text
    script.write_text(older, encoding="utf-8")
    try:
        page.open("check/index.html?example=siblings-and-threats")
        assert page.until_result()["from"] == "abusive"
        assert told(page) == []
    finally:
        script.write_text(text, encoding="utf-8")


@in_each_browser
def test_search_finds_and_follows(page):
    page.open("about/index.html")
    search(page, "coercion")
    found = "document.querySelector('.md-search-result__item a[href*=\"definitions/index.html\"]')"
    page.until(f"const found = {found}; found?.click(); return Boolean(found)")
    page.until("return document.readyState === 'complete' && location.pathname.endsWith('/definitions/index.html')")
    assert page.driver.current_url.startswith("file:")
    assert told(page) == []


@in_each_browser
def test_leaving_shows_a_blank_page(page):
    page.open("check/index.html")
    leave(page)


def test_nothing_says_where_the_folder_is(folder, page):
    """A path on a device holds the name of whoever uses it: nothing that is printed or copied may."""
    page.open("policy/7-referral/index.html")
    shown = page.run(
        "return document.body.innerText + [...document.querySelectorAll('[data-address], [data-copies]')]"
        ".map((each) => (each.dataset.address ?? '') + (each.dataset.copies ?? '')).join()"
    )
    assert folder.name not in shown
    assert "{address}" not in shown
    assert page.run("return document.querySelectorAll('.clause-tools button').length") > 0
    page.driver.find_element("css selector", ".clause-tools button").click()
    page.until("return !document.querySelector('[data-said]').hidden")


def test_a_copy_from_the_zip_does_not_offer_to_keep_itself(page):
    page.open("about/offline/index.html")
    assert not page.run("return document.querySelector('[data-keep]').checkVisibility()")
    assert page.run("return document.querySelector('.in-folder').checkVisibility()")


@in_each_browser
@pytest.mark.usefixtures("with_no_history")
def test_after_leaving_a_copy_from_the_zip_back_shows_no_page_of_it(page):
    go_on_in_a_new_tab(page.driver)
    page.open("parents/index.html")
    page.driver.get(page.base + "check/index.html")
    for part in ("#topic-who", "#topic-choice"):
        page.run("location.hash = arguments[0]", part)
        page.until("return location.hash === arguments[0]", part)
    leave(page)
    for _ in range(5):
        page.driver.back()
        page.until("return document.readyState === 'complete'")
        assert shows_nothing_of_ours(page), page.driver.current_url
