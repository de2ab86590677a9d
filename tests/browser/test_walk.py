"""Every page by keyboard, from end to end: in the order it is read, past all that can be used, always seen."""

from __future__ import annotations

import pytest
from browser.engines import in_browsers
from browser.paths import READ
from browser.test_keyboard import press
from selenium.webdriver.common.keys import Keys

# What has the focus is looked at when the next key comes, as a reader sees it by then.
WATCH = """
window.met = [];
window.inView = (each) => {
  const { width, right, left, bottom, top } = each.getBoundingClientRect();
  return width > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
};
const outlined = (each) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(each);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
};
addEventListener("keydown", () => {
  const target = document.activeElement;
  met.ended ||= met.length > 0 && [document.body, met[0].target].includes(target);
  if (met.ended || target === document.body) return;
  met.push({ target, seen: inView(target), drawn: [target, ...target.children].some(outlined) });
}, true);
"""
ENDED = """
const [done] = arguments;
const tell = () => done(Boolean(met.ended));
if (inView(document.activeElement)) tell();
else requestAnimationFrame(() => requestAnimationFrame(tell)); // WebKit scrolls when it next draws
"""
MISSED = """
const before = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
const there = document.querySelectorAll("main a[href], main button, main summary, main [tabindex='0'], footer a[href]");
const missed = {
  unseen: met.filter((each) => !each.seen),
  undrawn: met.filter((each) => !each.drawn),
  disordered: met.filter((each, i) => i && !before(met[i - 1].target, each.target)),
  unreached: [...there].filter((each) => each.checkVisibility() && !met.some(({ target }) => target === each)),
};
const named = (each) => (each.target ?? each).outerHTML.slice(0, 90);
return Object.entries(missed).flatMap(([how, found]) => found.map((each) => [how, named(each)]));
"""


def missed(page, path: str, width: int, *, at_a_time: int) -> list[list[str]]:
    """What is wrong on a walk with the Tab key from end to end, so many presses at a time."""
    page.emulate(width=width, height=740)
    page.open(path)
    if path == "check/":
        page.until_state("ready")
    page.run(WATCH)
    while not page.driver.execute_async_script(ENDED) and page.run("return met.length") < 1000:
        press(page, Keys.TAB * at_a_time)
    assert page.run("return met.length") > 8
    return page.run(MISSED)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", READ)
def test_a_page_is_walked_in_the_order_it_is_read_and_the_focus_is_always_seen(page, path, width):
    assert missed(page, path, width, at_a_time=40) == []


@in_browsers("firefox", "webkit")
@pytest.mark.parametrize("path", ["", "policy/7-referral/", "check/"])
def test_a_page_is_walked_in_every_browser(page, path):
    assert missed(page, path, 1280, at_a_time=1) == []


@in_browsers("firefox", "webkit")
def test_a_closed_menu_and_a_closed_search_keep_no_focus_off_the_screen(page):
    """WebKitGTK's window is not the active one once it is narrow: it draws the focus nowhere."""
    found = missed(page, "policy/6-continuum/", 360, at_a_time=1)
    assert [(how, each) for how, each in found if how != "undrawn"] == []
