"""WCAG 2.2 AA and best practice by axe, on every page and in every state of the checker, light and dark."""

from __future__ import annotations

import pytest

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
    "policy/",
    "policy/1-introduction/",
    "policy/2-who/",
    "policy/3-aim/",
    "policy/4-principles/",
    "policy/5-definitions/",
    "policy/6-continuum/",
    "policy/7-referral/",
    "404.html",
]


def violations(page, axe: str) -> list[list[object]]:
    page.run(axe)
    return page.driver.execute_async_script(RUN, TAGS)


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


def cleared(page) -> None:
    ready(page)
    page.answer(pressure="force")
    page.run("document.querySelector('[data-clear]').click()")


STATES = [ready, result, nearly_nothing_known, normal, problems, not_asked, cleared]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_violation(page, axe, path, dark):
    page.emulate(dark=dark)
    page.open(path)
    assert page.run("return document.body.dataset.mdColorScheme") == ("slate" if dark else "default")
    assert violations(page, axe) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_state_of_the_checker_has_a_violation(page, axe, state, width, dark):
    page.emulate(width=width, dark=dark)
    state(page)
    assert violations(page, axe) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_loading_and_failing_have_no_violation(faulty, axe, dark):
    page = faulty(lambda path, content: None if path.endswith(".wasm") else content)
    page.emulate(dark=dark)
    page.open("check/")
    page.until_state("failed")
    assert violations(page, axe) == []
