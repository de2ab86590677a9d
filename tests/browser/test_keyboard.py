"""By keyboard alone."""

from __future__ import annotations

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
