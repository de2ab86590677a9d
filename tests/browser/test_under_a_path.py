"""Another council's edition, published under a path of its host: everything leads to places under that path."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from apache import apache
from browser.page import at_desktop_width
from browser.searching import search

from overrides.build import build
from overrides.editions.edition import edition_named
from overrides.project import ROOT
from overrides.words.clauses import read_clauses

UNDER = "/council/hsb/"
ELSEWHERE = "about/licences/"
ALL_HERE = "return performance.getEntriesByType('resource').every(({ name }) => name.includes(arguments[0]))"
STYLED = "return [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet)"


@pytest.fixture(scope="module")
def published(site, tmp_path_factory) -> Path:  # noqa: ARG001 (whose build installs what this one uses)
    edition = edition_named("tests/editions/aldermere")
    edition.config["site_url"] = f"https://x.example{UNDER}"
    return build(tmp_path_factory.mktemp("published") / "site", edition=edition, for_hosts=False)


@pytest.fixture
def page(driver, published):
    with apache(published, UNDER) as address, at_desktop_width(driver, address) as page:
        yield page


def is_all_here(page) -> bool:
    return page.run(ALL_HERE, UNDER) and page.run(STYLED)


def test_home_leads_to_its_doors(page):
    page.open("")
    assert is_all_here(page)
    page.follow("a[href='act-now/']", "act-now/")
    assert is_all_here(page)


@pytest.mark.parametrize("lost", ["nowhere/", "policy/9-nothing/deeper/", "nowhere.html"])
def test_what_is_not_found_is_told_in_the_site_s_own_page_which_leads_home(page, lost):
    page.open(lost)
    assert page.run("return document.title").startswith("404") or page.run(
        "return Boolean(document.querySelector('h1'))"
    )
    assert is_all_here(page)
    home = page.run("return document.querySelector('.md-header a.md-logo, .md-header a[rel=home], a.md-logo').href")
    assert home.removesuffix("index.html") == page.base


def test_the_search_finds_pages_under_the_path(page):
    page.open("")
    search(page, "grooming")
    found = page.until("return document.querySelector('.md-search-result__item a')?.href")
    assert found.startswith(page.base)


def test_the_checker_gives_its_result_with_this_edition_s_clauses(page):
    page.open("check/?example=siblings-and-threats")
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    led_to = page.run("return [...document.querySelectorAll('[data-outcome] a.clause-link')].map(({ hash }) => hash)")
    ids = {clause.id for clause in read_clauses(ROOT / "tests/editions/aldermere").values()}
    assert len(led_to) > 10
    assert {hash_.removeprefix("#") for hash_ in led_to} <= ids
    assert is_all_here(page)


def test_what_the_policy_does_not_have_bears_the_name_of_no_policy(page):
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    page.run("for (const part of document.querySelectorAll('[data-outcome] details')) part.open = true")
    named = page.run(
        """
        const marks = [...document.querySelectorAll("[data-outcome] .mark")];
        return marks.filter((mark) => mark.querySelector(".not-in-policy")).map((mark) => [
          mark.matches(".mark-policy"),
          mark.querySelector("strong").checkVisibility(),
          mark.querySelector(".not-in-policy").checkVisibility(),
        ]);
        """
    )
    assert {tuple(each) for each in named} == {(True, False, True), (False, True, False)}


def test_the_record_that_is_copied_names_this_edition_and_its_clauses(page):
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    page.run("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.run("document.querySelector('[data-copy=record]').click()")
    copied = page.until("return window.copied")
    assert "version 2, November 2026" in copied
    assert "the Aldermere and Wrenfield procedures" in copied
    assert not re.search(r"\[c-|\{[a-z]", copied)


def test_it_can_be_kept_and_read_with_no_network(driver, published):
    with apache(published, UNDER) as address, at_desktop_width(driver, address) as page:
        page.open("about/offline/")
        page.tap("[data-keep-now]")
        page.until("return document.querySelector('[data-keep]').dataset.keep === 'kept'", within=60)
    page.open("policy/2-referral/")
    assert page.run("return document.querySelector('[data-stored]').checkVisibility()")
    page.open("about/offline/")
    page.tap("[data-keep-remove]")
    page.until("return document.querySelector('[data-keep]').dataset.keep === 'removed'")


def test_leaving_leads_away_from_the_path(driver, published, tmp_path):
    folder = shutil.copytree(published, tmp_path / "site")
    for path in folder.rglob("*.html"):
        path.write_text(re.sub('data-leave-to="[^"]*"', f'data-leave-to="{UNDER}{ELSEWHERE}"', path.read_text("utf-8")))
    (folder / ELSEWHERE / "index.html").write_text("<!doctype html><title>Elsewhere</title>", encoding="utf-8")
    with apache(folder, UNDER) as address, at_desktop_width(driver, address) as page:
        page.open("act-now/")
        page.run("document.querySelector('[data-leave]').click()")
        page.until("return document.title === 'Elsewhere'")
