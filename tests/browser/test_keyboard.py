"""By keyboard alone."""

from __future__ import annotations

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


def test_a_result_can_be_reached_by_keyboard_alone(page):
    page.open("check/#questions")
    page.until_state("ready")
    tab_to(page, "age")
    press(page, "14")
    tab_to(page, "involved")
    press(page, Keys.ARROW_UP, Keys.ARROW_UP)
    tab_to(page, "pressure")
    press(page, Keys.ARROW_UP)
    assert page.pairs() == {"age": "14", "involved": "child", "pressure": "force"}
    press(page, Keys.ENTER)
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    page.until("return document.activeElement.id === 'result-first'")


def test_every_question_is_met_in_the_order_of_the_topics(page):
    from checker.rulebook import TOPICS

    page.open("check/#questions")
    page.until_state("ready")
    names = []
    tab_to(page, TOPICS[0].questions[0])
    names.append(TOPICS[0].questions[0])
    for _ in range(160):
        press(page, Keys.TAB)
        name = page.run("return document.activeElement.name")
        if name and name != names[-1]:
            names.append(name)
        if page.run("return document.activeElement.matches('[type=submit]')"):
            break
    assert names == [question for topic in TOPICS for question in topic.questions]


def test_a_closed_menu_and_a_closed_search_keep_no_focus_off_the_screen(page):
    page.emulate(width=360, height=740)
    page.open("policy/6-continuum/")
    for _ in range(25):
        press(page, Keys.TAB)
        seen = page.run(
            "const box = document.activeElement.getBoundingClientRect();"
            "const seen = box.right > 0 && box.left < innerWidth && box.width > 0;"
            "return [document.activeElement.outerHTML.slice(0, 120), seen]"
        )
        assert seen[1], seen[0]
