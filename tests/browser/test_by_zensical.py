"""The site whose pages Zensical makes, in Chromium: its policy, search, checker and copies work as the other's do."""

from __future__ import annotations

import zipfile

import pytest
from browser.page import at_desktop_width
from browser.paths import NOT_FOUND
from browser.searching import answered, found_by, search, share
from browser.test_access import violations as found_by_axe
from browser.test_keeping import Host, cut_off
from browser.test_search import EVERYDAY
from browser.test_security import assert_silent
from nginx import nginx

from checker import assess
from checker.examples import read_examples
from checker.result_data import result_data
from overrides.offline.double_click import FOLDER
from overrides.offline.keeping import ZIP
from overrides.project import ROOT

EXAMPLE = "siblings-and-threats"
FOUND = "return document.querySelector('.md-search-result__item a')"
OF_EACH_KIND = ["", "act-now/", "check/", "policy/4-principles/", *NOT_FOUND]


@pytest.fixture(scope="module")
def served(zensical_site):
    with nginx(zensical_site) as found:
        yield found


@pytest.fixture
def page(driver, served):
    with at_desktop_width(driver, served.base) as found:
        yield found


@pytest.mark.parametrize("path", OF_EACH_KIND)
def test_no_page_breaks_the_policy_or_shuts_anybody_out(page, served, axe, path):
    page.open(path)
    page.until("return document.readyState === 'complete'")
    assert_silent(page, served)
    assert found_by_axe(page, axe) == []


def test_the_checker_shows_its_first_result(page, served):
    page.open(f"check/?example={EXAMPLE}")
    answers = next(each.answers for each in read_examples(ROOT / "docs/examples") if each.id == EXAMPLE)
    assert page.until_result() == result_data(assess(answers, lower=True))["range"]
    assert_silent(page, served)


def test_real_questions_find_their_page(driver, served):
    found = answered(driver, served.base)
    assert share(found, 3) >= 0.95
    assert share(found, 1) >= 0.80


def test_everyday_words_find_what_they_find_on_the_other_site(driver, served, base):
    assert found_by(driver, served.base, EVERYDAY) == found_by(driver, base, EVERYDAY)


def test_what_was_found_is_shown_and_followed(page):
    page.open("act-now/")
    search(page, "glossary")
    page.until(FOUND)
    page.run(f"{FOUND}.click()".removeprefix("return "))
    page.until("return location.pathname === '/definitions/'")


def test_what_was_kept_opens_with_no_network(driver, zensical_site, tmp_path):
    with cut_off(Host(zensical_site, tmp_path / "site"), driver) as page:
        page.open("definitions/")
        page.until("return document.querySelector('[data-stored]').checkVisibility()")
        page.open(f"check/?example={EXAMPLE}")
        assert page.until_result()["from"] == "abusive"


def test_from_the_zip_the_search_and_the_checker_answer(driver, zensical_site, tmp_path):
    with zipfile.ZipFile(zensical_site / ZIP) as packed:
        packed.extractall(tmp_path)
    with at_desktop_width(driver, f"{(tmp_path / FOLDER).as_uri()}/") as page:
        page.open(f"check/index.html?example={EXAMPLE}")
        assert page.until_result()["from"] == "abusive"
        search(page, "glossary")
        page.until(FOUND)
        page.run(f"{FOUND}.click()".removeprefix("return "))
        page.until("return location.pathname.endsWith('/definitions/index.html')")
        assert page.console() == []
