"""Leaving the page at once: reached first, it covers what was there, forgets the answers, and leaves no way back."""

from __future__ import annotations

import re

import pytest
from browser.engine import NAMES
from browser.engines import in_each_browser
from browser.page import go_on_in_a_new_tab
from browser.test_keyboard import press
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

LEAVE = "document.querySelector('[data-leave]')"
TO_A_PAGE_OF_OURS = f"{LEAVE}.href = new URL('/under-18/', location)"
ON_PAGES = [
    *(("chromium", path) for path in ("", "act-now/", "check/", "policy/6-continuum/", "404.html")),
    *((name, "act-now/") for name in NAMES if name != "chromium"),
]


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
    page.run(TO_A_PAGE_OF_OURS)
    covered = page.run(
        f"{LEAVE}.click();"
        "const kept = [...new FormData(document.querySelector('behaviour-checker form'))].filter((pair) => pair[1]);"
        "return [getComputedStyle(document.body).display, document.title, kept]"
    )
    assert covered == ["none", "", []]


@in_each_browser
def test_leaving_takes_the_pages_place_in_the_history(page):
    page.open("parents/")
    page.driver.get(page.base + "act-now/")
    before = page.run("return history.length")
    page.run(TO_A_PAGE_OF_OURS)
    page.run(f"{LEAVE}.click()")
    page.until("return location.pathname === '/under-18/'")
    assert page.run("return history.length") == before
    page.driver.back()
    page.until("return location.pathname === '/parents/'")


PASSED = ("#topic-who", "#topic-choice", "#questions", "#check-answers")


def pass_parts(page, *parts: str) -> None:
    for part in parts:
        page.run("location.hash = arguments[0]", part)
        page.until("return location.hash === arguments[0] && history.state?.entry !== undefined", part)


def leave_the_checker(page, *, back: int = 0) -> None:
    """After parts of it, and some steps back."""
    go_on_in_a_new_tab(page.driver)
    page.emulate()
    page.open("parents/")
    page.driver.get(page.base + "check/")
    pass_parts(page, *PASSED)
    for _ in range(back):
        before = page.run("return history.state.entry")
        page.run("history.back()")  # WebKit's own steps over what no press made
        page.until("return history.state.entry === arguments[0]", before - 1)
    page.run(TO_A_PAGE_OF_OURS)
    page.run(f"{LEAVE}.click()")
    page.until("return location.pathname === '/under-18/' && document.readyState === 'complete'")


@in_each_browser
def test_after_leaving_back_steps_over_every_part_of_the_page(page):
    leave_the_checker(page)
    page.driver.back()
    page.until("return location.pathname === '/parents/'")


@in_each_browser
@pytest.mark.parametrize("back", [0, 2, len(PASSED)])
def test_after_leaving_forward_shows_no_part_of_the_page_either(faulty, back):
    """What is left there leaves again: it is asked for anew, so the host leads it to a page of ours."""
    page = faulty(
        lambda _, content: re.sub(rb'href="[^"]*"( rel="noreferrer" data-leave)', rb'href="/under-18/"\1', content)
    )
    leave_the_checker(page, back=back)
    page.driver.forward()
    page.until("return location.pathname === '/under-18/' && document.readyState === 'complete'")


@in_each_browser
def test_after_leaving_a_page_that_was_loaded_again_back_shows_no_part_of_it(page):
    page.open("parents/")
    page.driver.get(page.base + "check/")
    pass_parts(page, *PASSED[:2])
    page.driver.refresh()
    page.until("return document.readyState === 'complete' && history.state?.entry === 2")
    page.run(TO_A_PAGE_OF_OURS)
    page.run(f"{LEAVE}.click()")
    page.until("return location.pathname === '/under-18/'")
    page.driver.back()
    page.until("return location.pathname === '/parents/'")


def test_with_as_many_entries_as_a_tab_keeps_leaving_leads_away_and_not_to_the_page_before(page):
    """Chromium keeps 50, and drops some of those that it was not asked for: the page's own count is wrong then."""
    for number in range(60):
        page.driver.get(f"{page.base}{('parents/', 'act-now/')[number % 2]}")
    page.driver.get(page.base + "check/")
    pass_parts(page, *PASSED[:2])
    page.run(TO_A_PAGE_OF_OURS)
    page.run(f"{LEAVE}.click()")
    page.until("return location.pathname === '/under-18/'")
    go_on_in_a_new_tab(page.driver)


@in_each_browser
def test_a_part_that_was_only_just_come_to_is_stepped_over_too(page):
    page.open("parents/")
    page.driver.get(page.base + "check/")
    page.run(TO_A_PAGE_OF_OURS)
    page.run(f"location.hash = '#topic-who'; {LEAVE}.click()")
    page.until("return location.pathname === '/under-18/'")
    page.driver.back()
    page.until("return location.pathname === '/parents/'")


@in_each_browser
def test_a_browser_that_goes_back_nowhere_is_left_all_the_same(page):
    page.open("check/")
    pass_parts(page, *PASSED[:2])
    page.run(TO_A_PAGE_OF_OURS)
    page.run("history.go = history.back = () => {}")
    page.run(f"{LEAVE}.click()")
    page.until("return location.pathname === '/under-18/'")


@in_each_browser
def test_what_was_left_and_returns_whole_is_covered_and_left_again(page):
    page.open("check/")
    page.run(TO_A_PAGE_OF_OURS)
    covered = page.run(
        "document.documentElement.classList.add('left');"
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));"
        "return [getComputedStyle(document.body).display, document.title]"
    )
    assert covered == ["none", ""]
    page.until("return location.pathname === '/under-18/'")


@in_each_browser
def test_shift_three_times_leaves_and_says_how_many_are_left(page):
    page.open("act-now/")
    page.run(TO_A_PAGE_OF_OURS)
    shift(page, times=1)
    first = page.run("return document.querySelector('[data-leave-said]').textContent")
    shift(page, times=1)
    second = page.run("return document.querySelector('[data-leave-said]').textContent")
    assert first
    assert second not in {"", first}
    shift(page, times=1)
    page.until("return location.pathname === '/under-18/'")


def test_capital_letters_do_not_leave(page):
    page.open("act-now/")
    page.run("document.querySelector('.md-search__input').focus()")
    for letter in "ABC":
        ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(letter).key_up(Keys.SHIFT).perform()
    assert page.run("return location.pathname") == "/act-now/"
    assert page.run("return document.querySelector('[data-leave-said]').textContent") == ""


@in_each_browser
def test_with_no_network_leaving_goes_to_a_blank_page(page):
    page.open("act-now/")
    page.run("Object.defineProperty(navigator, 'onLine', { value: false })")
    page.run(f"{LEAVE}.click()")
    page.until("return location.href === 'about:blank'")
