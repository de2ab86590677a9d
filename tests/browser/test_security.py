"""The site as its shipped headers let a browser run it: nothing breaks the policy, nothing is asked of another host."""

from __future__ import annotations

import shutil
from itertools import count

import pytest
from browser.engine import NAMES
from browser.engines import in_each_browser
from browser.page import Page, at_desktop_width
from browser.paths import NOT_FOUND, READ
from browser.test_access import STATES, by_hand, ready
from nginx import nginx
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

NUMBERS = count()
BROKEN_ON_PURPOSE = "new Image().src = arguments[0]"


@pytest.fixture(scope="module")
def served(site):
    with nginx(site) as found:
        yield found


@pytest.fixture
def page(driver, served):
    with at_desktop_width(driver, served.base) as found:
        yield found


def violations(page, served) -> list[dict[str, object]]:
    """What was reported since the last call. Breaking the policy on purpose shows that reports arrive, and all have."""
    wanted = f"https://{next(NUMBERS)}.example"
    page.run(BROKEN_ON_PURPOSE, wanted)
    WebDriverWait(page.driver, 20, poll_frequency=0.05).until(
        lambda _: any(str(report["blocked-uri"]).startswith(wanted) for report in served.reports())
    )
    reports = served.reports()
    on_purpose = [place for place, report in enumerate(reports) if ".example" in str(report["blocked-uri"])]
    return reports[([-1, *on_purpose])[-2] + 1 : on_purpose[-1]]


def from_elsewhere(page) -> list[str]:
    return [address for address in page.fetched() if not address.startswith((page.base, "data:", "blob:"))]


def told(page) -> list[str]:
    """What the console was told, but for what was broken on purpose; WebKitGTK keeps that to itself."""
    messages = page.console() if hasattr(page.driver, "messages") else []
    return [message for message in messages if ".example" not in message]


def assert_silent(page, served) -> None:
    assert from_elsewhere(page) == []
    assert told(page) == []
    assert violations(page, served) == []


# In other browsers, a page of each kind.
OF_EACH_KIND = ["", "check/", "check/practice/", "continuum/", "policy/all/", *NOT_FOUND]
IN_WHICH = [(name, path) for name in NAMES for path in (READ if name == "chromium" else OF_EACH_KIND)]


@pytest.mark.parametrize(("browser", "path"), IN_WHICH, indirect=["browser"])
def test_no_page_breaks_the_policy(page, served, path):
    page.open(path)
    page.until("return document.readyState === 'complete'")
    assert_silent(page, served)


@pytest.mark.parametrize("state", [each for each in STATES if each is not by_hand], ids=lambda state: state.__name__)
def test_no_state_breaks_the_policy(page, served, state):
    state(page)
    assert_silent(page, served)


def test_a_page_that_is_not_there_breaks_nothing(page, served):
    page.open("no/such/page/")
    assert page.run("return document.querySelector('h1').textContent") == "Page not found"
    assert violations(page, served) == []


@in_each_browser
def test_the_checker_answers_under_the_policy(page, served):
    ready(page)
    page.answer(age="14", involved="child", pressure="coercion")
    page.submit()
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    assert_silent(page, served)


@in_each_browser
def test_search_finds_and_follows_under_the_policy(page, served):
    page.open("")
    page.run("document.getElementById('__search').click()")
    field = page.driver.find_element("css selector", ".md-search__input")
    field.send_keys("coercion")
    page.until("return document.querySelector('.md-search-result__item a')")
    assert from_elsewhere(page) == []
    field.send_keys(Keys.ENTER)
    elsewhere_here = "location.href.startsWith(arguments[0]) && location.pathname !== '/'"
    page.until(f"return {elsewhere_here} && document.readyState === 'complete'", page.base)
    assert_silent(page, served)


def test_the_drawer_opens_under_the_policy(page, served):
    page.emulate(width=360, height=740)
    page.open("policy/6-continuum/")
    page.run("document.getElementById('__drawer').click()")
    page.until("return document.querySelector('.md-sidebar--primary').getBoundingClientRect().left >= 0")
    assert_silent(page, served)


@in_each_browser
def test_a_word_is_explained_under_the_policy(page, served):
    page.open("policy/all/")
    page.run("document.querySelector('.term').click()")
    page.until("return document.querySelector('[popover]:popover-open')")
    assert_silent(page, served)


@in_each_browser
def test_a_clause_is_copied_under_the_policy(page, served):
    page.open("policy/7-referral/")
    page.driver.find_element("css selector", ".clause-tools button").click()
    page.until("return !document.querySelector('[data-said]').hidden")
    assert page.run("return document.querySelector('[data-said] textarea').hidden")
    assert_silent(page, served)


@in_each_browser
def test_a_checker_that_cannot_start_breaks_nothing(site, driver, tmp_path):
    lacking = shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("*.wasm*"))
    with nginx(lacking) as served:
        page = Page(driver, served.base).open("check/")
        page.until_state("failed")
        assert from_elsewhere(page) == []
        assert violations(page, served) == []
        driver.get("about:blank")
