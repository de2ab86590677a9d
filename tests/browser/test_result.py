"""A result is one screen to act on, and an answer is changed from it in two clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.engines import in_each_browser
from browser.test_policy import on_paper
from browser.test_topics import FOCUS, press, tab_until
from selenium.webdriver.common.keys import Keys

from checker import assess
from checker.examples import read_examples

GIVEN = {"age": "13", "involved": "child", "other_age": "6", "consent": "unwanted", "pressure": "coercion"}
EXAMPLES = read_examples(Path("docs/examples"))
MOST_TO_DO = sorted(EXAMPLES, key=lambda example: -len([row for row in assess(example.answers).route if row.now]))[:4]
SCREENS = {(1280, 800): 2.5 * 1.5, (390, 844): 4 * 1.5}
HEIGHT = "return document.querySelector('[data-outcome]').getBoundingClientRect().height / innerHeight"
LAST_OF_TODAY = """
const rows = [...document.querySelectorAll("[data-today]")];
return Math.max(...rows.map((row) => row.getBoundingClientRect().bottom)) / innerHeight;
"""
CALLS = """
const shown = [...document.querySelectorAll(".result .call")].filter((call) => call.checkVisibility());
return shown.map((call) => call.getBoundingClientRect().height);
"""
NEW = "return [...document.querySelectorAll('[data-new]')].map((row) => row.dataset.id)"


def shown(page, **given):
    page.open("check/")
    page.until_state("ready")
    page.answer(**given)
    page.submit()
    page.until_result()
    page.until(f"{FOCUS} === 'result-do'")


@pytest.mark.parametrize("size", SCREENS, ids=str)
@pytest.mark.parametrize("example", MOST_TO_DO, ids=lambda example: example.id)
def test_everything_for_today_is_on_the_first_screen_and_the_rest_is_short(page, example, size):
    page.emulate(width=size[0], height=size[1])
    page.open(f"check/?example={example.id}")
    page.until_result()
    page.until(f"{FOCUS} === 'result-do'")
    assert page.run(LAST_OF_TODAY) <= 1
    assert page.run(HEIGHT) <= SCREENS[size]
    assert min(page.run(CALLS)) >= 44


@in_each_browser
def test_an_answer_is_changed_in_two_clicks_and_what_changed_is_read_out_and_marked(page):
    shown(page, **GIVEN)
    page.tap("[data-id=pressure] .change")
    page.until("return document.activeElement.name === 'pressure'")
    asked = "return [...document.querySelectorAll('.question')].filter((each) => each.checkVisibility()).length"
    assert page.run(asked) == 1
    page.tap("label[for=q-pressure-none]")
    page.until("return document.activeElement.matches('.changed-answers')")
    assert page.run("return document.querySelector('[data-from]').dataset.from") == "problematic"
    assert "refer" in page.run(NEW)


@in_each_browser
def test_by_keyboard_the_arrows_choose_and_enter_leads_back(page):
    shown(page, **GIVEN)
    page.run("document.querySelector('[data-id=pressure] .change').focus()")
    press(page, Keys.ENTER)
    page.until("return document.activeElement.id === 'q-pressure-coercion'")
    press(page, Keys.ARROW_DOWN)
    page.until("return document.activeElement.id === 'q-pressure-force'")
    assert page.run("return document.querySelector('.changed-answers')") is None
    press(page, Keys.ENTER)
    page.until("return document.activeElement.matches('.changed-answers')")
    assert page.run(NEW) == ["pressure"]


def test_an_answer_that_is_left_as_it_was_leads_back_to_the_same_result(page):
    shown(page, **GIVEN)
    page.tap("[data-id=pressure] .change")
    page.until("return document.activeElement.name === 'pressure'")
    page.tap(".topic:not([hidden]) [data-next]")
    page.until(f"{FOCUS} === 'result-do'")
    assert page.run(NEW) == []


def test_what_is_not_known_is_answered_from_the_result(page):
    shown(page, **GIVEN)
    page.tap("#result-unknown")
    page.tap("ul.unknown a[href='#q-violence']")
    page.until("return document.activeElement.name === 'violence'")
    page.tap("label[for=q-violence-physical]")
    page.until("return document.activeElement.matches('.changed-answers')")
    assert page.run("return document.querySelector('[data-from]').dataset.from") == "violent"


def test_an_age_is_changed_and_enter_leads_back(page):
    shown(page, **GIVEN)
    page.tap("#result-answers")
    page.tap("[data-id=other_age] .change")
    page.until("return document.activeElement.name === 'other_age'")
    press(page, Keys.BACKSPACE, "12", Keys.ENTER)
    page.until("return document.activeElement.matches('.changed-answers')")
    assert page.run(NEW) == ["other_age"]


@in_each_browser
def test_what_is_folded_is_open_on_paper_and_folded_again_after(page):
    shown(page, **GIVEN)
    folded = "return [...document.querySelectorAll('.result details')].filter((each) => !each.open).length"
    before = page.run(folded)
    assert before > 5
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert page.run(folded) == 0
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run(folded) == before


def test_a_result_prints_whole(page):
    shown(page, **GIVEN)
    whole = " ".join(sheet.extract_text() for sheet in on_paper(page).pages)
    assert "Keep in mind" in whole
    assert "screening aid" in whole


def test_beside_all_the_questions_the_scale_and_the_first_thing_to_do_fit_the_screen(page):
    page.emulate(width=1280, height=720)
    page.open("check/#questions")
    page.until_state("ready")
    page.answer(**GIVEN, danger="no", hurt="no", together="no")
    page.until("return document.querySelector('.enough-to-act')")
    page.run("document.getElementById('q-harm').scrollIntoView()")
    for part in (".enough-to-act", ".placed", ".scale", ".do-first", "[type=submit]"):
        box = f"document.querySelector('.beside {part}').getBoundingClientRect()"
        assert page.run(f"return [{box}.top >= 0, {box}.bottom <= innerHeight]") == [True, True], part
    question = "document.getElementById('q-harm').getBoundingClientRect()"
    assert page.run(f"return {question}.right <= document.querySelector('.beside').getBoundingClientRect().left")


@in_each_browser
def test_with_python_failing_the_record_by_hand_has_the_answers(faulty):
    page = faulty(lambda path, content: b"" if path.endswith("asm.wasm") else content)
    page.open("check/")
    page.answer(**GIVEN, danger="yes")
    page.submit()
    page.until_state("failed")
    assert page.run("return [...document.querySelectorAll('[data-outcome] [data-when]:not([hidden])')].length") == 1
    assert len(page.run("return [...document.querySelectorAll('[data-all-answers] > div')]")) == len(GIVEN) + 1
    page.run("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    page.driver.find_element("css selector", "[data-outcome] [data-written=told]").send_keys("The lead")
    page.run("document.querySelector('[data-outcome] [data-copy]').click()")
    text = page.until("return window.copied")
    assert page.run("return document.querySelectorAll('[data-status] > *').length") == 2
    for words in ("The lead", "13", "A threat, or frightening someone into it"):
        assert words in text, words


@in_each_browser
def test_every_part_of_a_result_is_reached_by_keyboard(page):
    shown(page, **GIVEN)
    for part in (".route .clause-link", ".call", "[data-copy]", "[data-print]", "a[href='#check-answers']", ".change"):
        tab_until(page, part)
    for part in ("more", "unknown", "needs", "cautions", "words", "clauses", "sources", "record", "referral"):
        tab_until(page, f"#result-{part}")
