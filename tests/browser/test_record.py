"""The record: all that a file needs, on one page or as text; kept by the reader and by nobody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from browser.engines import in_each_browser
from browser.test_checker import THREE_ANSWERS
from browser.test_policy import on_paper

from checker.describe import VERSIONS
from checker.rulebook import QUESTIONS

COPIED = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }"


def with_record(page):
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    page.submit()
    page.until_result()
    return page


@in_each_browser
def test_it_is_copied_as_text_with_what_the_reader_wrote(page):
    with_record(page)
    page.run(COPIED)
    for kind, text in (("textarea", "They are older than I said"), ("input", "The safeguarding lead")):
        page.driver.find_element("css selector", f"[data-record] {kind}").send_keys(text)
    page.run("document.querySelector('[data-copy]').click()")
    text = page.until("return window.copied")
    rules = str(VERSIONS["rules"])[:12]
    for wanted in ("They are older than I said", "The safeguarding lead", rules, "6.abusive.coercion"):
        assert wanted in text, wanted
    assert re.search(rf"\b\d{{1,2}} [A-Z][a-z]+ {datetime.now(UTC).year}\b", text)


def test_it_lists_each_answer_that_was_given_and_no_other(page):
    page.open("check/")
    page.answer(pressure="coercion")
    page.submit()
    page.until_result()
    rows = page.run("return [...document.querySelectorAll('[data-record] dt')].map((each) => each.textContent)")
    asks = {question.asks: question.id for question in QUESTIONS.values()}
    assert [asks[row] for row in rows if row in asks] == ["pressure"]


def test_where_copying_is_blocked_the_record_is_selected(page):
    with_record(page)
    page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'))")
    page.run("document.querySelector('[data-copy]').click()")
    page.until("return getSelection().toString().length > 100")


@in_each_browser
def test_nothing_is_kept_when_the_page_is_left_or_the_answers_change(page):
    with_record(page)
    page.driver.find_element("css selector", "[data-record] textarea").send_keys("My view")
    page.run("document.dispatchEvent(new Event('leave'))")
    assert page.run("return document.querySelector('[data-record]')") is None
    assert page.pairs() == {}
    assert page.run("return localStorage.length + sessionStorage.length + document.cookie.length") == 0


def every_question_answered(page):
    """The longest answer of each question, which brings most reasons with it."""
    page.open("check/")
    longest = (
        "for (const question of document.querySelectorAll('.question')) {"
        "  const age = question.querySelector('[type=text]');"
        "  const options = [...question.querySelectorAll('input')].filter((each) => each.value);"
        "  if (age) { age.value = '9'; continue; }"
        "  options.reduce((a, b) => (a.labels[0].textContent.length > b.labels[0].textContent.length ? a : b)).click();"
        "}"
    )
    page.run(longest)
    page.submit()
    page.until_result()
    page.driver.find_element("css selector", "[data-record] textarea").send_keys("It is more serious. " * 6)


@pytest.mark.parametrize("made", [with_record, every_question_answered])
def test_it_prints_alone_on_one_page(page, made):
    made(page)
    page.run("window.print = () => {}; document.querySelector('[data-print]').click()")
    pages = [sheet.extract_text() for sheet in on_paper(page).pages]
    assert len(pages) == 1
    assert "Do not write names" in pages[0]
    assert "Do this first" not in pages[0]
