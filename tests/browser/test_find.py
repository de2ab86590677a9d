"""A question is found by the words that people use: what does not fit is not shown, and stays answered."""

from __future__ import annotations

import pytest
from browser.engines import in_each_browser
from browser.test_keyboard import press, tab_until
from browser.test_topics import SHOWN, come_to
from selenium.webdriver.common.keys import Keys

from checker.rulebook import QUESTIONS

FIELD = "#find-question"
FIT = """
return [...document.querySelectorAll("behaviour-checker .question")].filter((each) => each.checkVisibility())
  .map((each) => each.id.slice(2))
"""
ROWS = """
return [...document.querySelectorAll("behaviour-checker .summary > div")].filter((each) => each.checkVisibility())
  .map((each) => each.querySelector("a").hash.slice(3))
"""
SAID = "return document.querySelector('[data-find] [role=status]').textContent"


def write(page, words: str) -> None:
    page.run(
        "const field = document.querySelector('#find-question'); field.value = arguments[0];"
        "field.dispatchEvent(new Event('input', { bubbles: true }))",
        words,
    )


def among_all(page):
    page.open("check/#questions")
    return page


@in_each_browser
def test_by_keyboard_from_the_ways_a_word_narrows_and_enter_asks_for_nothing_and_escape_shows_all(page):
    among_all(page)
    page.run("document.querySelector('.ways p a:last-child').focus()")
    tab_until(page, FIELD)
    press(page, "TikTok", Keys.ENTER)
    assert page.run(FIT) == ["online", "images"]
    assert page.run(SHOWN) == ["topic-online"]
    assert "2" in page.run(SAID)
    assert page.run("return location.hash") == "#questions"
    assert page.run("return document.querySelector('behaviour-checker').dataset.state") != "failed"
    assert not page.run("return document.querySelector('[data-outcome]').hasChildNodes()")
    press(page, Keys.ESCAPE)
    assert len(page.run(FIT)) == len(QUESTIONS)
    assert page.run(SAID) == ""


FOUND = {
    "threat": "pressure",
    "threats": "pressure",
    "Threatening": "pressure",
    "asleep": "consent",
    "BLACKMAIL": "pressure",
    "nudes": "images",
    "snap": "images",
    "sleepovers": "together",
    "dares": "pressure",
    "drunk": "consent",
    "autistic": "needs",
    "SEN": "needs",
    "hurt": "hurt",
    "brothers": "relationship",
    "découverte brother": None,
    "bröther": "relationship",
    "learning disability": "needs",
    "  asleep   drunk ": "consent",
}


@pytest.mark.parametrize("words", FOUND)
def test_the_words_that_people_use_find_the_question(page, words):
    write(among_all(page), words)
    fit = page.run(FIT)
    assert (FOUND[words] in fit) if FOUND[words] else fit == []
    assert len(fit) < len(QUESTIONS)


def test_every_word_has_to_fit(page):
    write(among_all(page), "image")
    one = set(page.run(FIT))
    write(page, "image threat")
    both = set(page.run(FIT))
    assert "images" in both
    assert both < one


def test_where_none_fits_it_is_said_and_how_many_fit_is_said_each_time(page):
    among_all(page)
    said = []
    for words in ("xylophone", "tiktok", "upset by the behaviour itself"):
        write(page, words)
        said.append(page.run(SAID))
    assert len(set(said)) == 3
    write(page, "xylophone")
    assert page.run(FIT) == []
    assert page.run(SAID) == said[0]
    write(page, " ")
    assert len(page.run(FIT)) == len(QUESTIONS)


@in_each_browser
def test_what_is_hidden_stays_answered_and_is_sent(page):
    among_all(page)
    page.until_state("ready")
    page.answer(pressure="coercion", age="14", involved="child")
    write(page, "tiktok")
    assert page.pairs()["pressure"] == "coercion"
    page.submit()
    assert page.until_result()["from"] == "abusive"


def test_to_look_for_a_question_changes_no_answer(page):
    among_all(page)
    page.answer(pressure="coercion")
    page.run("document.querySelector('[data-clear]').click()")
    write(page, "tiktok")
    assert page.run("return document.querySelector('[data-undo]').checkVisibility()")
    assert page.pairs() == {}


def test_among_the_answers_it_narrows_both_lists_and_opens_what_is_not_known(page):
    page.open("check/")
    assert not page.run("return document.querySelector('[data-find]').checkVisibility()")
    page.answer(images="threatened", age="14")
    come_to(page, "check-answers")
    write(page, "snapchat")
    assert page.run(ROWS) == ["images", "online"]
    page.run("document.querySelector(\"[data-open] a[href='#q-online']\").click()")
    page.until("return document.activeElement.name === 'online'")
    assert page.run(FIT) == ["online", "images"], "its topic is shown whole"


def test_a_way_to_what_is_hidden_shows_it(page):
    among_all(page)
    write(page, "tiktok")
    page.run("location.hash = 'q-age'")
    page.until("return document.activeElement.name === 'age'")
    assert page.run(f"return document.querySelector('{FIELD}').value") == ""


def test_leaving_and_clearing_empty_it(page):
    for act in ("document.dispatchEvent(new Event('leave'))", "document.querySelector('[data-clear]').click()"):
        among_all(page)
        write(page, "tiktok")
        page.run(act)
        assert page.run(f"return document.querySelector('{FIELD}').value") == ""
        assert len(page.run(FIT)) == len(QUESTIONS)


def test_on_paper_all_are_shown(page):
    among_all(page)
    write(page, "tiktok")
    page.driver.prefer({}, medium="print")
    assert len(page.run(FIT)) == len(QUESTIONS)
    assert not page.run(f"return document.querySelector('{FIELD}').checkVisibility()")
