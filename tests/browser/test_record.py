"""The record: all that a file needs, on one page or as text; kept by the reader and by nobody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from browser.engines import in_each_browser
from browser.test_checker import THREE_ANSWERS
from browser.test_policy import on_paper

from checker import Answers, assess
from checker.describe import VERSIONS
from checker.reasons import because
from checker.referral import FIRST_AND_LAST, referrals
from checker.rulebook import QUESTIONS
from checker.text import UNFILLED, tree_text
from overrides.words.clauses import label

COPIED = "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }"


def unfold(page):
    page.run("document.getElementById('result-record').click()")


def write(page, field, text):
    page.driver.find_element("css selector", f"[data-written={field}]").send_keys(text)


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
    unfold(page)
    for field, text in (("judgement", "They are older than I said"), ("told", "The safeguarding lead")):
        write(page, field, text)
    page.run("document.querySelector('[data-copy]').click()")
    text = page.until("return window.copied")
    rules = str(VERSIONS["rules"])[:12]
    for wanted in ("They are older than I said", "The safeguarding lead", rules, "[6.abusive.coercion]", UNFILLED):
        assert wanted in text, wanted
    assert "{" not in text
    assert re.search(rf"\b\d{{1,2}} [A-Z][a-z]+ {datetime.now(UTC).year}\b", text)


@in_each_browser
def test_the_draft_of_each_child_is_copied_as_the_command_line_prints_it_with_clauses_as_they_are_cited(page):
    with_record(page)
    page.run(COPIED)
    answers = Answers(age=14, involved="child", pressure="coercion")
    for draft in referrals(answers, assess(answers)):
        page.run("window.copied = ''; document.querySelector(arguments[0]).click()", f"[data-copy=referral-{draft.id}]")
        printed = re.sub(r"\[(c-[\w-]+)\]", lambda cited: f"[{label(cited[1])}]", tree_text(draft.tree))
        assert page.until("return window.copied") == printed


def test_it_lists_each_answer_that_was_given_and_no_other(page):
    page.open("check/")
    page.answer(pressure="coercion")
    page.submit()
    page.until_result()
    told = page.run("return document.querySelector('[data-printed=record]').textContent")
    assert told.count(because({"pressure": "coercion"})) == 1
    rows = page.run("return [...document.querySelectorAll('.record-rows dt')].map((each) => each.textContent)")
    assert {question.asks for question in QUESTIONS.values()}.isdisjoint(rows)


@pytest.mark.parametrize("answer", ["Promise.reject(new Error('blocked'))", "new Promise(() => {})"])
def test_where_copying_is_blocked_or_not_answered_the_record_is_selected(page, answer):
    with_record(page)
    page.run(f"navigator.clipboard.writeText = () => {answer}")
    page.run("document.querySelector('[data-copy]').click()")
    page.until("return getSelection().toString().length > 100")


@in_each_browser
def test_nothing_is_kept_when_the_page_is_left_or_the_answers_change(page):
    with_record(page)
    unfold(page)
    write(page, "judgement", "My view")
    page.run("document.dispatchEvent(new Event('leave'))")
    assert page.run("return document.querySelector('.record-rows')") is None
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
    unfold(page)
    write(page, "judgement", "It is more serious. " * 6)


def eight_answers(page):
    page.open("check/")
    given = {"age": "14", "involved": "child", "other_age": "9", "relationship": "family", "frequency": "repeated"}
    page.answer(**given, consent="unwanted", power="unequal", pressure="manipulation")
    page.submit()
    page.until_result()


@pytest.mark.parametrize(("made", "most"), [(with_record, 1), (eight_answers, 1), (every_question_answered, 2)])
def test_it_prints_alone_on_one_page_or_two_with_every_answer(page, made, most):
    made(page)
    page.run(
        "window.print = () => dispatchEvent(new Event('beforeprint')); document.querySelector('[data-print]').click()"
    )
    pages = [sheet.extract_text() for sheet in on_paper(page).pages]
    assert len(pages) <= most
    whole = " ".join(pages)
    assert "Record of a check" in whole
    for other in ("What to do today", "Why\n", "UNCHECKED", "Copy the record"):
        assert other not in whole, other


@pytest.mark.parametrize("child", ["this", "other"])
def test_a_draft_prints_alone(page, child):
    eight_answers(page)
    page.run(
        "window.print = () => dispatchEvent(new Event('beforeprint')); document.querySelector(arguments[0]).click()",
        f"[data-print=referral-{child}]",
    )
    whole = " ".join(sheet.extract_text() for sheet in on_paper(page).pages)
    assert whole.count(FIRST_AND_LAST) == 2
    assert "Record of a check" not in whole


def test_lines_that_are_typed_stay_lines_in_the_copy_and_on_paper(page):
    with_record(page)
    unfold(page)
    write(page, "judgement", "One line.\nAnother.")
    page.run("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.run("document.querySelector('[data-copy=record]').click()")
    assert "One line.\nAnother." in page.until("return window.copied")
    typed = "getComputedStyle(document.querySelector('[data-written=judgement] + .typed')).whiteSpace"
    assert page.run(f"return {typed}") == "pre-line"


@pytest.mark.parametrize("refuses", ["undefined", "() => {}", "() => { throw new Error('refused') }"])
def test_a_browser_that_will_not_print_is_told_of_and_the_record_stands_open(page, refuses):
    with_record(page)
    page.run(f"window.print = {refuses}; document.querySelector('[data-print=record]').click()")
    page.until("return document.querySelector('[data-status]').textContent.trim()")
    assert not page.run("return document.querySelector('.alone')")
    assert page.run("return document.querySelector('[data-printed=record]').checkVisibility()")
