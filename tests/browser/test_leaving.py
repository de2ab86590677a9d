"""Leaving the site at once: reached first, it covers what was there, forgets the answers, and leaves no way back."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from browser.engine import NAMES
from browser.engines import in_each_browser
from browser.page import go_on_in_a_new_tab
from browser.paths import NOT_FOUND
from browser.test_keyboard import press
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

LEAVE = "document.querySelector('[data-leave]')"
ELSEWHERE = "about/licences/"
"""Where leaving leads to here: a page of no site, which the host has in the place of this one."""
ON_PAGES = [
    *(("chromium", path) for path in ("", "act-now/", "check/", "policy/6-continuum/", *NOT_FOUND)),
    *((name, "act-now/") for name in NAMES if name != "chromium"),
]


def leads_elsewhere(path: str, content: bytes) -> bytes:
    if path == f"{ELSEWHERE}index.html":
        return b"<!doctype html><title>Elsewhere</title>"
    return re.sub(rb'data-leave-to="[^"]*"', f'data-leave-to="/{ELSEWHERE}"'.encode(), content)


@pytest.fixture
def page(with_no_history, faulty):  # noqa: ARG001 (before the browser is started)
    page = faulty(leads_elsewhere)
    go_on_in_a_new_tab(page.driver)
    page.emulate()
    return page


def leave(page) -> None:
    page.run(f"{LEAVE}.click()")
    until_elsewhere(page)


def until_elsewhere(page) -> None:
    page.until("return location.pathname === arguments[0] && document.title === 'Elsewhere'", f"/{ELSEWHERE}")


def shift(page, *, times: int) -> None:
    for _ in range(times):
        ActionChains(page.driver).key_down(Keys.SHIFT).key_up(Keys.SHIFT).perform()


@pytest.mark.parametrize(("browser", "path"), ON_PAGES, indirect=["browser"])
def test_leaving_is_in_view_and_first_by_keyboard(page, path):
    page.emulate(width=360, height=640)
    page.open(path)
    press(page, Keys.TAB)
    assert page.run(f"return document.activeElement === {LEAVE}")
    page.run("scrollTo(0, document.body.scrollHeight)")
    assert page.run(f"const box = {LEAVE}.getBoundingClientRect(); return box.top >= 0 && box.right <= innerWidth")


def test_leaving_is_in_view_at_every_width_while_the_search_is_closed_and_open(page):
    page.open("act-now/")
    outside = []
    for width in (320, 390, 600, 768, 834, 960, 1024, 1112, 1180, 1219, 1220, 1280):
        page.emulate(width=width, height=800)
        for _ in range(2):
            if not page.run(f"return {LEAVE}.getBoundingClientRect().right <= innerWidth"):
                outside.append(width)
            page.run("document.querySelector('[data-md-toggle=search]').click()")
    assert outside == []


@pytest.mark.parametrize("opened", [".open-menu", "[data-open-search]", ".term"])
def test_nothing_that_opens_on_a_phone_lies_over_leaving(page, opened):
    page.emulate(width=360, height=640)
    page.open("policy/6-continuum/")
    page.run("document.querySelector(arguments[0]).click()", opened)
    page.until(
        f"const {{ x, y, width, height }} = {LEAVE}.getBoundingClientRect();"
        f"return {LEAVE}.contains(document.elementFromPoint(x + width / 2, y + height / 2)) && x + width <= innerWidth"
    )


@in_each_browser
def test_leaving_covers_the_page_at_once_and_forgets_the_answers(page):
    page.open("check/")
    page.answer(age="12", consent="lacking")
    covered = page.run(
        f"{LEAVE}.click();"
        "const kept = [...new FormData(document.querySelector('behaviour-checker form'))].filter((pair) => pair[1]);"
        "return [getComputedStyle(document.body).display, document.title, kept]"
    )
    assert covered == ["none", "", []]
    until_elsewhere(page)


PARTS = ("#topic-who", "#topic-choice", "#questions", "#check-answers")


def wander(page) -> None:
    """Through pages and their parts, by links and by addresses, with a page loaded anew."""
    page.open("")
    page.follow(".doors a", "act-now/")
    page.run("location.hash = '#tell'")
    page.driver.get(page.base + "check/")
    for part in PARTS:
        page.run("location.hash = arguments[0]", part)
        page.until("return location.hash === arguments[0]", part)
    page.driver.refresh()
    page.until("return document.readyState === 'complete'")


SHOWS_NOTHING_OF_OURS = """
return document.title === 'Elsewhere' || !location.href.startsWith(arguments[0]) || !document.documentElement
  || document.documentElement.classList.contains('left')
"""


def shows_nothing_of_ours(page) -> bool:
    """Asked again where the page went while it was asked: Firefox then answers with nothing."""
    while (shown := page.run(SHOWS_NOTHING_OF_OURS, page.base)) is None:
        pass
    return shown


@in_each_browser
def test_after_leaving_neither_back_nor_forward_shows_a_page_of_this_site(page):
    wander(page)
    leave(page)
    for step in (*["back"] * 10, *["forward"] * 10):
        with suppress(Exception):  # at an end of the history there is nowhere to go
            getattr(page.driver, step)()
        page.until("return document.readyState === 'complete'")
        assert shows_nothing_of_ours(page), (step, page.driver.current_url)


@in_each_browser
def test_who_comes_anew_after_leaving_reads_the_site_and_goes_back_to_nothing_of_before(page):
    page.open("parents/")
    page.driver.get(page.base + "check/")
    leave(page)
    page.driver.get(page.base + "act-now/")
    page.follow("[href='../under-18/']", "under-18/")
    assert page.run("return getComputedStyle(document.body).display") != "none"
    page.driver.back()
    page.until("return location.pathname === '/act-now/' && document.readyState === 'complete'")
    assert page.run("return getComputedStyle(document.documentElement).visibility") == "visible"
    for _ in range(4):
        page.driver.back()
        page.until("return document.readyState === 'complete'")
        assert shows_nothing_of_ours(page)


@in_each_browser
def test_where_the_browser_keeps_nothing_for_a_tab_it_is_left_all_the_same(page):
    page.open("check/")
    page.run("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('blocked') } })")
    leave(page)


def test_a_page_that_the_browser_kept_whole_comes_back_unseen_and_is_left_again(page):
    page.open("parents/")
    page.run("sessionStorage.setItem('times-left', '1'); dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.run("return getComputedStyle(document.documentElement).visibility") == "hidden"
    page.run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    until_elsewhere(page)


@in_each_browser
def test_shift_three_times_leaves_and_says_how_many_are_left(page):
    page.open("act-now/")
    shift(page, times=1)
    first = page.run("return document.querySelector('[data-leave-said]').textContent")
    shift(page, times=1)
    second = page.run("return document.querySelector('[data-leave-said]').textContent")
    assert first
    assert second not in {"", first}
    shift(page, times=1)
    until_elsewhere(page)


USED_WITH_SHIFT = {
    "a letter": lambda actions, _: actions.send_keys("a"),
    "a click": lambda actions, element: actions.click(element),
    "another key after it": lambda actions, _: (
        actions.key_up(Keys.SHIFT).send_keys(Keys.ARROW_DOWN).key_down(Keys.SHIFT)
    ),
    "a long hold": lambda actions, _: actions.pause(1.3),
}


@pytest.mark.parametrize("use", USED_WITH_SHIFT)
def test_shift_that_is_used_for_something_else_does_not_leave(page, use):
    page.open("act-now/")
    element = page.driver.find_element("css selector", "h1")
    for _ in range(3):
        actions = ActionChains(page.driver).key_down(Keys.SHIFT)
        USED_WITH_SHIFT[use](actions, element)
        actions.key_up(Keys.SHIFT).perform()
    assert page.run("return location.pathname") == "/act-now/"


def test_a_wheel_between_presses_of_shift_begins_the_count_anew(page):
    page.open("act-now/")
    shift(page, times=2)
    page.run("document.dispatchEvent(new WheelEvent('wheel'))")
    shift(page, times=2)
    assert page.run("return location.pathname") == "/act-now/"
    shift(page, times=1)
    until_elsewhere(page)


@in_each_browser
def test_leaving_arrives_where_the_other_site_is_slow(faulty):
    """What is on its way is not thrown away for ever by asking for it again."""

    def slowly(path: str, content: bytes) -> bytes:
        if path.startswith(ELSEWHERE):
            time.sleep(4)
        return leads_elsewhere(path, content)

    page = faulty(slowly)
    page.open("act-now/")
    page.run(f"{LEAVE}.click()")
    until_elsewhere(page)


def test_leaving_works_while_all_other_scripts_are_still_to_come(faulty):
    def without_others(path: str, content: bytes) -> bytes | None:
        late = path.endswith(".js") and "leave" not in path
        return None if late else leads_elsewhere(path, content)

    page = faulty(without_others)
    page.open("check/")
    shift(page, times=3)
    until_elsewhere(page)


@in_each_browser
def test_with_no_network_leaving_goes_to_a_blank_page(page):
    page.open("act-now/")
    page.run("Object.defineProperty(navigator, 'onLine', { value: false })")
    page.run(f"{LEAVE}.click()")
    page.until("return location.href === 'about:blank'")
