"""The top of every page: the way to leave it first, and the menu of every page; it needs no script."""

from __future__ import annotations

import re
from html import unescape

import pytest
from browser.paths import PAGES
from chosen import EDITION, SETTINGS

from overrides.hosting.listing import folder_of

HEADER = re.compile(r"<header.*?</header>", re.DOTALL)
MENU = re.compile(r'<nav id="menu"[^>]*>.*?</nav>', re.DOTALL)
LINK = re.compile(r'<a [^>]*href="?([^"> ]*)"?[^>]*?( aria-current="?page"?)?>')


def page_at(site, path: str) -> str:
    return (site / path / "index.html" if path.endswith("/") or not path else site / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES)
def test_the_first_link_leaves_for_where_the_settings_say(site, path):
    (header,) = HEADER.findall(page_at(site, path))
    first = re.search(r"<a ([^>]*)>(.*?)</a>", header, re.DOTALL)
    assert first
    attributes, words = first[1], re.sub(r"<[^>]+>", "", first[2])
    assert "data-leave" in attributes
    assert f'href="{SETTINGS["leave_to"]}"' in unescape(attributes)
    assert 'rel="noreferrer"' in attributes
    assert words == "Leave this page"
    told = re.search(r"<span [^>]*data-leave-said[^>]*>", header)
    assert told
    assert 'role="status"' in told[0]
    assert re.findall(r'data-(\d)="[^"]+"', told[0]) == ["1", "2"]


IN_THE_HEADER = "under-18/"


@pytest.mark.parametrize("path", PAGES)
def test_the_menu_leads_to_every_page_but_that_of_the_header_and_says_which_this_is(site, path):
    (menu,) = MENU.findall(page_at(site, path))
    links = LINK.findall(menu)
    root = site.resolve()
    here = root if path == "404.html" else (root / path)
    at = folder_of(EDITION.address)
    led_to = [(root / href.removeprefix(at) if href.startswith("/") else here / href).resolve() for href, _ in links]
    assert sorted(led_to) == sorted(
        (root / each).resolve() for each in PAGES if each not in {"404.html", IN_THE_HEADER}
    )
    current = [target for target, (_, is_current) in zip(led_to, links, strict=True) if is_current]
    assert current == ([] if path in {"404.html", IN_THE_HEADER} else [here.resolve()])
