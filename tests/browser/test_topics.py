"""The checker a topic at a time, and all on one page: the way through, back, to the answers, and where they fall."""

from __future__ import annotations

import threading

import pytest
from browser.engines import in_each_browser
from browser.test_checker import THREE_ANSWERS
from browser.test_keyboard import press, tab_until
from selenium.webdriver.common.keys import Keys

from checker.rulebook import GRADED, QUESTIONS, TOPICS

SHOWN = """
return [...document.querySelectorAll('behaviour-checker .topic h2, behaviour-checker .topic [role=heading]')]
  .filter((each) => each.checkVisibility()).map((each) => each.id)
"""
FOCUS = "return document.activeElement.id"
CALM = {question.id: options[0] for question in GRADED if (options := question.possible(alone=True))}
"""The least concerning answers where nobody else was involved."""
PLACES = [*(f"topic-{topic.id}" for topic in TOPICS), "check-answers"]


def come_to(page, place: str) -> None:
    page.run("location.hash = arguments[0]", place)
    page.until("return document.activeElement.id === arguments[0]", place)


def rows(page, list_: str) -> dict[str, str]:
    found = page.run(
        "return [...document.querySelectorAll(arguments[0] + ' > div')].map((row) =>"
        " [row.querySelector('a').hash.slice(1), row.querySelector('dd').textContent])",
        list_,
    )
    return dict(found)


def test_each_topic_comes_alone_in_order_with_the_focus_on_its_heading(page):
    page.open("check/")
    passed = [page.run(SHOWN)]
    for place in PLACES[1:]:
        page.tap("[data-next]")
        page.until("return document.activeElement.id === arguments[0]", place)
        passed.append(page.run(SHOWN))
    assert passed == [[place] for place in PLACES]


def test_what_is_asked_first_is_who_is_in_danger(page):
    page.open("check/")
    assert page.run("return document.querySelector('.topic:not([hidden]) .question').id") == "q-danger"


@in_each_browser
def test_back_and_forward_lose_nothing_and_no_address_holds_an_answer(page):
    page.open("check/")
    page.answer(danger="no")
    page.tap("[data-next]")
    page.answer(age="14", involved="child")
    page.tap("[data-next]")
    page.answer(pressure="coercion")
    before = page.pairs()
    assert before == {"danger": "no", **THREE_ANSWERS}
    page.driver.back()
    page.until("return document.activeElement.id === 'topic-who'")
    page.driver.back()
    page.until(SHOWN + ".join() === 'topic-right-now'")
    page.driver.forward()
    page.driver.forward()
    page.until("return document.activeElement.id === 'topic-choice'")
    assert page.pairs() == before
    assert page.run("return location.href") == f"{page.base}check/#topic-choice"
    assert page.run("return history.state") == {"cameAfter": 0}, "how often this site was left before"


def test_the_answers_are_checked_and_changed_and_the_way_on_comes_back_to_them(page):
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    come_to(page, "check-answers")
    assert set(rows(page, "[data-summary]")) == {f"q-{question}" for question in THREE_ANSWERS}
    assert len(rows(page, "[data-open] dl")) == len(QUESTIONS) - 3
    page.tap("[data-summary] a[href='#q-pressure']")
    page.until("return document.activeElement.name === 'pressure'")
    assert page.run(SHOWN) == ["topic-choice"]
    page.answer(pressure="none")
    page.tap("[data-next]")
    page.until("return document.activeElement.id === 'check-answers'")
    none = page.run("return document.querySelector('label[for=q-pressure-none]').textContent")
    assert rows(page, "[data-summary]")["q-pressure"].startswith(none)


def test_what_is_not_asked_is_said_in_the_summary(page):
    page.open("check/")
    page.answer(involved="nobody")
    come_to(page, "check-answers")
    told = rows(page, "[data-open] dl")
    apart = {f"q-{question.id}" for question in QUESTIONS.values() if not question.applies_alone}
    said = {told[row] for row in apart - {"q-imbalance"}}
    assert len(said) == 1
    assert {*said, told["q-imbalance"]}.isdisjoint({told[row] for row in set(told) - apart})


@in_each_browser
def test_a_result_at_any_time_stands_alone_and_back_leads_to_the_topic(page):
    page.open("check/")
    page.until_state("ready")
    page.tap("[data-next]")
    page.until("return document.activeElement.id === 'topic-who'")
    page.answer(**THREE_ANSWERS)
    page.submit()
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    page.until("return document.activeElement.id === 'result-do'")
    assert page.run(SHOWN) == []
    page.driver.back()
    page.until("return document.activeElement.id === 'topic-who'")
    assert not page.run("return document.querySelector('[data-outcome]').checkVisibility()")
    page.driver.forward()
    page.until("return document.querySelector('[data-from]').checkVisibility()")


@pytest.mark.parametrize(("width", "height"), [(320, 640), (360, 740), (1280, 720)])
def test_normal_never_stands_without_its_caution_on_the_same_screen(page, width, height):
    page.emulate(width=width, height=height)
    page.open("check/?example=bath-time-self-touch")
    assert page.until_result() == {"from": "normal", "to": "normal"}
    page.until(f"{FOCUS} === 'result-do'")
    page.run("document.querySelector('.result-range h2').scrollIntoView()")
    for each in (".placed", ".caution-row p"):
        words = f"document.querySelector('.result-range {each}').getBoundingClientRect()"
        assert page.run(f"return [{words}.top > 0, {words}.bottom < innerHeight]") == [True, True], each


@in_each_browser
def test_a_problem_leads_to_its_question(page):
    page.open("check/")
    page.answer(age="abc")
    page.submit()
    page.until("return document.activeElement.id === 'result-problems'")
    page.tap(".problems a[href='#q-age']")
    page.until("return document.activeElement.name === 'age'")
    assert page.run(SHOWN) == ["topic-who"]


def test_all_on_one_page_the_range_moves_with_each_answer(page):
    page.open("check/#questions")
    page.until_state("ready")
    assert page.run(SHOWN) == PLACES[:-1]
    fits = "document.querySelector('[data-progress] .scale-fits .scale-step')?.textContent"
    for answer, step in (("manipulation", "Problematic"), ("coercion", "Abusive"), ("manipulation", "Problematic")):
        page.answer(pressure=answer)
        page.until(f"return {fits} === arguments[0]", step)
    page.answer(violence="physical")
    page.until(f"return {fits} === 'Violent'")


def test_enough_is_known_only_once_each_question_that_matters_has_been_put(page):
    page.open("check/")
    page.until_state("ready")
    enough = "return document.querySelector('.enough') !== null"
    page.answer(involved="nobody", **CALM)
    come_to(page, "topic-who")
    assert not page.run(enough)
    for place in PLACES[:-1]:
        come_to(page, place)
    page.until(enough)


ENOUGH_TO_ACT = "return document.querySelector('[data-progress] .enough-to-act')?.checkVisibility() ?? false"


@pytest.mark.parametrize("place", ["", "#questions"], ids=["a topic at a time", "all on one page"])
def test_enough_to_act_is_shown_and_spoken_as_soon_as_it_is_so(page, place):
    page.open(f"check/{place}")
    page.until_state("ready")
    page.answer(involved="child", consent="unwanted")
    assert not page.run(ENOUGH_TO_ACT)
    page.answer(power="unequal")
    page.until(ENOUGH_TO_ACT)
    assert page.run("return document.querySelector('.enough-to-act').closest('[role=status]') !== null")
    page.answer(power="equal")
    page.until(f"return !(() => {{ {ENOUGH_TO_ACT} }})()")


AT_ONCE = """
return [...document.querySelectorAll("[data-when]")].filter((line) => !line.hidden).map((line) => line.dataset.when)
"""


@in_each_browser
def test_what_an_answer_calls_for_at_once_is_shown_beside_it_and_spoken(page):
    page.open("check/#questions")
    assert page.run(AT_ONCE) == []
    for question, answer in (("danger", "yes"), ("hurt", "yes"), ("exploited", "possible")):
        page.answer(**{question: answer})
        assert page.run(AT_ONCE)[-1] == f"{question}={answer}"
        shown = f"document.querySelector('#q-{question} [role=status] [data-when]')"
        assert page.run(f"return {shown}.checkVisibility()")
    assert page.run("return document.querySelector('#q-danger [data-when] a[href=\"tel:999\"]') !== null")
    page.answer(danger="no", hurt="no", exploited="no")
    assert page.run(AT_ONCE) == []


def test_what_made_the_power_unequal_is_asked_only_where_it_was(page):
    page.open("check/#questions")
    asked = "return !document.querySelector('#q-imbalance').classList.contains('off')"
    for answers, applies in (({}, False), ({"power": "unequal"}, True), ({"power": "equal"}, False)):
        page.answer(**answers)
        assert page.run(asked) == applies, answers
    page.answer(power="misused", imbalance="age")
    page.run("document.querySelector('#q-power-equal').click()")
    assert page.run(asked), "what is answered is never hidden"


def test_with_python_failing_the_worksheet_has_the_answers(faulty):
    page = faulty(lambda path, content: None if path.endswith(".wasm") else content)
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    page.until_state("failed")
    page.answer(consent="lacking")
    marked = "document.querySelectorAll('[data-outcome] [data-answer]:has(> strong)')"
    assert page.run(f"return [...{marked}].map((row) => row.dataset.answer)") == [
        "consent=lacking",
        "pressure=coercion",
    ]
    assert page.run("return document.querySelector('[data-outcome]').checkVisibility()")


@in_each_browser
def test_by_keyboard_from_the_first_question_to_the_record(page):
    page.emulate(width=360, height=740)
    page.open("check/")
    page.until_state("ready")
    for place in PLACES[1:]:
        tab_until(page, "[data-next]")
        press(page, Keys.ENTER)
        page.until("return document.activeElement.id === arguments[0]", place)
    tab_until(page, "[type=submit]")
    press(page, Keys.ENTER)
    assert page.until_result() == {"from": "normal", "to": "violent"}
    page.until(f"{FOCUS} === 'result-do'")
    tab_until(page, "#result-record")
    press(page, Keys.ENTER)
    tab_until(page, "[data-written=judgement]")
    press(page, "We know the child")
    assert "We know the child" in page.run("return document.querySelector('.record-rows').textContent")


@in_each_browser
def test_by_touch_from_the_first_question_to_the_record(page):
    page.emulate(width=390, height=800)
    page.open("check/")
    page.until_state("ready")
    given = {"danger": "no", "involved": "child", "consent": "lacking", "distress": "present"}
    for place, topic in zip(PLACES[1:], TOPICS, strict=True):
        for question in given.keys() & set(topic.questions):
            page.tap(f"label[for=q-{question}-{given[question]}]")
        page.tap(".topic:not([hidden]) .rests-on summary")
        page.tap("[data-next]")
        page.until("return document.activeElement.id === arguments[0]", place)
    assert page.pairs() == given
    page.tap("[type=submit]")
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    page.tap("#result-clauses")
    assert page.run("return document.querySelector('.result .clause-full').checkVisibility()")
    page.tap("#result-record")
    page.tap("[data-written=told]")
    press(page, "The lead")
    page.tap("[data-copy]")
    page.until("return document.querySelector('[data-status]').textContent")
    assert "The lead" in page.run("return document.querySelector('.record-rows').textContent")
    page.tap("a[href='#check-answers']")
    page.until("return document.activeElement.id === 'check-answers'")
    page.tap("a[href='#questions']")
    page.until("return document.querySelector('behaviour-checker').matches('.all')")
    page.tap("label[for=q-violence-physical]")
    page.until("return document.querySelector('.scale-fits .scale-step').textContent === 'Violent'")


@in_each_browser
def test_what_a_question_rests_on_is_read_in_its_place_and_the_way_to_a_clause_and_back_loses_nothing(page):
    page.open("check/")
    page.until_state("ready")
    page.tap("[data-next]")
    page.until("return document.activeElement.id === 'topic-who'")
    page.answer(**THREE_ANSWERS)
    page.tap("#q-age .rests-on summary")
    page.follow("#q-age .rests-on a", "policy/")
    page.back_to("check/")
    assert page.pairs() == THREE_ANSWERS
    page.submit()
    assert page.until_result() == {"from": "abusive", "to": "violent"}


PROGRESS = "return document.querySelector('[data-progress]').textContent"
SUMMARY = "return document.querySelector('[data-summary]').textContent"
STOP_PYTHON = """
window.Worker = undefined;
const again = document.createElement('button');
again.dataset.retry = '';
document.querySelector('behaviour-checker').append(again);
again.click();
again.remove();
"""


def with_answers(page, place: str = ""):
    page.open(f"check/{place}")
    page.until_state("ready")
    page.answer(**THREE_ANSWERS)
    return page


@in_each_browser
def test_leaving_leaves_no_answer_on_the_page_and_the_checker_starts_again(page):
    with_answers(page, "#questions")
    page.until(PROGRESS)
    come_to(page, "check-answers")
    page.run("document.dispatchEvent(new Event('leave'))")
    assert (page.run(PROGRESS), page.run(SUMMARY), page.pairs()) == ("", "", {})
    page.answer(**THREE_ANSWERS)
    page.submit()
    assert page.until_result() == {"from": "abusive", "to": "violent"}


def test_clearing_twice_and_at_a_result_can_be_undone_and_leaves_a_topic_to_answer(page):
    with_answers(page)
    page.submit()
    page.until_result()
    for _ in range(2):
        page.run("document.querySelector('[data-clear]').click()")
    assert page.run(SHOWN) == ["topic-right-now"]
    page.run("document.querySelector('[data-undo]').click()")
    assert page.pairs() == THREE_ANSWERS


def test_once_python_has_failed_no_old_scale_is_shown_and_the_way_to_try_again_stays(page):
    with_answers(page, "#questions")
    page.until(PROGRESS)
    page.run(STOP_PYTHON)
    page.run("document.querySelector('[data-clear]').click()")
    assert page.state() == "failed"
    assert page.run(PROGRESS) == ""
    assert page.run("return document.querySelector('[data-status] [data-retry]').checkVisibility()")


def test_the_answers_are_checked_from_all_on_one_page_too(page):
    with_answers(page, "#questions")
    page.tap(".ways a[href='#check-answers']")
    page.until("return document.activeElement.id === 'check-answers'")
    assert page.run(SHOWN) == ["check-answers"]


def test_a_result_that_comes_when_the_reader_has_gone_on_is_told_of(page):
    page.open("check/")
    page.run(
        "document.querySelector('behaviour-checker [type=submit]').click();"
        "document.getElementById('q-danger-no').click()"
    )
    page.until("return document.querySelector('[data-status] a[href=\\'#result\\']')")
    assert page.run(SHOWN) == ["topic-right-now"]
    page.tap("[data-status] a")
    page.until(f"{FOCUS} === 'result-do'")


def test_that_no_example_has_that_name_stays_to_be_read(page):
    page.open("check/?example=no-such")
    page.until_state("ready")
    assert page.run("return document.querySelector('[data-story]').checkVisibility()")
    assert page.run("return document.querySelector('[data-story]').textContent.length > 20")


def test_what_was_written_into_the_record_stays_when_the_result_is_shown_again(page):
    with_answers(page, "#questions")
    typed = "return document.querySelector('[data-written=judgement]')?.value"
    page.submit()
    page.until_result()
    page.run("document.getElementById('result-record').click()")
    page.driver.find_element("css selector", "[data-written=judgement]").send_keys("My view")
    page.submit()
    assert page.run(typed) == "My view"
    page.answer(pressure="force")
    page.submit()
    page.until_result()
    assert page.run(typed) == "My view"
    assert page.run("return document.querySelector('[data-written=judgement] + .typed').textContent") == "My view"


def test_to_change_what_is_not_asked_leads_to_its_topic(page):
    page.open("check/")
    page.answer(involved="nobody")
    come_to(page, "check-answers")
    page.run("document.querySelector(\"[data-open] a[href='#q-consent']\").click()")
    page.until("return document.activeElement.id === 'topic-choice'")


def test_a_link_to_another_part_of_the_page_keeps_the_result(page):
    with_answers(page)
    page.submit()
    page.until_result()
    page.run("location.hash = 'before-you-start'")
    assert page.run("return document.querySelector('[data-from]').checkVisibility()")


@in_each_browser
def test_after_a_change_with_back_and_forward_the_way_on_still_comes_to_the_answers(page):
    with_answers(page)
    come_to(page, "check-answers")
    page.tap("[data-summary] a[href='#q-pressure']")
    page.until("return document.activeElement.name === 'pressure'")
    page.driver.back()
    page.until("return document.activeElement.id === 'check-answers'")
    page.driver.forward()
    page.until("return document.activeElement.name === 'pressure'")
    page.tap("[data-next]")
    page.until("return document.activeElement.id === 'check-answers'")


def test_an_age_of_spaces_is_no_answer(page):
    page.open("check/")
    page.answer(age="  ")
    come_to(page, "check-answers")
    assert page.run(SUMMARY) == ""


TELLS_OF_THE_RESULT = """
const tell = () => {
  if (!document.querySelector("[data-from]")) return;
  fetch(location.hash ? "../schemas/result.json" : "../schemas/answers.json");
};
new MutationObserver(tell).observe(document.body, { childList: true, subtree: true });
setTimeout(() => document.querySelector(".under-18").click());
"""


def test_a_result_that_comes_does_not_move_a_reader_who_has_followed_a_link(faulty):
    """In WebKit that would take the link back; but there nothing can be asked of a page that another is to follow."""
    followed, shown = threading.Event(), threading.Event()
    told = []

    def held(path: str, content: bytes) -> bytes:
        if path.startswith("schemas/"):
            told.append(path)
            shown.set()
        elif path == "under-18/index.html":
            followed.set()
            shown.wait()
        elif path.endswith("asm.wasm"):
            followed.wait()
        return content

    page = faulty(held)
    page.open("check/")
    page.answer(pressure="coercion")
    page.submit()
    page.run(TELLS_OF_THE_RESULT)
    page.until("return location.pathname.endsWith('/under-18/')")
    assert told[0] == "schemas/answers.json"


AWAY_AND_BACK_AND_EMPTIED = """
const [done] = arguments;
const form = document.querySelector("behaviour-checker form");
dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
setTimeout(() => setTimeout(() => {
  form.reset(); // as WebKit does, at some time
  Promise.resolve().then(done);
}));
"""


def test_answers_that_the_browser_takes_away_on_the_way_back_are_there_again_however_late_it_does(page):
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    for _ in range(2):
        page.driver.execute_async_script(AWAY_AND_BACK_AND_EMPTIED)
        assert page.pairs() == THREE_ANSWERS
