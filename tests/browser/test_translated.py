"""A page that the browser translated: its words stand in elements of another's making, and all of it still works."""

from __future__ import annotations

import pytest
from browser.engines import in_each_browser
from browser.test_keeping import FORGET

TRANSLATE = """
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) texts.push(walker.currentNode);
for (const text of texts) {
  if (!text.data.trim() || text.parentElement.closest("script, style, textarea, template")) continue;
  const font = document.createElement("font");
  font.append(document.createElement("font"));
  text.replaceWith(font);
  font.firstChild.append(text);
}
"""
PRESS = "document.querySelector(arguments[0]).querySelector('font font').click()"


def result(page):
    page.open("check/")
    page.answer(pressure="force", danger="yes")
    page.submit()
    page.until_result()
    page.run(TRANSLATE)
    return page


@in_each_browser
@pytest.mark.parametrize("button", ["[data-copy=record]", "[data-copy^=referral]"])
def test_what_is_to_be_copied_is_copied_or_marked(page, button):
    result(page)
    page.run(PRESS, button)
    page.until("return document.querySelector('.status').textContent.trim()")


@in_each_browser
def test_what_is_to_be_printed_is_printed(page):
    result(page)
    page.run("window.print = () => { window.asked = true; }")
    page.run(PRESS, "[data-print=record]")
    page.until("return window.asked")


@in_each_browser
def test_an_answer_is_changed_and_the_result_shown_again(page):
    result(page)
    page.run(PRESS, "[href='#check-answers']")
    page.until("return location.hash === '#check-answers'")
    page.run(TRANSLATE)
    page.run(PRESS, "form [type=submit]")
    page.until_result()


@in_each_browser
def test_it_is_tried_again(faulty):
    broken = [True]
    page = faulty(lambda path, content: None if broken[0] and "runtime" in path else content)
    page.open("check/")
    page.until_state("failed")
    broken[0] = False
    page.run(TRANSLATE)
    page.run(PRESS, "[data-retry]")
    page.until_state("ready")


@in_each_browser
def test_it_is_kept_and_removed(page):
    page.open("about/offline/")
    page.until("return document.querySelector('[data-keep]').dataset.keep === 'none'")
    page.run(TRANSLATE)
    page.run(PRESS, "[data-keep-now]")
    page.until("return document.querySelector('[data-keep]').dataset.keep === 'kept'")
    page.run(PRESS, "[data-keep-remove]")
    page.until("return document.querySelector('[data-keep]').dataset.keep === 'removed'")
    page.driver.execute_async_script(FORGET)


@in_each_browser
def test_a_clause_is_copied_a_term_explained_and_the_page_left(page):
    page.open("policy/6-continuum/")
    page.run(TRANSLATE)
    page.run(PRESS, ".term")
    page.until("return document.querySelector('.word:popover-open')")
    page.run(f"document.querySelector('script[data-leave-to]').dataset.leaveTo = '/under-18/'; {PRESS}", "[data-leave]")
    page.until("return location.pathname === '/under-18/'")
    page.run("sessionStorage.clear()")
