"""WCAG 2.2 AA and best practice by axe, on every page and in every state of the checker, light and dark."""

from __future__ import annotations

import pytest
from browser.engine import Chromium
from browser.searching import search
from browser.test_topics import STOP_PYTHON

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
const [tags, done] = arguments;
axe.run(document, { runOnly: tags, resultTypes: ["violations"] }).then(
  ({ violations }) => done(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target.join(" "))])),
  (error) => done([["error", [String(error)]]]),
);
"""
PAGES = [
    "",
    "check/how-it-decides/",
    "check/examples/",
    "check/worksheet/",
    "check/practice/",
    "check/evidence/",
    "check/hazards/",
    "continuum/",
    "definitions/",
    "policy/",
    "policy/1-introduction/",
    "policy/2-who/",
    "policy/3-aim/",
    "policy/4-principles/",
    "policy/5-definitions/",
    "policy/6-continuum/",
    "policy/7-referral/",
    "policy/all/",
    "act-now/",
    "under-18/",
    "parents/",
    "training/",
    "training/rating-sheet/",
    "training/pack/",
    "about/",
    "about/accessibility/",
    "about/privacy/",
    "about/offline/",
    "about/licences/",
    "404.html",
]


@pytest.fixture(params=["light", "dark"])
def lit(request, browser):  # noqa: ARG001 (the browser that it is a page of)
    """A page on a device that is in the light, or on one that is in the dark."""
    if request.param == "dark" and request.node.callspec.params["browser"] != "chromium":
        pytest.skip("the colours of the dark are the same in every browser: Chromium reads them")
    return request.getfixturevalue({"light": "page", "dark": "dark_page"}[request.param])


def violations(page, axe: str) -> list[list[object]]:
    """What axe finds at the width of a small phone; in one browser, which is enough, of a tablet and a desk too."""
    assert page.run("return document.body.dataset.mdColorScheme") == ("slate" if page.driver.dark else "default")
    page.run(axe)
    found = []
    for width in (320, 768, 1280) if isinstance(page.driver, Chromium) else (320,):
        page.emulate(width=width)
        page.run("scrollTo(0, 0)")  # what the header half covers is not small
        found += [[width, *each] for each in page.driver.execute_async_script(RUN, TAGS)]
    return found


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
    page.run(STOP_PYTHON)
    page.until("return document.querySelector('[data-outcome] [data-answer] > strong') !== null")


def practised(page) -> None:
    page.open("check/practice/?topic=online")
    page.run("for (const each of document.querySelectorAll('details')) each.open = true")


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
    practised,
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


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_violation(lit, axe, path):
    lit.open(path)
    assert violations(lit, axe) == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_state_has_a_violation(lit, axe, state):
    state(lit)
    assert violations(lit, axe) == []


def test_waiting_and_failing_have_no_violation(faulty, lit, axe):
    page = faulty(lambda path, content: None if path.endswith(".wasm") else content, lit.driver)
    page.open("check/")
    page.submit()
    page.until_state("failed")
    assert violations(page, axe) == []
