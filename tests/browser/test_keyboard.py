"""By keyboard alone."""

from __future__ import annotations

import pytest
from browser.engines import in_each_browser
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

FOCUSED = "return document.activeElement.name || document.activeElement.id || document.activeElement.className"


def press(page, *keys: str) -> None:
    ActionChains(page.driver).send_keys(*keys).perform()


def tab_to(page, wanted: str, most: int = 80) -> list[str]:
    passed = []
    for _ in range(most):
        press(page, Keys.TAB)
        passed.append(page.run(FOCUSED))
        if passed[-1] == wanted:
            return passed
    raise AssertionError(f"{wanted} was not reached: {passed}")


def tab_until(page, selector: str) -> None:
    for _ in range(90):
        press(page, Keys.TAB)
        if page.run("return document.activeElement.matches(arguments[0])", selector):
            return
    raise AssertionError(f"{selector} was not reached")


@in_each_browser
def test_a_result_can_be_reached_by_keyboard_alone(page):
    page.open("check/#questions")
    page.until_state("ready")
    tab_to(page, "age")
    press(page, "14")
    tab_to(page, "involved")
    press(page, Keys.ARROW_DOWN)
    tab_to(page, "pressure")
    press(page, *[Keys.ARROW_DOWN] * 4)
    assert page.pairs() == {"age": "14", "involved": "child", "pressure": "force"}
    press(page, Keys.ENTER)
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    page.until("return document.activeElement.id === 'result-do'")


NOTE_WHAT_IS_MET = """
window.met = [];
document.querySelector("behaviour-checker form").addEventListener("focusin", ({ target }) => {
  const name = target.matches("[type=submit]") ? "submit" : target.name;
  if (name && ![name, "submit"].includes(met.at(-1))) met.push(name);
});
"""
"""The name of each question that the focus comes to, in order, and nothing after the button that ends the form."""


@in_each_browser
def test_every_question_is_met_in_the_order_of_the_topics(page):
    from checker.rulebook import TOPICS

    page.open("check/#questions")
    page.until_state("ready")
    page.answer(power="unequal")
    page.run(NOTE_WHAT_IS_MET)
    tab_until(page, f"[name={TOPICS[0].questions[0]}]")
    for _ in range(20):
        press(page, Keys.TAB * 10)
        if "submit" in page.run("return met"):
            break
    names = page.run("return met")
    assert names == [*(question for topic in TOPICS for question in topic.questions), "submit"]


ORDERS = ("s", "f", "/", "p", "n", ",", ".")
"""Keys that the theme takes for orders: to search, to go on, to go back."""


@in_each_browser
def test_a_letter_alone_leads_nowhere_and_is_written_where_one_writes(page):
    page.open("check/")
    page.until_it_can_be_kept()
    page.run("document.querySelector('#q-danger-no').focus()")
    for key in ORDERS:
        press(page, key)
        assert page.run("return location.pathname") == "/check/", key
        assert not page.run("return document.querySelector('[data-md-toggle=search]').checked"), key
    page.run("document.querySelector('.md-search__input').focus()")
    press(page, *ORDERS)
    assert page.run("return document.querySelector('.md-search__input').value") == "".join(ORDERS)


BENEATH = """
const focused = document.activeElement;
if (focused === document.body) return null;
const { left, top, width, height } = focused.getBoundingClientRect();
const seen = document.elementFromPoint(left + Math.min(width / 2, 20), top + Math.min(height / 2, 10));
return seen && (focused.contains(seen) || seen.contains(focused) || seen.closest("label")?.control === focused)
  ? null : focused.outerHTML.slice(0, 120);
"""


@pytest.mark.parametrize("size", [(320, 256), (390, 844), (1280, 720)], ids=str)
@pytest.mark.parametrize("path", ["act-now/", "check/#questions", "policy/6-continuum/"])
def test_what_has_the_focus_is_never_beneath_anything(page, size, path):
    page.emulate(width=size[0], height=size[1])
    page.open(path)
    beneath = []
    for key in (*[Keys.TAB] * 40, *[(Keys.SHIFT, Keys.TAB)] * 40):
        press(page, *key)
        beneath.append(page.run(BENEATH))
        ActionChains(page.driver).key_up(Keys.SHIFT).perform()
    assert [each for each in beneath if each] == []


def test_nothing_stands_over_a_page_that_is_enlarged_to_400_percent(page):
    page.emulate(width=320, height=256)
    page.open("check/")
    page.answer(danger="yes")
    over = (
        "return [...document.querySelectorAll('body *')]"
        ".filter((each) => each.checkVisibility({ opacityProperty: true })"
        " && ['sticky', 'fixed'].includes(getComputedStyle(each).position)"
        " && each.getBoundingClientRect().height > 1).map((each) => each.className)"
    )
    assert page.run(over) == []
