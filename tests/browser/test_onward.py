"""On to the next topic: by Enter in a field, and in one press where nothing is known."""

from __future__ import annotations

import pytest
from browser.engines import in_each_browser
from browser.test_keyboard import press, tab_until
from browser.test_topics import FOCUS, PLACES, come_to
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

AT = "return document.activeElement.id === arguments[0]"
ENTER_WHILE_COMPOSING = """
const field = document.getElementById("q-age-value");
field.focus();
const enter = { key: "Enter", bubbles: true, cancelable: true };
for (const more of [{ isComposing: true }, { keyCode: 229 }, { shiftKey: true }, { ctrlKey: true }])
  field.dispatchEvent(new KeyboardEvent("keydown", { ...enter, ...more }));
return location.hash;
"""


@in_each_browser
def test_enter_in_a_field_goes_on_and_asks_for_no_result(page):
    page.open("check/#topic-who")
    page.until_state("ready")
    tab_until(page, "#q-age-value")
    press(page, "14", Keys.ENTER)
    page.until(AT, "topic-choice")
    tab_until(page, "[name=consent]")
    press(page, Keys.ARROW_DOWN, Keys.ENTER)
    page.until(AT, "topic-what-happened")
    assert page.pairs() == {"age": "14", "consent": page.pairs()["consent"]}
    assert not page.run("return document.querySelector('[data-outcome]').hasChildNodes()")


@in_each_browser
def test_enter_that_ends_a_word_or_has_another_key_with_it_does_not_go_on(page):
    page.open("check/#topic-who")
    assert page.run(ENTER_WHILE_COMPOSING) == "#topic-who"


def test_enter_held_down_goes_on_once(page):
    page.open("check/#topic-who")
    page.run("document.getElementById('q-age-value').focus()")
    held = "new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, repeat: true })"
    press(page, Keys.ENTER)
    page.until(AT, "topic-choice")
    page.run(f"document.activeElement.dispatchEvent({held})")
    assert page.run("return location.hash") == "#topic-choice"


def test_enter_in_an_answer_that_is_being_changed_comes_back_to_the_answers(page):
    page.open("check/")
    page.answer(age="14")
    come_to(page, "check-answers")
    page.tap("[data-summary] a[href='#q-age']")
    page.until("return document.activeElement.name === 'age'")
    press(page, Keys.ENTER)
    page.until(AT, "check-answers")


PASSES = {
    "the button": lambda page: page.tap(".onward [data-next]"),
    "the link on top": lambda page: page.tap(".caption [data-next]"),
}


@in_each_browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("way", PASSES)
def test_nine_presses_pass_nine_topics_of_which_nothing_is_known(page, way, width):
    page.emulate(width=width, height=800)
    page.open("check/")
    page.until_state("ready")
    for place in PLACES[1:]:
        PASSES[way](page)
        page.until(AT, place)


@in_each_browser
def test_enter_on_the_heading_that_the_focus_comes_to_passes_a_topic(page):
    page.open("check/#topic-who")
    page.run("document.getElementById('topic-who').focus()")
    for place in PLACES[2:]:
        press(page, Keys.ENTER)
        page.until(AT, place)
    press(page, Keys.ENTER)
    assert page.run(FOCUS) == "check-answers"


@in_each_browser
def test_from_a_topics_heading_the_first_answer_is_the_next_stop_and_the_way_past_it_the_one_before(page):
    page.open("check/")
    page.tap(".onward [data-next]")
    page.until(AT, "topic-who")
    press(page, Keys.TAB)
    assert page.run("return document.activeElement.name") == "age"
    page.run("document.getElementById('topic-who').focus()")
    ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
    assert page.run("return document.activeElement.matches('.caption [data-next]')")


def test_the_way_past_a_topic_is_in_view_and_in_one_place_from_topic_to_topic(page):
    page.emulate(width=390, height=844)
    page.open("check/")
    tops = set()
    for place in PLACES[1:-1]:
        page.tap(".onward [data-next]")
        page.until(AT, place)
        tops.add(
            page.run(
                "const links = [...document.querySelectorAll('.caption [data-next]')];"
                "const link = links.find((each) => each.checkVisibility());"
                "const { top, bottom } = link.getBoundingClientRect();"
                "const hit = document.elementFromPoint(link.getBoundingClientRect().x + 5, (top + bottom) / 2);"
                "return hit === link && bottom - top >= 44 && Math.round(top)"
            )
        )
    assert len(tops) == 1
    assert tops.pop()


FIRST_QUESTION = """
const [legend, option] = ["legend", ".option"].map((each) =>
  document.querySelector(`#q-danger ${each}`).getBoundingClientRect());
return [legend.top, option.bottom];
"""


@pytest.mark.parametrize(("width", "height", "screens"), [(1280, 720, 1), (390, 844, 2)])
def test_the_first_question_is_on_the_first_screen_or_one_further_down_on_a_phone(page, width, height, screens):
    page.emulate(width=width, height=height)
    page.open("check/")
    page.until_state("ready")
    top, bottom = page.run(FIRST_QUESTION)
    assert 0 < top < bottom <= height * screens
