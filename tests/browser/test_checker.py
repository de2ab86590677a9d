"""The checker in the page, as its readers meet it."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from browser.engines import in_browsers, in_each_browser
from selenium.webdriver.common.keys import Keys

from checker import assess
from checker.examples import read_examples
from checker.result_data import result_data
from checker.rulebook import QUESTIONS
from overrides.project import ROOT
from overrides.words.examples import example_numbers

EXAMPLES = {example.id: example for example in read_examples(ROOT / "docs/examples")}
HELD_FOR = 300
"""Seconds. A test lets go long before."""
THREE_ANSWERS = {"age": "14", "involved": "child", "pressure": "coercion"}


def rows_shown(answers) -> list[str]:
    """The rows of what to do in its list, then those of which something can be read later."""
    route = assess(answers).route
    return [*(row.id for row in route if row.now), *(row.id for row in route if row.later)]


def ids(page, selector: str) -> list[str]:
    return page.run("return [...document.querySelectorAll(arguments[0])].map((each) => each.dataset.id)", selector)


NUMBERS = example_numbers(ROOT / "docs", EXAMPLES.values())
FOR_EACH_STEP = sorted({assess(example.answers).range.least: example.id for example in EXAMPLES.values()}.values())


@pytest.mark.parametrize("example", FOR_EACH_STEP)
@pytest.mark.parametrize("named", ["by its number", "by its id, as older addresses do"])
def test_an_example_opens_at_its_address_and_shows_its_result(page, example, named):
    """One for each step. `tests/pages/test_checker_page.py` shows that each is in the page with its answers."""
    page.open(f"check/?example={NUMBERS[example] if named == 'by its number' else example}")
    shown = page.until_result()
    expected = result_data(assess(EXAMPLES[example].answers, lower=True))
    assert shown == expected["range"]
    assert ids(page, ".route > li, .later > li") == rows_shown(EXAMPLES[example].answers)
    not_placed = expected["range"]["from"] == "normal" != expected["range"]["to"]
    rules = {reason["rule"] for reason in (*expected["reasons"], *expected["noted"])} - (
        {"floor"} if not_placed else set()
    )
    listed = page.run("return [...document.querySelectorAll('.reasons > li')].map((each) => each.dataset.rules)")
    assert {rule for row in listed for rule in row.split()} == rules
    assert ids(page, "[data-outcome] ul.unknown > li") == expected["unknown"]
    story = page.run("return document.querySelector('[data-story]').textContent")
    assert EXAMPLES[example].title in story


@in_each_browser
def test_three_known_answers_give_a_result_that_starts_with_what_to_do(page):
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    page.submit()
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    assert ids(page, "[data-outcome] .route > li")[0] == "refer"
    first = page.run("return document.querySelector('[data-outcome] h2').id")
    assert first == "result-do"
    page.until("return document.activeElement.id === 'result-do'")


def test_with_no_answer_about_the_behaviour_it_still_says_whom_to_tell(page):
    for given in ({}, {"danger": "yes"}, {"age": "10", "involved": "child"}):
        page.open("check/")
        page.answer(**given)
        page.submit()
        assert page.until_result() == {"from": "normal", "to": "violent"}
        rows = ids(page, ".route > li, .later > li")
        assert rows == ["emergency" if "danger" in given else "tell-someone", "not-listened-to"]


def test_a_result_keeps_the_order_of_the_design(page):
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    order = page.run("return [...document.querySelectorAll('[data-outcome] [id]')].map((each) => each.id)")
    folded = ["answers", "more", "unknown", "raise", "lower", "needs", "cautions", "words", "clauses", "sources"]
    assert order == [f"result-{name}" for name in ("do", "range", "why", *folded, "record", "referral")]


def test_every_reason_links_to_its_clause_which_can_be_read_there(page):
    page.open("check/?example=hurt-in-a-childrens-home")
    page.until_result()
    links = page.run("return [...document.querySelectorAll('[data-outcome] .clause-link')].map((each) => each.href)")
    assert len(links) > 10
    clauses: dict[str, list[str]] = {}
    for link in sorted(set(links)):
        address, _, clause = link.partition("#")
        clauses.setdefault(address, []).append(clause)
    for address, ids_there in clauses.items():
        page.driver.get(address)
        lengths = "return arguments[0].map((id) => document.getElementById(id)?.textContent.length ?? 0)"
        assert min(page.run(lengths, ids_there)) > 20, address


@pytest.fixture
def held(faulty):
    """A page whose Python comes once the test says so: the page, and what to set."""
    come = threading.Event()

    def later(path: str, content: bytes) -> bytes:
        if path.endswith("asm.wasm"):
            come.wait(HELD_FOR)
        return content

    yield faulty(later), come
    come.set()


def test_the_form_can_be_answered_before_python_is_up_and_the_result_follows(held):
    page, come = held
    page.open("check/")
    assert page.state() in ("idle", "loading")
    page.answer(pressure="force")
    page.submit()
    assert page.state() == "loading"
    come.set()
    assert page.until_result() == {"from": "abusive", "to": "violent"}


def test_contradictions_are_listed_and_nothing_is_lost(page):
    page.open("check/")
    page.answer(consent="lacking", involved="nobody", age="abc")
    before = page.pairs()
    page.submit()
    page.until("return document.querySelector('.problems')")
    assert sorted(ids(page, ".problems li")) == ["age", "consent"]
    assert page.pairs() == before
    assert page.run("return document.activeElement.id") == "result-problems"
    page.run("document.querySelector('.problems [data-id=age] a').click()")
    assert page.run("return document.activeElement.name") == "age"


@in_each_browser
def test_beside_an_answer_that_cannot_be_taken_stands_what_the_others_call_for(page):
    page.open("check/")
    page.answer(danger="yes", age="14 years")
    page.submit()
    page.until("return document.querySelector('.problems')")
    call = page.driver.find_element("css selector", ".result-do [href='tel:999']")
    assert call.is_displayed()


def test_what_does_not_apply_is_not_asked_and_comes_back_when_it_does(page):
    page.open("check/")
    page.answer(involved="nobody")
    off = page.run("return [...document.querySelectorAll('.question.off')].map((each) => each.id.slice(2))")
    assert set(off) == {question.id for question in QUESTIONS.values() if not question.applies_alone}
    page.answer(involved="child", power="unequal")
    assert page.run("return document.querySelectorAll('.question.off').length") == 0


@in_each_browser
def test_a_changed_answer_takes_the_old_result_away(page):
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    page.submit()
    page.until_result()
    page.answer(pressure="none")
    assert page.run("return document.querySelector('[data-from]')") is None
    page.submit()
    assert page.until_result() == {"from": "normal", "to": "violent"}


def test_clearing_the_answers_can_be_undone(page):
    page.open("check/")
    page.until_state("ready")
    page.answer(**THREE_ANSWERS)
    before = page.pairs()
    page.run("document.querySelector('[data-clear]').click()")
    assert page.pairs() == {}
    page.run("document.querySelector('[data-undo]').click()")
    assert page.pairs() == before


def test_no_address_and_no_store_ever_holds_answers(page):
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    page.submit()
    page.until_result()
    assert page.run("return location.href") == page.base + "check/#result"
    assert page.run("return localStorage.length + sessionStorage.length + document.cookie.length") == 0
    hashed = re.compile(r"(?<=/runtime/)[0-9a-f]{16}(?=/)|(?<=\.)[0-9a-f]{8}(?=\.)")
    told = [hashed.sub("", address.removeprefix(page.base)) for address in page.fetched()]
    assert "check/" in told
    assert not [address for address in told if "14" in address or "coercion" in address]


def test_nothing_is_fetched_from_anywhere_else(page):
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    fetched = page.fetched()
    assert any("/checker/checker." in address for address in fetched)
    assert [address for address in fetched if not address.startswith(page.base)] == []


@in_browsers("chromium", "firefox")
def test_the_console_is_silent(page):
    page.open("policy/all/")
    page.run("document.querySelector('.term').click()")
    assert page.console() == []
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    page.answer(pressure="none")
    page.submit()
    page.until_result()
    assert page.console() == []


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
@pytest.mark.parametrize(
    ("lost", "kind"),
    [("data-undo", "HTMLElement"), ("data-row", "HTMLTemplateElement"), ("data-open-search", "HTMLElement")],
)
def test_a_page_whose_template_lost_an_element_says_which(faulty, lost, kind):
    page = faulty(
        lambda path, content: content.replace(lost.encode(), b"hidden") if path == "check/index.html" else content
    )
    page.open("check/")
    page.until("return document.readyState === 'complete'")
    (told,) = page.console()
    assert f"Error: the page has no {kind} [{lost}]" in told


HEARING = b"""
if (!window.heard) {
  window.heard = [];
  addEventListener("error", (event) => heard.push(event.message ?? event.target.outerHTML), true);
  addEventListener("unhandledrejection", ({ reason }) => heard.push(String(reason)));
  for (const level of ["debug", "log", "info", "warn", "error"]) console[level] = (...said) => heard.push(said.join());
}
"""


@in_browsers("webkit")
def test_where_the_console_cannot_be_read_no_script_of_the_page_fails_or_speaks(faulty):
    scripts = ("bundle.", "page.", "keep.", "checker.")
    page = faulty(lambda path, content: HEARING + content if Path(path).name.startswith(scripts) else content)
    page.open("policy/all/")
    page.run("document.querySelector('.term').click()")
    assert page.run("return heard") == []
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    assert page.run("return heard") == []


@pytest.mark.parametrize(
    "name",
    [
        "no-such-example",
        "",
        '"]<img src=x onerror=alert(1)>',
        "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "../index",
        "../siblings-and-threats",
        "siblings-and-threats%00",
        "__proto__",
    ],
)
def test_only_published_examples_can_be_asked_for(page, name):
    page.open(f"check/?example={name}")
    page.until_state("ready")
    assert page.run("return document.querySelector('[data-from]')") is None
    assert page.run("return document.querySelector('.story-title')") is None
    assert page.run("return document.querySelector('[data-story] :is(img, script)')") is None
    assert page.run("return document.querySelector('[data-story]').textContent.length > 20")
    assert page.pairs() == {}


@in_each_browser
def test_a_worker_that_cannot_load_python_fails_clearly_and_can_be_tried_again(faulty):
    broken = {"pyodide.asm.wasm"}
    page = faulty(lambda path, content: None if Path(path).name in broken else content)
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    before = page.pairs()
    page.submit()
    page.until_state("failed")
    assert page.run("return document.querySelector('[data-status] a[href*=how-it-decides]') !== null")
    assert page.pairs() == before
    assert page.run("return document.querySelector('[data-from]')") is None
    broken.clear()
    page.run("document.querySelector('[data-retry]').click()")
    assert page.until_result() == {"from": "abusive", "to": "violent"}


@in_each_browser
def test_a_start_that_takes_too_long_says_so_and_a_late_one_is_still_used(faulty):
    come = threading.Event()

    def hurried(path: str, content: bytes) -> bytes:
        if path.endswith("asm.wasm"):
            come.wait(HELD_FOR)
        return content.replace(b'data-fails-after="60000"', b'data-fails-after="5"')

    page = faulty(hurried)
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    page.submit()
    page.until_state("failed")
    assert page.run("return document.querySelector('[data-from]')") is None
    come.set()
    assert page.until_result() == {"from": "abusive", "to": "violent"}


def test_a_failed_start_goes_on_saying_so_and_offering_to_try_again(faulty):
    def soon(path: str, content: bytes) -> bytes | None:
        if path.endswith(".wasm"):
            return None
        return content.replace(b'data-slow-after="10000"', b'data-slow-after="500"')

    page = faulty(soon)
    page.open("check/")
    page.until_state("failed")
    told = page.message()
    after_the_word_of_slowness = (
        "setTimeout(arguments[0], document.querySelector('behaviour-checker').dataset.slowAfter)"
    )
    page.driver.execute_async_script(after_the_word_of_slowness)
    assert page.message() == told
    assert page.run("return document.querySelector('[data-retry]') !== null")


def test_a_result_asked_for_while_loading_stays_promised_when_the_answers_change(held):
    page, come = held
    page.open("check/")
    page.run("document.getElementById('q-pressure-force').click()")
    page.submit()
    promised = page.message()
    page.run("document.getElementById('q-pressure-none').click()")
    assert page.state() == "loading"
    assert page.message() == promised
    come.set()
    assert page.until_result() == {"from": "normal", "to": "violent"}


@in_each_browser
def test_without_scripts_the_questions_can_be_read_and_the_rules_are_linked(no_script_driver, base):
    no_script_driver.get(base + "check/")
    found = no_script_driver.find_elements("css selector", "behaviour-checker fieldset")
    assert len(found) > 20
    assert all(fieldset.is_displayed() for fieldset in found)
    told = no_script_driver.find_element("css selector", ".no-script")
    assert told.is_displayed()
    assert told.find_elements("css selector", "a[href*=how-it-decides]")
    assert not no_script_driver.find_element("css selector", "behaviour-checker [type=submit]").is_displayed()
    field = no_script_driver.find_element("css selector", "#q-age input")
    field.send_keys("14", Keys.ENTER)
    assert no_script_driver.current_url == base + "check/"


def test_the_first_screen_fits_a_small_phone_without_scrolling(page):
    for path in ("act-now/", "check/"):
        page.emulate(width=360, height=640)
        page.open(path)
        bottom = page.run("return document.querySelector('.first-screen').getBoundingClientRect().bottom")
        assert bottom <= 640, path
        covered = page.run(
            "return [...document.querySelectorAll('.first-screen a')].filter((link) => {"
            "  const { x, y, width, height } = link.getBoundingClientRect();"
            "  return !link.contains(document.elementFromPoint(x + width / 2, y + height / 2));"
            "}).map((link) => link.href)"
        )
        assert covered == [], path


def test_messages_are_announced(page):
    page.open("check/")
    status = "document.querySelector('[data-status]')"
    assert page.run(f"return {status}.getAttribute('role')") == "status"
    page.until("return document.querySelector('behaviour-checker').dataset.state !== 'idle'")
    assert page.message()
    page.until_state("ready")
    assert page.message()
