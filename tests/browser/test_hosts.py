"""The checker where a host serves it as the site asks: by Apache under a path, and within another site's page."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from apache import apache
from browser.engines import in_each_browser
from browser.page import at_desktop_width
from chosen import SETTINGS
from serving import serving

from overrides.hosting.prepare import prepare

ADDRESS = "https://council.example/a/hsb/"
EXAMPLE = "check/?example=siblings-and-threats"
SHOWN = "return Boolean(document.querySelector('[data-from]'))"


@pytest.fixture(scope="module")
def around(tmp_path_factory):
    """Another site's folder and address: it has no page yet."""
    folder = tmp_path_factory.mktemp("around")
    with serving(folder) as address:
        yield folder, address


@pytest.fixture(scope="module")
def embeddable(site, around, tmp_path_factory):
    """The site whose settings let that other one show it."""
    folder = tmp_path_factory.mktemp("embeddable") / "site"
    shutil.copytree(site, folder)
    named = {**SETTINGS, "embed_in": [around[1].rstrip("/")]}
    prepare(folder, named, datetime.fromtimestamp(0, UTC), ADDRESS)
    return folder


def go_into_a_frame(page, around) -> None:
    """Open the other site's page, with the checker in a frame, and go into that once the browser has done with it.

    It has an address of its own for each server: of one written twice in a second a browser would show the first.
    """
    folder, outside = around
    path = f"around-{urlsplit(page.base).port}.html"
    frame = f'<iframe src="{page.base}{EXAMPLE}" onload="done = true"></iframe>'
    (folder / path).write_text(f"<!doctype html><title>Council</title>{frame}", encoding="utf-8")
    page.driver.get("about:blank")
    page.driver.get(outside + path)
    page.until("return window.done")
    page.driver.switch_to.frame(0)


@in_each_browser
def test_the_checker_gives_its_result_where_apache_serves_it_under_a_path(driver, embeddable):
    with apache(embeddable, "/a/hsb/") as address, at_desktop_width(driver, address) as page:
        page.open(EXAMPLE)
        page.until_result()
        assert not hasattr(driver, "messages") or page.console() == []


@in_each_browser
def test_the_checker_gives_its_result_within_the_page_of_a_site_that_the_settings_name(driver, embeddable, around):
    with apache(embeddable, "/a/hsb/") as address, at_desktop_width(driver, address) as page:
        go_into_a_frame(page, around)
        page.until(SHOWN, within=60)
        driver.switch_to.default_content()


@in_each_browser
def test_no_other_site_shows_the_checker_within_its_page(driver, site, around):
    with apache(site) as address, at_desktop_width(driver, address) as page:
        go_into_a_frame(page, around)
        assert not page.run("return document.querySelector('behaviour-checker')")
        driver.switch_to.default_content()
