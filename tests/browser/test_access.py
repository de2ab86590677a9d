"""WCAG 2.2 AA and best practice by axe, on every page and in every state of the checker, light and dark."""

from __future__ import annotations

import pytest
from browser.engines import in_browsers
from browser.paths import READ
from browser.searching import search
from browser.test_topics import STOP_PYTHON

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IN_THE_DARK = ["color-contrast"]
IN_A_PLACE = ["target-size", "scrollable-region-focusable"]
RUN = """
const [rules, done] = arguments;
axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then(
  ({ violations }) => done(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target.join(" "))])),
  (error) => done([["error", [String(error)]]]),
);
"""
SCHEME = "return document.body.dataset.mdColorScheme"


def violations(page, axe: str) -> list[list[object]]:
    """What axe finds on the page that is open, at the width of a small phone."""
    page.run(axe)
    return found_at(page, 320)


def violations_in_every_look(page, axe: str) -> list[list[object]]:
    """On a small phone and a desk by every rule, in the dark by those of colours; on a tablet by those of places."""
    page.run(axe)
    found = found_at(page, 768, IN_A_PLACE)
    for width in (320, 1280):
        found += found_at(page, width)
        page.driver.prefer({"prefers-color-scheme": "dark"})
        page.until(f"{SCHEME} === 'slate'")
        found += [["dark", *row] for row in page.driver.execute_async_script(RUN, IN_THE_DARK)]
    return found


UNCOVER = "scrollTo(0, 0); document.querySelector('.beside')?.style.setProperty('position', 'static')"
"""What the header, or the way to the result at the foot, half covers is not small."""


def found_at(page, width: int, rules: list[str] = TAGS) -> list[list[object]]:
    page.emulate(width=width)
    page.until(f"{SCHEME} === 'default'")
    page.run(UNCOVER)
    return [[width, *row] for row in page.driver.execute_async_script(RUN, rules)]


def ready(page) -> None:
    page.open("check/")
    page.until_state("ready")


def result(page) -> None:
    page.open("check/?example=siblings-and-threats")
    page.until_result()


def nearly_nothing_known(page) -> None:
    page.open("check/?example=second-hand-report")
    page.until_result()


def normal(page) -> None:
    page.open("check/?example=nursery-curious-looking")
    page.until_result()


def problems(page) -> None:
    ready(page)
    page.answer(consent="lacking", involved="nobody", age="abc")
    page.submit()
    page.until("return document.querySelector('.problems')")


def not_asked(page) -> None:
    ready(page)
    page.answer(involved="nobody")


def checked(page) -> None:
    page.open("check/#check-answers")
    page.answer(involved="nobody", development="unusual")
    page.until_state("ready")


def on_one_page(page) -> None:
    page.open("check/#questions")
    page.until_state("ready")
    page.answer(pressure="coercion")
    page.until("return document.querySelector('[data-progress] .scale-fits .scale-step')?.textContent === 'Abusive'")


def by_hand(page) -> None:
    page.open("check/")
    page.answer(pressure="coercion")
    page.until_state("ready")
    page.run(STOP_PYTHON)
    page.until("return document.querySelector('[data-outcome] [data-answer] > strong') !== null")


def changing(page) -> None:
    result(page)
    page.run("document.querySelector('[data-id=pressure] .change').click()")
    page.until("return document.querySelector('.changing')")


def changed(page) -> None:
    changing(page)
    page.answer(pressure="force")
    page.submit()
    page.until("return document.querySelector('.changed-answers')")


def all_unfolded(page) -> None:
    result(page)
    page.run("for (const each of document.querySelectorAll('[data-outcome] details')) each.open = true")


def found(page) -> None:
    ready(page)
    page.run("location.hash = '#questions'")
    page.driver.find_element("css selector", "[data-find] input").send_keys("threat")
    page.until("return document.querySelector('.question.unfit')")


def practised(page) -> None:
    page.open("check/practice/?topic=online")
    page.run("for (const each of document.querySelectorAll('details')) each.open = true")


def told_to_a_room(page) -> None:
    page.open("check/practice/?view=projector")


def uncovered_to_a_room(page) -> None:
    page.open("check/practice/?view=projector&example=siblings-and-threats")
    page.run("document.querySelector('[data-uncovered] [type=radio]').click()")
    for _ in range(3):
        page.run("document.querySelector('[data-forward]').click()")


def cleared(page) -> None:
    ready(page)
    page.answer(pressure="force")
    page.run("document.querySelector('[data-clear]').click()")


def explained(page) -> None:
    page.open("policy/all/")
    page.run("document.querySelector('.term').click()")


def menu(page) -> None:
    page.emulate(width=360)
    page.open("policy/6-continuum/")
    page.run("document.querySelector('.open-menu').click()")


def searched(page) -> None:
    page.open("act-now/")
    search(page, "referral")
    page.until("return document.querySelectorAll('.md-search-result__item').length")


def nothing_found(page) -> None:
    page.open("act-now/")
    search(page, "qqqq")
    page.until("return document.querySelector('[data-nothing-found]').checkVisibility()")


def not_copied(page) -> None:
    page.open("policy/7-referral/")
    page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'))")
    page.run("document.querySelector('.clause-tools button').click()")
    page.until("return !document.querySelector('[data-said]').hidden")


STATES = [
    checked,
    on_one_page,
    by_hand,
    changing,
    changed,
    all_unfolded,
    found,
    practised,
    told_to_a_room,
    uncovered_to_a_room,
    explained,
    menu,
    searched,
    nothing_found,
    not_copied,
    ready,
    result,
    nearly_nothing_known,
    normal,
    problems,
    not_asked,
    cleared,
]


@pytest.mark.parametrize("path", [each for each in READ if each != "check/"])
def test_no_page_has_a_violation(page, axe, path):
    page.open(path)
    assert violations_in_every_look(page, axe) == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_state_has_a_violation(page, axe, state):
    state(page)
    assert violations_in_every_look(page, axe) == []


@in_browsers("firefox", "webkit")
@pytest.mark.parametrize("state", [not_copied, result], ids=lambda state: state.__name__)
def test_no_other_browser_makes_a_violation(page, axe, state):
    """Names, roles and colours come from the same page. What these browsers draw by themselves is in these two."""
    state(page)
    assert violations(page, axe) == []


def test_waiting_and_failing_have_no_violation(faulty, axe):
    page = faulty(lambda path, content: None if path.endswith(".wasm") else content)
    page.open("check/")
    page.submit()
    page.until_state("failed")
    assert violations_in_every_look(page, axe) == []
