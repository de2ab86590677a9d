"""Practice: which examples, in which order, and the reader's reasons beside the checker's."""

from __future__ import annotations

import pytest
from browser.engines import in_each_browser
from browser.test_keyboard import press, tab_until
from selenium.webdriver.common.keys import Keys

from checker import assess
from overrides.words.examples import contrasts, published_examples

EXAMPLES = published_examples()
CASE = "[data-case]:not([hidden]) > .case"
TITLES = f"return [...document.querySelectorAll('{CASE} > summary')].map((each) => each.textContent)"


def titles(page, path: str = "") -> list[str]:
    page.open(f"check/practice/{path}")
    return page.run(TITLES)


def test_every_example_is_there_in_an_order_that_gives_no_step_away(page):
    found = titles(page)
    assert found == sorted(example.title for example in EXAMPLES)
    assert not page.run("return [...document.querySelectorAll('.practice-shown')].some((each) => each.open)")


def test_a_number_gives_a_whole_room_the_same_order(page):
    first = titles(page, "?order=7")
    assert sorted(first) == sorted(example.title for example in EXAMPLES)
    assert first == titles(page, "?order=7")
    assert first != titles(page, "?order=8")


def test_only_a_step_or_a_topic(page):
    violent = [example.title for example in EXAMPLES if assess(example.answers).range.least.id == "violent"]
    assert titles(page, "?step=violent") == sorted(violent)
    online = [example.title for example in EXAMPLES if {"online", "images"} & set(example.answers.given)]
    assert titles(page, "?topic=online") == sorted(online)
    assert titles(page, "?topic=no-such") == []
    assert page.run("return document.querySelector('[data-none]').checkVisibility()")


@pytest.mark.parametrize("more", ["utm_source=x", "constructor=1", "order=7%20"])
def test_what_else_an_address_holds_changes_nothing(page, more):
    assert len(titles(page, f"?{more}")) == len(EXAMPLES)
    assert not page.run("return document.querySelector('[data-wrong]').checkVisibility()")


@pytest.mark.parametrize("order", ["abc", "-1", "1.5", "99999999999"])
def test_an_order_that_is_no_number_is_said_and_nothing_is_lost(page, order):
    assert len(titles(page, f"?order={order}")) == len(EXAMPLES)
    assert page.run("return document.querySelector('[data-wrong]').checkVisibility()")
    assert page.run("return document.querySelector('[name=order]').value") == order


def test_what_is_chosen_goes_into_the_address(page):
    page.open("check/practice/")
    page.driver.find_element("css selector", "[name=order]").send_keys("12")
    page.run("document.querySelector('[name=step]').value = 'abusive'")
    page.tap("[data-choose] [type=submit]")
    page.until("return location.search === '?step=abusive&order=12'")
    page.until("return document.querySelector('[name=order]')?.value === '12'")


COMPARED = (
    "return [...document.querySelectorAll('.compared')]"
    ".filter((each) => each.checkVisibility()).map((each) => each.className.split('-').pop())"
)


@pytest.mark.parametrize("width", [390, 1280])
def test_by_touch_a_reader_places_one_says_why_and_sees_how_the_reasons_compare(page, width):
    page.emulate(width=width, height=800)
    page.open("check/practice/?topic=online&step=problematic")
    page.tap(f"{CASE} > summary")
    page.tap(f"{CASE} [type=radio][id$=normal] + label")
    page.tap(f"{CASE} [data-decides] [type=checkbox] + label")
    assert page.run(COMPARED) == []
    page.tap(f"{CASE} .practice-shown summary")
    found = page.until(COMPARED)
    assert found[:2] == ["yours", "its"]
    assert found.count("yours") == 1
    assert found.count("both") == 1


@in_each_browser
def test_by_keyboard_too(page):
    page.open("check/practice/?topic=online&step=problematic")
    tab_until(page, "[data-cases] summary")
    press(page, Keys.ENTER)
    tab_until(page, "[type=radio]")
    press(page, " ")
    tab_until(page, "[data-decides] [type=checkbox]")
    press(page, " ")
    tab_until(page, ".practice-shown summary")
    press(page, Keys.ENTER)
    assert "both" in page.until(COMPARED)


def test_each_pair_stands_side_by_side(page):
    page.open("check/practice/")
    sides = page.run(
        "return [...document.querySelectorAll('.sides')].map((each) =>"
        " [...each.children].map((side) => [side.getBoundingClientRect().top, side.textContent.length > 50]))"
    )
    assert len(sides) == len(contrasts(EXAMPLES))
    assert all(one[0] == other[0] and one[1] and other[1] for one, other in sides)
